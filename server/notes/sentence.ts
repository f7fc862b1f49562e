/** The sentence around something in a note, for a reader who has not seen the note. */
import type { Span } from '../text/span.ts';
import { plainText } from './plainText.ts';

/** Plain text in three parts: before, the thing itself, and after. */
export type Sentence = readonly [before: string, it: string, after: string];

/** As much as is looked at, and as much as is shown, on either side. */
const farthest = 1000;
const longestSide = 120;

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
/** A line that does not go on with the one above it: an item, a heading, a row of a table, a key of the front matter. */
const beginsBlock = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||[\w-]+:(?=\s))/;
/** A line that the next one does not go on with. */
const endsBlock = /^[ \t]*(?:#{1,6}[ \t]|\|)/;
/** A line of neither text. */
const between = /^[ \t>]*(?:-{3,}|={3,}|\+{3,})?[ \t]*\r?\n?$/;
/** Private-use characters that keep the place of the thing while Markdown is taken away. */
const [mark, endMark] = ['\ue000', '\ue001'];

/** The sentence of `text` in which `span` stands, without Markdown. */
export function sentenceAround(text: string, span: Span): Sentence {
  const block = blockAround(text, span);
  const marked = [
    text.slice(block.start, span.start),
    mark,
    text.slice(span.start, span.end),
    endMark,
    text.slice(span.end, block.end),
  ].join('');
  const plain = plainText(marked.replace(/^[ \t]*#{1,6}[ \t]+/, ''));
  const [first, last] = [plain.indexOf(mark), plain.indexOf(endMark)];
  if (first < 0 || last < first) return ['', plainText(text.slice(span.start, span.end)), ''];
  let [from, to] = [0, plain.length];
  for (const { segment, index } of sentences.segment(plain)) {
    if (index <= first) from = index;
    if (index + segment.length > last) {
      to = index + segment.length;
      break;
    }
  }
  return [
    shortenedBefore(plain.slice(from, first)),
    plain.slice(first + 1, last).replace(/^\[(.*)\]$/, '$1'),
    shortenedAfter(plain.slice(last + 1, to).trimEnd()),
  ];
}

/** The paragraph, item, row or heading. */
function blockAround(text: string, span: Span): Span {
  let start = lineStart(text, span.start);
  while (start > 0 && span.start - start < farthest && !beginsBlock.test(text.slice(start, start + 100))) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (between.test(line) || endsBlock.test(line)) break;
    start = above;
  }
  let end = lineEnd(text, span.end);
  const isOneLine = endsBlock.test(text.slice(start, end));
  while (!isOneLine && end < text.length && end - span.end < farthest) {
    const below = lineEnd(text, end + 1);
    const line = text.slice(end + 1, below);
    if (between.test(line) || beginsBlock.test(line)) break;
    end = below;
  }
  return { start: Math.max(start, span.start - farthest), end: Math.min(end, span.end + farthest) };
}

function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function shortenedBefore(text: string): string {
  if (text.length <= longestSide) return text;
  const end = text.slice(-longestSide);
  return `…${end.slice(Math.max(0, end.search(/[\s、。]/) + 1))}`;
}

function shortenedAfter(text: string): string {
  if (text.length <= longestSide) return text;
  const begin = text.slice(0, longestSide);
  return `${begin.slice(0, begin.search(/[\s、。][^\s、。]*$/) + 1 || longestSide).trimEnd()}…`;
}
