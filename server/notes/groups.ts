/** The groups of properties that a place is in, as they are written: an ingress rule, a volume, the whole resource. */
import type { Place } from '../model/template.ts';
import type { Entry, MapValue, Value } from '../model/value.ts';
import { contains } from '../text/span.ts';

export interface Group {
  /** `Type` or `Type.Path`; `*` in place of the names that a SAM function gives its events. */
  readonly holder: string;
  /** The key of the group that the place is at or below; undefined where it is the whole resource. */
  readonly key: string | undefined;
  readonly group: MapValue;
}

/** The groups around `place`, innermost first; empty where it is not in the resource that it speaks of. */
export function groupsAround({ kind, type, path, resource, span }: Place): readonly Group[] {
  if (!resource || resource.type !== type || kind === 'name') return [];
  const at = span.start - resource.origin;
  const groups: Group[] = [];
  let value: Value | undefined = resource.properties;
  let holder = type;
  for (const key of [...path, undefined]) {
    const group: MapValue | undefined = value && mapAt(value, at);
    if (!group) break;
    groups.unshift({ holder, key, group });
    if (key === undefined) break;
    const named: boolean = holder.endsWith('.Events');
    holder = `${holder}.${named ? '*' : key}`;
    const entries: readonly Entry[] = group.entries.filter((entry) => entry.key === key);
    value = (entries.find((entry) => contains(entry.value.span, at)) ?? entries.at(-1))?.value;
  }
  return groups;
}

/** `value`, or the item or alternative of it that is at the place. */
function mapAt(value: Value, at: number): MapValue | undefined {
  switch (value.kind) {
    case 'map':
      return value;
    case 'list': {
      const item = value.items.find((each) => contains(each.span, at));
      return item && mapAt(item, at);
    }
    case 'choice': {
      const chosen = value.alternatives.find((each) => contains(each.value.span, at));
      return chosen && mapAt(chosen.value, at);
    }
    default:
      return undefined;
  }
}
