/**
 * What a value can be at deployment, and what follows for a claim about it.
 * Three-valued: an unknown value never makes a claim true.
 */
import type { Parameter, Template } from './template.ts';
import { type Assumption, get, unknown, type Value } from './value.ts';

/** One way a value may turn out. */
export interface Possibility {
  /** Never a choice. A reference to a parameter is replaced by what is known of the parameter. */
  readonly value: Value;
  /** What must hold for it; empty when the value is certain. */
  readonly when: readonly Assumption[];
}

const certainly: readonly Assumption[] = [];

/** Alternatives beyond this many are not told apart: a chain of conditions must stay linear. */
const MOST_POSSIBILITIES = 64;

/**
 * Every way `value` may turn out: both branches of a condition, the allowed values or the default of a
 * parameter, the cells of a mapping. What cannot be told appears as an `unknown` value.
 */
export function possibilities(template: Template, value: Value): readonly Possibility[] {
  // Rules ask this thousands of times at every keystroke, mostly of what is plain.
  if (value.kind !== 'choice' && value.kind !== 'reference' && value.kind !== 'call')
    return [{ value, when: certainly }];
  const found: Possibility[] = [];
  collect(template, value, [], found);
  return found.length > MOST_POSSIBILITIES ? [{ value: unknown, when: [] }] : found;
}

function collect(template: Template, value: Value, when: readonly Assumption[], found: Possibility[]): void {
  if (found.length > MOST_POSSIBILITIES) return;
  if (value.kind === 'choice') {
    for (const alternative of value.alternatives) {
      if (contradicts(when, alternative.when)) continue;
      const assumed = when.some((other) => sameAssumption(other, alternative.when))
        ? when
        : [...when, alternative.when];
      collect(template, alternative.value, assumed, found);
    }
    return;
  }
  if (value.kind === 'reference' && value.attribute === undefined) {
    const parameter = template.parameters.get(value.target);
    if (parameter) {
      for (const each of parameterValues(parameter)) {
        found.push({ value: { ...each.value, span: value.span }, when: [...when, ...each.when] });
      }
      return;
    }
  }
  if (value.kind === 'call' && value.name === 'Fn::FindInMap') {
    for (const cell of mappingCells(template, value.arguments)) {
      found.push({ value: { ...cell, span: value.span }, when });
    }
    return;
  }
  found.push({ value, when });
}

function parameterValues(parameter: Parameter): Possibility[] {
  // What an SSM parameter holds is known only to the account.
  if (parameter.type.startsWith('AWS::SSM::Parameter')) return [{ value: unknown, when: [] }];
  if (parameter.allowedValues) {
    return parameter.allowedValues.map((value) => ({
      value,
      when: [{ kind: 'allowed', parameter: parameter.name }],
    }));
  }
  if (parameter.default) {
    return [
      { value: parameter.default, when: [{ kind: 'default', parameter: parameter.name }] },
      { value: unknown, when: [] },
    ];
  }
  return [{ value: unknown, when: [] }];
}

function mappingCells(template: Template, keys: readonly Value[]): Value[] {
  const [name, ...rest] = keys;
  if (!template.mappings || name?.kind !== 'scalar') return [unknown];
  let level: Value[] = [get(template.mappings, String(name.value))];
  for (const key of rest.slice(0, 2)) {
    level = level.flatMap((value) => {
      if (value.kind !== 'map') return [unknown];
      return key.kind === 'scalar'
        ? [get(value, String(key.value))]
        : value.entries.map((entry) => entry.value);
    });
  }
  // A key that is not in the mapping is an error of the template, not a value.
  return level.map((value) => (value.kind === 'absent' ? unknown : value));
}

function sameAssumption(a: Assumption, b: Assumption): boolean {
  if (a.kind === 'condition') return b.kind === 'condition' && a.name === b.name && a.holds === b.holds;
  return b.kind === a.kind && a.parameter === b.parameter;
}

function contradicts(when: readonly Assumption[], next: Assumption): boolean {
  if (next.kind !== 'condition') return false;
  return when.some((a) => a.kind === 'condition' && a.name === next.name && a.holds !== next.holds);
}

/** What follows for a claim ("this value breaks the rule") from all the ways a value may turn out. */
export interface Judgement {
  /**
   * `always`: every possible value breaks it. `sometimes`: at least one does. `never`: none does.
   * `unknown`: none is known to, but some cannot be told.
   */
  readonly breaks: 'always' | 'sometimes' | 'never' | 'unknown';
  /** For `sometimes`: what makes it break. */
  readonly when: readonly Assumption[];
}

/** Judges `value`: `breaks` says of one known value whether it breaks the rule, or undefined if it cannot tell. */
export function judge(
  template: Template,
  value: Value,
  breaks: (value: Value) => boolean | undefined,
): Judgement {
  let broken: Possibility | undefined;
  let fine = false;
  let undecided = false;
  for (const possibility of possibilities(template, value)) {
    const verdict = possibility.value.kind === 'unknown' ? undefined : breaks(possibility.value);
    if (verdict === undefined) undecided = true;
    else if (verdict) broken ??= possibility;
    else fine = true;
  }
  if (!broken) return { breaks: undecided ? 'unknown' : 'never', when: [] };
  if (fine || undecided) return { breaks: 'sometimes', when: broken.when };
  return { breaks: 'always', when: [] };
}

/** The scalar text that `value` has for certain, or undefined. Numbers and booleans come as text. */
export function certainText(template: Template, value: Value): string | undefined {
  const all = possibilities(template, value);
  const first = all[0]?.value;
  if (first?.kind !== 'scalar') return undefined;
  const text = String(first.value);
  return all.every((p) => p.value.kind === 'scalar' && String(p.value.value) === text) ? text : undefined;
}
