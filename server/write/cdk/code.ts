/** Values → code, with the names that the file imports. */
import { hasFreeKeys, propOfProperty } from '../../aws/cdk.ts';
import type { Template } from '../../model/template.ts';
import type { Instance } from '../../read/cdk/instances.ts';
import type { CdkSource } from '../../read/cdk/source.ts';
import { isList, isMap, isPlaceholder, type Plain } from '../../rules/plain.ts';
import type { Piece } from '../writer.ts';
import { csharp } from './csharp.ts';
import type { Dialect } from './dialect.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { separated } from './pieces.ts';
import { python } from './python.ts';
import { typescript } from './typescript.ts';

/** A class that code uses though the file does not import it. */
export interface MissingImport {
  readonly module: string;
  readonly className: string;
}

export interface Coder {
  readonly text: string;
  readonly source: CdkSource;
  readonly quote: string;
  readonly dialect: Dialect;
  /** The classes that what is written needs, and the file does not import. */
  readonly missing: MissingImport[];
  /** The code of the functions in what is written. */
  readonly functions: Map<Plain, readonly Piece[]>;
}

/** What is called as in CloudFormation in one place is a prop in another. */
export interface Naming {
  name(key: string): string;
  /** How keys are called below a key. */
  below(key: string): Naming;
}

const asWritten: Naming = { name: (key) => key, below: () => asWritten };

/** The names of properties as props of an L1 construct, except in documents such as policies. */
export function l1Naming({ module, className }: Pick<Instance, 'module' | 'className'>): Naming {
  const naming: Naming = {
    name: (key) => propOfProperty(module, className, key),
    below: (key) => (hasFreeKeys(module, naming.name(key)) ? asWritten : naming),
  };
  return naming;
}

const dialects: readonly Dialect[] = [typescript, python, java, csharp, go];

/** What writes code into a template's file; undefined for languages that are read, but not written. */
export function coderOf(template: Template, source: CdkSource): Coder | undefined {
  const { text, languageId } = template;
  const dialect = dialects.find((each) => each.languages.test(languageId));
  if (!dialect || dialect.needs?.test(text) === false) return undefined;
  const double = text.split('"').length > text.split("'").length;
  const quote = dialect.quote ?? (double ? '"' : "'");
  return { text, source, quote, dialect, missing: [], functions: new Map() };
}

/** Whether a value can be written: where props are objects of classes, which one a map would be is not known. */
export function isWritable(coder: Coder, value: Plain, naming?: Naming): boolean {
  if (!coder.dialect.typed || isPlaceholder(value) || coder.functions.has(value)) return true;
  if (isList(value)) return value.every((each) => isWritable(coder, each, naming));
  return !isMap(value) || naming === asWritten;
}

/** A literal, or the code of a function. */
export function literal(coder: Coder, value: Plain, naming: Naming = asWritten): Piece[] {
  const { dialect } = coder;
  const code = coder.functions.get(value);
  if (code) return [...code];
  const type = isPlaceholder(value) ? typeof value.placeholder : typeof value;
  if (type === 'string' || type === 'number' || type === 'boolean') {
    const own = plainLiteral(coder, value);
    return dialect.given ? [...dialect.given(own, type)] : own;
  }
  if (value === null) return [dialect.constants.null];
  if (isList(value)) {
    const [open, close] = dialect.brackets.list;
    return [open, ...separated(value.map((each) => literal(coder, each, naming))), close];
  }
  const entries = Object.entries(isMap(value) ? value : {}).map(([key, each]) => [
    mapKey(coder, naming.name(key)),
    ...literal(coder, each, naming.below(key)),
  ]);
  const [open, close] = dialect.brackets.map;
  if (entries.length === 0) return [open.trimEnd() + close.trimStart()];
  return [open, ...separated(entries), close];
}

/** A text, a number or a truth value as itself, wherever it stands. */
export function plainLiteral(coder: Coder, value: Plain): Piece[] {
  if (typeof value === 'boolean') return [coder.dialect.constants[`${value}`]];
  if (typeof value === 'string') return [quoted(coder, value)];
  if (typeof value === 'number') return [coder.dialect.number?.(value) ?? String(value)];
  if (!isPlaceholder(value)) return [String(value)];
  const { placeholder } = value;
  if (typeof placeholder !== 'string') return [{ placeholder: String(placeholder) }];
  return [coder.quote, { placeholder }, coder.quote];
}

/** `text` as a string literal in the file's own quotes. */
export function quoted({ quote }: Coder, text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

function mapKey(coder: Coder, key: string): string {
  const { dialect } = coder;
  const shape = dialect.props === 'braces' && !dialect.typed ? 'braces' : 'dictionary';
  return dialect.key(key, shape, (text) => quoted(coder, text));
}
