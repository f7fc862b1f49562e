/** The blocks of a note that matter: what `blocks.ts` finds in its text. */
import type { Span } from '../text/span.ts';

export interface NoteBlocks {
  readonly headings: readonly HeadingBlock[];
  /** Fenced code at the left margin; what stands in lists and quotes is somebody's quotation. */
  readonly fences: readonly Fence[];
  /** Where the content after the front matter begins. */
  readonly contentStart: number;
  /** The YAML between the lines of `---`. */
  readonly frontMatter: Span | undefined;
  /** Where the first block of the content begins that is no heading; undefined where there is none. */
  readonly firstText: number | undefined;
}

export interface HeadingBlock {
  readonly depth: number;
  readonly span: Span;
  readonly markdown: string;
}

export interface Fence {
  readonly language: string;
  /** What follows the language in the info string. */
  readonly meta: string;
  /** The text between the fences. */
  readonly content: Span;
  readonly span: Span;
}
