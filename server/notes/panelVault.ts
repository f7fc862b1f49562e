/** What vaults and wikis write beyond Markdown, made part of it: wiki links, embeds, tags, highlights, callouts. */
import type { Blockquote, Image, Link, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import { visit } from 'unist-util-visit';
import { calloutOf } from './callouts.ts';
import type { Note } from './note.ts';
import type { PanelSources } from './panelSources.ts';
import {
  isImageName,
  type WikiLink,
  wikiLinkOf,
  wikiLinkPattern,
  wikiLinkText,
  wikiTarget,
} from './wikiLinks.ts';

/** As in Obsidian: it has a letter, so that `#1` stays the number of an issue. */
const tagPattern = /(?<![^\s(])#([\p{L}\p{N}_/-]{0,100}[\p{L}_][\p{L}\p{N}_/-]{0,100})/gu;
const highlightPattern = /==(?=\S)([^=\n]{1,300}?)(?<=\S)==/g;
const sizePattern = /^(\d{1,4})(?:x(\d{1,4}))?$/;

/** Changes `tree`, which was read from `note`. */
export function readVaultMarkdown(tree: Root, note: Note, sources: PanelSources): void {
  visit(tree, 'blockquote', readCallout);
  visit(tree, 'image', (image) => sizeFromAlt(image));
  findAndReplace(
    tree,
    [
      [
        wikiLinkPattern,
        (...match: string[]) => {
          const link = wikiLinkOf(match.slice(0, 5));
          return link ? wikiNode(link, note, sources) : false;
        },
      ],
      [tagPattern, (tag: string) => styled(tag, 'span', { className: ['tag'] })],
      [highlightPattern, (_: string, words: string) => styled(words, 'mark', {})],
    ],
    { ignore: ['link', 'linkReference'] },
  );
  showTags(tree, note.tags);
}

/** A picture, a link that opens in the panel, or the words of a link that leads nowhere. */
function wikiNode(link: WikiLink, note: Note, { named }: PanelSources): PhrasingContent {
  const { target, label, isEmbed } = link;
  if (isEmbed && isImageName(target)) {
    const size = sizePattern.exec(label ?? '');
    return image(target, size || label === undefined ? target : label, size);
  }
  const found = wikiTarget(link, note, named);
  const words = textOf(found?.isTurned ? target : wikiLinkText(link));
  return found ? linkTo(found.note, found.section?.slug, words) : words;
}

/** A link that the panel follows. */
export function linkTo(note: Note, slug: string | undefined, ...children: PhrasingContent[]): Link {
  const hProperties = { dataNote: note.uri, ...(slug ? { dataSlug: slug } : {}) };
  return { type: 'link', url: '#', children: children as Link['children'], data: { hProperties } };
}

function image(url: string, alt: string, size: RegExpExecArray | null): Image {
  const [, width, height] = size ?? [];
  const hProperties = { ...(width ? { width } : {}), ...(height ? { height } : {}) };
  return { type: 'image', url, alt, data: { hProperties } };
}

/** Obsidian writes a picture's width after its text: `![A picture|300](picture.png)`. */
function sizeFromAlt(node: Image): void {
  const [, text = '', size = ''] = /^([^|]*)\|([^|]*)$/.exec(node.alt ?? '') ?? [];
  const found = sizePattern.exec(size.trim());
  if (found) Object.assign(node, image(node.url, text.trim(), found));
}

/** A quote that begins with `[!NOTE]` becomes a callout; one with a sign after that can be folded. */
function readCallout(quote: Blockquote): void {
  const [first, ...rest] = quote.children;
  const begin = first?.type === 'paragraph' ? first.children[0] : undefined;
  const found = begin?.type === 'text' ? calloutOf(begin.value) : undefined;
  if (first?.type !== 'paragraph' || begin?.type !== 'text' || !found) return;
  const { kind, title, fold } = found.callout;
  const [heading, body] = splitAtLine([textOf(begin.value), ...first.children.slice(1)]);
  // The mark itself is no part of the title.
  const mark = /^\[![^\]]*\][+-]?[ \t]*/.exec(begin.value)?.[0] ?? '';
  const [opening, ...after] = heading;
  const own = opening?.type === 'text' ? [textOf(opening.value.slice(mark.length)), ...after] : heading;
  const isTitled = own.some((node) => node.type !== 'text' || node.value.trim() !== '');
  quote.children = [
    titleBlock(isTitled ? own : [textOf(title)], fold !== undefined),
    ...(body.length > 0 ? [{ type: 'paragraph' as const, children: body }] : []),
    ...rest,
  ];
  quote.data = {
    hName: fold === undefined ? 'div' : 'details',
    hProperties: { className: ['callout', kind], ...(fold === 'open' ? { open: true } : {}) },
  };
}

function titleBlock(children: PhrasingContent[], folds: boolean): Paragraph {
  const hProperties = { className: ['callout-title'] };
  return { type: 'paragraph', children, data: { hName: folds ? 'summary' : 'p', hProperties } };
}

/** What stands before and after the first end of a line. */
function splitAtLine(nodes: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const at = nodes.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  );
  const node = nodes[at];
  if (!node) return [[...nodes], []];
  if (node.type !== 'text') return [nodes.slice(0, at), nodes.slice(at + 1)];
  const end = node.value.indexOf('\n');
  return [
    [...nodes.slice(0, at), textOf(node.value.slice(0, end))],
    [textOf(node.value.slice(end + 1)), ...nodes.slice(at + 1)],
  ];
}

/** The tags of the front matter, below the title. */
function showTags(tree: Root, tags: readonly string[]): void {
  if (tags.length === 0) return;
  const children = tags.flatMap((tag) => [styled(`#${tag}`, 'span', { className: ['tag'] }), textOf(' ')]);
  const line: Paragraph = { type: 'paragraph', children, data: { hProperties: { className: ['tags'] } } };
  const first = tree.children.findIndex(({ type }) => type !== 'yaml' && (type as string) !== 'toml');
  const heading = tree.children[first];
  const isTitle = heading?.type === 'heading' && heading.depth === 1;
  tree.children.splice(isTitle ? first + 1 : Math.max(0, first), 0, line);
}

function styled(text: string, hName: string, hProperties: { className?: string[] }): PhrasingContent {
  return { type: 'emphasis', children: [textOf(text)], data: { hName, hProperties } };
}

function textOf(value: string): Text {
  return { type: 'text', value };
}
