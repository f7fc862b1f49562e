/** What reading one kind of expression asks of whoever reads all of them. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression } from '../../syntax.ts';
import type { Declarations } from './declarations.ts';
import type { PackageNames } from './names.ts';

/** Reads expressions; offsets count from `start`. */
export interface Reading {
  readonly packages: PackageNames;
  readonly declared: Declarations;
  read(node: Node | null | undefined, start: number): Expression;
  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression;
  /** The expressions at `nodes`; what could not be parsed counts as a spread of something unknown. */
  all(nodes: readonly (Node | null)[], start: number): Expression[];
  /** What cannot be told, but is looked at. */
  unreadable(node: Node, start: number): Extract<Expression, { kind: 'spread' }>;
  comment(node: Node, start: number): void;
  /** Whether a type is of a package of CDK. */
  isOfLibrary(type: Node): boolean;
  source(node: Node): string;
}

/** Where `node` stands, counted from `start`. */
export function placed(node: Node, start: number): { start: number; end: number } {
  return { start: node.startIndex - start, end: node.endIndex - start };
}

/** What stands first in `node`, apart from comments. */
export function firstOf(node: Node): Node | undefined {
  return node.namedChildren.find((child) => child?.type !== 'comment') ?? undefined;
}
