/**
 * A section for a hover: the note's own words, cut where they stop making a glance. Works on the source text, so
 * that nothing has to be parsed while a reader waits.
 */
import type { Match } from './book.ts';
import type { Focus } from './focus.ts';
import { type Block, sectionBlocks } from './hoverBlocks.ts';
import { focusedMarkdown } from './hoverFocus.ts';
import { beginningOf, escaped, isLeadIn, linesOf, markdownOf, widthOf } from './hoverText.ts';
import type { Note, Section } from './note.ts';

export interface HoverOptions {
  /** About how many lines it may have, the heading not counted. */
  readonly maxLines: number;
  /** The value or property that the hover is about. */
  readonly focus?: Focus;
  /** Whether the beginnings of sub-sections may follow where the section itself says little. */
  readonly subsections?: boolean;
}

const mostSubsections = 2;
const longestAnnouncement = 60;

/** A hover's text and the section that most of it is from. */
export interface HoverText {
  readonly markdown: string;
  readonly section: Section;
  /** Whether it is about the focus, and not the section as a whole. */
  readonly focused: boolean;
}

/**
 * What a section says, as Markdown: about the focus, if it names that; else its heading in bold and its beginning.
 * Ends with `…` where something was left out. Rule blocks, examples, images and raw HTML do not appear; links lead
 * to the web or nowhere.
 */
export function hoverMarkdown(match: Match, options: HoverOptions): HoverText {
  const { maxLines, focus, subsections = true } = options;
  const focused = focus && focusedMarkdown(match, focus, maxLines);
  if (focused) return { ...focused, focused: true };
  const { note, section } = match;
  const paragraphs: string[] = [`**${escaped(section.heading)}**`];
  const written = writeBlocks(sectionBlocks(note, section), maxLines, paragraphs);
  if (subsections && written < maxLines / 2) writeSubsections(note, section, maxLines - written, paragraphs);
  return { markdown: paragraphs.join('\n\n'), section, focused: false };
}

/** A sub-section in short: its heading and the first thing it says; empty where it says nothing by itself. */
export function teaser(note: Note, section: Section, maxLines: number): string {
  const blocks = sectionBlocks(note, section).filter(
    (block) => block.kind !== 'code' && (block.kind !== 'table' || linesOf(markdownOf(block)) <= maxLines),
  );
  const [first, second] = blocks;
  if (!first) return '';
  const paragraphs: string[] = [];
  const text = markdownOf(first);
  // Japanese announces lists with whole sentences.
  const announces = second?.kind === 'list' && (isLeadIn(text) || widthOf(text) < longestAnnouncement);
  writeBlocks(announces ? [first, second] : [first], maxLines, paragraphs);
  if (announces && paragraphs.length < 2) return '';
  return paragraphs.length === 0 ? '' : [`**${escaped(section.heading)}**`, ...paragraphs].join('\n\n');
}

/** Adds what fits of `blocks` to `paragraphs`; returns the number of lines used. */
function writeBlocks(blocks: readonly Block[], maxLines: number, paragraphs: string[]): number {
  let used = 0;
  const before = paragraphs.length;
  for (const [index, block] of blocks.entries()) {
    const left = maxLines - used;
    const whole = markdownOf(block);
    if (whole === '') continue;
    const size = linesOf(whole);
    if (size <= left) {
      paragraphs.push(whole);
      used += size;
      continue;
    }
    const part = left > 0 ? beginningOf(block, left, paragraphs.length > 1) : '';
    if (part !== '') paragraphs.push(part);
    else {
      dropLeadIn(paragraphs, before);
      if (paragraphs.length > Math.max(1, before) && blocks.slice(index).some(({ kind }) => kind !== 'code'))
        paragraphs.push('…');
    }
    return maxLines;
  }
  dropLeadIn(paragraphs, before);
  return used;
}

/** Takes back a last line that announces something which was left out. */
function dropLeadIn(paragraphs: string[], from: number): void {
  if (paragraphs.length > from && isLeadIn(paragraphs.at(-1) ?? '')) paragraphs.pop();
}

/** The beginnings of the sub-sections, for a section that is mostly a heading. */
function writeSubsections(note: Note, section: Section, maxLines: number, paragraphs: string[]): void {
  const index = note.sections.indexOf(section);
  const children = note.sections.filter((child) => child.parent === index && child !== section);
  const room = Math.max(3, Math.floor(maxLines / 3));
  let left = maxLines;
  for (const [count, child] of children.entries()) {
    if (left <= 1 || count === mostSubsections) {
      if (!paragraphs.at(-1)?.endsWith('…')) paragraphs.push('…');
      return;
    }
    const says = sectionBlocks(note, child).length > 0;
    // A heading alone says what is below it only where nothing is.
    const text = says ? teaser(note, child, Math.min(left - 1, room)) : `**${escaped(child.heading)}**`;
    if (text === '') continue;
    paragraphs.push(text);
    left -= linesOf(text);
  }
}
