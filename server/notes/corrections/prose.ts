/** The sentences of a note as a reader hears them, without Markdown and in one spelling, and where each stands. */
import type { Span } from '../../text/span.ts';

/** A paragraph, heading, list item or table row. */
export interface Paragraph {
  /** Where its first line starts in the note. */
  readonly start: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  /** NFKC, without Markdown and text that is struck out; no space beside a Japanese character. */
  readonly text: string;
  /** From its first to its last character in the note. */
  readonly span: Span;
}

/** Longer ones are data, not prose. */
const longestParagraph = 5000;
const longestSentence = 1000;

const fence = /^[ \t>]*(`{3,}|~{3,})/;
const marker = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
const listItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const heading = /^ {0,3}#{1,6}[ \t]+/;
const tableRow = /^[ \t]*\|[ \t]*/;
/** A line break that Markdown keeps. */
const hardBreak = /(?: {2,}|\\|<br ?\/?>)$/i;
const noText = /^[\s>|:*_=-]*$/;

/** The paragraphs of `note` from `start` on. Code, comments and front matter are left out. */
export function paragraphsOf(note: string, start: number): Paragraph[] {
  const text = withoutComments(note);
  const paragraphs: Paragraph[] = [];
  let lines: Span[] = [];
  let open: string | undefined;
  const close = (): void => {
    const paragraph = lines.length > 0 ? paragraphOf(text, lines) : undefined;
    if (paragraph) paragraphs.push(paragraph);
    lines = [];
  };
  for (const { start: lineStart, end } of linesOf(text, start)) {
    const line = text.slice(lineStart, end);
    const ticks = fence.exec(line)?.[1];
    if (open !== undefined) {
      if (ticks?.startsWith(open) && line.trim().endsWith(ticks)) open = undefined;
      continue;
    }
    if (ticks !== undefined) {
      close();
      open = ticks;
      continue;
    }
    const alone = heading.exec(line) ?? tableRow.exec(line);
    if (alone || noText.test(line) || listItem.test(line)) close();
    if (noText.test(line)) continue;
    lines.push({ start: lineStart + (alone ?? marker.exec(line) ?? [''])[0].length, end });
    if (alone) close();
  }
  close();
  return paragraphs;
}

/** HTML comments become spaces; all offsets stay. */
function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    if (start < 0) return result + text.slice(at);
    const found = text.indexOf('-->', start + 4);
    const end = found < 0 ? text.length : found + 3;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
}

function* linesOf(text: string, from: number): Generator<Span> {
  for (let start = from; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { start, end };
    start = end + 1;
  }
}

/**
 * Text of Markdown that is not heard, then characters that NFKC leaves as they are, and then any other one with the
 * marks that belong to it.
 */
const tokens =
  /(~~[^~\n]{1,500}~~|\]\([^()\s]{0,500}\)|<\/?[a-z][^<>\n]{0,200}>|[*`\\[\]]|\s+)|((?:[!-)+-;=?@A-Z^_a-z{|}]+|[ぁ-ゖァ-ヺー一-龯、。]+)(?![\p{M}\uff9e\uff9f]))|.[\p{M}\uff9e\uff9f]*/giu;
const wide = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

function paragraphOf(text: string, lines: readonly Span[]): Paragraph | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last || last.end - first.start > longestParagraph) return undefined;
  let heard = '';
  const offsets: number[] = [];
  const breaks: number[] = [];
  let space = false;
  for (const { start, end } of lines) {
    for (const token of text.slice(start, end).matchAll(tokens)) {
      if (token[1] !== undefined) {
        space ||= /^[\s<]/.test(token[1]);
        continue;
      }
      const form = token[2] ?? token[0].normalize('NFKC');
      if (space && heard !== '' && !wide.test(heard.at(-1) ?? '') && !wide.test(form)) {
        heard += ' ';
        offsets.push(start + token.index);
      }
      space = false;
      heard += form;
      for (let unit = 0; unit < form.length; unit += 1)
        offsets.push(start + token.index + (token[2] === undefined ? 0 : unit));
    }
    space = true;
    if (hardBreak.test(text.slice(start, end)) && !/[、,]$/.test(heard)) breaks.push(heard.length);
  }
  const sentences = sentencesOf(heard, [...sentenceEnds(heard), ...breaks], offsets, text);
  return { start: first.start, text: heard, sentences };
}

const sentenceEnd = /[。!?][)」』]*|\.(?=[\s\u3041-\u9fff]|$)/g;
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|\d{1,3})$/i;

function* sentenceEnds(text: string): Generator<number> {
  for (const { index, 0: mark } of text.matchAll(sentenceEnd)) {
    if (mark === '.' && abbreviation.test(text.slice(Math.max(0, index - 8), index))) continue;
    yield index + mark.length;
  }
  yield text.length;
}

function sentencesOf(
  text: string,
  ends: readonly number[],
  offsets: readonly number[],
  note: string,
): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of [...ends].sort((a, b) => a - b)) {
    const from = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
    start = end;
    if (end <= from || end - from > longestSentence) continue;
    const lastAt = offsets[end - 1] ?? 0;
    // The last character may be a surrogate pair.
    const width = (note.codePointAt(lastAt) ?? 0) > 0xffff ? 2 : 1;
    sentences.push({
      text: text.slice(from, end),
      span: { start: offsets[from] ?? 0, end: lastAt + width },
    });
  }
  return sentences;
}
