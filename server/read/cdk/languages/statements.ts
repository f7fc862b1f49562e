/**
 * Statements that were read before. Their offsets count from where they start, so one whose text stands in the same
 * place of the same program again, however far an edit has moved it, is used again with everything in it.
 */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Statement } from '../syntax.ts';

/** By type and text; equal ones are told apart by their order, for each stands for code of its own. */
type Known = Map<string, Statement[]>;

/** The statement that is being read. */
interface Outer {
  readonly node: Node;
  readonly context: string;
  /** What was known, and is, of the statements inside it. */
  inner?: { readonly previous: Known | undefined; readonly current: Known; readonly context: string };
}

/** The text of a longer statement is not compared: what is in it is. */
const MOST_COMPARED = 8_000;

export class KnownStatements {
  /** By what stands around them: the beginnings of the statements that they are in. */
  private previous: ReadonlyMap<string, Known>;
  private readonly current = new Map<string, Known>();
  private circumstances: string;
  private outer: Outer | undefined;
  private text: string;
  private parsed: string;

  /**
   * @param parsed the text that the tree is of: `text` itself, or what was made of it where it is half-typed
   * @param previous what was read from the text before
   */
  constructor(text: string, parsed: string, previous?: KnownStatements) {
    this.text = text;
    this.parsed = parsed;
    this.previous = previous?.current ?? new Map();
    this.circumstances = previous?.circumstances ?? '';
  }

  /** Says what the meaning of every statement depends on; those read under anything else are not used again. */
  readUnder(circumstances: string): void {
    if (circumstances !== this.circumstances) this.previous = new Map();
    this.circumstances = circumstances;
  }

  /** The statement of `node`: the one known from the text before, else what `read` makes of it. */
  statement(node: Node, read: () => Statement): Statement {
    const { startIndex, endIndex } = node;
    const { previous, current, context } = this.around(startIndex);
    // Around what could not be parsed, the same text may be something else.
    if (endIndex - startIndex > MOST_COMPARED || node.hasError) return this.inside(node, context, read);
    const key = `${node.type} ${this.written(startIndex, endIndex)}`;
    const found = current.get(key);
    const known = previous?.get(key)?.[found?.length ?? 0];
    const statement = known ?? this.inside(node, context, read);
    if (found) found.push(statement);
    else current.set(key, [statement]);
    return statement;
  }

  /** Itself, once everything is read: lets go of what was known before. */
  settled(): this {
    this.previous = new Map();
    this.text = '';
    this.parsed = '';
    return this;
  }

  private written(start: number, end: number): string {
    const written = this.text.slice(start, end);
    const parsed = this.parsed === this.text ? written : this.parsed.slice(start, end);
    return parsed === written ? written : `${written}\0${parsed}`;
  }

  private inside(node: Node, context: string, read: () => Statement): Statement {
    const { outer } = this;
    this.outer = { node, context };
    const statement = read();
    this.outer = outer;
    return statement;
  }

  /** What is known of the statements around `start`. */
  private around(start: number): NonNullable<Outer['inner']> {
    const { outer } = this;
    if (outer?.inner) return outer.inner;
    // What a statement is may depend on what it is in: a field of a class, a variable of a function.
    const context = outer
      ? `${outer.context}\n${outer.node.type} ${this.written(outer.node.startIndex, start)}`
      : '';
    let current = this.current.get(context);
    if (!current) {
      current = new Map();
      this.current.set(context, current);
    }
    const inner = { previous: this.previous.get(context), current, context };
    if (outer) outer.inner = inner;
    return inner;
  }
}
