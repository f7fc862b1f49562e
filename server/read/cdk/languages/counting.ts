/** What loops go through that do not name it: numbers that they count, positions, keys. */
import type { Declaration, Expression, Statement } from '../syntax.ts';

type Head = Pick<Extract<Statement, { kind: 'loop' }>, 'variable' | 'items' | 'parts'>;

/**
 * The head of a loop that may count: `for (let i = 0; i < 3; i++)`.
 * @param declarations what it declares before the first turn
 * @param next what is done after each turn, and how that is written
 */
export function headOf(
  declarations: readonly Declaration[],
  condition: Expression,
  next?: { readonly text: string; readonly expression: Expression },
): Head {
  const values = declarations.flatMap(({ value, parts }) => (value ? [value, ...parts] : parts));
  const [only, ...others] = declarations;
  const items = others.length === 0 && next ? counted(only, condition, next.text) : undefined;
  if (only && items) return { variable: only.pattern, items, parts: [condition, ...values] };
  return {
    variable: declarations.flatMap(({ pattern }) => pattern.map((each) => ({ ...each, path: undefined }))),
    items: undefined,
    parts: [...values, condition, ...(next ? [next.expression] : [])],
  };
}

/** The numbers that are counted one by one. */
function counted(
  declaration: Declaration | undefined,
  condition: Expression,
  next: string,
): Expression | undefined {
  const [counter, ...others] = declaration?.pattern ?? [];
  const from = declaration?.value;
  if (!counter || others.length > 0 || !from || condition.kind !== 'operation') return undefined;
  const { name, start, end } = counter;
  const { operator, left, right } = condition;
  if (left.kind !== 'name' || left.name !== name || !right) return undefined;
  if (![`${name}++`, `++${name}`, `${name}+=1`].includes(next.replace(/\s/g, ''))) return undefined;
  if (operator === '<') return { start, end, kind: 'range', from, to: right };
  const one: Expression = { start, end, kind: 'literal', value: 1 };
  const after: Expression = { start, end, kind: 'operation', operator: '+', left: right, right: one };
  return operator === '<=' ? { start, end, kind: 'range', from, to: after } : undefined;
}

/**
 * `items.entries()`: the items with their positions, or keys with their values; `keys()` without; `enumerated()` the
 * items of a list, but of a dictionary its keys with their values.
 */
export function viewed(items: Expression, member: 'entries' | 'keys' | 'enumerated'): Expression {
  const { start, end } = items;
  const callee = {
    start,
    end,
    kind: 'member',
    object: items,
    member,
    memberStart: end,
    memberEnd: end,
  } as const;
  return { start, end, kind: 'call', callee, arguments: [], argumentsStart: end, argumentsEnd: end };
}
