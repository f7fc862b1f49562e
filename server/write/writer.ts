/** Turns changes of the model into changes of the text: the inverse of `read/`. */
import type { Template } from '../model/template.ts';
import type { Edit } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

/** A replacement in the file. */
export interface TextChange {
  /** From the file's start; empty for an insertion. */
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** Text, or a placeholder that the editor lets the user fill in. */
export type Piece = string | { readonly placeholder: string };

/**
 * The changes that make `edits` in the template's own style: indentation, quotes, comments and the rest of the
 * text stay. Undefined where the source is of a shape that cannot be edited safely (a flow map over an alias,
 * props that come from a variable elsewhere): then no fix is offered.
 */
export type Writer = (template: Template, edits: readonly Edit[]) => readonly TextChange[] | undefined;
