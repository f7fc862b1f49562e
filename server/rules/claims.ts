/** Claims about values that may depend on circumstances, in the form that reports need. */
import { type Possibility, possibilities } from '../model/possible.ts';
import type { Resource, Template } from '../model/template.ts';
import {
  type Assumption,
  absent,
  entryOf,
  get,
  type MapValue,
  sameValue,
  type Value,
} from '../model/value.ts';
import type { Span } from '../text/span.ts';

/** What must hold for a claim to be true: nothing where it is certain. */
export type When = readonly Assumption[];

/** The claim holds for certain. */
export const always: When = [];

/**
 * When `value` breaks a rule: `[]` if it does for certain, some assumptions if it does under these, undefined
 * if it does not or cannot be told. `breaks` says of one known value whether it breaks the rule, or undefined.
 */
export function breaksWhen(
  template: Template,
  value: Value,
  breaks: (value: Value) => boolean | undefined,
): When | undefined {
  let broken: When | undefined;
  let onlyBroken = true;
  for (const possibility of possibilities(template, value)) {
    const verdict = possibility.value.kind === 'unknown' ? undefined : breaks(possibility.value);
    onlyBroken &&= verdict === true;
    if (verdict === true && !broken?.length) broken = circumstances(template, possibility);
  }
  if (onlyBroken) return always;
  // What nothing names, such as a cell of a mapping, could only be reported as if it were certain.
  return broken?.length ? broken : undefined;
}

/**
 * The values that break a rule, for which `breaksWhen` gave `when`: all of them where it is certain, else the one
 * that comes about then.
 */
export function valuesThatBreak(
  template: Template,
  value: Value,
  breaks: (value: Value) => boolean | undefined,
  when: When,
): readonly Value[] {
  const broken = possibilities(template, value).filter(
    (each) => each.value.kind !== 'unknown' && breaks(each.value) === true,
  );
  const meant = when.length === 0 ? broken : broken.filter((each) => circumstances(template, each)?.length);
  return (when.length === 0 ? meant : meant.slice(0, 1)).map((each) => each.value);
}

/** What makes a value come about; undefined where a parameter merely allows it, which nobody has chosen yet. */
function circumstances(template: Template, { value, when }: Possibility): When | undefined {
  const named: Assumption[] = [];
  for (const assumption of when) {
    if (assumption.kind === 'allowed') {
      const { parameter } = assumption;
      const chosen = template.parameters.get(parameter)?.default;
      if (!chosen || !sameValue(chosen, value)) return undefined;
      named.push({ kind: 'default', parameter });
    } else {
      named.push(assumption);
    }
  }
  return named;
}

/** When `value` is surely missing. */
export function absentWhen(template: Template, value: Value): When | undefined {
  return breaksWhen(template, value, (each) => each.kind === 'absent');
}

/** When `value` is one of these texts; compared without regard to case, as AWS does for most of its names. */
export function textWhen(template: Template, value: Value, ...texts: string[]): When | undefined {
  return breaksWhen(template, value, (each) => {
    if (each.kind === 'scalar') return texts.includes(String(each.value).toLowerCase());
    return each.kind === 'absent' ? false : undefined;
  });
}

/** All claims together; undefined where one does not hold, or they contradict each other. */
export function allOf(...claims: readonly (When | undefined)[]): When | undefined {
  const merged: Assumption[] = [];
  for (const claim of claims) {
    if (!claim) return undefined;
    for (const assumption of claim) {
      if (merged.some((other) => contradict(other, assumption))) return undefined;
      if (!merged.some((other) => same(other, assumption))) merged.push(assumption);
    }
  }
  return merged;
}

function contradict(a: Assumption, b: Assumption): boolean {
  return a.kind === 'condition' && b.kind === 'condition' && a.name === b.name && a.holds !== b.holds;
}

function same(a: Assumption, b: Assumption): boolean {
  if (a.kind === 'condition') return b.kind === 'condition' && a.name === b.name && a.holds === b.holds;
  return a.kind === b.kind && a.parameter === b.parameter;
}

/** That `resource` exists, seen from one that exists under the condition `given`. */
export function existsWhen(resource: Resource, given: string | undefined): When {
  const name = resource.condition;
  return name === undefined || name === given ? always : [{ kind: 'condition', name, holds: true }];
}

/** Every item that may be in a list, with what must hold for it. Items that cannot be told are left out. */
export function itemsOf(template: Template, list: Value): readonly Possibility[] {
  return possibilities(template, list).flatMap((whole) => {
    if (whole.value.kind !== 'list') return [];
    return whole.value.items.flatMap((item) =>
      possibilities(template, item).flatMap((each) => {
        const when = allOf(whole.when, each.when);
        return when && each.value.kind !== 'unknown' && each.value.kind !== 'absent'
          ? [{ value: each.value, when }]
          : [];
      }),
    );
  });
}

/** The maps among `itemsOf`. */
export function mapsOf(template: Template, list: Value): readonly { value: MapValue; when: When }[] {
  return itemsOf(template, list).flatMap(({ value, when }) =>
    value.kind === 'map' ? [{ value, when }] : [],
  );
}

/** Where to show that a property below one of `keys` is missing: at the first key that is there, or at the type. */
export function placeOfMissing(resource: Resource, ...keys: readonly string[]): Span {
  for (const key of keys) {
    const entry = entryOf(resource.properties, key);
    if (entry) return entry.keySpan;
  }
  return resource.typeSpan;
}

/**
 * Whether anything in these values cannot be told, so that there may be more to them than can be seen. A
 * parameter without default counts where it is a whole value; inside a text it is taken for a name or an address.
 */
export function hasHidden(template: Template, ...values: readonly Value[]): boolean {
  return values.some((value) => isHidden(template, value, false));
}

function isHidden(template: Template, value: Value, inText: boolean): boolean {
  switch (value.kind) {
    case 'unknown':
      return true;
    case 'reference':
      return !inText && isAsked(template, value.target);
    case 'list':
      return value.open || value.items.some((item) => isHidden(template, item, inText));
    case 'map':
      return value.open || value.entries.some((entry) => isHidden(template, entry.value, inText));
    case 'choice':
      return value.alternatives.some((each) => isHidden(template, each.value, inText));
    case 'call': {
      const partOfText = inText || value.name !== 'Fn::Base64';
      return value.arguments.some((argument) => isHidden(template, argument, partOfText));
    }
    default:
      return false;
  }
}

/** Whether `name` is a parameter of whose value the template says nothing. */
export function isAsked(template: Template, name: string): boolean {
  const parameter = template.parameters.get(name);
  return parameter !== undefined && !parameter.default && !parameter.allowedValues;
}

/**
 * The value at `path` of a resource, as `getPath` gives it; but of a high-level CDK construct, whose other
 * properties are never all known, what is not there is absent. For signs only, not for what must be missing.
 */
export function givenAt(resource: Resource, path: string): Value {
  let value: Value = resource.properties;
  for (const key of path.split('.')) {
    if (resource.construct && value.kind === 'map' && !entryOf(value, key)) return absent;
    value = get(value, key);
  }
  return value;
}
