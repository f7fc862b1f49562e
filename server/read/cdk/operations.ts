/** What operators, units and the statics of aws-cdk-lib give. */
import { enumValue } from '../../aws/cdk.ts';
import type { Scalar, Value } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import type { LibraryName } from './library.ts';

/** Seconds of the methods of `Duration`. */
export const seconds: Readonly<Record<string, number>> = {
  millis: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};
/** GiB of the methods of `Size`. */
export const gibibytes: Readonly<Record<string, number>> = {
  bytes: 2 ** -30,
  kibibytes: 2 ** -20,
  mebibytes: 2 ** -10,
  gibibytes: 1,
  tebibytes: 2 ** 10,
  pebibytes: 2 ** 20,
};
/** How many seconds, or GiB, there are in one of what a method of `Duration` or `Size` counts. */
export function perUnit(unit: string): number {
  return seconds[unit] ?? gibibytes[unit] ?? 1;
}

/** Intrinsic functions by the methods of `cdk.Fn`. */
export const intrinsics: Readonly<Record<string, string>> = {
  select: 'Fn::Select',
  getAzs: 'Fn::GetAZs',
  join: 'Fn::Join',
  sub: 'Fn::Sub',
  base64: 'Fn::Base64',
  importValue: 'Fn::ImportValue',
  split: 'Fn::Split',
};

/** The value of a static member: an enum's text, a pseudo parameter, else a call without arguments. */
export function libraryValue({ module, names }: LibraryName, span: Span, source: string): Value {
  const [name, member, ...rest] = names;
  if (name === undefined || member === undefined || rest.length) return { kind: 'unknown', span };
  const value = enumValue(module, name, member);
  if (value !== undefined) return { kind: 'scalar', span, value, source };
  if (module === '' && name === 'Aws') {
    if (member === 'NO_VALUE') return { kind: 'absent', span };
    const pseudo = member.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
    return { kind: 'reference', span, target: `AWS::${pseudo.replace(/^Url/, 'URL')}` };
  }
  return { kind: 'call', span, name: `cdk:${module}.${name}.${member}`, arguments: [] };
}

/** A string of parts, some of which may not be known. */
export function joined(parts: readonly Value[], span: Span): Value {
  if (parts.every((part) => part.kind === 'scalar')) {
    return { kind: 'scalar', span, value: parts.map((part) => String(part.value)).join('') };
  }
  const list: Value = { kind: 'list', span, items: parts, open: false };
  return { kind: 'call', span, name: 'Fn::Join', arguments: [{ kind: 'scalar', span, value: '' }, list] };
}

/** The scalar that `value` is, or undefined. */
export function scalarOf(value: Value): Scalar | undefined {
  return value.kind === 'scalar' ? value.value : undefined;
}

/** Whether a value counts as true in a condition, or undefined where that is not known. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'absent':
      return false;
    case 'scalar':
      return Boolean(value.value);
    case 'reference':
      return true;
    case 'list':
      // An empty one is true in some languages only.
      return value.items.length > 0 ? true : undefined;
    case 'map':
      return value.entries.length > 0 ? true : undefined;
    default:
      return undefined;
  }
}

/** What an operator gives, or undefined where that is not known. @param right undefined where there is only one */
export function operationOf(operator: string, left: Value, right: Value | undefined): Scalar | undefined {
  if (!right) {
    const truth = truthOf(left);
    if (operator === '!') return truth === undefined ? undefined : !truth;
    const number = scalarOf(left);
    return operator === '-' && typeof number === 'number' ? -number : undefined;
  }
  const equality = equal[operator];
  if (equality !== undefined) {
    const isEqual = areEqual(left, right);
    return isEqual === undefined ? undefined : isEqual === equality;
  }
  const [one, other] = [scalarOf(left), scalarOf(right)];
  return one === undefined || other === undefined ? undefined : operationValue(operator, one, other);
}

/** Operators that compare, and what they give for two that are equal. */
const equal: Readonly<Record<string, boolean>> = { '===': true, '==': true, '!==': false, '!=': false };

function areEqual(left: Value, right: Value): boolean | undefined {
  if (left.kind === 'scalar' && right.kind === 'scalar') return left.value === right.value;
  if (left.kind === 'absent' && right.kind === 'absent') return true;
  const [isNothing, other] = isNone(left) ? [true, right] : [isNone(right), left];
  // Whether nothing is the same as null, languages do not agree on.
  if (!isNothing || isNone(other)) return undefined;
  return truthOf(other) === undefined && other.kind !== 'scalar' ? undefined : false;
}

function isNone(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'scalar' && value.value === null);
}

function operationValue(operator: string, left: Scalar, right: Scalar): Scalar | undefined {
  if (operator === '+' && typeof left === 'string' && right !== null) return left + String(right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const order = comparison[operator]?.(left, right);
  if (order !== undefined) return order;
  const result = arithmetic[operator]?.(left, right);
  return result !== undefined && Number.isFinite(result) ? result : undefined;
}

const comparison: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
};
