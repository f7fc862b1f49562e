/** What differs between the languages that CDK code is written in. */
import type { Piece } from '../writer.ts';

/** How something with named parts is written: with braces, or in Python as named arguments or as a dictionary. */
export type Shape = 'braces' | 'arguments' | 'dictionary';

export interface Dialect {
  readonly languages: RegExp;
  /** What the props that a construct is given are, and what is in them. */
  readonly props: Shape;
  /** What may stand between code and the end of its line: a comment. */
  readonly restOfLine: RegExp;
  readonly constants: { readonly true: string; readonly false: string; readonly null: string };
  /** What a member, or a prop given by name, is called. */
  name(name: string): string;
  /** The key of a part, up to where its value begins. */
  key(name: string, shape: Shape, quoted: (text: string) => string): string;
  /**
   * Props inside a prop, where there are none yet; undefined where it is not known how they are written.
   * @param classCode how the file calls a class of the construct's module
   */
  nested(
    prop: string,
    parts: readonly Piece[],
    classCode: (className: string) => string | undefined,
  ): readonly Piece[] | undefined;
}
