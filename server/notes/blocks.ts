/**
 * The blocks of a note that matter: headings and fenced code. Parsing only these is several times faster than
 * parsing all Markdown, and text that nests without end costs nothing.
 */
import type { Code, Heading, Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Span } from '../text/span.ts';
import { deepestNesting, flattened } from './bounded.ts';
import type { NoteProblem } from './note.ts';
import type { Fence, HeadingBlock, NoteBlocks } from './noteBlocks.ts';
import { plainBlocks } from './plainBlocks.ts';

export interface Blocks extends NoteBlocks {
  readonly problems: readonly NoteProblem[];
}

/** More than a reader reads, and more than should hold up an editor. */
export const longestNote = 200_000;

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(blocksOnly);

/** The micromark constructs that neither begin nor end a block. */
const inlineConstructs = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

function blocksOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: inlineConstructs } });
}

/** Finds the blocks of `text`; bounded in time, whatever it is. */
export function blocksOf(text: string): Blocks {
  const problems: NoteProblem[] = [];
  const { shallow, deep } = flattened(shortened(text, problems));
  const plain = deep ? undefined : plainBlocks(shallow);
  if (plain) return { ...plain, problems };
  const root = parser.parse(shallow);
  if (deep && !isFenced(root, text, deep.start)) problems.push(tooDeep(deep));
  return { ...parsedBlocks(text, root), problems };
}

/** What the parser finds. */
export function parsedBlocks(text: string, root = parser.parse(text)): NoteBlocks {
  const headings: HeadingBlock[] = [];
  const fences: Fence[] = [];
  let frontMatter: Span | undefined;
  let contentStart = 0;
  let firstText: number | undefined;
  for (const node of root.children) {
    const span = spanOf(node);
    if (node.type === 'yaml') {
      frontMatter = insideLines(text, span);
      contentStart = span.end;
    } else if ((node.type as string) === 'toml') {
      contentStart = span.end;
    } else if (node.type === 'heading') {
      headings.push({ depth: node.depth, span, markdown: headingMarkdown(text, node) });
    } else {
      if (node.type === 'code') addFence(fences, text, node, span);
      if (node.type !== 'thematicBreak' && node.type !== 'html') firstText ??= span.start;
    }
  }
  return { headings, fences, contentStart, frontMatter, firstText };
}

function shortened(text: string, problems: NoteProblem[]): string {
  if (text.length <= longestNote) return text;
  const end = text.lastIndexOf('\n', longestNote);
  problems.push({
    span: firstLine(text),
    severity: 'warning',
    message: {
      en: 'This note is longer than 200,000 characters; only its beginning is used. Split it into several notes.',
      ja: 'このノートは 20 万文字を超えているため、先頭の部分だけを使います。複数のノートに分けてください。',
    },
  });
  return text.slice(0, end < 0 ? longestNote : end);
}

/** Whether `offset` is in fenced code, where hyphens and indentation are somebody's YAML. */
function isFenced(root: Root, text: string, offset: number): boolean {
  let node: Nodes | undefined = root;
  while (node && 'children' in node) {
    const children: Nodes[] = node.children;
    node = children.find((child) => offset >= spanOf(child).start && offset < spanOf(child).end);
  }
  return node?.type === 'code' && /[`~]/.test(text[spanOf(node).start] ?? '');
}

function tooDeep(span: Span): NoteProblem {
  return {
    span,
    severity: 'warning',
    message: {
      en: `Lists and quotes nested more than ${deepestNesting} levels deep are read as plain text.`,
      ja: `${deepestNesting} 段より深く入れ子になったリストや引用は、ただのテキストとして扱います。`,
    },
  };
}

function addFence(fences: Fence[], text: string, node: Code, span: Span): void {
  const opening = /^(`{3,}|~{3,})/.exec(text.slice(span.start, span.start + 100));
  const atMargin = span.start === 0 || text[span.start - 1] === '\n';
  if (!opening || !atMargin) return;
  fences.push({
    language: node.lang ?? '',
    meta: node.meta ?? '',
    content: insideFence(text, span, opening[0]),
    span,
  });
}

/** The lines between the first and the last one of `span`. */
function insideLines(text: string, span: Span): Span {
  const start = text.indexOf('\n', span.start) + 1;
  const end = text.lastIndexOf('\n', span.end - 1) + 1;
  return { start, end: Math.max(start, end) };
}

/** Like `insideLines`; a fence that is never closed reaches to the end. */
function insideFence(text: string, span: Span, fence: string): Span {
  const lineEnd = text.indexOf('\n', span.start);
  if (lineEnd < 0 || lineEnd >= span.end) return { start: span.end, end: span.end };
  const lastLine = text.slice(text.lastIndexOf('\n', span.end - 1) + 1, span.end);
  return lastLine.trim().startsWith(fence) ? insideLines(text, span) : { start: lineEnd + 1, end: span.end };
}

function headingMarkdown(text: string, node: Heading): string {
  const first = node.children[0];
  const last = node.children.at(-1);
  return first && last ? text.slice(spanOf(first).start, spanOf(last).end) : '';
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The first line that is not empty; a problem of the whole note is shown there. */
export function firstLine(text: string): Span {
  const match = /\S.*/.exec(text.slice(0, 10_000));
  return match
    ? { start: match.index, end: match.index + match[0].length }
    : { start: 0, end: Math.min(1, text.length) };
}
