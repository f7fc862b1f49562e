/** Whether an edit leaves alone what every statement outside of it means. */
import { isChanging } from './changes.ts';
import { digestOf } from './digest.ts';
import type { Flow } from './flow.ts';
import type { Instance, Instances } from './instances.ts';
import { makesStack } from './runs.ts';
import { type Body, bodiesOf, type Declaration, type Expression, type Statement } from './syntax.ts';

/** A program with what was found in it. */
export interface Understood {
  readonly body: Body;
  readonly flow: Flow;
  readonly instances: Instances;
}

/**
 * Whether names, calls and constructs are the same in both, but for what is inside of simple statements: a construct
 * that is put into a variable, a call, a constant. False also where that cannot be told.
 */
export function meanTheSame(before: Understood, now: Understood): boolean {
  return alike(before.body, now.body, before, now) && haveSameIds(before.instances, now.instances);
}

function alike(some: Body, others: Body, before: Understood, now: Understood): boolean {
  const [a, b] = [some, others].map((body) => body.filter(({ statement }) => statement.kind !== 'comment'));
  if (!a || !b || a.length !== b.length) return false;
  return a.every(({ statement: one }, index) => {
    const other = b[index]?.statement;
    if (!other || one.kind !== other.kind) return false;
    if (one === other) return true;
    const inner = bodiesOf(one);
    if (inner.length === 0) return haveSameEffects(one, other, before, now);
    const bodies = bodiesOf(other);
    return (
      isSame(headOf(one), headOf(other)) &&
      inner.every((each, at) => alike(each, bodies[at] ?? [], before, now))
    );
  });
}

/** A statement without the statements in it. */
function headOf(statement: Statement): object {
  const { length, comments, ...head } = statement;
  return { ...head, body: undefined, yes: undefined, no: undefined };
}

/** Whether nothing outside of either statement can tell which of them stands there. */
function haveSameEffects(one: Statement, other: Statement, before: Understood, now: Understood): boolean {
  if (!isSimple(one, before.flow) || !isSimple(other, now.flow)) return false;
  const [ids, otherIds] = [idsIn(one, before.instances), idsIn(other, now.instances)];
  if (!isSame(ids, otherIds)) return false;
  if (one.kind !== 'variables' || other.kind !== 'variables') return one.kind === 'expression';
  return (
    one.declarations.length === other.declarations.length &&
    one.declarations.every((each, index) => declareSame(each, other.declarations[index] as Declaration))
  );
}

function declareSame(one: Declaration, other: Declaration): boolean {
  return isSame(one.pattern, other.pattern) && leadToSame(one.value, other.value);
}

/** Whether who follows a name to its value comes to the same, apart from how that is made. */
function leadToSame(one: Expression | undefined, other: Expression | undefined): boolean {
  if (one?.kind === 'literal') return other?.kind === 'literal';
  return one?.kind === 'call' && other?.kind === 'call' && isSame(one.callee, other.callee);
}

/** Whether a statement does nothing but make constructs and call methods of aws-cdk-lib. */
function isSimple(statement: Statement, flow: Flow): boolean {
  const { calls, assignments, functions } = digestOf(statement);
  return (
    assignments.length === 0 &&
    functions.length === 0 &&
    calls.every(
      ({ expression }) =>
        !flow.callableOf(expression) &&
        !flow.classOf(expression) &&
        !isChanging(expression) &&
        !makesStack(flow, expression),
    )
  );
}

function idsIn(statement: Statement, { byCall }: Instances): readonly string[] {
  return digestOf(statement).calls.flatMap(({ expression }) => byCall.get(expression)?.map(idOf) ?? []);
}

/** Whether all constructs of statements that are in both are found under the same IDs. */
function haveSameIds(before: Instances, now: Instances): boolean {
  for (const [call, made] of now.byCall) {
    const known = before.byCall.get(call);
    if (known && !isSame(known.map(idOf), made.map(idOf))) return false;
  }
  return true;
}

function idOf({ id }: Instance): string {
  return id;
}

const places: ReadonlySet<string> = new Set([
  'start',
  'end',
  'memberStart',
  'memberEnd',
  'argumentsStart',
  'argumentsEnd',
  'keyStart',
  'keyEnd',
  'length',
]);

/** Whether two pieces of a program are written alike, wherever they stand. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) && one.length !== (other as readonly unknown[]).length) return false;
  const [a, b] = [one, other] as Record<string, unknown>[];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (key) => (places.has(key) && !Array.isArray(one)) || isSame(a?.[key], b?.[key]),
  );
}
