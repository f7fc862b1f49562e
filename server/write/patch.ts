/** Edits of one resource brought together into a tree, so that properties with a common parent make it once. */
import { absoluteSpan, type Resource, type Template } from '../model/template.ts';
import { entryOf, get, type ListValue, type MapValue, type Value } from '../model/value.ts';
import { isMap, type PlainMap } from '../rules/plain.ts';
import type { Edit, Plain } from '../rules/rule.ts';
import { encloses, type Span } from '../text/span.ts';
import type { Placed } from './placed.ts';
import { removed } from './remove.ts';
import type { TextChange } from './writer.ts';

export type Patch =
  | { readonly kind: 'set'; readonly to: Plain }
  | { readonly kind: 'append'; readonly items: readonly Plain[] }
  | { readonly kind: 'inside'; readonly below: Map<string, Patch> };

/** What a format must be able to do to its text. All spans count from the file's start. */
export interface Surgery {
  /** Another value for an entry; `old` may be an empty one, which has the span of its key. */
  replaceValue(keySpan: Span, old: Value, oldSpan: Span, container: Span, to: Plain): readonly TextChange[];
  replaceScalar(old: Value, span: Span, to: Plain): readonly TextChange[];
  /** New entries after the last one. */
  insertEntries(
    map: Placed<MapValue>,
    entries: readonly (readonly [string, Plain])[],
  ): readonly TextChange[] | undefined;
  /** New items after the last one of a list that has some. */
  insertItems(list: Placed<ListValue>, items: readonly Plain[]): readonly TextChange[];
  /** A resource behind another one. */
  insertResource(after: Resource, name: string, body: PlainMap): readonly TextChange[];
}

/** The text changes that make `edits`; undefined where one of them cannot be made safely. */
export function changesOf(
  template: Template,
  edits: readonly Edit[],
  surgery: Surgery,
): readonly TextChange[] | undefined {
  const changes: TextChange[] = [];
  const resources: TextChange[] = [];
  /** By the map that the paths begin at. */
  const patches = new Map<MapValue, { readonly resource: Resource; readonly root: Patch }>();
  for (const edit of edits) {
    if (edit.kind === 'replace') {
      const span = absoluteSpan(edit.resource, edit.value.span);
      if (hasAnchor(template.text, span.start)) return undefined;
      changes.push(...surgery.replaceScalar(edit.value, span, edit.by));
      continue;
    }
    if (edit.kind === 'remove') {
      const map = { value: edit.within, origin: edit.resource.origin, text: template.text };
      const made = removed(map, edit.key);
      if (!made) return undefined;
      changes.push(...made);
      continue;
    }
    if (edit.kind === 'add') {
      const { resource, name, type, properties } = edit;
      const { condition } = resource;
      const body = {
        Type: type,
        ...(condition === undefined ? {} : { Condition: condition }),
        ...(isNested(properties) ? { Properties: properties } : {}),
      };
      resources.push(...surgery.insertResource(resource, name, body));
      continue;
    }
    const within = edit.kind === 'set' ? edit.within : undefined;
    const start = within ?? edit.resource.body;
    const { root } = patches.get(start) ?? { root: { kind: 'inside', below: new Map() } as const };
    patches.set(start, { resource: edit.resource, root });
    const path = edit.kind === 'depend' ? ['DependsOn'] : within ? edit.path : ['Properties', ...edit.path];
    if (!graft(root, path, patchOf(edit))) return undefined;
  }
  for (const [value, { resource, root }] of patches) {
    const made = patchedFrom({ value, origin: resource.origin, text: template.text }, root, surgery);
    if (!made) return undefined;
    changes.push(...made);
  }
  // At the same place, what belongs to a resource stands before the next one.
  return [...changes, ...resources].sort((a, b) => a.span.start - b.span.start);
}

function patchOf(edit: Extract<Edit, { kind: 'set' | 'append' | 'depend' }>): Patch {
  if (edit.kind === 'set') return { kind: 'set', to: edit.to };
  if (edit.kind === 'append') return { kind: 'append', items: edit.items };
  const known = get(edit.resource.body, 'DependsOn');
  if (known.kind === 'absent') return { kind: 'set', to: edit.on };
  return known.kind === 'scalar'
    ? { kind: 'set', to: [known.value, edit.on] }
    : { kind: 'append', items: [edit.on] };
}

/** Applies `patch` to the whole body of `resource`, where `Properties` is one of the keys. */
export function patchedBody(
  template: Template,
  resource: Resource,
  patch: Patch,
  surgery: Surgery,
): readonly TextChange[] | undefined {
  return patchedFrom({ value: resource.body, origin: resource.origin, text: template.text }, patch, surgery);
}

function patchedFrom(
  map: Placed<MapValue>,
  patch: Patch,
  surgery: Surgery,
): readonly TextChange[] | undefined {
  return patch.kind === 'inside' ? patchedMap(map, patch.below, surgery) : undefined;
}

/** Puts `patch` into the tree at `path`; false where it contradicts what is there. */
export function graft(root: Patch, path: readonly string[], patch: Patch): boolean {
  const [key, ...rest] = path;
  if (root.kind !== 'inside' || key === undefined) return false;
  const there = root.below.get(key);
  if (rest.length > 0) {
    const next: Patch = there ?? { kind: 'inside', below: new Map() };
    root.below.set(key, next);
    return graft(next, rest, patch);
  }
  if (there?.kind === 'inside' || (there && there.kind !== patch.kind)) return false;
  const items =
    there?.kind === 'append' && patch.kind === 'append' ? [...there.items, ...patch.items] : undefined;
  root.below.set(key, items ? { kind: 'append', items } : patch);
  return true;
}

function patchedMap(
  map: Placed<MapValue>,
  below: ReadonlyMap<string, Patch>,
  surgery: Surgery,
): readonly TextChange[] | undefined {
  if (!isEditable(map)) return undefined;
  const changes: TextChange[] = [];
  const missing: [string, Plain][] = [];
  for (const [key, patch] of below) {
    const entry = entryOf(map.value, key);
    if (!entry) {
      missing.push([key, plainOf(patch)]);
      continue;
    }
    // What a merge key or `Globals` brings stands elsewhere and is shared.
    if (!encloses(map.value.span, entry.keySpan)) return undefined;
    const made = patchedValue({ ...map, value: entry.value }, patch, surgery, (to) =>
      surgery.replaceValue(
        absolute(map, entry.keySpan),
        entry.value,
        absolute(map, entry.value.span),
        absolute(map, map.value.span),
        to,
      ),
    );
    if (!made) return undefined;
    changes.push(...made);
  }
  if (missing.length > 0) {
    const inserted = surgery.insertEntries(map, missing);
    if (!inserted) return undefined;
    changes.push(...inserted);
  }
  return changes;
}

function patchedValue(
  old: Placed<Value>,
  patch: Patch,
  surgery: Surgery,
  replace: (to: Plain) => readonly TextChange[],
): readonly TextChange[] | undefined {
  const { value } = old;
  if (hasAnchor(old.text, value.span.start + old.origin)) return undefined;
  if (patch.kind === 'set' || isNothing(value)) return replace(plainOf(patch));
  if (patch.kind === 'append') {
    if (value.kind !== 'list' || !isEditable(old)) return undefined;
    return value.items.length === 0
      ? replace(patch.items)
      : surgery.insertItems({ ...old, value }, patch.items);
  }
  if (value.kind === 'map') return patchedMap({ ...old, value }, patch.below, surgery);
  if (value.kind !== 'list' || !isEditable(old)) return undefined;
  const changes: TextChange[] = [];
  for (const [key, inner] of patch.below) {
    // In lists, a path names an item by its position.
    const item = /^\d+$/.test(key) ? value.items[Number(key)] : undefined;
    if (!item) return undefined;
    const made = patchedValue({ ...old, value: item }, inner, surgery, (to) =>
      surgery.replaceScalar(item, absolute(old, item.span), to),
    );
    if (!made) return undefined;
    changes.push(...made);
  }
  return changes;
}

/** Whether there is nothing that a new value would have to be merged with. */
function isNothing(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'scalar' && value.value === null);
}

/** False for an alias and for a function: what is inside stands elsewhere or is not known. */
function isEditable({ value, origin, text }: Placed<Value>): boolean {
  const first = text.charAt(value.span.start + origin);
  return value.span.end > value.span.start && first !== '*' && first !== '!';
}

/** Whether the value that begins at `start` has a YAML anchor, so that others use it as well. */
function hasAnchor(text: string, start: number): boolean {
  return /\s&[\w.-]+\s*$/.test(text.slice(Math.max(0, start - 80), start));
}

/** What to write where nothing is yet. */
function plainOf(patch: Patch): Plain {
  if (patch.kind === 'set') return patch.to;
  if (patch.kind === 'append') return patch.items;
  return Object.fromEntries([...patch.below].map(([key, inner]) => [key, plainOf(inner)]));
}

function absolute({ origin }: Placed<Value>, span: Span): Span {
  return { start: span.start + origin, end: span.end + origin };
}

/** Whether writing `plain` takes lines of its own in a format that has them. */
export function isNested(plain: Plain): boolean {
  if (Array.isArray(plain)) return plain.length > 0;
  return isMap(plain) && Object.keys(plain).length > 0;
}
