/** Where values are shown: spans that count from a construct. */
import type { Span } from '../../text/span.ts';
import type { Site, SourceFile } from './scopes.ts';
import type { Statement } from './syntax.ts';

/** Statements by where they are found, and how far from what spans are counted from. */
export type Visited = Map<Site, { readonly statement: Statement; readonly distance: number }>;

/** What spans are counted from. */
export interface Frame {
  readonly file: SourceFile;
  /** An offset in the file. */
  readonly origin: number;
  /** Stands for everything of other files that nothing in the file itself stands for; counted from `origin`. */
  readonly here: Span;
  /** Takes the places in the program's main file that are looked into. */
  readonly visited?: Visited;
}

/** The span of `expression` as `frame` counts; what stands in another file is shown at what brings it here. */
export function spanIn(
  { file, origin, here }: Frame,
  expression: { start: number; end: number },
  site: Site,
): Span {
  const start = site.base + expression.start;
  const end = site.base + expression.end;
  if (site.file === file) return { start: start - origin, end: end - origin };
  const { uri, text } = site.file;
  return { start: here.start, end: here.end, elsewhere: { uri, text, span: { start, end } } };
}

/** The span of a use; `elsewhere` is where the value was written, if that is another file. */
export function atUse({ start, end }: Span, { elsewhere }: Span): Span {
  return elsewhere ? { start, end, elsewhere } : { start, end };
}
