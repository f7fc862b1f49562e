/** Values → code of TypeScript and JavaScript, with the names that the file imports. */
import { enumMember } from '../../aws/cdk.ts';
import type { Template } from '../../model/template.ts';
import type { CdkSource } from '../../read/cdk/index.ts';
import type { Placeholder, Plain } from '../../rules/rule.ts';
import type { Piece } from '../writer.ts';

export interface Coder {
  readonly text: string;
  readonly source: CdkSource;
  readonly quote: string;
}

export function coderOf(template: Template, source: CdkSource): Coder {
  const { text } = template;
  const double = text.split('"').length > text.split("'").length;
  return { text, source, quote: double ? '"' : "'" };
}

export function isPlaceholder(value: Plain): value is Placeholder {
  return typeof value === 'object' && value !== null && 'placeholder' in value;
}

/** A literal; the keys of objects are called as `nameOf` says. */
export function literal(coder: Coder, value: Plain, nameOf: (key: string) => string = (key) => key): Piece[] {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value === 'string') return [quoted(coder, value)];
  if (isPlaceholder(value)) {
    const { placeholder } = value;
    if (typeof placeholder !== 'string') return [{ placeholder: String(placeholder) }];
    return [coder.quote, { placeholder }, coder.quote];
  }
  if (Array.isArray(value))
    return ['[', ...separated(value.map((each: Plain) => literal(coder, each, nameOf))), ']'];
  const entries = Object.entries(value as Readonly<Record<string, Plain>>).map(([key, each]) => [
    `${key_(coder, nameOf(key))}: `,
    ...literal(coder, each, nameOf),
  ]);
  return entries.length ? ['{ ', ...separated(entries), ' }'] : ['{}'];
}

/** `text` as a string literal in the file's own quotes. */
export function quoted({ quote }: Coder, text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

/** A key of an object, quoted where it is no name. */
export function key_(coder: Coder, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(coder, key);
}

/** Puts commas between lists of pieces. */
export function separated(parts: readonly (readonly Piece[])[]): Piece[] {
  return parts.flatMap((part, index) => (index ? [', ', ...part] : part));
}

/**
 * How this file calls a class of aws-cdk-lib, `ec2.NatProvider`; undefined where it imports neither the class
 * nor its module.
 */
export function classInFile({ source }: Coder, module: string, className: string): string | undefined {
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
