/** Who refers to whom in a template. */
import type { Resource, Template } from '../model/template.ts';
import { get, type MapValue, type ReferenceValue, type Value, walk } from '../model/value.ts';
import { allOf, always, existsWhen, type When } from './claims.ts';

export interface Reader {
  readonly resource: Resource;
  readonly value: ReferenceValue;
  /** The property that it stands in. */
  readonly key: string | undefined;
  /** What must hold for the reference to be there, seen from the resource that is read. */
  readonly when: When;
}

/** All places that read `attribute` of `target`, from these types where some are given; its own do not count. */
export function attributeReaders(
  template: Template,
  target: Resource,
  attribute: string,
  ...types: string[]
): readonly Reader[] {
  return readersOf(template, target, types).flatMap(({ resource, value, key, when }): Reader[] => {
    if (value.attribute !== attribute) return [];
    const together = allOf(when, existsWhen(resource, target.condition));
    return together ? [{ resource, value, key, when: together }] : [];
  });
}

/** The other resources that refer to `target` in any way, of these types where some are given. */
export function usersOf(template: Template, target: Resource, ...types: string[]): readonly Resource[] {
  const readers = readersOf(template, target, types);
  return readers.length > 0 ? [...new Set(readers.map((reader) => reader.resource))] : [];
}

/** Whether `resource` refers to any resource of the template. */
export function refersToResource(template: Template, resource: Resource): boolean {
  return referencesIn(resource).some(({ value }) => template.resources.has(value.target));
}

/** Whether `resource` needs `target` to be there first, by what it refers to or depends on, at any remove. */
export function needs(template: Template, resource: Resource, target: Resource): boolean {
  const seen = new Set<Resource>();
  const waiting = [resource];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next === target) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    const ids = [...referencesIn(next).map(({ value }) => value.target), ...dependenciesOf(next)];
    for (const id of ids) {
      const other = template.resources.get(id);
      if (other) waiting.push(other);
    }
  }
  return false;
}

function dependenciesOf({ body }: Resource): readonly string[] {
  const names: string[] = [];
  walk(get(body, 'DependsOn'), (value) => {
    if (value.kind === 'scalar') names.push(String(value.value));
  });
  return names;
}

/**
 * The references from resources of one type by what they refer to, gathered when first asked for: what nobody
 * asks about need not be parsed.
 */
type Index = ReadonlyMap<string, readonly Reader[]>;
const indexes = new WeakMap<Template, Map<string, Index>>();

function readersOf(template: Template, target: Resource, types: readonly string[]): readonly Reader[] {
  const byType = indexes.get(template) ?? new Map<string, Index>();
  indexes.set(template, byType);
  const found: Reader[] = [];
  for (const type of types.length > 0 ? types : template.byType.keys()) {
    const index = byType.get(type) ?? gather(template.byType.get(type) ?? []);
    byType.set(type, index);
    for (const reader of index.get(target.id) ?? []) if (reader.resource !== target) found.push(reader);
  }
  return found;
}

function gather(resources: readonly Resource[]): Index {
  const readers = new Map<string, Reader[]>();
  for (const resource of resources) {
    for (const reference of referencesIn(resource)) {
      const { target } = reference.value;
      const known = readers.get(target);
      if (known) known.push({ resource, ...reference });
      else readers.set(target, [{ resource, ...reference }]);
    }
  }
  return readers;
}

interface Reference {
  readonly value: ReferenceValue;
  readonly key: string | undefined;
  readonly when: When;
}

/** Properties stay the same object while their text does, so most of this outlives a keystroke. */
const known = new WeakMap<MapValue, readonly Reference[]>();

function referencesIn({ properties }: Resource): readonly Reference[] {
  let references = known.get(properties);
  if (!references) {
    const found: Reference[] = [];
    collect(properties, undefined, always, found);
    references = found;
    known.set(properties, references);
  }
  return references;
}

function collect(value: Value, key: string | undefined, when: When, found: Reference[]): void {
  switch (value.kind) {
    case 'reference':
      found.push({ value, key, when });
      break;
    case 'list':
      for (const item of value.items) collect(item, key, when, found);
      break;
    case 'map':
      for (const entry of value.entries) collect(entry.value, entry.key, when, found);
      break;
    case 'call':
      for (const argument of value.arguments) collect(argument, key, when, found);
      break;
    case 'choice':
      for (const alternative of value.alternatives) {
        const together = allOf(when, [alternative.when]);
        if (together) collect(alternative.value, key, together, found);
      }
      break;
  }
}
