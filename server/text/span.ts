/**
 * Offsets into a text, in UTF-16 code units (JavaScript string indices, also the LSP default).
 * Everything below `features` speaks offsets; LSP positions appear only at the edge.
 */
export interface Span {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset just after the last character. */
  readonly end: number;
  /** Set where what is meant stands in another file: the span itself is of what brings it here. */
  readonly elsewhere?: Elsewhere | undefined;
}

/** A place in another file. */
export interface Elsewhere {
  readonly uri: string;
  readonly text: string;
  readonly span: Span;
}

/** The span from `start` up to, but not including, `end`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** `inner` moved by `distance` characters. */
export function shift(inner: Span, distance: number): Span {
  return distance === 0 ? inner : { start: inner.start + distance, end: inner.end + distance };
}

/** Whether `offset` lies in `outer`; its end counts, because a cursor can rest there. */
export function contains(outer: Span, offset: number): boolean {
  return offset >= outer.start && offset <= outer.end;
}

/** Whether `inner` lies wholly in `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
