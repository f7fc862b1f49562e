/** In which statements a program was edited, and what is the same in it as before. */
import { isChanging } from './changes.ts';
import { digestOf } from './digest.ts';
import { isField } from './scopes.ts';
import { type Body, bodiesOf, type Expression, type Pattern, type Placed, type Statement } from './syntax.ts';

/** A statement that has no others in it, and what it was edited to. */
export interface Edit {
  readonly before: Statement;
  readonly now: Statement;
}

/** A program after edits inside of statements. */
export interface Edited {
  /** The new one, made of everything in the old one that is the same. */
  readonly body: Body;
  readonly edits: readonly Edit[];
}

/** How `now` comes of `before`; undefined where statements came or went, or what others are in was edited. */
export function editedBody(before: Body, now: Body): Edited | undefined {
  if (before.length !== now.length) return undefined;
  const edits: Edit[] = [];
  const body: Placed[] = [];
  for (const placed of now) {
    const known = before[body.length]?.statement;
    const { start, statement } = placed;
    if (known?.kind !== statement.kind) return undefined;
    const isLeaf = bodiesOf(known).length === 0;
    if (known === statement) body.push(placed);
    else if (isLeaf && isSame(known, statement)) body.push({ start, statement: known });
    else if (isLeaf) {
      body.push(placed);
      edits.push({ before: known, now: statement });
    } else {
      const inner = editedInside(known, statement);
      if (!inner) return undefined;
      body.push({ start, statement: inner.statement });
      edits.push(...inner.edits);
    }
  }
  return { body, edits };
}

function editedInside(
  known: Statement,
  now: Statement,
): { readonly statement: Statement; readonly edits: readonly Edit[] } | undefined {
  if (!isSame(headOf(known), headOf(now))) return undefined;
  const bodies = bodiesOf(now);
  const inner: Edited[] = [];
  for (const [index, body] of bodiesOf(known).entries()) {
    const edited = editedBody(body, bodies[index] ?? []);
    if (!edited) return undefined;
    inner.push(edited);
  }
  const [body = [], no = []] = inner.map((each) => each.body);
  const { length, comments } = now;
  const placed = known.kind === 'branch' ? { yes: body, no } : { body };
  return {
    statement: { ...known, ...placed, length, comments } as Statement,
    edits: inner.flatMap((each) => each.edits),
  };
}

/** A statement without the statements in it. */
function headOf(statement: Statement): object {
  const { length, comments, ...head } = statement;
  return { ...head, body: undefined, yes: undefined, no: undefined };
}

/**
 * Whether the rest of a program cannot tell which of both stands there, but for the constructs that they make and the
 * methods that they call: those are still to be looked at.
 */
export function isSelfContained({ before, now }: Edit): boolean {
  if (before.kind === 'comment') return true;
  if (![before, now].every(makesAndCallsOnly)) return false;
  const [known, given] = [givenIn(before), givenIn(now)];
  return known.length === given.length && known.every((each, index) => giveSame(each, given[index] as Given));
}

/** Whether a statement does nothing but make constructs and call methods, whatever conditions there are. */
function makesAndCallsOnly(statement: Statement): boolean {
  const { calls, assignments, functions, members } = digestOf(statement);
  const own = statement.kind === 'expression' ? statement.value : undefined;
  return (
    (statement.kind === 'variables' || statement.kind === 'expression') &&
    functions.length + members.length === 0 &&
    assignments.every((each) => each === own) &&
    calls.every(({ expression, when }) => !when && !isChanging(expression))
  );
}

/** A name or a field, and what it is given. */
interface Given {
  readonly to: Pattern | Expression;
  readonly value: Expression | undefined;
}

/** What a statement gives to names or fields. */
export function givenIn(statement: Statement): readonly Given[] {
  if (statement.kind === 'variables')
    return statement.declarations.map(({ pattern, value }) => ({ to: pattern, value }));
  if (statement.kind !== 'expression' || statement.value.kind !== 'assignment') return [];
  const { target, value, plain } = statement.value;
  return [{ to: target, value: plain ? value : undefined }];
}

/**
 * Whether both give to one name what the same function or class makes. What a method makes is known by the ID that the
 * method is given first.
 */
function giveSame(before: Given, now: Given): boolean {
  return (
    isOneName(before.to) &&
    isSame(before.to, now.to, places) &&
    before.value?.kind === 'call' &&
    now.value?.kind === 'call' &&
    isSame(before.value.callee, now.value.callee, places) &&
    isSame(before.value.arguments[0], now.value.arguments[0], places)
  );
}

function isOneName(to: Pattern | Expression): boolean {
  if ('kind' in to) return to.kind === 'name' || isField(to);
  const [only, ...others] = to;
  return only?.path?.length === 0 && !only.otherwise && others.length === 0;
}

const places: ReadonlySet<string> = new Set(['start', 'end', 'memberStart', 'memberEnd']);

/** Whether two pieces of a program are the same, but for what is at the keys `ignored`. */
function isSame(one: unknown, other: unknown, ignored: ReadonlySet<string> = new Set()): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) && one.length !== (other as readonly unknown[]).length) return false;
  const [a, b] = [one, other] as Record<string, unknown>[];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (key) => ignored.has(key) || isSame(a?.[key], b?.[key], ignored),
  );
}
