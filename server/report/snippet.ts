/** The line that a finding is on, with carets below the marked part, as a terminal shows them. */
import { eastAsianWidth } from 'get-east-asian-width';
import type { Span } from '../text/span.ts';

export interface Snippet {
  /** The line, or the part of a very long one that shows the marked text. */
  readonly line: string;
  /** Blanks and carets that stand exactly below the marked part of `line`. */
  readonly carets: string;
}

const tabWidth = 4;
/** Cells that a line may take; minified JSON has lines of megabytes. */
const widest = 120;

/** The first line of `span` in `text`. Tabs become spaces; full-width characters take two carets. */
export function snippet(text: string, span: Span): Snippet {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.start);
  const lineEnd = newline < 0 ? text.length : newline;
  const from = Math.max(lineStart, span.start - widest / 2);
  const to = Math.min(lineEnd, from + widest);
  const before = printable(text.slice(from, span.start), 0);
  const marked = printable(text.slice(span.start, Math.min(span.end, to)), cells(before));
  const after = printable(text.slice(Math.min(span.end, to), to), cells(before + marked));
  const cutBefore = from > lineStart ? '…' : '';
  const line = cutBefore + before + marked + after + (to < lineEnd ? '…' : '');
  return {
    line: line.trimEnd(),
    carets: ' '.repeat(cells(cutBefore + before)) + '^'.repeat(Math.max(1, cells(marked.trimEnd()))),
  };
}

/** `text` with tabs as spaces, from the cell `column` on, and without characters that a terminal acts upon. */
function printable(text: string, column: number): string {
  let result = '';
  for (const character of text) {
    if (character === '\t') {
      const width = tabWidth - ((column + cells(result)) % tabWidth);
      result += ' '.repeat(width);
    } else if (/\P{Cc}/u.test(character)) {
      result += character;
    }
  }
  return result;
}

/** The cells that `text` takes in a terminal. */
function cells(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}|\p{Cf}/u.test(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
