/** The constructs that a program makes, and the calls made on them. */
import { typeOfClass } from '../../aws/cdk.ts';
import type { ReferenceValue, Scalar } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import type { ConstructFacts } from './constructs/facts.ts';
import type { Construction, Flow } from './flow.ts';
import { guardsOf, type Run, Runs } from './runs.ts';
import {
  type Binding,
  type Callable,
  classScope,
  type Guard,
  isField,
  type Located,
  type LocatedCall,
  lookup,
  lookupField,
  type Scope,
  type Site,
  type SourceFile,
  type Step,
  type Walked,
} from './scopes.ts';
import type { Source } from './sources.ts';
import type { CallExpression, Expression } from './syntax.ts';

export interface Instance {
  /** Unique in the file: `MyStack/Lb`. */
  readonly id: string;
  /** The construct ID as written, else the variable, else the class. */
  readonly name: string;
  readonly module: string;
  readonly className: string;
  readonly type: string;
  /** Undefined where nothing is known about it but its type. */
  readonly definition: ConstructFacts | undefined;
  /** What makes it, where a finding about it is shown. */
  readonly call: LocatedCall;
  /** In which of the runs of that code it is made. */
  readonly run: Run;
  /** False where it stands for all that the code makes in many runs. */
  readonly single: boolean;
  /** What is called in aws-cdk-lib: the same, or for a class of the program that extends one, how it does. */
  readonly construction: Pick<Construction, 'call' | 'via'>;
  /** The variable or field that holds it, as written. */
  readonly variable: string | undefined;
  /** Calls made on it, in source order. */
  calls: readonly MethodCall[];
  /** False where code that cannot be followed may change anything about it. */
  certain: boolean;
}

export interface MethodCall {
  /** `logAccessLogs`, `connections.allowFrom`, `addUsagePlan().addApiStage`. */
  readonly path: string;
  readonly call: Located<CallExpression>;
  /**
   * False where the call may not happen though the construct is made, or may be made on another one; the condition
   * where that alone decides.
   */
  readonly there: boolean | Guard;
  /** What must hold for it beyond what must for the construct, if nothing else is in doubt. */
  readonly guards: readonly Guard[];
  /** How the code came to run, and to have the construct: that tells the values of parameters. */
  readonly via: readonly Step[];
  /** What it is called on, where that is reached from the construct by a call. */
  readonly receiver: Subject | undefined;
}

/** A construct, or something reached from it: `lb`, `service.loadBalancer`, `api.addUsagePlan('P')`. */
export interface Subject extends Omit<Source, 'located'> {
  readonly instance: Instance;
}

/** The constructs that each instantiation makes, in the order of its runs. */
export interface Instances {
  readonly byCall: ReadonlyMap<CallExpression, readonly Instance[]>;
  readonly runs: Runs;
}

/** All constructs, in the order in which the code makes them. */
export function instancesOf({ byCall }: Instances): readonly Instance[] {
  return [...byCall.values()].flat();
}

/** Where a construct starts in its file. */
export function originOf({ call: { expression, site } }: Instance): number {
  return site.base + expression.start;
}

/** Finds what is known of a class; empty type for a helper that makes no resource. */
export type DefinitionOf = (module: string, className: string) => ConstructFacts | undefined;

/**
 * The constructs of a program, by their instantiation, with the calls made on them.
 * @param file the program's main file
 */
export function findInstances(flow: Flow, file: SourceFile, definitionOf: DefinitionOf): Instances {
  const { walked } = flow;
  const runs = new Runs(flow);
  const byCall = new Map<CallExpression, readonly Instance[]>();
  let copies = 0;
  const ids = new Set<string>();
  const holders = findHolders(walked);
  for (const call of walked.calls) {
    const making = makingOf(flow, call, definitionOf);
    if (!making) continue;
    const variable = holders.get(call.expression);
    const ways = runs.of(call.site);
    const isFollowed = ways !== undefined && copies + ways.length <= MOST_COPIES;
    if (isFollowed) copies += ways.length - 1;
    const made = (isFollowed ? ways : [[]]).map((run): Instance => {
      const name = nameOf(runs, { ...making, run, variable });
      const own = `${classScope(call.site.scope)?.className ?? ''}/${name}`;
      // Those of other files are only referred to.
      const path = call.site.file === file ? own : `${call.site.file.uri}#${own}`;
      let id = path;
      for (let count = 2; ids.has(id); count++) id = `${path}#${count}`;
      ids.add(id);
      return { ...making, id, name, run, single: isFollowed, variable, calls: [], certain: true };
    });
    byCall.set(call.expression, made);
  }
  const instances: Instances = { byCall, runs };
  if (byCall.size > 0) collectCalls(flow, instances);
  return instances;
}

/** What an instantiation makes, however often. */
export type Making = Pick<Instance, 'module' | 'className' | 'type' | 'definition' | 'call' | 'construction'>;

/** What `call` makes, if that is a construct. */
export function makingOf(flow: Flow, call: LocatedCall, definitionOf: DefinitionOf): Making | undefined {
  const extended = flow.classOf(call.expression) && flow.constructionOf(call);
  const callee = extended?.library ?? flow.libraryOf(call.expression);
  // A dot is in the name of what a static method makes: `UserData.forLinux`.
  const className = callee?.names.join('.');
  if (!callee || !className) return undefined;
  const { module } = callee;
  const definition = definitionOf(module, className);
  const type = definition?.type ?? typeOfClass(module, className);
  if (type === undefined || (type && call.expression.arguments.length === 0)) return undefined;
  return { module, className, type, definition, call, construction: extended ?? { call, via: [] } };
}

/** How a construct is called: by its construct ID, else the variable, else the class. */
export function nameOf(
  runs: Runs,
  { call, construction, className, run, variable }: Making & Pick<Instance, 'run' | 'variable'>,
): string {
  return (
    constructId(runs, call, run) ??
    constructId(runs, construction.call, [...run, ...construction.via]) ??
    variable?.replace(/^this\./, '') ??
    className
  );
}

/** Beyond this many, what code makes in its runs is read as one construct. */
const MOST_COPIES = 300;

/** The construct ID in a run of the code that makes it. */
function constructId(runs: Runs, { expression, site }: LocatedCall, run: Run): string | undefined {
  const given = expression.arguments[1];
  const id = given && constantOf(runs, { expression: given, site }, run);
  return id === undefined ? undefined : String(id);
}

/** What is written as such, also in a constant or put together of constants. */
function constantOf(runs: Runs, { expression, site }: Located, run: Run, depth = 0): Scalar | undefined {
  if (depth > 4) return undefined;
  const constant = (part: Expression) => constantOf(runs, { expression: part, site }, run, depth + 1);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'wrapped':
      return constant(expression.value);
    case 'template': {
      const parts = expression.parts.map(constant);
      return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
    }
    case 'operation': {
      if (expression.operator !== '+' || !expression.right) return undefined;
      const [left, right] = [constant(expression.left), constant(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      return typeof left === 'number' && typeof right === 'number' ? left + right : `${left}${right}`;
    }
    case 'name':
    case 'member': {
      const [only, ...others] = runs.sourcesOf({ expression, site }, run);
      if (!only?.sure || only.path.length > 0 || others.length > 0) return undefined;
      const { kind } = only.located.expression;
      return kind === 'name' || kind === 'member'
        ? undefined
        : constantOf(runs, only.located, run, depth + 1);
    }
    default:
      return undefined;
  }
}

/** The names of what values are put in. */
function findHolders(walked: Walked): Map<Expression, string> {
  const holders = new Map<Expression, string>();
  for (const { expression, site } of walked.calls) {
    const { statement } = site;
    if (statement.kind === 'variables') {
      for (const each of statement.declarations) {
        const [only] = each.pattern;
        if (only && each.value === expression && only.path?.length === 0) holders.set(expression, only.name);
      }
    } else if (statement.kind === 'field' && statement.value === expression) {
      holders.set(expression, `this.${statement.name}`);
    }
  }
  for (const { expression, site } of walked.assignments) {
    const { target, value } = expression;
    const name = site.file.text.slice(site.base + target.start, site.base + target.end);
    holders.set(value, name);
    for (const given of assignedBinding(target, site.scope)?.values ?? [])
      holders.set(given.expression, name);
  }
  return holders;
}

/** The variable or field that an assignment gives a value. */
export function assignedBinding(target: Expression, scope: Scope): Binding | undefined {
  if (target.kind === 'name') return lookup(scope, target.name);
  return target.kind === 'member' && isField(target) ? lookupField(scope, target.member) : undefined;
}

function collectCalls(flow: Flow, instances: Instances): void {
  const collected = new Map<Instance, MethodCall[]>();
  for (const call of flow.walked.calls) {
    for (const [instance, made] of methodCallsOf(flow, instances, call)) {
      const known = collected.get(instance);
      if (known) known.push(made);
      else collected.set(instance, [made]);
    }
  }
  for (const [instance, calls] of collected) instance.calls = inOrder(calls);
}

/** The constructs that a call is made on, and how, in each of the runs of the code there. */
export function methodCallsOf(
  flow: Flow,
  instances: Instances,
  call: LocatedCall,
): readonly (readonly [Instance, MethodCall])[] {
  const { expression, site } = call;
  const { callee } = expression;
  if (callee.kind !== 'member' || flow.libraryOf(expression)) return [];
  const object = { expression: callee.object, site };
  return (instances.runs.of(site) ?? [[]]).flatMap((run) =>
    subjectsOf(instances, object, run).map((subject): readonly [Instance, MethodCall] => {
      const { instance, path, via, sure } = subject;
      const calls = via.flatMap((step) => ('loop' in step ? [] : [step]));
      const expected = guardsOf(instance.call.site, instance.run);
      const steps = [...run, ...via];
      const made: MethodCall = {
        path: [...path, callee.member].join('.'),
        call,
        there: sure && runsWith(site, instance.call.site, calls),
        guards: sure ? guardsOf(site, steps).filter((guard) => !expected.includes(guard)) : [],
        via: steps,
        receiver: subject.last && subject,
      };
      return [instance, made];
    }),
  );
}

/** Calls in source order, but what a call makes must be there before calls are made on that. */
export function inOrder(calls: readonly MethodCall[]): readonly MethodCall[] {
  return [...calls].sort((a, b) => Number(a.receiver !== undefined) - Number(b.receiver !== undefined));
}

/**
 * Whether the code at `site` surely runs where that at `made` does.
 * @param via the calls of functions that led there, if they are known
 */
function runsWith(
  site: Site,
  made: Site,
  via: readonly LocatedCall[],
  seen: Set<Callable> = new Set(),
): boolean {
  const { callable } = site;
  const isCalled = callable !== undefined && (via.length > 0 || callable.calls.length > 0);
  const own = isCalled ? site.guards.slice(callable.guards.length) : site.guards;
  if (!own.every((guard) => guard.runs || made.guards.includes(guard))) return false;
  if (!callable || callable === made.callable) return true;
  const runs = (at: Site): boolean => runsWith(at, made, [], seen);
  if (via.length > 0) return via.every((call) => runs(call.site));
  // Functions may call each other in a circle; each is followed once.
  if (seen.has(callable)) return false;
  seen.add(callable);
  if (callable.calls.length > 0) return callable.calls.some((call) => runs(call.site));
  return callable.place === undefined || runs(callable.place);
}

/** The constructs that `located` may stand for in a run of the code there: none, one, or all that a variable was given. */
export function subjectsOf({ byCall, runs }: Instances, located: Located, run: Run = []): readonly Subject[] {
  return runs.sourcesOf(located, run).flatMap(({ located: end, ...way }) => {
    const made = end.expression.kind === 'call' ? byCall.get(end.expression) : undefined;
    const meant = runs.meant(made ?? [], way, run);
    return meant.map((instance): Subject => {
      const isTold = meant.length === 1 && (instance.single || way.via.length === 0);
      return { instance, ...way, sure: way.sure && isTold };
    });
  });
}

/** The only construct that `located` can be in a run of the code there, or undefined. */
export function onlySubject(instances: Instances, located: Located, run: Run = []): Subject | undefined {
  if (instances.runs.sourcesOf(located, run).length !== 1) return undefined;
  const [only, ...others] = subjectsOf(instances, located, run);
  return others.length === 0 ? only : undefined;
}

/** A reference to a construct or what is reached from it, or undefined where it is not known. */
export function referenceTo({ instance, path, last }: Subject, span: Span): ReferenceValue | undefined {
  if (path.length === 0) return { kind: 'reference', span, target: instance.id };
  const member = path.join('.');
  if (instance.className.startsWith('Cfn') && path.length === 1) {
    if (member === 'ref' || member === 'logicalId') return { kind: 'reference', span, target: instance.id };
    const attribute = /^attr(\w+)$/.exec(member)?.[1];
    return attribute ? { kind: 'reference', span, target: instance.id, attribute } : undefined;
  }
  const known = instance.definition?.attributes?.[member];
  if (known === undefined) return undefined;
  const [child = '', attribute] = known.startsWith('/') ? known.split('.') : ['', known || undefined];
  const id = last?.expression.arguments[0];
  if (child.includes(GIVEN_ID) && id?.kind !== 'literal') return undefined;
  const given = id?.kind === 'literal' ? String(id.value) : '';
  const target = `${instance.id}${child.replace(GIVEN_ID, given)}`;
  return { kind: 'reference', span, target, ...(attribute === undefined ? {} : { attribute }) };
}

/** Stands in an attribute of a definition for the ID that the call is given. */
const GIVEN_ID = '{id}';
