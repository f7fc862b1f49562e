/** Keys of dictionaries, in languages that spell props differently. */
import type { Value } from '../../model/value.ts';

/** `value` with the keys of dictionaries called as in TypeScript. */
export function withPropNames(value: Value, propName: (key: string) => string): Value {
  const inner = (each: Value): Value => withPropNames(each, propName);
  switch (value.kind) {
    case 'map':
      return {
        ...value,
        entries: value.entries.map((entry) => ({
          ...entry,
          key: propName(entry.key),
          value: inner(entry.value),
        })),
      };
    case 'list':
      return { ...value, items: value.items.map(inner) };
    case 'call':
      return { ...value, arguments: value.arguments.map(inner) };
    case 'choice':
      return {
        ...value,
        alternatives: value.alternatives.map((each) => ({ ...each, value: inner(each.value) })),
      };
    default:
      return value;
  }
}
