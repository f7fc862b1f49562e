/** Values and templates without source text, for tests of the engine. */
import type { Resource, Template } from '../../server/model/template.ts';
import { type MapValue, type Scalar, type Value, walk } from '../../server/model/value.ts';

const span = { start: 0, end: 1 };

export type Json = Scalar | Value | readonly Json[] | { readonly [key: string]: Json };

/** The value of plain data; a `Value` in it stays as it is. */
export function value(data: Json): Value {
  if (typeof data !== 'object' || data === null) return { kind: 'scalar', span, value: data };
  if (Array.isArray(data)) return { kind: 'list', span, items: data.map(value), open: false };
  if (isValue(data)) return data;
  const entries = Object.entries(data).map(([key, each]) => ({ key, keySpan: span, value: value(each) }));
  return { kind: 'map', span, entries, open: false };
}

function isValue(data: object): data is Value {
  return 'kind' in data && 'span' in data;
}

export const hidden: Value = { kind: 'unknown', span };
export const nothing: Value = { kind: 'absent', span };

export function reference(target: string): Value {
  return { kind: 'reference', span, target };
}

/** `Fn::If` with the condition `name`. */
export function either(name: string, whenTrue: Json, whenFalse: Json): Value {
  const alternative = (data: Json, holds: boolean) => ({
    value: value(data),
    when: { kind: 'condition', name, holds } as const,
  });
  return { kind: 'choice', span, alternatives: [alternative(whenTrue, true), alternative(whenFalse, false)] };
}

/** A template of resources `Name: [type, properties]`. */
export function templateOf(resources: Record<string, readonly [type: string, properties: Json]>): Template {
  const all = Object.entries(resources).map(([name, [type, properties]]) => resource(name, type, properties));
  const byType = new Map<string, Resource[]>();
  for (const each of all) byType.set(each.type, [...(byType.get(each.type) ?? []), each]);
  return {
    uri: 'file:///test.yaml',
    format: 'yaml',
    languageId: 'yaml',
    text: 'a text of some length',
    resources: new Map(all.map((each) => [each.id, each])),
    byType,
    parameters: new Map(),
    mappings: undefined,
    problems: [],
    placeAt: () => undefined,
  };
}

function resource(name: string, type: string, properties: Json): Resource {
  const map = value(properties);
  const empty: MapValue = { kind: 'map', span, entries: [], open: false };
  return {
    id: name,
    name,
    type,
    origin: 0,
    span,
    typeSpan: { start: 2, end: 6 },
    nameSpan: span,
    properties: map.kind === 'map' ? map : empty,
    body: empty,
    condition: undefined,
    comments: [],
    construct: undefined,
  };
}

/** How many values there are in `whole`, itself included. */
export function countValues(whole: Value): number {
  let count = 0;
  walk(whole, () => {
    count += 1;
  });
  return count;
}

/** `whole` with the value number `seed` in it, counted as `walk` visits them, replaced by one that is not known. */
export function hideOne(whole: Value, seed: number, by: Value = hidden): Value {
  let left = seed % countValues(whole);
  const copy = (each: Value): Value => {
    if (left-- === 0) return by;
    switch (each.kind) {
      case 'list':
        return { ...each, items: each.items.map(copy) };
      case 'map':
        return { ...each, entries: each.entries.map((entry) => ({ ...entry, value: copy(entry.value) })) };
      case 'choice':
        return {
          ...each,
          alternatives: each.alternatives.map((one) => ({ ...one, value: copy(one.value) })),
        };
      case 'call':
        return { ...each, arguments: each.arguments.map(copy) };
      default:
        return each;
    }
  };
  return copy(whole);
}
