/** Values → code, with the names that the file imports. */
import { enumMember } from '../../aws/cdk.ts';
import type { Template } from '../../model/template.ts';
import type { CdkSource } from '../../read/cdk/source.ts';
import type { Placeholder, Plain } from '../../rules/rule.ts';
import type { Piece } from '../writer.ts';
import type { Dialect } from './dialect.ts';
import { python } from './python.ts';
import { typescript } from './typescript.ts';

export interface Coder {
  readonly text: string;
  readonly source: CdkSource;
  readonly quote: string;
  readonly dialect: Dialect;
}

const dialects: readonly Dialect[] = [typescript, python];

/** What writes code into a template's file; undefined for languages that are read, but not written. */
export function coderOf(template: Template, source: CdkSource): Coder | undefined {
  const { text, languageId } = template;
  const dialect = dialects.find((each) => each.languages.test(languageId));
  if (!dialect) return undefined;
  const double = text.split('"').length > text.split("'").length;
  return { text, source, quote: double ? '"' : "'", dialect };
}

export function isPlaceholder(value: Plain): value is Placeholder {
  return typeof value === 'object' && value !== null && 'placeholder' in value;
}

/** A literal; the keys of objects are called as `nameOf` says. */
export function literal(coder: Coder, value: Plain, nameOf: (key: string) => string = (key) => key): Piece[] {
  const { dialect } = coder;
  if (typeof value === 'number') return [String(value)];
  if (value === null || typeof value === 'boolean') return [dialect.constants[`${value}`]];
  if (typeof value === 'string') return [quoted(coder, value)];
  if (isPlaceholder(value)) {
    const { placeholder } = value;
    if (typeof placeholder !== 'string') return [{ placeholder: String(placeholder) }];
    return [coder.quote, { placeholder }, coder.quote];
  }
  if (Array.isArray(value))
    return ['[', ...separated(value.map((each: Plain) => literal(coder, each, nameOf))), ']'];
  const entries = Object.entries(value as Readonly<Record<string, Plain>>).map(([key, each]) => [
    mapKey(coder, nameOf(key)),
    ...literal(coder, each, nameOf),
  ]);
  if (entries.length === 0) return ['{}'];
  const [open, close] = dialect.props === 'braces' ? ['{ ', ' }'] : ['{', '}'];
  return [open, ...separated(entries), close];
}

/** `text` as a string literal in the file's own quotes. */
export function quoted({ quote }: Coder, text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

function mapKey(coder: Coder, key: string): string {
  const { dialect } = coder;
  const shape = dialect.props === 'braces' ? 'braces' : 'dictionary';
  return dialect.key(key, shape, (text) => quoted(coder, text));
}

/** Puts commas between lists of pieces. */
export function separated(parts: readonly (readonly Piece[])[]): Piece[] {
  return parts.flatMap((part, index) => (index ? [', ', ...part] : part));
}

/**
 * How this file calls a class of aws-cdk-lib, `ec2.NatProvider`; undefined where it imports neither the class
 * nor its module.
 */
export function classInFile(coder: Coder, module: string, qualified: string): string | undefined {
  const [className = '', ...nested] = qualified.split('.');
  const found = outerClass(coder, module, className);
  return found && [found, ...nested].join('.');
}

function outerClass({ source }: Coder, module: string, className: string): string | undefined {
  let found: string | undefined;
  for (const [local, binding] of source.flow.walked.scope.names) {
    const imported = binding.import;
    if (!imported) continue;
    if (imported.module === module && imported.name === className) return local;
    if (imported.module === module && imported.name === undefined) found = `${local}.${className}`;
    else if (imported.module === '' && imported.name === undefined && module !== '') {
      found ??= `${local}.${module.replaceAll('-', '_')}.${className}`;
    }
  }
  return found;
}

/** An enum member with this value, as this file writes it. */
export function enumCode(coder: Coder, qualified: string, value: Plain): Piece[] | undefined {
  const dot = qualified.lastIndexOf('.');
  const [module, name] = [qualified.slice(0, dot), qualified.slice(dot + 1)];
  const inFile = classInFile(coder, module, name);
  const member = typeof value === 'string' ? enumMember(module, name, value) : undefined;
  return inFile !== undefined && member !== undefined ? [`${inFile}.${member}`] : undefined;
}

/** A `Duration` or a `Size` of so many seconds or GiB. */
export function unitCode(coder: Coder, unit: 'seconds' | 'gibibytes', value: Plain): Piece[] | undefined {
  const inFile = classInFile(coder, '', unit === 'seconds' ? 'Duration' : 'Size');
  if (inFile === undefined || (typeof value !== 'number' && !isPlaceholder(value))) return undefined;
  return [`${inFile}.${unit}(`, ...literal(coder, value), ')'];
}
