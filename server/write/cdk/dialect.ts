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
  /** A construct: its class, the arguments that are given by place, and its props, if it has any. */
  construct(
    classCode: string,
    given: readonly (readonly Piece[])[],
    props: readonly Piece[] | undefined,
  ): readonly Piece[];
  /** A variable with the value `code`, without what ends a statement. */
  variable(name: string, code: readonly Piece[]): readonly Piece[];
  /** Text with the values of expressions in it. */
  interpolated(
    parts: readonly (string | { readonly code: readonly Piece[] })[],
    quote: string,
  ): readonly Piece[];
  /** The statement that imports a class, written like another import of the file. */
  importLine(module: string, className: string, like: string): string;
  /** Where one more name can be added to an import, which imports names only; undefined where it cannot. */
  placeInImport(statement: string): number | undefined;
}

/** The end of the last thing in the list that `close` ends, or that the statement ends with. */
export function endOfNames(statement: string, close: string): number | undefined {
  // A comment may stand behind the last name.
  if (/#|\/[/*]/.test(statement)) return undefined;
  const end = statement.lastIndexOf(close);
  return end < 0 ? undefined : statement.slice(0, end).replace(/,?\s*$/, '').length;
}
