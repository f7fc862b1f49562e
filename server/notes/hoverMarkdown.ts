/**
 * A section for a hover: the note's own words, cut where they stop making a glance. Works on the source text, so
 * that nothing has to be parsed while a reader waits.
 */
import type { Match } from './book.ts';
import { type Block, blocksOf } from './hoverBlocks.ts';
import { inlineMarkdown } from './hoverInline.ts';
import type { Note, Section } from './note.ts';

/** What a line of a hover holds; full-width characters count twice. */
const lineWidth = 96;
const shortCode = 6;

/**
 * The section as Markdown: its heading in bold and about `maxLines` lines below it. Ends with `…` where something
 * was left out. Rule blocks, examples, images and raw HTML do not appear; links lead to the web or nowhere.
 */
export function hoverMarkdown({ note, section }: Match, maxLines: number): string {
  const lines: string[] = [`**${bold(section.heading)}**`];
  const own = shownBlocks(note, section);
  const written = writeBlocks(own, maxLines, lines);
  if (written < maxLines / 2) writeSubsections(note, section, maxLines - written, lines);
  return lines.join('\n\n');
}

/** The blocks of a section's own text. Lines of links only are left out: a hover has its own way on. */
function shownBlocks(note: Note, section: Section): Block[] {
  return blocksOf(note.text.slice(section.body.start, section.body.end)).filter(
    (block) => block.kind === 'code' || !block.parts.every(({ text }) => isLinksOnly(text)),
  );
}

function isLinksOnly(text: string): boolean {
  const rest = text.replace(/\[[^\]]*\]\([^)]*\)/g, '');
  return rest !== text && /^\s*(?:[\w ]{1,20}[:：])?[\s·|,、]*$/.test(rest);
}

/** Adds what fits of `blocks` to `paragraphs`; returns the number of lines used. */
function writeBlocks(blocks: readonly Block[], maxLines: number, paragraphs: string[]): number {
  let used = 0;
  for (const [index, block] of blocks.entries()) {
    const left = maxLines - used;
    const whole = markdownOf(block);
    if (whole === '') continue;
    const size = linesOf(block, whole);
    if (size <= left) {
      paragraphs.push(whole);
      used += size;
      continue;
    }
    const part = left > 0 ? beginningOf(block, left) : '';
    if (part !== '') paragraphs.push(part);
    else if (paragraphs.length > 1 && blocks.slice(index).some((each) => each.kind !== 'code'))
      paragraphs.push('…');
    return maxLines;
  }
  return used;
}

/** The beginnings of the sub-sections, for a section that is mostly a heading. */
function writeSubsections(note: Note, section: Section, maxLines: number, paragraphs: string[]): void {
  const index = note.sections.indexOf(section);
  let left = maxLines;
  for (const child of note.sections) {
    if (child.parent !== index || child === section) continue;
    if (left <= 1) {
      if (!paragraphs.at(-1)?.endsWith('…')) paragraphs.push('…');
      return;
    }
    const body = shownBlocks(note, child);
    const first = body.find((block) => block.kind !== 'code');
    const text = first ? markdownOf(first) : '';
    const room = Math.min(left - 1, Math.max(2, Math.floor(maxLines / 3)));
    const size = first ? linesOf(first, text) : 0;
    const part = first && size > room ? beginningOf(first, room) : text;
    // A heading alone says what is below it only where nothing is.
    if (part === '' && body.length > 0) continue;
    paragraphs.push(`**${bold(child.heading)}**`);
    if (part !== '') paragraphs.push(part);
    left -= 1 + Math.min(room, size);
  }
}

function markdownOf(block: Block): string {
  if (block.kind === 'code') return block.lines.length <= shortCode + 2 ? block.lines.join('\n') : '';
  return block.parts
    .map((part) => prefixed(part.prefix, inlineMarkdown(part.text)))
    .join('\n')
    .trim();
}

/** As much of a block as fits `maxLines`, with `…` at its end; empty where nothing sensible does. */
function beginningOf(block: Block, maxLines: number): string {
  if (block.kind === 'code') return '';
  const kept: string[] = [];
  let used = 0;
  for (const part of block.parts) {
    const text = inlineMarkdown(part.text);
    const size = visualLines(text);
    if (used + size > maxLines) {
      if (block.kind === 'table') break;
      const cut = sentencesWithin(text, (maxLines - used) * lineWidth);
      if (cut !== '') return [...kept, prefixed(part.prefix, `${cut} …`)].join('\n');
      break;
    }
    kept.push(prefixed(part.prefix, text));
    used += size;
  }
  // A table is not one without a row below its head.
  if (kept.length === 0 || (block.kind === 'table' && kept.length < 3)) return '';
  return `${kept.join('\n')}\n\n…`;
}

function prefixed(prefix: string, text: string): string {
  return prefix + text.replaceAll('\n', `\n${prefix.replace(/[^\s>]/g, ' ')}`);
}

/** The sentences of `text` that fit; a single long one is cut after a comma or a word. */
function sentencesWithin(text: string, width: number): string {
  let kept = '';
  for (const sentence of text.split(/(?<=[。！？])|(?<=[.!?])(?=\s)/)) {
    if (widthOf(kept + sentence) > width) break;
    kept += sentence;
  }
  if (kept.trim() !== '' || width < lineWidth) return kept.trim();
  let cut = '';
  for (const word of text.split(/(?<=[、,\s])/)) {
    if (widthOf(cut + word) > width) break;
    cut += word;
  }
  // A cut through emphasis, code or a link would spill over the rest.
  return /[*_`[\]]/.test(cut) ? '' : cut.trim();
}

function linesOf(block: Block, markdown: string): number {
  return block.kind === 'code' ? Math.max(1, block.lines.length - 2) : visualLines(markdown);
}

function visualLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / lineWidth)), 0);
}

function widthOf(text: string): number {
  const shown = text.replace(/\]\([^)]*\)/g, ']');
  return (
    shown.length +
    (shown.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}

function bold(heading: string): string {
  return heading.replace(/[\\*_`[\]<>]/g, '\\$&');
}
