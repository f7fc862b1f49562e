/** Who refers to whom in a template. */
import type { Resource, Template } from '../model/template.ts';
import type { ReferenceValue, Value } from '../model/value.ts';
import { allOf, always, existsWhen, type When } from './claims.ts';

export interface Reader {
  readonly resource: Resource;
  readonly value: ReferenceValue;
  /** The property that it stands in. */
  readonly key: string | undefined;
  /** What must hold for the reference to be there, seen from the resource that is read. */
  readonly when: When;
}

/** All places that read `attribute` of `target`, in source order; its own properties do not count. */
export function attributeReaders(template: Template, target: Resource, attribute: string): readonly Reader[] {
  return readersOf(template, target).flatMap(({ resource, value, key, when }): Reader[] => {
    if (value.attribute !== attribute) return [];
    const together = allOf(when, existsWhen(resource, target.condition));
    return together ? [{ resource, value, key, when: together }] : [];
  });
}

/** The other resources that refer to `target` in any way, of these types where some are given; in source order. */
export function usersOf(template: Template, target: Resource, ...types: string[]): readonly Resource[] {
  const users = new Set(readersOf(template, target).map((reader) => reader.resource));
  return types.length === 0 ? [...users] : [...users].filter((user) => types.includes(user.type));
}

/** Whether `resource` refers to any resource of the template. */
export function refersToResource(template: Template, resource: Resource): boolean {
  return referencesIn(resource).some(({ value }) => template.resources.has(value.target));
}

/** All references of a template by what they refer to, gathered when first asked for. */
const byTarget = new WeakMap<Template, ReadonlyMap<string, readonly Reader[]>>();

function readersOf(template: Template, target: Resource): readonly Reader[] {
  let readers = byTarget.get(template);
  if (!readers) {
    readers = gather(template);
    byTarget.set(template, readers);
  }
  return (readers.get(target.id) ?? []).filter((reader) => reader.resource !== target);
}

function gather(template: Template): ReadonlyMap<string, readonly Reader[]> {
  const readers = new Map<string, Reader[]>();
  for (const resource of template.resources.values()) {
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

/** A resource stays the same object while its text does, so most of this outlives a keystroke. */
const known = new WeakMap<Resource, readonly Reference[]>();

function referencesIn(resource: Resource): readonly Reference[] {
  let references = known.get(resource);
  if (!references) {
    const found: Reference[] = [];
    collect(resource.properties, undefined, always, found);
    references = found;
    known.set(resource, references);
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
