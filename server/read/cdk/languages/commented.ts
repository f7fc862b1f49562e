/** Statements with the comments in them, the same in every language. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Comment, Expression, Statement } from '../syntax.ts';
import type { KnownStatements } from './statements.ts';

/** A statement as it is read, before it is known where it ends and what comments are in it. */
export type Unplaced = Statement extends infer S
  ? S extends unknown
    ? Omit<S, 'length' | 'comments'>
    : never
  : never;

// The signs around a comment in most languages.
const slashes = /^\/[/*]+\s?|\s*\*+\/$/g;

export class CommentedStatements {
  private readonly text: string;
  private readonly known: KnownStatements;
  private readonly signs: RegExp;
  private comments: Comment[] = [];

  /** @param signs what of a comment's text only says that it is one */
  constructor(text: string, known: KnownStatements, signs = slashes) {
    this.text = text;
    this.known = known;
    this.signs = signs;
  }

  /** The statement at `node`: what was known of it, or what `read` finds. */
  at(node: Node, read: () => Unplaced): Statement {
    return this.known.statement(node, () => this.complete(node, read));
  }

  /** The same for what is to be read each time. */
  complete(node: Node, read: () => Unplaced): Statement {
    const outer = this.comments;
    this.comments = [];
    const statement = read();
    const comments = this.comments;
    this.comments = outer;
    return { ...statement, length: node.endIndex - node.startIndex, comments } as Statement;
  }

  /** What a function without a block gives, as the statement that would say so. */
  result(node: Node, read: (node: Node, start: number) => Expression): Statement {
    return this.at(node, () => ({ kind: 'return', value: read(node, node.startIndex) }));
  }

  /** Takes a comment of the statement that is being read. */
  comment(node: Node, start: number): void {
    const text = this.text.slice(node.startIndex, node.endIndex).replace(this.signs, '');
    this.comments.push({ start: node.startIndex - start, end: node.endIndex - start, text });
  }
}
