/** The blocks of a section that a hover may show: paragraphs, lists, tables, short code. Line by line, no parser. */
import { calloutOf } from './callouts.ts';
import type { Note, Section } from './note.ts';

export type Block =
  | TextBlock
  /** With its fences. */
  | { readonly kind: 'code'; readonly lines: readonly string[] };

export interface TextBlock {
  readonly kind: 'paragraph' | 'list' | 'table';
  readonly parts: readonly Part[];
}

/** A paragraph, a list item or a table row: what inline Markdown cannot reach across. */
export interface Part {
  /** Indentation and list marker, or the mark of a quote. */
  readonly prefix: string;
  readonly text: string;
}

interface OpenBlock {
  kind: 'paragraph' | 'list' | 'table';
  parts: { prefix: string; text: string }[];
}

const fencePattern = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/;
const itemPattern = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)(.*)$/;
const thematicBreak = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const definition = /^[\s>*+\-\d.)]*\[[^\]]+\]:/;
/** Code that belongs to rules, or that a hover cannot draw. */
const hiddenFence = /^(?:rule|mermaid|math|plantuml)\b|\s(?:good|bad)\b/i;
/** A hover never shows more; long sections cost no more than short ones. */
const mostCharacters = 20_000;

const known = new WeakMap<Section, readonly Block[]>();

/** The blocks of a section's own text. Lines of links only are left out: a hover has its own way on. */
export function sectionBlocks(note: Note, section: Section): readonly Block[] {
  let blocks = known.get(section);
  if (!blocks) {
    blocks = blocksOf(note.text.slice(section.body.start, section.body.end)).filter(
      (block) => block.kind === 'code' || !block.parts.every(({ text }) => isLinksOnly(text)),
    );
    known.set(section, blocks);
  }
  return blocks;
}

function isLinksOnly(text: string): boolean {
  const rest = text.replace(/\[[^\]]*\]\([^)]*\)/g, '');
  return rest !== text && /^\s*(?:[\w ]{1,20}[:：])?[\s·|,、]*$/.test(rest);
}

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = withoutHiddenHtml(markdown.slice(0, mostCharacters)).split(/\r?\n/);
  let open: OpenBlock | undefined;
  let at = 0;

  function start(kind: OpenBlock['kind'], prefix: string, text: string): void {
    if (open?.kind === kind && kind !== 'paragraph') open.parts.push({ prefix, text });
    else {
      open = { kind, parts: [{ prefix, text }] };
      blocks.push(open);
    }
  }

  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = fencePattern.exec(line);
    if (fence) {
      const end = closingLine(lines, at + 1, fence[1] ?? '');
      if (!hiddenFence.test(fence[2] ?? ''))
        blocks.push({ kind: 'code', lines: closed(lines.slice(at, end + 1), fence[1] ?? '') });
      open = undefined;
      at = end + 1;
      continue;
    }
    at += 1;
    const item = itemPattern.exec(line);
    if (line.trim() === '' || definition.test(line) || (thematicBreak.test(line) && !item)) {
      // A list may have empty lines between its items.
      if (open?.kind !== 'list') open = undefined;
    } else if (thematicBreak.test(line)) open = undefined;
    else if (item) start('list', listPrefix(item[1] ?? ''), item[2] ?? '');
    else if (/^\s*\|.*\|\s*$/.test(line)) start('table', '', line.trim());
    else if (/^\s*>/.test(line)) continueOrStart(quoted(line.replace(/^\s*(?:>\s?)+/, '')), '> ');
    else if (open?.kind === 'list' && !/^\s/.test(line) && (lines[at - 2] ?? '').trim() === '') {
      open = undefined;
      continueOrStart(line.trim(), '');
    } else continueOrStart(line.trim(), '');
  }

  function continueOrStart(text: string, prefix: string): void {
    const last = open?.parts.at(-1);
    if (
      open &&
      open.kind !== 'table' &&
      last &&
      (open.kind === 'list' || prefix === '' || last.prefix === prefix)
    )
      last.text += `\n${text}`;
    else {
      open = undefined;
      start('paragraph', prefix, text);
    }
  }

  return blocks;
}

/** The mark of a callout becomes its title, on a line of its own. */
function quoted(line: string): string {
  const found = line.startsWith('[!') ? calloutOf(line) : undefined;
  return found ? `**${found.callout.title.replace(/\*/g, '')}**  ` : line;
}

/** Comments, scripts and styles go with what is in them; other tags are taken out of their text later. */
function withoutHiddenHtml(markdown: string): string {
  return markdown
    .split(/(^ {0,3}(?:`{3,}|~{3,})[\s\S]*?^ {0,3}(?:`{3,}|~{3,})[ \t]*$)/m)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
            .replace(/<(script|style|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ''),
    )
    .join('');
}

function closingLine(lines: readonly string[], from: number, fence: string): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (line.startsWith(fence) && line.replaceAll(fence[0] ?? '', '') === '') return at;
  }
  return lines.length - 1;
}

function closed(lines: readonly string[], fence: string): string[] {
  const last = lines.at(-1)?.trim() ?? '';
  return lines.length > 1 && last.startsWith(fence) ? [...lines] : [...lines, fence];
}

/** Markers as they are, but without the deep indentation that would make code of an item. */
function listPrefix(marker: string): string {
  return marker.replace(/\t/g, '  ').replace(/\s+$/, ' ');
}
