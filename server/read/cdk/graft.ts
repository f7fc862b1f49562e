/**
 * Puts what was typed inside of statements in its place in what is known of a program, where it means nothing to the
 * rest of it: the program need not be followed again.
 */
import { uncertainAfter } from './certainty.ts';
import { definitionOf } from './constructs/index.ts';
import { digestOf } from './digest.ts';
import { type Edit, editedBody, givenIn, isSelfContained } from './edited.ts';
import type { Evaluation } from './evaluate.ts';
import {
  assignedBinding,
  type Instance,
  inOrder,
  instancesOf,
  type Making,
  makingOf,
  methodCallsOf,
  nameOf,
} from './instances.ts';
import { makesStack } from './runs.ts';
import type { Located, LocatedCall, Site } from './scopes.ts';
import { type Body, bodiesOf, type CallExpression, type Placed, type Statement } from './syntax.ts';

/** A statement that was edited, with what it did and does. */
interface Graft extends Edit {
  readonly site: Site;
  readonly calls: { readonly before: readonly LocatedCall[]; readonly now: readonly LocatedCall[] };
  /** What its instantiations made, with how they make it. */
  readonly constructs: readonly (readonly [CallExpression, readonly Instance[], Making])[];
}

/**
 * Takes an edit into `evaluation`, which is changed by that. Undefined, and nothing is changed, where that takes
 * following the program again.
 * @param before the program as it was
 * @param now as it is
 * @returns the program with what is the same in it as it was, and the constructs that are made or called differently
 */
export function graft(
  evaluation: Evaluation,
  before: Body,
  now: Body,
  text: string,
): { readonly body: Body; readonly edited: ReadonlySet<Instance> } | undefined {
  const { file, flow } = evaluation;
  const edited = editedBody(before, now);
  if (!edited?.edits.every(isSelfContained)) return undefined;
  const grafts: Graft[] = [];
  for (const edit of edited.edits) {
    const site = flow.walked.sites.find(({ statement }) => statement === edit.before);
    const found = site && graftAt(evaluation, site, edit);
    if (!found) return undefined;
    grafts.push(found);
  }
  Object.assign(file, { text });
  moveSites(evaluation, edited.body);
  for (const each of grafts) exchangeCode(evaluation, each);
  flow.forget(grafts.flatMap(({ calls }) => calls.before));
  const touched = grafts.flatMap((each) => [
    ...exchangeConstructs(evaluation, each),
    ...exchangeMethodCalls(evaluation, each),
  ]);
  return { body: edited.body, edited: new Set(touched) };
}

/** What an edit changes; undefined where the rest of the program may be concerned. */
function graftAt(evaluation: Evaluation, site: Site, { before, now }: Edit): Graft | undefined {
  const { flow, instances } = evaluation;
  const old = flow.walked.calls.filter((call) => call.site === site);
  const calls: LocatedCall[] = digestOf(now).calls.map(({ expression, passed }) => ({
    expression,
    passed,
    site,
  }));
  // Where its calls belong among those of the program, calls that were there before tell.
  if (old.length === 0 && calls.length > 0) return undefined;
  const isOwn = ({ expression }: LocatedCall): boolean =>
    Boolean(flow.callableOf(expression) ?? flow.classOf(expression)) || makesStack(flow, expression);
  if (old.some(isOwn) || !flow.learn(calls) || calls.some(isOwn)) return undefined;
  const made = old.flatMap(({ expression }) => {
    const known = instances.byCall.get(expression);
    return known ? [[expression, known] as const] : [];
  });
  const makings = calls.flatMap((call) => makingOf(flow, call, definitionOf) ?? []);
  if (made.length !== makings.length) return undefined;
  const constructs = made.map(([call, known], index) => [call, known, makings[index] as Making] as const);
  const isSame = constructs.every(([, known, making]) => known.every((each) => isMadeBy(making, each)));
  const found: Graft = { site, before, now, calls: { before: old, now: calls }, constructs };
  return isSame && losesSame(evaluation, found) ? found : undefined;

  function isMadeBy(making: Making, instance: Instance): boolean {
    const { module, className, run, variable } = instance;
    return (
      making.module === module &&
      making.className === className &&
      nameOf(instances.runs, { ...making, run, variable }) === instance.name
    );
  }
}

/** Whether the statement gives the same constructs away as before. */
function losesSame(
  { flow, instances: { byCall, runs } }: Evaluation,
  { site, before, now, calls, constructs }: Graft,
): boolean {
  const known = new Map(byCall);
  for (const [, made, { call }] of constructs) known.set(call.expression, made);
  const [old, lost] = [
    { statement: before, calls: calls.before },
    { statement: now, calls: calls.now },
  ].map((each) => {
    const code = {
      calls: each.calls,
      leaving: listsIn(each.statement, site),
      assignments: assignmentsIn(each.statement, site),
      members: [],
    };
    return uncertainAfter(code, flow, { byCall: known, runs });
  });
  return old?.size === lost?.size && [...(old ?? [])].every((each) => lost?.has(each));
}

function assignmentsIn(statement: Statement, site: Site) {
  return digestOf(statement).assignments.map((expression) => ({ expression, site }));
}

function listsIn(statement: Statement, site: Site): readonly Located[] {
  return digestOf(statement).lists.map((expression) => ({ expression, site }));
}

type Movable = { -readonly [K in keyof Site]: Site[K] };

/** Says of every statement where it stands. They come in the order in which the program was walked. */
function moveSites({ flow: { walked } }: Evaluation, program: Body): void {
  let next = 0;
  const move = (body: Body, start: number): void => {
    for (let index = 0; index < body.length; index++) {
      const placed = body[index] as Placed;
      const { statement } = placed;
      const base = start + placed.start;
      moveTo(walked.sites[next++] as Movable, { base, statement, body, index });
      for (const { expression } of digestOf(statement).functions) move(expression.body, base);
      for (const inner of bodiesOf(statement)) move(inner, base);
    }
  };
  move(program, 0);
  for (const [branch, whole] of walked.branches) moveTo(branch as Movable, whole);
}

function moveTo(
  site: Movable,
  { base, statement, body, index }: Pick<Site, 'base' | 'statement' | 'body' | 'index'>,
): void {
  site.base = base;
  site.statement = statement;
  site.body = body;
  site.index = index;
}

/** Puts what a statement does in place of what it did. */
function exchangeCode({ flow: { walked } }: Evaluation, { site, before, now, calls }: Graft): void {
  const [first] = calls.before;
  if (first) exchange(walked.calls, walked.calls.indexOf(first), calls.before.length, calls.now);
  exchangeAt(site, walked.assignments, assignmentsIn(now, site));
  exchangeAt(site, walked.leaving, listsIn(now, site));
  for (const [index, { to, value }] of givenIn(before).entries()) {
    const binding = 'kind' in to ? assignedBinding(to, site.scope) : site.scope.names.get(to[0]?.name ?? '');
    const expression = givenIn(now)[index]?.value;
    for (const given of binding?.values ?? [])
      if (given.expression === value) Object.assign(given, { expression });
  }
}

/** Puts `others` in place of what is found at a site, or at the end. */
function exchangeAt<T extends Located>(site: Site, list: readonly T[], others: readonly T[]): void {
  const at = list.findIndex((each) => each.site === site);
  const count = list.filter((each) => each.site === site).length;
  exchange(list, at < 0 ? list.length : at, count, others);
}

function exchange<T>(list: readonly T[], at: number, count: number, others: readonly T[]): void {
  (list as T[]).splice(at, count, ...others);
}

/** The constructs go on, made by other calls. */
function exchangeConstructs({ instances }: Evaluation, { constructs }: Graft): readonly Instance[] {
  const makings = new Map(constructs.map(([call, , making]) => [call, making]));
  const byCall = [...instances.byCall].map(([call, made]) => {
    const making = makings.get(call);
    for (const instance of making ? made : []) Object.assign(instance, making);
    return [making?.call.expression ?? call, made] as const;
  });
  Object.assign(instances, { byCall: new Map(byCall) });
  return constructs.flatMap(([, made]) => made);
}

/** Calls other methods on constructs than before. */
function exchangeMethodCalls({ flow, instances }: Evaluation, { site, calls }: Graft): readonly Instance[] {
  const found = calls.now.flatMap((call) => methodCallsOf(flow, instances, call));
  const touched = new Set(found.map(([instance]) => instance));
  for (const instance of instancesOf(instances))
    if (instance.calls.some(({ call }) => call.site === site)) touched.add(instance);
  if (touched.size === 0) return [];
  const order = new Map(flow.walked.calls.map((call, index) => [call.expression, index]));
  for (const instance of touched) {
    const others = instance.calls.filter(({ call }) => call.site !== site);
    const own = found.flatMap(([each, call]) => (each === instance ? [call] : []));
    const at = ({ call }: { readonly call: Located<CallExpression> }): number =>
      order.get(call.expression) ?? 0;
    instance.calls = inOrder([...others, ...own].sort((a, b) => at(a) - at(b)));
  }
  return [...touched];
}
