/** Lists that a function makes of what is in another: `names.map((name) => new sqs.Queue(this, name))`. */
import { isSteady, type Located, type Turn, type Walked } from './scopes.ts';
import type { Expression } from './syntax.ts';

/** An item of such a list. */
export interface MappedItem {
  /** What the function gives. */
  readonly result: Located;
  /** When it gives this one. */
  readonly turn: Turn;
}

/** The list whose items `expression` makes another list of, and the function that it calls with each of them. */
export function mapping(expression: Expression) {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return undefined;
  const { object, member } = expression.callee;
  const [made, ...others] = expression.arguments;
  if (member !== 'map' || made?.kind !== 'function' || others.length > 0) return undefined;
  return { list: object, made };
}

/** The items of the list that `expression` makes; undefined where it is not known how many there are. */
export function mappedItems(
  { callables }: Walked,
  expression: Expression,
): readonly MappedItem[] | undefined {
  const made = mapping(expression)?.made;
  const callable = made && callables.get(made);
  const loop = callable?.scope.loop;
  const [result, ...others] = callable?.returns ?? [];
  if (!callable || !loop || !result || others.length > 0) return undefined;
  if (loop.turns.length === 0 || !isSteady(loop)) return undefined;
  if (result.site.guards.length > callable.guards.length) return undefined;
  return loop.turns.map((turn) => ({ result, turn }));
}
