/**
 * What a note says about one value or property: the list item or table row that begins with it, with the sentence
 * that goes with it, instead of the whole list.
 */
import type { Match } from './book.ts';
import type { Focus } from './focus.ts';
import { type Block, sectionBlocks, type TextBlock } from './hoverBlocks.ts';
import { inlineMarkdown } from './hoverInline.ts';
import { beginningOf, escaped, isLeadIn, linesOf, markdownOf } from './hoverText.ts';
import type { Note, Section } from './note.ts';

export interface Focused {
  readonly markdown: string;
  /** Where the words stand. */
  readonly section: Section;
}

/** A part of a block, and where it stands. */
interface Found {
  readonly section: Section;
  readonly blocks: readonly Block[];
  readonly block: TextBlock;
  readonly text: string;
  /** Its place in the block. */
  readonly at: number;
  readonly name: string;
}

/** What the section and those around it on the same topic say about `focus`; undefined where they do not name it. */
export function focusedMarkdown(match: Match, focus: Focus, maxLines: number): Focused | undefined {
  const { note } = match;
  const own = partsOf(note, sectionsBelow(note, match.section));
  const around = partsOf(note, sectionsOfTopic(match));
  let item = textWithName(own, focus.values) ?? textWithName(around, focus.values);
  let row = rowWithName(own, focus.values) ?? rowWithName(around, focus.values);
  const mention = focus.mentioned === undefined ? undefined : mentionOf(own, focus.mentioned, item);
  if (!item && !row && !mention) {
    item = textWithName(own, focus.keys) ?? textWithName(around, focus.keys);
    row = rowWithName(own, focus.keys);
  }
  const found = item ?? row ?? mention;
  if (!found) return undefined;

  const paragraphs = [
    item ? leading(item) : `**${escaped(found.name)}** · ${escaped(found.section.heading)}`,
  ];
  let left = maxLines - linesOf(paragraphs[0] ?? '') + 1;
  const add = (markdown: string): void => {
    const size = linesOf(markdown);
    if (size === 0 || size > left) return;
    paragraphs.push(markdown);
    left -= size;
  };
  if (item && announced(item)) add(beginning(announced(item), left));
  else if (mention && mention.section !== item?.section) add(mentionText(mention, found.section));
  else if (item) add(explanation(item));
  if (row) {
    add(tableOf(row));
    if (!item && !mention) add(explanation(row));
  }
  return { markdown: paragraphs.join('\n\n'), section: found.section };
}

function sectionsBelow(note: Note, section: Section): readonly Section[] {
  return note.sections.filter(({ span }) => span.start >= section.span.start && span.end <= section.span.end);
}

/** The sections under the highest heading above the match that still speaks of its topic. */
function sectionsOfTopic({ note, section, subject }: Match): readonly Section[] {
  if (subject.kind !== 'topic') return [];
  let top = section;
  let above = parentOf(note, section);
  for (let depth = 0; above && depth < 6; depth += 1) {
    if (above.subjects.some((each) => each.kind === 'topic' && each.topic === subject.topic)) top = above;
    above = parentOf(note, above);
  }
  return top === section ? [] : sectionsBelow(note, top);
}

function parentOf(note: Note, { parent }: Section): Section | undefined {
  return parent === undefined ? undefined : note.sections[parent];
}

type Part = Omit<Found, 'name'>;

function partsOf(note: Note, sections: readonly Section[]): readonly Part[] {
  return sections.flatMap((section) => {
    const blocks = sectionBlocks(note, section);
    return blocks.flatMap((block) =>
      block.kind === 'code' ? [] : block.parts.map(({ text }, at) => ({ section, blocks, block, text, at })),
    );
  });
}

/** The item, or else the paragraph, that begins with the first of the names that any begins with. */
function textWithName(parts: readonly Part[], names: readonly string[]): Found | undefined {
  const texts = parts.filter(
    (part) => part.block.kind !== 'table' && (!isLeadIn(part.text) || announced(part) !== undefined),
  );
  for (const name of names) {
    const begin = texts.filter(({ text }) => codeAtStart(text).some((code) => isSame(code, name)));
    const found = begin.find(({ block }) => block.kind === 'list') ?? begin[0];
    if (found) return { ...found, name };
  }
  return undefined;
}

/** The row of a table whose first cell begins with a name, or that has a cell of nothing but one. */
function rowWithName(parts: readonly Part[], names: readonly string[]): Found | undefined {
  const rows = parts.filter(({ block, at }) => block.kind === 'table' && at > 1);
  for (const name of names) {
    const found = rows.find(({ text }) =>
      cellsOf(text).some((cell, column) =>
        codeAtStart(cell).some((code) => isSame(code, name) && (column === 0 || cell === `\`${code}\``)),
      ),
    );
    if (found) return { ...found, name };
  }
  return undefined;
}

/** The paragraph or item that names it in code somewhere else than `besides`. */
function mentionOf(parts: readonly Part[], name: string, besides: Found | undefined): Found | undefined {
  const texts = parts.filter(
    ({ block, text, section }) =>
      block.kind !== 'table' && !(section === besides?.section && text === besides.text),
  );
  const introduced = texts.find(
    ({ block, blocks, text, at }) => block === blocks[0] && at === 0 && namesIn(firstSentence(text), name),
  );
  if (introduced) return { ...introduced, name };
  const found = texts.find(({ text }) => !isLeadIn(text) && namesIn(text, name));
  // Where an example shows it first, the section as a whole is the better answer.
  const example = parts.findIndex(({ blocks }) =>
    blocks.some((block) => block.kind === 'code' && block.lines.join('\n').includes(name)),
  );
  if (!found || (!besides && example >= 0 && example <= parts.indexOf(found))) return undefined;
  return { ...found, name };
}

function namesIn(text: string, name: string): boolean {
  return codeIn(text).some((code) => code.toLowerCase() === name.toLowerCase());
}

function firstSentence(text: string): string {
  return /^.*?(?:[。！？]|[.!?](?=\s|$)|$)/s.exec(text)?.[0] ?? text;
}

/** The item with its name in bold: `**st1** — Throughput Optimized HDD …`. */
function leading({ text, name }: Found): string {
  const plain = text.replace(/^(?:\d{1,9}[.)]\s+)?/, '');
  const code = codeAtStart(plain).find((each) => isSame(each, name)) ?? name;
  const marked = [`**\`${code}\`**`, `\`${code}\``, `**${code}**`].find((each) => plain.includes(each));
  return inlineMarkdown(marked === undefined ? plain : plain.replace(marked, () => `**${escaped(code)}**`));
}

/** The list that a paragraph announces. */
function announced({ blocks, block, text }: Part): Block | undefined {
  const next = block.kind === 'paragraph' && isLeadIn(text) ? blocks[blocks.indexOf(block) + 1] : undefined;
  return next?.kind === 'list' ? next : undefined;
}

function beginning(block: Block | undefined, maxLines: number): string {
  const whole = block ? markdownOf(block) : '';
  return !block || linesOf(whole) <= maxLines ? whole : beginningOf(block, maxLines, true);
}

/** What is said next to a list or table about all that is in it. */
function explanation({ blocks, block }: Found): string {
  const at = blocks.indexOf(block);
  const beside = block.kind === 'paragraph' ? [blocks[at + 1]] : [blocks[at + 1], blocks[at - 1]];
  for (const each of beside) {
    const text = each?.kind === 'paragraph' ? markdownOf(each) : '';
    if (text !== '' && !isLeadIn(text)) return text;
  }
  return '';
}

function mentionText({ section, text, name }: Found, shown: Section): string {
  const said = inlineMarkdown(text);
  return section === shown || section.heading.includes(name)
    ? said
    : `**${escaped(section.heading)}**: ${said}`;
}

/** Head, rule and row. */
function tableOf({ block, text }: Found): string {
  const head = block.parts.slice(0, 2).map((part) => part.text);
  return [...head, text].map(inlineMarkdown).join('\n');
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** The code spans or bold words that a text begins with; several may follow one another. */
function codeAtStart(text: string): string[] {
  const [start = ''] =
    /^(?:\s|[*,、・/()（）[\]]|`[^`\n]+`|(?:and|or|と|や|または)(?=\s|`))*/.exec(text) ?? [];
  const bold = /^\*\*([^*\n]+?)[:：.]?\*\*/.exec(text)?.[1];
  return [...codeIn(start), ...(bold === undefined || bold.includes('`') ? [] : [bold])];
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Whether code names it: itself, with a value (`Iops: 3000`), or all that begin like it (`ds2.*`). */
function isSame(code: string, name: string): boolean {
  const [written, sought] = [code.toLowerCase(), name.toLowerCase()];
  if (written === sought || written.startsWith(`${sought}: `)) return true;
  return written.endsWith('.*') && sought.startsWith(written.slice(0, -1));
}
