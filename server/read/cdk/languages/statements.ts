/**
 * Statements that were read before. tree-sitter gives a node that an edit did not touch the same `id` in the
 * new tree, so its statement, with everything in it, is used again.
 */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Statement } from '../syntax.ts';

interface Known {
  readonly statement: Statement;
  readonly type: string;
  /** The statements inside it, by their ids. */
  readonly inner: ReadonlyMap<number, Known>;
}

export class KnownStatements {
  private previous: ReadonlyMap<number, Known>;
  private current = new Map<number, Known>();
  private circumstances: string;

  /** @param previous what was read from the tree that this one was made from */
  constructor(previous?: KnownStatements) {
    this.previous = previous?.current ?? new Map();
    this.circumstances = previous?.circumstances ?? '';
  }

  /** Says what the meaning of every statement depends on; those read under anything else are not used again. */
  readUnder(circumstances: string): void {
    if (circumstances !== this.circumstances) this.previous = new Map();
    this.circumstances = circumstances;
  }

  /** The statement of `node`: the one known from the previous tree, else what `read` makes of it. */
  statement(node: Node, read: () => Statement): Statement {
    const known = this.previous.get(node.id);
    if (known && known.type === node.type && known.statement.length === node.endIndex - node.startIndex) {
      this.keep(node.id, known);
      return known.statement;
    }
    const outer = this.current;
    const inner = new Map<number, Known>();
    this.current = inner;
    const statement = read();
    this.current = outer;
    for (const [id, each] of inner) outer.set(id, each);
    outer.set(node.id, { statement, type: node.type, inner });
    return statement;
  }

  /** Itself, once everything is read: lets go of what was known before. */
  settled(): this {
    this.previous = new Map();
    return this;
  }

  private keep(id: number, known: Known): void {
    this.current.set(id, known);
    for (const [innerId, each] of known.inner) this.current.set(innerId, each);
  }
}
