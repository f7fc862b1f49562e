/** What matters in a statement to those who walk the program: looked for once, however often the file is read. */
import { loopedOver } from './items.ts';
import {
  type Body,
  bodiesOf,
  type CallExpression,
  type Expression,
  expressionsOf,
  type MemberExpression,
  partsOf,
  type Statement,
} from './syntax.ts';

/** What matters in the expressions of a statement; the same for as long as the statement is. */
export interface Digest {
  readonly calls: readonly CallInPlace[];
  readonly members: readonly MemberExpression[];
  readonly assignments: readonly Extract<Expression, { kind: 'assignment' }>[];
  /** Lists whose items may go anywhere. */
  readonly lists: readonly Expression[];
  readonly functions: readonly FunctionInPlace[];
}

/** A call with everything that it is given, at any depth of objects and lists. */
interface CallInPlace {
  readonly expression: CallExpression;
  readonly passed: readonly Expression[];
  /** Where it runs only in one branch of an expression. */
  readonly when: Branch | undefined;
}

/** A branch of `test ? … : …`, or of `test && …`. */
export interface Branch {
  readonly test: Expression;
  readonly holds: boolean;
}

type FunctionExpression = Extract<Expression, { kind: 'function' }>;

/** A function where it stands. */
export interface FunctionInPlace {
  readonly expression: FunctionExpression;
  /** What it is called with the items of: `items` of `items.forEach((item) => …)`. */
  readonly items: Expression | undefined;
}

/** Methods of a list that call a function with each of its items. */
const eachItem: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap']);

const digests = new WeakMap<Statement, Digest>();

/** The digest of a statement, made once. */
export function digestOf(statement: Statement): Digest {
  let digest = digests.get(statement);
  if (!digest) {
    digest = makeDigest(expressionsOf(statement), statement.kind === 'loop' ? statement.items : undefined);
    digests.set(statement, digest);
  }
  return digest;
}

const loops = new WeakMap<Statement, boolean>();

/** Whether a statement is or has in it, at any depth, something that goes through items. */
export function hasLoop(statement: Statement): boolean {
  let found = loops.get(statement);
  if (found === undefined) {
    found =
      statement.kind === 'loop' ||
      digestOf(statement).functions.some(({ expression, items }) => items || hasLoopIn(expression.body)) ||
      bodiesOf(statement).some(hasLoopIn);
    loops.set(statement, found);
  }
  return found;
}

function hasLoopIn(body: Body): boolean {
  return body.some(({ statement }) => hasLoop(statement));
}

/** @param looped what the statement takes the items of */
function makeDigest(expressions: readonly Expression[], looped: Expression | undefined): Digest {
  const digest = {
    calls: [] as CallInPlace[],
    members: [] as MemberExpression[],
    assignments: [] as Extract<Expression, { kind: 'assignment' }>[],
    lists: [] as Expression[],
    functions: [] as FunctionInPlace[],
  };
  const items = new Map<Expression, Expression>();
  // Where the items of these go is known.
  const followed = new Set(looped && [loopedOver(looped)]);
  const visit = (expression: Expression, when?: Branch): void => {
    if (expression.kind === 'call') {
      digest.calls.push({ expression, passed: expression.arguments.flatMap((each) => allIn(each)), when });
      const { callee } = expression;
      const [first] = expression.arguments;
      if (callee.kind === 'member' && eachItem.has(callee.member) && first?.kind === 'function') {
        items.set(first, callee.object);
        followed.add(loopedOver(callee.object));
      }
    } else if (
      expression.kind === 'member' &&
      (escapes.has(expression.member) || expression.member === 'of')
    ) {
      digest.members.push(expression);
    } else if (expression.kind === 'assignment') digest.assignments.push(expression);
    else if (expression.kind === 'list') {
      if (!followed.has(expression)) digest.lists.push(expression);
    } else if (expression.kind === 'function')
      digest.functions.push({ expression, items: items.get(expression) });
    for (const part of partsOf(expression)) visit(part, branchOf(expression, part) ?? when);
  };
  for (const expression of expressions) visit(expression);
  return digest;
}

/** The branch of `expression` that `part` is, if it is one. */
function branchOf(expression: Expression, part: Expression): Branch | undefined {
  switch (expression.kind) {
    case 'conditional':
      return part === expression.test ? undefined : { test: expression.test, holds: part === expression.yes };
    case 'fallback':
      return part === expression.value ? undefined : { test: expression.value, holds: false };
    case 'operation':
      return expression.operator === '&&' && part === expression.right
        ? { test: expression.left, holds: true }
        : undefined;
    default:
      return undefined;
  }
}

/** `expression` and what is in it where it is an object or a list, at any depth. */
function allIn(expression: Expression, steps = 0): Expression[] {
  if (steps > 8) return [];
  const direct =
    expression.kind === 'object'
      ? expression.properties.map((each) => each.value)
      : expression.kind === 'list'
        ? expression.items
        : [];
  return [expression, ...direct.flatMap((each) => allIn(each, steps + 1))];
}

/** Members through which anything about a construct can be changed. */
export const escapes: ReadonlySet<string> = new Set([
  'defaultChild',
  'addPropertyOverride',
  'addPropertyDeletionOverride',
  'addOverride',
  'addDeletionOverride',
  'findChild',
  'tryFindChild',
  'findAll',
  'children',
  'loadBalancers',
]);
