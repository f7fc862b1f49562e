/**
 * What YAML and JSON texts have in common once parsed: scalars, lists and maps with their places. Intrinsic
 * functions are still as written; `intrinsics.ts` gives them their meaning.
 */
import type { Comment, Problem } from '../model/template.ts';
import type { Scalar } from '../model/value.ts';
import type { Span } from '../text/span.ts';

interface Tagged {
  readonly span: Span;
  /** A YAML tag as written, `!Sub`. */
  readonly tag?: string;
}

export interface ScalarNode extends Tagged {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** How it is written where its text says more than the value: `yes`, `5.10`. */
  readonly source?: string;
}

export interface ListNode extends Tagged {
  readonly kind: 'list';
  readonly items: readonly SyntaxNode[];
}

export interface MapNode extends Tagged {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  /** True where some of it could not be read: a merge key over an unknown alias, a key that is not a text. */
  readonly open: boolean;
}

/** An alias that leads nowhere or to itself, or what is nested too deeply. */
export interface UnreadableNode extends Tagged {
  readonly kind: 'unreadable';
}

export type SyntaxNode = ScalarNode | ListNode | MapNode | UnreadableNode;

export interface Pair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: SyntaxNode;
}

/** A parsed text; all spans count from its start. */
export interface Parsed {
  readonly root: SyntaxNode | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}

/** The text that nodes came from, and where their values' spans count from. */
export interface Source {
  readonly text: string;
  /** Added to every span: 0 where values are relative to the same text. */
  readonly base: number;
}

/** Nesting beyond this is not read; CloudFormation itself refuses far less. */
export const deepestNesting = 100;

/** The value of the last pair of `node` with this key, if `node` is a map. */
export function child(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return pairOf(node, key)?.value;
}

/** The last pair of `node` with this key, if `node` is a map. */
export function pairOf(node: SyntaxNode | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pairs.findLast((pair) => pair.key === key) : undefined;
}

/** The text of a scalar node without a tag. */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.tag === undefined && typeof node.value === 'string'
    ? node.value
    : undefined;
}

/**
 * A copy of `text` that does not keep the longer text alive it was cut from, as a plain `slice` does in
 * JavaScript engines: what is kept per resource must not hold a whole earlier version of the file.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
