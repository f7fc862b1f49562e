/** Guard's comparisons as keywords. All of these throw NotTaken where there is no keyword for it. */
import { RE2JS } from 're2js';
import type { Scalar } from '../model/value.ts';
import type { Schema } from '../rules/schema.ts';
import { oneOf } from './condition.ts';
import { NotTaken } from './notTaken.ts';
import type { Operand } from './syntax.ts';

/** The schema of values that are equal to `right`. */
export function equal(right: Operand): Schema {
  if (right.kind === 'scalar') return { const: constant(right.value) };
  if (right.kind === 'pattern') return { pattern: pattern(right.source) };
  throw new NotTaken('wholes');
}

/** The schema of values that are one of `right`, or in its range. */
export function within(right: Operand): Schema {
  if (right.kind === 'range') {
    const { from, to, includesFrom, includesTo } = right;
    return {
      type: 'number',
      ...(includesFrom ? { minimum: from } : {}),
      ...(includesTo ? { maximum: to } : {}),
      ...(includesFrom && includesTo
        ? {}
        : {
            not: {
              anyOf: [...(includesFrom ? [] : [{ maximum: from }]), ...(includesTo ? [] : [{ minimum: to }])],
            },
          }),
    };
  }
  return oneOf((right.kind === 'list' ? right.items : [right]).map(equal));
}

/** The schema of numbers that `operator` holds for. */
export function compared(operator: string, right: Operand): Schema {
  if (right.kind !== 'scalar' || typeof right.value !== 'number') {
    throw new NotTaken('wholes');
  }
  const { value } = right;
  switch (operator) {
    case '>=':
      return { type: 'number', minimum: value };
    case '<=':
      return { type: 'number', maximum: value };
    case '>':
      return { type: 'number', not: { maximum: value } };
    case '<':
      return { type: 'number', not: { minimum: value } };
    default:
      throw new NotTaken('syntax');
  }
}

function constant(value: Scalar): NonNullable<Scalar> {
  if (value === null) throw new NotTaken('wholes');
  return value;
}

function pattern(source: string): string {
  try {
    RE2JS.compile(source);
    return source;
  } catch {
    throw new NotTaken('pattern');
  }
}
