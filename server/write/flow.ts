/** Editing what stands in brackets: JSON, and YAML in flow style. */
import type { Value } from '../model/value.ts';
import { isList, isMap, type Plain } from '../rules/plain.ts';
import type { Span } from '../text/span.ts';
import { indentation, lineBreak, lineEnd } from './lines.ts';
import type { Placed } from './placed.ts';
import { scalarPieces } from './plain.ts';
import type { Piece, TextChange } from './writer.ts';

/** How brackets, keys and scalars are written in one place of a file. */
export interface FlowStyle {
  /** What a level of nesting adds at the start of a line; undefined where everything is on one line. */
  readonly indent: string | undefined;
  readonly lineBreak: string;
  /** Between a bracket and what is in it, on one line: a space or nothing. */
  readonly padding: string;
  key(name: string): string;
  scalar(value: string | number | boolean | null): string;
  /** The short form of a function, where the file uses them. */
  short?(plain: Plain): string | undefined;
}

/** `plain` in brackets. `base` is the indentation of the line it begins in. */
export function flowPieces(plain: Plain, base: string, style: FlowStyle): readonly Piece[] {
  const short = style.short?.(plain);
  if (short !== undefined) return [short];
  if (isList(plain)) {
    return bracketed(
      '[',
      ']',
      plain.map((item) => (inner: string) => flowPieces(item, inner, style)),
      base,
      style,
    );
  }
  if (isMap(plain)) {
    const entries = Object.entries(plain).map((entry) => (inner: string) => entryPieces(entry, inner, style));
    return bracketed('{', '}', entries, base, style);
  }
  return scalarPieces(plain, style.scalar);
}

export function entryPieces(
  [key, value]: readonly [string, Plain],
  base: string,
  style: FlowStyle,
): readonly Piece[] {
  return [`${style.key(key)}: `, ...flowPieces(value, base, style)];
}

function bracketed(
  open: string,
  close: string,
  parts: readonly ((indent: string) => readonly Piece[])[],
  base: string,
  style: FlowStyle,
): readonly Piece[] {
  if (parts.length === 0) return [open + close];
  const inner = style.indent === undefined ? base : base + style.indent;
  const lead = style.indent === undefined ? style.padding : style.lineBreak + inner;
  const trail = style.indent === undefined ? style.padding : style.lineBreak + base;
  const separator = style.indent === undefined ? ', ' : `,${style.lineBreak}${inner}`;
  const pieces: Piece[] = [open, lead];
  parts.forEach((part, index) => {
    if (index > 0) pieces.push(separator);
    pieces.push(...part(inner));
  });
  pieces.push(trail, close);
  return pieces;
}

/**
 * Adds to the end of a bracket: on lines of their own where its contents are, else on the same line.
 * @param container the bracket; this and what stands first and last in it count from the file's start
 * @param parts what to add, written with the indentation they are given
 */
export function insertAfter(
  text: string,
  container: Span,
  first: Span,
  last: Span,
  parts: (indent: string, oneLine: boolean) => readonly (readonly Piece[])[],
): readonly TextChange[] {
  const spansLines = text.slice(container.start, first.start).includes('\n');
  const end = { start: last.end, end: last.end };
  if (!spansLines) return [{ span: end, pieces: parts('', true).flatMap((part) => [', ', ...part]) }];
  const indent = indentation(text, first.start);
  const lead = lineBreak(text) + indent;
  const added = parts(indent, false);
  const lineStop = lineEnd(text, last.end);
  const [, comma = '', after = ''] = /^[ \t]*(,?)(.*)$/.exec(text.slice(last.end, lineStop)) ?? [];
  const isComment = /^\s*(?:#|\/[/*])/.test(after);
  if (!isComment) return [{ span: end, pieces: added.flatMap((part) => [`,${lead}`, ...part]) }];
  // A comment behind the last entry stays on its line.
  const pieces = added.flatMap((part, index) => [index > 0 ? `,${lead}` : lead, ...part]);
  const below = { start: lineStop, end: lineStop };
  return comma
    ? [{ span: below, pieces: [...pieces, ','] }]
    : [
        { span: end, pieces: [','] },
        { span: below, pieces },
      ];
}

/** Adds an entry behind another one, whose bracket is not known. */
export function insertBehind(
  text: string,
  entry: Span,
  part: (indent: string, oneLine: boolean) => readonly Piece[],
): readonly TextChange[] {
  const container = { start: text.slice(0, entry.start).trimEnd().length, end: entry.end };
  return insertAfter(text, container, entry, entry, (indent, oneLine) => [part(indent, oneLine)]);
}

/** The spans of the first and the last thing in a bracket, from the file's start. */
export function edges({
  value,
  origin,
}: Placed<Value>): { readonly first: Span; readonly last: Span } | undefined {
  const inner: Span[] =
    value.kind === 'map'
      ? value.entries.map((entry) => ({
          start: entry.keySpan.start,
          end: Math.max(entry.keySpan.end, entry.value.span.end),
        }))
      : value.kind === 'list'
        ? value.items.map((item) => item.span)
        : [];
  const within = inner.filter((span) => span.start >= value.span.start && span.end <= value.span.end);
  const [first] = within;
  const last = within.reduce<Span | undefined>(
    (best, each) => (!best || each.end > best.end ? each : best),
    undefined,
  );
  if (!first || !last) return undefined;
  return {
    first: { start: first.start + origin, end: first.end + origin },
    last: { start: last.start + origin, end: last.end + origin },
  };
}
