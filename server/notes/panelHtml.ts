/**
 * A note as HTML for the side panel. Brings unified with it; the host imports this file when a note is first shown.
 * What comes out is sanitised last, whatever the steps before made of it.
 */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isMap, parseDocument } from 'yaml';
import { boundedText } from './bounded.ts';
import { calloutKinds } from './callouts.ts';
import { markdownTarget } from './markdownLinks.ts';
import type { Note } from './note.ts';
import { pictureOf } from './panelPictures.ts';
import { leaveOutReplaced } from './panelReplaced.ts';
import { leaveOutScripts } from './panelScripts.ts';
import { noSources, type PanelSources } from './panelSources.ts';
import { readVaultMarkdown } from './panelVault.ts';

/** A panel is for reading; what is longer is better opened as a text. */
const longestShown = 150_000;

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkGfm, { singleTilde: false });

const schema: SanitizeSchema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source'),
    'details',
    'summary',
    'mark',
  ],
  // Only footnotes have an id: raw HTML is left out.
  clobber: [],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'title', 'dataNote', 'dataSlug', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
    // Without `src`: what is shown is decided where the panel is.
    img: ['dataSrc', 'alt', 'title', 'width', 'height'],
    details: [
      'open',
      [
        'className',
        'rule',
        'example',
        'good',
        'bad',
        'error',
        'warning',
        'information',
        'hint',
        'callout',
        ...calloutKinds,
      ],
    ],
    div: [['className', 'callout', ...calloutKinds]],
    p: [['className', 'callout-title', 'tags']],
    summary: [['className', 'callout-title']],
    span: [['className', 'kind', 'tag']],
    pre: [['className', 'mermaid']],
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, ['dataSlug', ['className', 'sr-only']]]),
    ),
  },
  protocols: { href: ['https', 'http', 'mailto'] },
};

const html = unified().use(rehypeSanitize, schema).use(rehypeStringify);

/** A note for the panel. */
export interface PanelPage {
  /** Sanitised. */
  readonly html: string;
  /** The addresses of its pictures: what the `data-src` of an `img` may be. */
  readonly images: readonly string[];
}

/** The whole note as sanitised HTML. Never throws; a note that cannot be rendered comes as plain text. */
export function panelHtml(note: Note, sources: PanelSources = noSources): PanelPage {
  const images = new Set<string>();
  try {
    const text = boundedText(note.text, longestShown);
    const tree = markdown.parse(text);
    markHeadings(tree, note);
    leaveOutReplaced(tree, note, sources);
    leaveOutScripts(tree);
    foldRules(tree, note);
    readVaultMarkdown(tree, note, sources);
    const page = unified().use(remarkRehype).runSync(tree) as HtmlRoot;
    visit(page, 'element', (node, index, parent) => {
      if (node.tagName === 'a') linkToNote(node, note, sources);
      if (node.tagName === 'img' && parent && index !== undefined) {
        parent.children[index] = pictureOf(node, note.uri, sources, images);
      }
    });
    if (text.length < note.text.length) page.children.push(paragraph('…'));
    return { html: html.stringify(html.runSync(page)), images: [...images] };
  } catch {
    const page: HtmlRoot = {
      type: 'root',
      children: [htmlElement('pre', {}, [{ type: 'text', value: note.text.slice(0, longestShown) }])],
    };
    return { html: html.stringify(page), images: [] };
  }
}

/** Headings carry the slugs by which the panel finds them. */
function markHeadings(tree: Root, note: Note): void {
  const slugs = new Map(note.sections.map(({ headingSpan, slug }) => [headingSpan.start, slug]));
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const slug = slugs.get(node.position?.start.offset ?? -1);
    if (slug !== undefined) node.data = { ...node.data, hProperties: { dataSlug: slug } };
  }
}

/** Rule blocks become quiet cards, examples are folded, diagrams are left to the panel. */
function foldRules(tree: Root, note: Note): void {
  for (const [index, node] of tree.children.entries()) {
    if (node.type !== 'code') continue;
    const replace = (tag: string, className: string[], children: ElementContent[]): void => {
      const data = { hName: tag, hProperties: { className }, hChildren: children };
      tree.children[index] = { type: 'paragraph', children: [], data };
    };
    const language = (node.lang ?? '').toLowerCase();
    const verdict = /^(good|bad)\b/i.exec(node.meta ?? '')?.[1]?.toLowerCase();
    if (language === 'mermaid') {
      replace('pre', ['mermaid'], [{ type: 'text', value: node.value }]);
    } else if (language === 'rule') {
      const { id, severity, message } = ruleHead(node.value, note);
      const summary: ElementContent[] = [
        htmlElement('span', { className: ['kind'] }, [{ type: 'text', value: severity ?? 'rule' }]),
        { type: 'text', value: message ? ` ${message} ` : ' ' },
        htmlElement('code', {}, [{ type: 'text', value: id ?? '' }]),
      ];
      replace('details', ['rule', ...(severity ? [severity] : [])], folded(summary, node.value));
    } else if (verdict) {
      const words = {
        good: note.language === 'ja' ? '良い例' : 'Good',
        bad: note.language === 'ja' ? '悪い例' : 'Bad',
      };
      const summary: ElementContent[] = [{ type: 'text', value: words[verdict as 'good' | 'bad'] }];
      replace('details', ['example', verdict], folded(summary, node.value));
    }
  }
}

function folded(summary: ElementContent[], text: string): ElementContent[] {
  const code = htmlElement('code', {}, [{ type: 'text', value: `${text}\n` }]);
  return [htmlElement('summary', {}, summary), htmlElement('pre', {}, [code])];
}

/** What a reader wants to know of a rule before its block; all undefined where the block is broken. */
function ruleHead(
  source: string,
  note: Note,
): { id?: string | undefined; severity?: string | undefined; message?: string | undefined } {
  const { contents } = parseDocument(source.slice(0, 20_000), { schema: 'core', logLevel: 'silent' });
  if (!isMap(contents)) return {};
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const message = contents.get('message');
  const localized = isMap(message) ? (message.get(note.language ?? 'en') ?? message.get('en')) : message;
  const severity = /^(?:error|warning|information|hint)$/.exec(text(contents.get('severity')) ?? '')?.[0];
  return { id: text(contents.get('id')), severity, message: text(localized) };
}

/** Links to other notes and within this one are for the panel to follow; those to other files lead nowhere. */
function linkToNote(node: Element, note: Note, sources: PanelSources): void {
  const { dataNote, dataFootnoteRef, dataFootnoteBackref } = node.properties;
  if ([dataNote, dataFootnoteRef, dataFootnoteBackref].some((known) => known !== undefined)) return;
  const href = typeof node.properties.href === 'string' ? node.properties.href : '';
  if (/^(?:https?:|mailto:)/i.test(href)) return;
  const title = node.properties.title;
  node.properties = title ? { title } : {};
  const target = markdownTarget(href, note, sources);
  if (!target) {
    node.tagName = 'span';
    return;
  }
  node.properties.href = '#';
  if (!href.startsWith('#')) node.properties.dataNote = target.uri;
  if (target.slug) node.properties.dataSlug = target.slug;
}

function htmlElement(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

function paragraph(text: string): Element {
  return htmlElement('p', {}, [{ type: 'text', value: text }]);
}
