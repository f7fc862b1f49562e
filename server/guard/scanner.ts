/** Reads a text piece by piece. */

import { NotTaken } from './notTaken.ts';

export class Scanner {
  readonly text: string;
  offset = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether `pattern`, which must be sticky, comes next; comments and white space before it are passed over. */
  sees(pattern: RegExp): boolean {
    return this.#match(pattern) !== null;
  }

  /** Takes what `pattern` matches if it comes next; gives its first group, or all of it. */
  take(pattern: RegExp): string | undefined {
    const match = this.#match(pattern);
    if (!match) return undefined;
    this.offset = pattern.lastIndex;
    return match[1] ?? match[0];
  }

  /** Takes `pattern` only where it follows at once, without white space. */
  takeHere(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.offset = pattern.lastIndex;
    return match[1] ?? match[0];
  }

  /** @throws NotTaken where something else comes next */
  expect(pattern: RegExp): string {
    const taken = this.take(pattern);
    if (taken !== undefined) return taken;
    throw new NotTaken('syntax', this.offset);
  }

  atEnd(): boolean {
    this.#skip();
    return this.offset >= this.text.length;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    this.#skip();
    pattern.lastIndex = this.offset;
    return pattern.exec(this.text);
  }

  #skip(): void {
    const blank = /(?:\s+|#[^\n]*)*/y;
    blank.lastIndex = this.offset;
    blank.exec(this.text);
    this.offset = blank.lastIndex;
  }
}
