/** What matters in a statement to those who walk the program: looked for once, however often the file is read. */
import {
  type CallExpression,
  type Expression,
  expressionsOf,
  type MemberExpression,
  partsOf,
  type Statement,
} from './syntax.ts';

/** What matters in the expressions of a statement; the same for as long as the statement is. */
export interface Digest {
  readonly calls: readonly { readonly expression: CallExpression; readonly passed: readonly Expression[] }[];
  readonly members: readonly MemberExpression[];
  readonly assignments: readonly Extract<Expression, { kind: 'assignment' }>[];
  readonly lists: readonly Expression[];
  readonly functions: readonly Extract<Expression, { kind: 'function' }>[];
}

const digests = new WeakMap<Statement, Digest>();

/** The digest of a statement, made once. */
export function digestOf(statement: Statement): Digest {
  let digest = digests.get(statement);
  if (!digest) {
    digest = makeDigest(expressionsOf(statement));
    digests.set(statement, digest);
  }
  return digest;
}

function makeDigest(expressions: readonly Expression[]): Digest {
  const digest = {
    calls: [] as { expression: CallExpression; passed: readonly Expression[] }[],
    members: [] as MemberExpression[],
    assignments: [] as Extract<Expression, { kind: 'assignment' }>[],
    lists: [] as Expression[],
    functions: [] as Extract<Expression, { kind: 'function' }>[],
  };
  const visit = (expression: Expression): void => {
    if (expression.kind === 'call')
      digest.calls.push({ expression, passed: expression.arguments.flatMap((each) => allIn(each)) });
    else if (expression.kind === 'member' && (escapes.has(expression.member) || expression.member === 'of')) {
      digest.members.push(expression);
    } else if (expression.kind === 'assignment') digest.assignments.push(expression);
    else if (expression.kind === 'list') digest.lists.push(expression);
    else if (expression.kind === 'function') digest.functions.push(expression);
    partsOf(expression).forEach(visit);
  };
  expressions.forEach(visit);
  return digest;
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
]);
