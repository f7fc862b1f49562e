/** Places in the properties of a resource: `EBSOptions.VolumeType`, `LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value`. */
import {
  type Entry,
  entryOf,
  get,
  type ListValue,
  type MapValue,
  unknown,
  type Value,
} from '../../model/value.ts';
import type { Span } from '../../text/span.ts';

/** A path step by step: keys, positions in a list (`[0]`), items of a list by what they have (`[Key=…]`). */
function stepsOf(path: string): readonly string[] {
  return /[.[\]]/.test(path) ? (path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []) : [path];
}

/** The part of a path before the first dot or bracket. */
export function topOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? '';
}

/** The value at `path`; unknown where it cannot be told. */
export function valueAt(value: Value, path: string): Value {
  return stepsOf(path).reduce(step, value);
}

function step(value: Value, name: string): Value {
  if (!name.startsWith('[')) return get(value, name);
  if (value.kind === 'absent') return value;
  if (value.kind !== 'list') return unknown;
  const found = value.items[placeIn(value, name)];
  return found ?? (value.open ? unknown : { kind: 'absent', span: value.span });
}

/** Where in a list a step leads, -1 where there is no such item. */
function placeIn(list: ListValue, name: string): number {
  const [key = '', text] = splitStep(name);
  if (text === undefined) return Number(key);
  return list.items.findIndex((item) => {
    const given = get(item, key);
    return given.kind === 'scalar' && String(given.value) === text;
  });
}

/** `['Key', 'a.b']` of `[Key=a.b]`, `['0']` of `[0]`. */
function splitStep(name: string): readonly [string, string?] {
  const inner = name.slice(1, -1);
  const at = inner.indexOf('=');
  return at < 0 ? [inner] : [inner.slice(0, at), inner.slice(at + 1)];
}

/** Whether something is written at `path`, be it unknown. */
export function isSet(map: MapValue, path: string): boolean {
  let at: Value | undefined = map;
  for (const name of stepsOf(path)) {
    if (name.startsWith('[')) at = at.kind === 'list' ? at.items[placeIn(at, name)] : undefined;
    else at = at.kind === 'map' ? entryOf(at, name)?.value : undefined;
    if (!at) return false;
  }
  return true;
}

/** `map` with `value` at `path`, whose key is shown at `keySpan`. */
export function withValue(map: MapValue, path: string, value: Value, keySpan: Span): MapValue {
  return changed(map, stepsOf(path), value, keySpan) as MapValue;
}

function changed(known: Value | undefined, path: readonly string[], value: Value, keySpan: Span): Value {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const open = known?.kind === 'unknown';
  if (name.startsWith('[')) {
    const list: ListValue = known?.kind === 'list' ? known : { kind: 'list', span: keySpan, items: [], open };
    const at = placeIn(list, name);
    const [key = '', text] = splitStep(name);
    const named: Entry[] =
      text === undefined ? [] : [{ key, keySpan, value: { kind: 'scalar', span: keySpan, value: text } }];
    const before: Value = list.items[at] ?? { kind: 'map', span: value.span, entries: named, open: false };
    const item = changed(before, rest, value, keySpan);
    return { ...list, items: at in list.items ? list.items.with(at, item) : [...list.items, item] };
  }
  const map: MapValue = known?.kind === 'map' ? known : { kind: 'map', span: keySpan, entries: [], open };
  const before = entryOf(map, name);
  const inner = changed(before?.value, rest, value, keySpan);
  const entry: Entry = {
    key: name,
    keySpan: rest.length ? (before?.keySpan ?? keySpan) : keySpan,
    value: inner,
  };
  return { ...map, entries: [...map.entries.filter((each) => each !== before), entry] };
}
