/** What differs between the languages that CDK code is written in. */
import type { Piece } from '../writer.ts';
import { separated } from './pieces.ts';

/**
 * How something with named parts is written: with braces, in Python as named arguments or as a dictionary, in Java as
 * calls on a builder.
 */
export type Shape = 'braces' | 'arguments' | 'dictionary' | 'calls';

export type Brackets = readonly [open: string, close: string];

type Code = readonly Piece[];

/** How classes and what they have are written. */
export interface Members {
  /** A class of what is imported, or a class in a class. */
  inside(outer: string, className: string): string;
  /** An enum member, or a constant that a class has. */
  constant(classCode: string, name: string, of: 'enum' | 'class'): string;
  /** A call of a static method. */
  staticCall(classCode: string, method: string, given: readonly Code[]): Code;
  /** A call of a method of `object`. */
  call(object: Code, method: string, given: readonly Code[]): Code;
  /** What a property of `object` has. */
  property(object: Code, name: string): Code;
}

export interface Dialect {
  readonly languages: RegExp;
  /** What a file has to have for anything to be written into it. */
  readonly needs?: RegExp;
  readonly members: Members;
  /** What stands just inside braces, a space where it is not said. */
  readonly padding?: string;
  /** A literal where a prop or an argument takes it, where that is not the literal itself. */
  given?(code: Code, type: 'string' | 'number' | 'boolean'): Code;
  /** A literal as it is given; its first group is the literal itself. */
  readonly wrapped?: RegExp;
  /** What the props that a construct is given are, and what is in them. */
  readonly props: Shape;
  /** What may stand between code and the end of its line: a comment. */
  readonly restOfLine: RegExp;
  /** The only quotes that there are for text, where there is no choice. */
  readonly quote?: string;
  /** True where a name with dots is a package, whose classes are imported before they are named. */
  readonly packages?: true;
  /** What lists and what maps of free keys stand in. */
  readonly brackets: { readonly list: Brackets; readonly map: Brackets };
  /** True where props are objects of classes: in their place, a map of free keys does not do. */
  readonly typed: boolean;
  readonly constants: { readonly true: string; readonly false: string; readonly null: string };
  /** What a member, or a prop given by name, is called. */
  name(name: string): string;
  /** What a variable is called. */
  variableName(name: string): string;
  /** How a module is called below the whole of aws-cdk-lib: `aws_ec2` of `cdk.aws_ec2`. */
  submodule(module: string): string | undefined;
  /** The key of a part, up to where its value begins. */
  key(name: string, shape: Shape, quoted: (text: string) => string): string;
  /** A number, where it is not written by its digits alone. */
  number?(value: number): string;
  /**
   * Props inside a prop, where there are none yet; undefined where it is not known how they are written.
   * @param classCode how the file calls a class of the construct's module
   */
  nested(
    prop: string,
    parts: readonly Piece[],
    classCode: (className: string) => string | undefined,
  ): readonly Piece[] | undefined;
  /**
   * All props of a construct that has been given none.
   * @param classCode how the file calls the construct's class, or the one that is called so with a suffix
   */
  allProps(
    parts: readonly Piece[],
    classCode: (suffix?: string) => string | undefined,
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
  /** How a class is called that is imported for it; by its own name where that is not said. */
  imported?(module: string, className: string): string;
  /** What is added to an import that imports other modules, so that it imports this one, too. */
  addedToImport?(
    statement: string,
    module: string,
  ): { readonly offset: number; readonly text: string } | undefined;
  /** Whether importing a module as a whole would make one of these names mean two things. */
  clashes?(module: string, names: Iterable<string>): boolean;
  /** The statement that imports a class, written like another import of the file. */
  importLine(module: string, className: string, like: string): string;
  /** Where one more name can be added to an import, which imports names only; undefined where it cannot. */
  placeInImport(statement: string): number | undefined;
}

/** Members that are written with a dot. */
export function dotted(name: (name: string) => string): Members {
  const call: Members['call'] = (object, method, given) => [
    ...object,
    `.${name(method)}(`,
    ...separated(given),
    ')',
  ];
  return {
    inside: (outer, className) => `${outer}.${className}`,
    constant: (classCode, constant) => `${classCode}.${constant}`,
    staticCall: (classCode, method, given) => call([classCode], method, given),
    call,
    property: (object, property) => [...object, `.${name(property)}`],
  };
}

/** The end of the last thing in the list that `close` ends, or that the statement ends with. */
export function endOfNames(statement: string, close: string): number | undefined {
  // A comment may stand behind the last name.
  if (/#|\/[/*]/.test(statement)) return undefined;
  const end = statement.lastIndexOf(close);
  return end < 0 ? undefined : statement.slice(0, end).replace(/,?\s*$/, '').length;
}
