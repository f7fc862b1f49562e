/**
 * Values of a template as far as its source text tells them.
 *
 * A value is known (scalar, list, map, absent), a reference, or unknown; a `choice` has several possible
 * values and a `call` is an expression that is not evaluated but can be compared by its shape. Rules must
 * never report anything that depends on an unknown value.
 *
 * Spans are relative to `Resource.origin`, so a resource that was read once stays valid when the text above
 * it changes.
 */
import type { Span } from '../text/span.ts';

export type Scalar = string | number | boolean | null;

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: Scalar;
  /** How it stands in the source where that differs from the value: `ec2.EbsDeviceVolumeType.ST1`. */
  readonly source?: string;
}

export interface ListValue {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly Value[];
  /** True where there may be items that could not be read, such as a spread in CDK code. */
  readonly open: boolean;
}

export interface MapValue {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly Entry[];
  /** True where there may be entries that could not be read; a missing key is then unknown, not absent. */
  readonly open: boolean;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

/** One of several values: `Fn::If`, a conditional expression, a parameter with a default. */
export interface ChoiceValue {
  readonly kind: 'choice';
  readonly span: Span;
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly value: Value;
  readonly when: Assumption;
}

/** Under which circumstance an alternative is the real value. */
export type Assumption =
  | { readonly kind: 'condition'; readonly name: string; readonly holds: boolean }
  | { readonly kind: 'default'; readonly parameter: string }
  | { readonly kind: 'allowed'; readonly parameter: string };

/** `Ref`, `Fn::GetAtt`, `!Sub "${X.Arn}"`, or a variable that holds a construct. */
export interface ReferenceValue {
  readonly kind: 'reference';
  readonly span: Span;
  /** Logical ID of a resource, or the name of a parameter or pseudo parameter (`AWS::Region`). */
  readonly target: string;
  /** The attribute read with `Fn::GetAtt`; absent for `Ref`. */
  readonly attribute?: string;
}

/** An intrinsic function or an expression that is not evaluated; equal calls have equal results. */
export interface CallValue {
  readonly kind: 'call';
  readonly span: Span;
  /** `Fn::Select`, `Fn::Sub`, `Fn::Base64` … */
  readonly name: string;
  readonly arguments: readonly Value[];
}

export interface UnknownValue {
  readonly kind: 'unknown';
  readonly span: Span;
}

/** Explicitly nothing: `AWS::NoValue`, or a default that is known to set nothing. */
export interface AbsentValue {
  readonly kind: 'absent';
  readonly span: Span;
}

export type Value =
  | ScalarValue
  | ListValue
  | MapValue
  | ChoiceValue
  | ReferenceValue
  | CallValue
  | UnknownValue
  | AbsentValue;

const nowhere: Span = { start: 0, end: 0 };
/** What is missing for sure. */
export const absent: AbsentValue = { kind: 'absent', span: nowhere };
/** What cannot be told. */
export const unknown: UnknownValue = { kind: 'unknown', span: nowhere };

/**
 * The entry's value under `key`; `absent` where it is surely missing, `unknown` where `value` is not a map or
 * may hold keys that could not be read. Keys are compared exactly.
 */
export function get(value: Value, key: string): Value {
  if (value.kind === 'absent') return absent;
  if (value.kind === 'choice') {
    return {
      kind: 'choice',
      span: value.span,
      alternatives: value.alternatives.map((a) => ({ when: a.when, value: get(a.value, key) })),
    };
  }
  if (value.kind !== 'map') return unknown;
  const entry = entryOf(value, key);
  if (entry) return entry.value;
  return value.open ? unknown : absent;
}

/** `get` along a dotted path: `getPath(properties, 'SecurityGroupIngress')`, `'Ebs.VolumeType'`. */
export function getPath(value: Value, path: string): Value {
  let keys = keysOf.get(path);
  if (!keys) {
    keys = path.split('.');
    keysOf.set(path, keys);
  }
  let at = value;
  for (const key of keys) at = get(at, key);
  return at;
}

/** Paths stand in rules and constructs: a few hundred, each asked for at every keystroke. */
const keysOf = new Map<string, readonly string[]>();

/** The entry of `map` with this key, the last one where a key is given twice. */
export function entryOf(map: MapValue, key: string): Entry | undefined {
  // A loop, since rules ask this thousands of times at every keystroke.
  for (let index = map.entries.length - 1; index >= 0; index -= 1) {
    if (map.entries[index]?.key === key) return map.entries[index];
  }
  return undefined;
}

/**
 * Whether two values are surely the same, compared by shape: two `Fn::Select` with the same index of the same
 * list are. Unknown values are never the same as anything.
 */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'scalar':
      return String(a.value) === String((b as ScalarValue).value);
    case 'absent':
      return true;
    case 'unknown':
    case 'choice':
      return false;
    case 'reference':
      return a.target === (b as ReferenceValue).target && a.attribute === (b as ReferenceValue).attribute;
    case 'call':
      return a.name === (b as CallValue).name && sameValues(a.arguments, (b as CallValue).arguments);
    case 'list':
      return !a.open && !(b as ListValue).open && sameValues(a.items, (b as ListValue).items);
    case 'map': {
      const other = b as MapValue;
      if (a.open || other.open || a.entries.length !== other.entries.length) return false;
      return a.entries.every((entry) => sameValue(entry.value, get(other, entry.key)));
    }
  }
}

function sameValues(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, index) => sameValue(value, b[index] ?? unknown));
}

/** Calls `visit` for `value` and everything inside it. Readers bound depth, so recursion is safe. */
export function walk(value: Value, visit: (value: Value) => void): void {
  visit(value);
  switch (value.kind) {
    case 'list':
      for (const item of value.items) walk(item, visit);
      break;
    case 'map':
      for (const entry of value.entries) walk(entry.value, visit);
      break;
    case 'choice':
      for (const alternative of value.alternatives) walk(alternative.value, visit);
      break;
    case 'call':
      for (const argument of value.arguments) walk(argument, visit);
      break;
  }
}
