/**
 * A condition about a resource's properties, between Guard's clauses and the keywords of a `rule` block: it can be
 * negated, and conditions about the same property can be brought together.
 */
import type { Schema } from '../rules/schema.ts';

export type Condition =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  /** About the value itself. */
  | { readonly kind: 'value'; readonly schema: Schema }
  /** About the property `key`; where it is missing, it holds unless it is `needed`. */
  | { readonly kind: 'key'; readonly key: string; readonly needed: boolean; readonly inner: Condition }
  /** About every item of a list, or about one at least. */
  | { readonly kind: 'every' | 'some'; readonly inner: Condition }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] };

export const always: Condition = { kind: 'always' };
const never: Condition = { kind: 'never' };

/** What holds exactly where `condition` does not. */
export function negate(condition: Condition): Condition {
  switch (condition.kind) {
    case 'always':
      return never;
    case 'never':
      return always;
    case 'value': {
      const { not, ...others } = condition.schema;
      const bare = not !== undefined && Object.keys(others).length === 0;
      return { kind: 'value', schema: bare ? not : { not: condition.schema } };
    }
    case 'key':
      return { ...condition, needed: !condition.needed, inner: negate(condition.inner) };
    case 'every':
      return { kind: 'some', inner: negate(condition.inner) };
    case 'some':
      return { kind: 'every', inner: negate(condition.inner) };
    case 'all':
      return any(condition.parts.map(negate));
    case 'any':
      return all(condition.parts.map(negate));
  }
}

/** All of them; what they say of the same property stands together. */
export function all(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((each) => (each.kind === 'all' ? each.parts : [each]));
  if (flat.some((each) => each.kind === 'never')) return never;
  const merged = gathered(
    flat.filter((each) => each.kind !== 'always'),
    both,
  );
  const [only] = merged;
  return merged.length > 1 ? { kind: 'all', parts: merged } : (only ?? always);
}

/** One of them at least. */
export function any(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((each) => (each.kind === 'any' ? each.parts : [each]));
  if (flat.some((each) => each.kind === 'always')) return always;
  const merged = gathered(
    flat.filter((each) => each.kind !== 'never'),
    either,
  );
  const [only] = merged;
  return merged.length > 1 ? { kind: 'any', parts: merged } : (only ?? never);
}

type Merge = (a: Condition, b: Condition) => Condition | undefined;

/** Fewer conditions, with those that can be as one; the same one twice counts once. */
function gathered(parts: readonly Condition[], merge: Merge): readonly Condition[] {
  const result: Condition[] = [];
  for (const part of parts) {
    const index = result.findIndex((other) => same(other, part) || merge(other, part) !== undefined);
    const other = result[index];
    if (!other) result.push(part);
    else if (!same(other, part)) result[index] = merge(other, part) ?? other;
  }
  return result;
}

function both(a: Condition, b: Condition): Condition | undefined {
  if (a.kind === 'key' && b.kind === 'key' && a.key === b.key) {
    return { ...a, needed: a.needed || b.needed, inner: all([a.inner, b.inner]) };
  }
  if (a.kind === 'every' && b.kind === 'every') return { kind: 'every', inner: all([a.inner, b.inner]) };
  if (a.kind === 'value' && b.kind === 'value' && sharesNoKeyword(a.schema, b.schema)) {
    return { kind: 'value', schema: { ...a.schema, ...b.schema } };
  }
  return undefined;
}

function either(a: Condition, b: Condition): Condition | undefined {
  if (a.kind === 'key' && b.kind === 'key' && a.key === b.key) {
    return { ...a, needed: a.needed && b.needed, inner: any([a.inner, b.inner]) };
  }
  if (a.kind === 'some' && b.kind === 'some') return { kind: 'some', inner: any([a.inner, b.inner]) };
  return undefined;
}

function sharesNoKeyword(a: Schema, b: Schema): boolean {
  return Object.keys(a).every((keyword) => !(keyword in b));
}

/** Scalars are compared as text, as rule blocks do. */
function same(a: Condition, b: Condition): boolean {
  const text = (condition: Condition): string =>
    JSON.stringify(condition, (_, value: unknown) => (typeof value === 'object' ? value : String(value)));
  return text(a) === text(b);
}

/** The keywords that say the same. */
export function toSchema(condition: Condition): Schema {
  switch (condition.kind) {
    case 'always':
      return {};
    case 'never':
      return { not: {} };
    case 'value':
      return condition.schema;
    case 'key': {
      const { key, needed, inner } = condition;
      if (inner.kind === 'never' && !needed) return { not: { required: [key] } };
      const properties = inner.kind === 'always' ? {} : { properties: { [key]: toSchema(inner) } };
      return needed ? { required: [key], ...properties } : properties;
    }
    case 'every':
      return { items: toSchema(condition.inner) };
    case 'some':
      return { contains: toSchema(condition.inner) };
    case 'all':
      return joined(condition.parts.map(toSchema));
    case 'any':
      return oneOf(condition.parts.map(toSchema));
  }
}

/** Schemas that must all hold as one, where they have no keyword in common but those that add up. */
function joined(schemas: readonly Schema[]): Schema {
  let result: Schema = {};
  for (const schema of schemas) {
    const { required = [], properties = {}, ...others } = schema;
    const { required: before = [], properties: known = {}, ...rest } = result;
    const collides = !sharesNoKeyword(others, rest) || Object.keys(properties).some((key) => key in known);
    if (collides) return { allOf: schemas };
    result = {
      ...(before.length + required.length > 0 ? { required: [...new Set([...before, ...required])] } : {}),
      ...(Object.keys({ ...known, ...properties }).length > 0
        ? { properties: { ...known, ...properties } }
        : {}),
      ...rest,
      ...others,
    };
  }
  return result;
}

/** One of several schemas; values to be equal to are one `enum`. */
export function oneOf(schemas: readonly Schema[]): Schema {
  const constants: NonNullable<Schema['const']>[] = [];
  const others: Schema[] = [];
  for (const schema of schemas) {
    const { const: constant, enum: several, ...rest } = schema;
    const values = constant === undefined || constant === null ? several : [constant];
    if (values && Object.keys(rest).length === 0) constants.push(...values.filter((each) => each !== null));
    else others.push(schema);
  }
  const [first, ...more] = new Map(constants.map((each) => [String(each), each])).values();
  const equal: Schema | undefined =
    first === undefined ? undefined : more.length > 0 ? { enum: [first, ...more] } : { const: first };
  if (equal && others.length === 0) return equal;
  return { anyOf: equal ? [equal, ...others] : others };
}

/** A condition about one place: `at`, `must` and `missing` of a rule block. */
export interface PlacedCondition {
  readonly at: string;
  /** Undefined where the value may be anything. */
  readonly must: Schema | undefined;
  readonly missing: 'fail' | 'ignore';
}

/**
 * The one place that `condition` is about, or undefined where there are several, or where a part of the way is
 * needed and another is not.
 */
export function placed(condition: Condition): PlacedCondition | undefined {
  let at = '';
  let needed: boolean | undefined;
  let current = condition;
  for (;;) {
    if (current.kind === 'key') {
      if (needed !== undefined && current.needed !== needed) return undefined;
      if (!/^[A-Za-z][\w-]*$/.test(current.key)) return undefined;
      needed = current.needed;
      at += at === '' ? current.key : `.${current.key}`;
    } else if (current.kind === 'every' && at !== '') {
      at += '[*]';
    } else break;
    current = current.inner;
  }
  if (
    needed === undefined ||
    (current.kind !== 'always' && current.kind !== 'value' && current.kind !== 'any')
  )
    return undefined;
  const must = toSchema(current);
  if (!needed && Object.keys(must).length === 0) return undefined;
  return {
    at,
    must: Object.keys(must).length > 0 ? must : undefined,
    missing: needed ? 'fail' : 'ignore',
  };
}
