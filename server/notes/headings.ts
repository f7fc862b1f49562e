/** A heading as a reader hears it: without Markdown, emoji and numbering. */
import type { Heading, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { HeadingText } from './link.ts';
import { withoutWikiLinks } from './wikiLinks.ts';

/** Longer headings are paragraphs that someone marked as one; their beginning is enough. */
const longestHeading = 400;

const inline = unified().use(remarkParse);
const emoji =
  /(?![©®™])\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D|\u20E3|:[a-z0-9_+-]+:/gu;
const numbering =
  /^(?:(?:section|chapter|part|step|lesson|day)\s*\d+\s*[:：.)、-]+\s*|第\s*\d+\s*[章節回部]\s*[:：.、]?\s*|[(（]?\d+(?:[-.]\d+)*[)）.、:：]\s*|\d+(?:\.\d+)+\s+|[①-⑳]\s*)+/iu;

export interface PlainHeading extends HeadingText {
  /** The text as rendered, from which GitHub makes the slug. */
  readonly rendered: string;
}

/** Reads the Markdown of one heading, without its `#`. */
export function plainHeading(markdown: string): PlainHeading {
  const source = withoutWikiLinks(markdown.slice(0, longestHeading));
  // Most headings are plain text; parsing them would say nothing new.
  if (!/[*_`\\&<![\]~]/.test(source))
    return { text: withoutDecoration(source), rendered: source.trim(), code: [] };
  // The number sign keeps a list marker or a quote in the heading from becoming one.
  const heading = inline.parse(`# ${source.replace(/\s*[\r\n]+\s*/g, ' ')}`).children[0] as Heading;
  const rendered = textOf(heading, { includeHtml: false, includeImageAlt: false });
  return { text: withoutDecoration(rendered), rendered, code: codeIn(heading) };
}

function withoutDecoration(text: string): string {
  const plain = text.replace(emoji, ' ').replace(/\s+/g, ' ').trim();
  const unnumbered = plain.replace(numbering, '').replace(/^[*_~\s]+|[*_~\s]+$/g, '');
  return unnumbered || plain || text.trim();
}

function codeIn(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value];
  return 'children' in node ? node.children.flatMap(codeIn) : [];
}
