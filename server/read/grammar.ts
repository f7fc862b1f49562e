/**
 * The coarse structure of a template's text, found without parsing it: where each section and each resource
 * begins and ends. It is what makes reading incremental, and what keeps an error inside its resource.
 */
import type { Problem, SourceFormat } from '../model/template.ts';
import type { Span } from '../text/span.ts';
import type { Parsed } from './syntax.ts';

/** A `key: value` piece of the text. */
export interface Block {
  readonly key: string;
  /** Offset in the file of the piece's first character; comments just above the key belong to it. */
  readonly start: number;
  readonly text: string;
  /** Offset of the key in `text`. */
  readonly keyStart: number;
}

export interface Outline {
  /** The sections except `Resources`. */
  readonly sections: readonly Block[];
  /** Undefined where there is no `Resources` section. */
  readonly resources: readonly Block[] | undefined;
  /** What is wrong between the blocks. */
  readonly problems: readonly Problem[];
}

/** What a rule wants to know of a resource before anything else; spans relative to the block. */
export interface Header {
  readonly nameSpan: Span;
  readonly type: string;
  readonly typeSpan: Span;
  readonly condition: string | undefined;
}

/** What a format must be able to do so that templates can be read from it. Nothing here throws. */
export interface Grammar {
  readonly format: SourceFormat;
  /** A fast look at the text: false where it is surely no template. */
  mayBeTemplate(text: string): boolean;
  /** Undefined where the text cannot be cut into blocks and has to be parsed as a whole. */
  outline(text: string): Outline | undefined;
  /** Parses a block: `root` is a map with the block's key. */
  parseBlock(text: string): Parsed;
  parseDocument(text: string): Parsed;
  /** Finds name and type of a resource block; undefined where only parsing can tell. */
  header(block: Block): Header | undefined;
}
