/** Takes an entry out of a map: JSON, and YAML in block and in flow style. */
import { type Entry, entryOf, type MapValue } from '../model/value.ts';
import { encloses, type Span } from '../text/span.ts';
import { lineEnd, lineStart } from './lines.ts';
import type { Placed } from './placed.ts';
import type { TextChange } from './writer.ts';

/** The change that leaves `map` without the entry `key`; undefined where that would take anything else along. */
export function removed(map: Placed<MapValue>, key: string): readonly TextChange[] | undefined {
  const { value, origin, text } = map;
  const entry = entryOf(value, key);
  if (!entry || !encloses(value.span, entry.keySpan)) return undefined;
  const spans = value.entries.filter((each) => encloses(value.span, each.keySpan)).map(whole);
  spans.sort((a, b) => a.start - b.start);
  const at = spans.findIndex((span) => span.start === entry.keySpan.start);
  const place = (span: Span | undefined): Span | undefined =>
    span && { start: span.start + origin, end: span.end + origin };
  const own = place(spans[at]);
  const isFlow = /[{[]/.test(text.charAt(value.span.start + origin));
  // In block style nothing would be left of the map.
  if (!own || (!isFlow && spans.length === 1)) return undefined;
  const span = isFlow
    ? inBrackets(own, place(spans[at - 1]), place(spans[at + 1]))
    : inLines(text, own, place(spans[at + 1]));
  if (!span || /[^"']#/.test(text.slice(span.start, span.end))) return undefined;
  return [{ span, pieces: [] }];
}

/** With the comma that would be left over. */
function inBrackets(own: Span, previous: Span | undefined, next: Span | undefined): Span {
  if (previous) return { start: previous.end, end: own.end };
  return { start: own.start, end: next?.start ?? own.end };
}

function inLines(text: string, own: Span, next: Span | undefined): Span | undefined {
  const start = lineStart(text, own.start);
  const rest = lineEnd(text, own.end);
  const hasComment = text.slice(own.end, rest).trim() !== '';
  // Behind the `-` of a list item, the next entry takes its place.
  const isFirstOnLine = text.slice(start, own.start).trim() === '';
  if (!isFirstOnLine) return next && !hasComment ? { start: own.start, end: next.start } : undefined;
  // A comment stays, on a line of its own.
  if (hasComment)
    return { start: own.start, end: own.end + (/^\s*/.exec(text.slice(own.end))?.[0].length ?? 0) };
  const end = text.indexOf('\n', rest);
  return { start, end: end < 0 ? text.length : end + 1 };
}

function whole({ keySpan, value }: Entry): Span {
  return { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
}
