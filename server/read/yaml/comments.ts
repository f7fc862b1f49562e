/** Comments of a YAML text, told from a `#` inside a text by where its scalars stand. */
import type { Comment } from '../../model/template.ts';
import { type Span, span } from '../../text/span.ts';

/** Where a `#` may begin a comment: at the start of a line or after white space. */
export function hashOffsets(source: string): number[] {
  const found: number[] = [];
  for (let at = source.indexOf('#'); at >= 0; at = source.indexOf('#', at + 1)) {
    if (at === 0 || isSpace(source.charCodeAt(at - 1))) found.push(at);
  }
  return found;
}

/**
 * The comments among the `#` at these offsets.
 * @param texts where scalars stand
 */
export function commentsAt(source: string, hashes: readonly number[], texts: readonly Span[]): Comment[] {
  const comments: Comment[] = [];
  const sorted = [...texts].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  for (const at of hashes) {
    while (next < sorted.length && (sorted[next]?.start ?? 0) <= at)
      end = Math.max(end, sorted[next++]?.end ?? 0);
    if (at < end) continue;
    const lineEnd = source.indexOf('\n', at);
    end = trimmedEnd(source, at, lineEnd < 0 ? source.length : lineEnd);
    comments.push({ span: span(at, end), text: source.slice(at, end).replace(/^#+/, '').trim() });
  }
  return comments;
}

/** `end` moved before the white space that precedes it. */
export function trimmedEnd(source: string, start: number, end: number): number {
  let last = Math.min(end, source.length);
  while (last > start && isSpace(source.charCodeAt(last - 1))) last--;
  return last;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
