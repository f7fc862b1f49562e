/** Values that are put together: of the parts of an object, of members that are assigned later, of branches. */
import type { Alternative, Entry, MapValue, Value } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import type { Assigned, Binding, Given, Guard, Located, Site } from './scopes.ts';
import type { Expression, ObjectExpression } from './syntax.ts';

/** The value of an object as it is written. */
export function objectValue(
  expression: ObjectExpression,
  span: Span,
  inner: (part: Expression) => Value,
  spanOf: (part: { start: number; end: number }) => Span,
): MapValue {
  let entries: Entry[] = [];
  let open = expression.open;
  for (const property of expression.properties) {
    if (property.kind === 'property') {
      const keySpan = spanOf({ start: property.keyStart, end: property.keyEnd });
      entries.push({ key: property.key, keySpan, value: inner(property.value) });
      continue;
    }
    const spread = inner(property.value);
    if (spread.kind === 'map') {
      if (spread.open)
        entries = entries.map((entry) => ({ ...entry, value: { kind: 'unknown', span: entry.value.span } }));
      entries.push(...spread.entries);
    }
    if (spread.kind === 'map' ? spread.open : spread.kind !== 'absent') {
      // What cannot be read may replace everything before it.
      if (spread.kind !== 'map') {
        entries = entries.map((entry) => ({ ...entry, value: { kind: 'unknown', span: entry.value.span } }));
      }
      open = true;
    }
  }
  return { kind: 'map', span, entries, open };
}

/** Evaluates an expression, and tells where something in it stands. */
export interface Evaluating {
  value(located: Located): Value;
  span(at: Span, site: Site): Span;
}

/**
 * The value of a name that a condition gives one of two values: `n := 1; if prod { n = 2 }`, or one in each branch.
 * Undefined where it is not known which it has at `site`.
 */
export function valueOfBranches(
  { values, open, kind }: Binding,
  site: Site,
  span: Span,
  evaluating: Evaluating,
): Value | undefined {
  const [first, second, ...others] = values;
  if (open || kind !== 'variable' || !first || !second || others.length > 0) return undefined;
  if (!isBefore(first, second.site) || !isBefore(second, site)) return undefined;
  const test = conditionOf(second.site, first.site) ?? conditionOf(second.site, site);
  if (!test) return undefined;
  const outer = second.site.guards.slice(0, -1);
  const opposite = first.site.guards.at(-1);
  const isElse =
    first.site.guards.length === second.site.guards.length &&
    opposite !== undefined &&
    opposite.name === test.name &&
    opposite.holds !== test.holds;
  const before = isElse ? first.site.guards.slice(0, -1) : first.site.guards;
  if (!holdAt(before, site) || !holdAt(outer, site) || outer.length !== before.length) return undefined;
  return choice(test, evaluating.value(second), evaluating.value(first), span);
}

/** `value` with the members that are assigned before `site`; undefined where they cannot be told. */
export function withAssigned(
  value: MapValue,
  assigned: readonly Assigned[],
  site: Site,
  evaluating: Evaluating,
): MapValue | undefined {
  let result = value;
  for (const { expression, site: at } of assigned) {
    const given: Given = { expression: expression.value, site: at };
    if (at.callable !== site.callable || at.file !== site.file) return undefined;
    if (!isBefore(given, site)) {
      // In a loop it may have been assigned before.
      if (at.guards.some((guard) => guard.name === undefined)) return undefined;
      continue;
    }
    const { member, memberStart, memberEnd } = expression.target;
    const keySpan = evaluating.span({ start: memberStart, end: memberEnd }, at);
    const own = evaluating.value(given);
    const test = conditionOf(at, site);
    const known = result.entries.findLast((entry) => entry.key === member)?.value;
    const before: Value = known ?? { kind: result.open ? 'unknown' : 'absent', span: keySpan };
    const isSure = holdAt(at.guards, site);
    const entry: Entry = {
      key: member,
      keySpan,
      value: isSure ? own : test ? choice(test, own, before, own.span) : { kind: 'unknown', span: own.span },
    };
    result = { ...result, entries: [...result.entries.filter(({ key }) => key !== member), entry] };
  }
  return result;
}

function isBefore({ expression, site }: Located, use: Site): boolean {
  if (site.file !== use.file || site.callable !== use.callable) return false;
  return site.base + expression.end <= use.base;
}

function holdAt(guards: readonly Guard[], site: Site): boolean {
  return guards.every((guard) => site.guards.includes(guard));
}

/** The only condition that decides whether the code at `site` has run where that at `use` does. */
function conditionOf({ guards }: Site, use: Site): Guard | undefined {
  const [only, ...others] = guards.filter((guard) => !use.guards.includes(guard));
  return only?.name !== undefined && others.length === 0 && only === guards.at(-1) ? only : undefined;
}

function choice({ name = '', holds }: Guard, yes: Value, no: Value, span: Span): Value {
  const alternatives: Alternative[] = [
    { value: yes, when: { kind: 'condition', name, holds } },
    { value: no, when: { kind: 'condition', name, holds: !holds } },
  ];
  return { kind: 'choice', span, alternatives };
}
