/** Takes an entry out of a map or an item out of a list: JSON, and YAML in block and in flow style. */
import { type Entry, entryOf, type ListValue, type MapValue } from '../model/value.ts';
import { encloses, type Span } from '../text/span.ts';
import { lineEnd, lineStart } from './lines.ts';
import type { Placed } from './placed.ts';
import type { TextChange } from './writer.ts';

/** The change that leaves `holder` without the part `key`; undefined where that would take anything else along. */
export function removed(
  holder: Placed<MapValue | ListValue>,
  key: string,
): readonly TextChange[] | undefined {
  const { value, origin, text } = holder;
  const isFlow = /[{[]/.test(text.charAt(value.span.start + origin));
  const own = value.kind === 'map' ? entryOf(value, key)?.keySpan : value.items[Number(key)]?.span;
  if (!own || !encloses(value.span, own)) return undefined;
  const spans = value.kind === 'map' ? value.entries.map(whole) : value.items.map((item) => item.span);
  const within = spans.filter((span) => encloses(value.span, span)).sort((a, b) => a.start - b.start);
  const at = within.findIndex((span) => span.start === own.start);
  const place = (index: number): Span | undefined => {
    const span = within[index];
    if (!span) return undefined;
    const absolute = { start: span.start + origin, end: span.end + origin };
    return isFlow || value.kind === 'map' ? absolute : withDash(text, absolute);
  };
  const part = place(at);
  // In block style nothing would be left of it.
  if (!part || (!isFlow && within.length === 1)) return undefined;
  const span = isFlow ? inBrackets(part, place(at - 1), place(at + 1)) : inLines(text, part, place(at + 1));
  if (!span || /[^"']#/.test(text.slice(span.start, span.end))) return undefined;
  return [{ span, pieces: [] }];
}

/** With the comma that would be left over. */
export function inBrackets(own: Span, previous: Span | undefined, next: Span | undefined): Span {
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

/** From the dash of a list item on. */
function withDash(text: string, item: Span): Span | undefined {
  const dash = /-[ \t]+$/.exec(text.slice(lineStart(text, item.start), item.start));
  return dash ? { start: item.start - dash[0].length, end: item.end } : undefined;
}

function whole({ keySpan, value }: Entry): Span {
  return { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
}
