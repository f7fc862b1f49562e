/** What several values have in common: those that the calls of one function give a parameter. */
import { type Entry, get, type MapValue, type Value } from '../../model/value.ts';

/** What holds of `value` as well as of `other`; the rest is unknown. */
export function common(value: Value, other: Value): Value {
  const unknownHere: Value = { kind: 'unknown', span: value.span };
  switch (value.kind) {
    case 'absent':
      return other.kind === 'absent' ? value : unknownHere;
    case 'scalar':
      return other.kind === 'scalar' && other.value === value.value ? value : unknownHere;
    case 'reference':
      return other.kind === 'reference' &&
        other.target === value.target &&
        other.attribute === value.attribute
        ? value
        : unknownHere;
    case 'call': {
      if (other.kind !== 'call' || other.name !== value.name) return unknownHere;
      if (other.arguments.length !== value.arguments.length) return unknownHere;
      return { ...value, arguments: each(value.arguments, other.arguments) };
    }
    case 'list': {
      if (other.kind !== 'list') return unknownHere;
      if (value.open || other.open || value.items.length !== other.items.length)
        return { ...value, items: [], open: true };
      return { ...value, items: each(value.items, other.items) };
    }
    case 'map':
      return other.kind === 'map' ? commonMap(value, other) : unknownHere;
    default:
      return unknownHere;
  }
}

function each(values: readonly Value[], others: readonly Value[]): Value[] {
  return values.map((value, index) => common(value, others[index] ?? { kind: 'unknown', span: value.span }));
}

function commonMap(value: MapValue, other: MapValue): MapValue {
  const entries = value.entries.map(
    (entry): Entry => ({ ...entry, value: common(entry.value, get(other, entry.key)) }),
  );
  const keys = new Set(entries.map(({ key }) => key));
  for (const { key } of other.entries) {
    if (!keys.has(key))
      entries.push({ key, keySpan: value.span, value: { kind: 'unknown', span: value.span } });
  }
  return { ...value, entries, open: value.open || other.open };
}
