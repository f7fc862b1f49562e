/**
 * Tests are text in, text out. A marked text holds a cursor and expected findings in place:
 *
 *     VolumeType: st1$0
 *     Resources:
 *       Disk:
 *         Type: AWS::EC2::Volume
 *               ^^^^^^^^^^^^^^^^ ebs/hdd-volume hint
 *
 * A line of carets marks the same columns of the line above and is not part of the text itself; it may start
 * with a comment marker (`#` or `//`) to the left of the carets.
 */
import type { Span } from '../../server/text/span.ts';

export interface Mark {
  readonly span: Span;
  /** What follows the carets. */
  readonly label: string;
}

export interface MarkedText {
  readonly text: string;
  /** Where `$0` stood. */
  readonly cursor: number | undefined;
  readonly marks: readonly Mark[];
}

const caretLine = /^(\s*(?:#|\/\/)?\s*)(\^+)(?:\s+(.*))?$/;

/** Takes the marks out of `marked`. A template literal's common indentation and first line break go, too. */
export function parseMarked(marked: string): MarkedText {
  const lines = dedent(marked).split('\n');
  const kept: string[] = [];
  const marks: Mark[] = [];
  let length = 0;
  let previousStart = 0;
  let cursor: number | undefined;
  for (const line of lines) {
    const match = caretLine.exec(line);
    if (match && kept.length > 0) {
      const start = previousStart + (match[1] ?? '').length;
      marks.push({ span: { start, end: start + (match[2] ?? '').length }, label: (match[3] ?? '').trim() });
      continue;
    }
    const at = line.indexOf('$0');
    const text = at < 0 ? line : line.slice(0, at) + line.slice(at + 2);
    if (at >= 0) cursor = length + at;
    previousStart = length;
    kept.push(text);
    length += text.length + 1;
  }
  return { text: kept.join('\n'), cursor, marks };
}

/** `text` with each span marked by carets below it, in the notation that `parseMarked` reads. */
export function mark(text: string, marks: readonly Mark[]): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let start = 0;
  for (const line of lines) {
    result.push(line);
    const end = start + line.length;
    const here = marks.filter((m) => m.span.start >= start && m.span.start <= end);
    for (const { span, label } of [...here].sort(
      (a, b) => a.span.start - b.span.start || compare(a.label, b.label),
    )) {
      const width = Math.max(1, Math.min(span.end, end) - span.start);
      result.push(`${' '.repeat(span.start - start)}${'^'.repeat(width)}${label ? ` ${label}` : ''}`);
    }
    start = end + 1;
  }
  return result.join('\n');
}

/** Removes the first line break and the indentation that all lines share, as template literals in tests have it. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = indents.length ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(common)).join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
