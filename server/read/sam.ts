/** `Globals` of SAM templates: properties that all functions, APIs and tables of the file share. */
import type { Entry, MapValue, Value } from '../model/value.ts';
import { entryOf } from '../model/value.ts';
import { shift } from '../text/span.ts';
import { mapOf } from './intrinsics.ts';
import type { Source, SyntaxNode } from './syntax.ts';

/** Shared properties by resource type; spans count from the file's start. */
export type Globals = ReadonlyMap<string, MapValue>;

/** Reads the value of the `Globals` section: `Function` there stands for `AWS::Serverless::Function`. */
export function globalsOf(node: SyntaxNode | undefined, source: Source): Globals {
  const globals = new Map<string, MapValue>();
  if (node?.kind !== 'map') return globals;
  for (const pair of node.pairs) {
    if (pair.value.kind === 'map') globals.set(`AWS::Serverless::${pair.key}`, mapOf(pair.value, source));
  }
  return globals;
}

/**
 * The properties of a resource with those of `Globals` filled in, as SAM does it: maps are merged, lists are
 * concatenated with the shared items first, and everything else is overridden by the resource.
 * @param body of the resource, whose `IgnoreGlobals` may name what it does not take
 * @param origin of the resource, which the spans of the result are relative to
 */
export function inheriting(
  own: MapValue,
  body: MapValue,
  shared: MapValue | undefined,
  origin: number,
): MapValue {
  if (!shared) return own;
  const ignored = entryOf(body, 'IgnoreGlobals')?.value;
  if (ignored?.kind === 'scalar' && ignored.value === '*') return own;
  const names = new Set<unknown>(
    ignored?.kind === 'list'
      ? ignored.items.map((item) => (item.kind === 'scalar' ? item.value : undefined))
      : [],
  );
  const taken = { ...shared, entries: shared.entries.filter((entry) => !names.has(entry.key)) };
  return mergedMaps(moved(taken, -origin) as MapValue, own);
}

function mergedMaps(shared: MapValue, own: MapValue): MapValue {
  const entries: Entry[] = [];
  for (const entry of own.entries) {
    const inherited = entryOf(shared, entry.key);
    entries.push(inherited ? { ...entry, value: merged(inherited.value, entry.value) } : entry);
  }
  for (const entry of shared.entries) if (!entryOf(own, entry.key)) entries.push(entry);
  return { ...own, entries, open: own.open || shared.open };
}

function merged(shared: Value, own: Value): Value {
  if (shared.kind === 'map' && own.kind === 'map') return mergedMaps(shared, own);
  if (shared.kind === 'list' && own.kind === 'list') {
    return { ...own, items: [...shared.items, ...own.items], open: own.open || shared.open };
  }
  return own;
}

/** `value` with all its spans moved by `distance`. */
function moved(value: Value, distance: number): Value {
  const span = shift(value.span, distance);
  const move = (inner: Value): Value => moved(inner, distance);
  switch (value.kind) {
    case 'list':
      return { ...value, span, items: value.items.map(move) };
    case 'map': {
      const entries = value.entries.map((entry) => ({
        key: entry.key,
        keySpan: shift(entry.keySpan, distance),
        value: move(entry.value),
      }));
      return { ...value, span, entries };
    }
    case 'choice': {
      const alternatives = value.alternatives.map((each) => ({ when: each.when, value: move(each.value) }));
      return { ...value, span, alternatives };
    }
    case 'call':
      return { ...value, span, arguments: value.arguments.map(move) };
    default:
      return { ...value, span };
  }
}
