/** What a loop takes one after the other, as far as it is known before the program runs. */
import { mapping } from './mapped.ts';
import {
  type Binding,
  bindingOf,
  type Given,
  isField,
  type Loop,
  lookupField,
  type OpenLoop,
  partOf,
  type Scope,
  type Site,
  type Turn,
} from './scopes.ts';
import {
  type Body,
  type BoundName,
  bodiesOf,
  type CallExpression,
  type Expression,
  type MemberExpression,
  type ObjectExpression,
  type Pattern,
} from './syntax.ts';

export interface Items {
  readonly expressions: readonly Expression[];
  /** What a function is given second with each of them: its position in a list, the value of a key. */
  readonly seconds: readonly Expression[];
  readonly site: Site;
  /** What they are named by on the way to them: items may have been added or taken away since. */
  readonly named: readonly Binding[];
  /** False where there are more than these. */
  readonly complete: boolean;
}

/** A list or an object: what is in it, and at which position or key. */
interface Entries extends Omit<Items, 'expressions' | 'seconds'> {
  readonly keys: readonly Expression[];
  readonly values: readonly Expression[];
  /** Which of them a loop takes that does not say so. */
  readonly plain: 'keys' | 'values';
}

/** Longer ranges are not counted out. */
const MOST_ITEMS = 32;
const MOST_NAMES = 4;

/** Methods that give the keys, the values or pairs of both, in any language. */
const views: Readonly<Record<string, 'keys' | 'values' | 'pairs' | 'enumerated'>> = {
  keys: 'keys',
  keySet: 'keys',
  values: 'values',
  entries: 'pairs',
  entrySet: 'pairs',
  items: 'pairs',
  enumerated: 'enumerated',
};

/** The items that `expression` gives one after the other, if it has some for sure. */
export function itemsOf(expression: Expression, site: Site, names = 0): Items | undefined {
  const viewed = viewOf(expression);
  const entries = entriesOf(viewed?.of ?? expression, site, names);
  if (!entries || entries.values.length === 0) return undefined;
  const { keys, values, plain, ...where } = entries;
  const asked = viewed?.view ?? plain;
  const view = asked !== 'enumerated' ? asked : plain === 'keys' ? 'pairs' : 'values';
  if (view !== 'pairs') {
    const expressions = view === 'keys' ? keys : values;
    return {
      ...where,
      expressions,
      seconds: viewed ? expressions.map(numbered) : plain === 'keys' ? values : keys,
    };
  }
  const pairs = values.map((value, index) => pairOf(keys[index] ?? value, value));
  return { ...where, expressions: pairs, seconds: pairs.map(numbered) };
}

/** A key with its value, which are parts of it by their position and by their names. */
function pairOf(key: Expression, value: Expression): Expression {
  const { start, end } = value;
  const parts = { 0: key, 1: value, key, value };
  const properties = Object.entries(parts).map(([name, part]) => ({
    ...{ kind: 'property' as const, start, end, keyStart: start, keyEnd: start },
    key: name,
    value: part,
  }));
  return { kind: 'object', start, end, properties, open: false };
}

/** The list or object that a loop goes through, where that is written in the loop itself. */
export function loopedOver(expression: Expression): Expression {
  return viewOf(expression)?.of ?? expression;
}

/** What `list.entries()`, `Object.entries(list)` and the like view, and how. */
function viewOf(expression: Expression) {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return undefined;
  const { object, member } = expression.callee;
  const view = Object.hasOwn(views, member) ? views[member] : undefined;
  const [only, ...others] = expression.arguments;
  const isStatic = object.kind === 'name' && object.name === 'Object';
  if (!view || others.length > 0 || isStatic !== (only !== undefined)) return undefined;
  return { view, of: only ?? object };
}

function entriesOf(expression: Expression, site: Site, names = 0): Entries | undefined {
  switch (expression.kind) {
    case 'list': {
      const values = expression.items.filter((item) => item.kind !== 'spread');
      const complete = values.length === expression.items.length;
      return { keys: values.map(numbered), values, plain: 'values', site, named: [], complete };
    }
    case 'object':
      return entriesOfObject(expression, site);
    case 'range': {
      const { from, to } = expression;
      const numbers = counted(expression, site, numberOf(from, site), numberOf(to, site));
      const length = lengthOf(to);
      return numbers && { ...numbers, named: (length && entriesOf(length, site)?.named) ?? [] };
    }
    case 'wrapped':
      return entriesOf(expression.value, site, names);
    case 'call':
      return entriesOfMapped(expression, site, names);
    default: {
      if (names > MOST_NAMES) return undefined;
      const binding = bindingAt(expression, site);
      const [only, ...others] = binding?.values ?? [];
      if (only && binding && others.length === 0) {
        const entries = entriesOf(only.expression, only.site, names + 1);
        return entries && { ...entries, named: [...entries.named, binding] };
      }
      return binding || expression.kind !== 'member' ? undefined : entriesOfMember(expression, site, names);
    }
  }
}

/** Those of a list that is made of another: as many as that has. */
function entriesOfMapped(call: CallExpression, site: Site, names: number): Entries | undefined {
  const list = names > MOST_NAMES ? undefined : mapping(call)?.list;
  const items = list && itemsOf(list, site, names + 1);
  if (!items) return undefined;
  const { start, end } = call;
  const keys = items.expressions.map(numbered);
  const values = keys.map((index): Expression => ({ kind: 'element', object: call, index, start, end }));
  return { keys, values, plain: 'values', site, named: items.named, complete: items.complete };
}

/** Those of a member of an object, such as props that a construct of the program is given. */
function entriesOfMember(
  { object, member }: MemberExpression,
  site: Site,
  names: number,
): Entries | undefined {
  const around = entriesOf(object, site, names + 1);
  const at =
    around?.plain === 'keys' && around.complete ? around.keys.findLastIndex((key) => isKey(key, member)) : -1;
  const value = around?.values[at];
  const entries = around && value && entriesOf(value, around.site, names + 1);
  return entries && { ...entries, named: [...entries.named, ...around.named] };
}

function isKey(key: Expression, member: string): boolean {
  return key.kind === 'literal' && key.value === member;
}

function entriesOfObject(object: ObjectExpression, site: Site): Entries {
  const properties = object.properties.filter((each) => each.kind === 'property');
  const keys = properties.map(({ key, keyStart, keyEnd }): Expression => {
    return { kind: 'literal', value: key, start: keyStart, end: keyEnd };
  });
  const complete = !object.open && properties.length === object.properties.length;
  const values = properties.map(({ value }) => value);
  return { keys, values, plain: 'keys', site, named: [], complete };
}

function counted(
  { start, end }: { start: number; end: number },
  site: Site,
  from: number | undefined,
  to: number | undefined,
): Entries | undefined {
  if (from === undefined || to === undefined || to - from > MOST_ITEMS) return undefined;
  const values: Expression[] = [];
  for (let value = from; value < to; value++) values.push({ kind: 'literal', value, start, end });
  return { keys: values.map(numbered), values, plain: 'values', site, named: [], complete: true };
}

function numbered({ start, end }: Expression, value: number): Expression {
  return { kind: 'literal', value, start, end };
}

/** A whole number that is written as such, in a constant, or as the length of a list. */
function numberOf(expression: Expression, site: Site, names = 0): number | undefined {
  if (expression.kind === 'literal')
    return Number.isInteger(expression.value) ? Number(expression.value) : undefined;
  if (expression.kind === 'wrapped') return numberOf(expression.value, site, names);
  if (expression.kind === 'operation' && expression.right) {
    const [left, right] = [expression.left, expression.right].map((each) => numberOf(each, site, names));
    const isSum = expression.operator === '+' && left !== undefined && right !== undefined;
    return isSum ? left + right : undefined;
  }
  const length = lengthOf(expression);
  if (length) {
    const entries = entriesOf(length, site);
    return entries?.complete ? entries.values.length : undefined;
  }
  const named = names > MOST_NAMES ? undefined : bindingAt(expression, site);
  const [only, ...others] = named?.open ? [] : (named?.values ?? []);
  return only && others.length === 0 ? numberOf(only.expression, only.site, names + 1) : undefined;
}

/** What `expression` gives the length of, in any language. */
function lengthOf(expression: Expression): Expression | undefined {
  if (expression.kind === 'member' && /^(?:length|Length|Count)$/.test(expression.member))
    return expression.object;
  if (expression.kind !== 'call' || expression.callee.kind !== 'name') return undefined;
  return expression.callee.name === 'len' ? expression.arguments[0] : undefined;
}

function bindingAt(expression: Expression, site: Site): Binding | undefined {
  if (expression.kind === 'name') return bindingOf(expression, site.scope);
  if (expression.kind !== 'member') return undefined;
  const { object, member } = expression;
  if (isField(expression)) return lookupField(site.scope, member);
  const owner = bindingOf(object, site.scope)?.classScope;
  return owner ? lookupField(owner, member) : bindingOf(expression, site.scope);
}

/**
 * Declares what a pattern names in each item that a loop takes.
 * @param second what names that which comes with the item
 */
export function takeItems(
  scope: Scope,
  pattern: Pattern,
  items: Items | undefined,
  site: Site,
  second: Pattern = [],
): void {
  const turns: Turn[] = [];
  const loop: Loop = { turns, named: items?.named ?? [] };
  for (const _ of items?.complete ? items.expressions : []) turns.push({ loop, site });
  if (turns.length > 0) scope.loop = loop;
  const open = !items?.complete || items.named.length > 0;
  const declareEach = (bound: BoundName, value: (item: Expression, at: number) => Expression): void => {
    const values = (items?.expressions ?? []).flatMap((item, at): Given[] => {
      const part = partOf(value(item, at), bound);
      const step = turns[at];
      return part && items ? [{ expression: part, site: items.site, ...(step && { step }) }] : [];
    });
    scope.names.set(bound.name, { kind: 'parameter', values, open });
  };
  for (const bound of pattern) declareEach(bound, (item) => item);
  for (const bound of second) declareEach(bound, (item, at) => items?.seconds[at] ?? item);
}

/** Takes the items of loops that are known once it is known who calls what. */
export function settleLoops(openLoops: readonly OpenLoop[]): void {
  for (const { expression, site, scope, pattern, second, guard } of openLoops) {
    const items = itemsOf(expression, site);
    if (!items) continue;
    takeItems(scope, pattern, items, site, second);
    guard.runs = true;
  }
}

/** Whether code in the body of a loop may end it before all its turns. */
export function mayEnd(body: Body): boolean {
  return body.some(({ statement }) => {
    if (statement.kind === 'leave') return statement.ends;
    const isInside = statement.kind === 'branch' || (statement.kind === 'block' && !statement.maybe);
    return isInside && bodiesOf(statement).some(mayEnd);
  });
}
