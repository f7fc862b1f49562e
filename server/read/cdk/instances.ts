/** The constructs that a program makes, and the calls made on them. */
import { typeOfClass } from '../../aws/cdk.ts';
import type { ReferenceValue } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import type { ConstructFacts } from './constructs/facts.ts';
import type { Construction, Flow, Source } from './flow.ts';
import {
  type Binding,
  type Callable,
  classScope,
  isField,
  type Located,
  type LocatedCall,
  lookup,
  lookupField,
  type Scope,
  type Site,
  type SourceFile,
  type Walked,
} from './scopes.ts';
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
  /** What is called in aws-cdk-lib: the same, or for a class of the program that extends one, how it does. */
  readonly construction: Pick<Construction, 'call' | 'via'>;
  /** The variable or field that holds it, as written. */
  readonly variable: string | undefined;
  /** Calls made on it, in source order. */
  readonly calls: MethodCall[];
  /** False where code that cannot be followed may change anything about it. */
  certain: boolean;
}

export interface MethodCall {
  /** `logAccessLogs`, `connections.allowFrom`, `addUsagePlan().addApiStage`. */
  readonly path: string;
  readonly call: Located<CallExpression>;
  /** False where the call may not happen though the construct is made, or may be made on another one. */
  readonly sure: boolean;
  /** The calls of functions that gave it the construct; they tell the values of parameters. */
  readonly via: readonly LocatedCall[];
  /** What it is called on, where that is reached from the construct by a call. */
  readonly receiver: Subject | undefined;
}

/** A construct, or something reached from it: `lb`, `service.loadBalancer`, `api.addUsagePlan('P')`. */
export interface Subject extends Omit<Source, 'located'> {
  readonly instance: Instance;
}

export type Instances = ReadonlyMap<CallExpression, Instance>;

/** Finds what is known of a class; empty type for a helper that makes no resource. */
export type DefinitionOf = (module: string, className: string) => ConstructFacts | undefined;

/**
 * The constructs of a program, by their instantiation, with the calls made on them.
 * @param file the program's main file
 */
export function findInstances(
  flow: Flow,
  file: SourceFile,
  definitionOf: DefinitionOf,
): Map<CallExpression, Instance> {
  const { walked } = flow;
  const instances = new Map<CallExpression, Instance>();
  const ids = new Set<string>();
  const holders = findHolders(walked);
  for (const call of walked.calls) {
    const extended = flow.classOf(call.expression) && flow.constructionOf(call);
    const construction = extended ?? { call, via: [] };
    const callee = extended?.library ?? flow.libraryOf(call.expression);
    // A dot is in the name of what a static method makes: `UserData.forLinux`.
    const className = callee?.names.join('.');
    if (!callee || !className) continue;
    const definition = definitionOf(callee.module, className);
    const type = definition?.type ?? typeOfClass(callee.module, className);
    if (type === undefined || (type && call.expression.arguments.length === 0)) continue;
    const variable = holders.get(call.expression);
    const name =
      constructId(flow, call) ??
      constructId(flow, construction.call) ??
      variable?.replace(/^this\./, '') ??
      className;
    const own = `${classScope(call.site.scope)?.className ?? ''}/${name}`;
    // Those of other files are only referred to.
    const path = call.site.file === file ? own : `${call.site.file.uri}#${own}`;
    let id = path;
    for (let count = 2; ids.has(id); count++) id = `${path}#${count}`;
    ids.add(id);
    instances.set(call.expression, {
      id,
      name,
      module: callee.module,
      className,
      type,
      definition,
      call,
      construction,
      variable,
      calls: [],
      certain: true,
    });
  }
  if (instances.size > 0) collectCalls(flow, instances);
  return instances;
}

/** The construct ID where it is written, here or in the only call of the function that makes it. */
function constructId(flow: Flow, { expression, site }: LocatedCall): string | undefined {
  const given = expression.arguments[1];
  return given && textOf(flow, { expression: given, site });
}

/** A text that is written as such, also in a constant or a template of constants. */
function textOf(flow: Flow, { expression, site }: Located, depth = 0): string | undefined {
  if (depth > 4) return undefined;
  if (expression.kind === 'literal') return String(expression.value);
  if (expression.kind === 'wrapped') return textOf(flow, { expression: expression.value, site }, depth + 1);
  if (expression.kind === 'template') {
    const parts = expression.parts.map((part) => textOf(flow, { expression: part, site }, depth + 1));
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }
  if (expression.kind !== 'name') return undefined;
  const [only, ...others] = flow.sourcesOf({ expression, site });
  if (!only?.sure || only.path.length > 0 || others.length > 0) return undefined;
  return only.located.expression.kind === 'name' ? undefined : textOf(flow, only.located, depth + 1);
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
  for (const call of flow.walked.calls) {
    const { callee } = call.expression;
    if (callee.kind !== 'member' || flow.libraryOf(call.expression)) continue;
    const subjects = subjectsOf(flow, instances, { expression: callee.object, site: call.site });
    for (const subject of subjects) {
      const { instance, path, via, sure } = subject;
      instance.calls.push({
        path: [...path, callee.member].join('.'),
        call,
        sure: sure && runsWith(call.site, instance.call.site, via),
        via,
        receiver: subject.last && subject,
      });
    }
  }
  // What a call makes must be there before calls are made on that.
  for (const { calls } of instances.values())
    calls.sort((a, b) => Number(a.receiver !== undefined) - Number(b.receiver !== undefined));
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
  if (!own.every((guard) => made.guards.includes(guard))) return false;
  if (!callable || callable === made.callable) return true;
  const runs = (at: Site): boolean => runsWith(at, made, [], seen);
  if (via.length > 0) return via.every((call) => runs(call.site));
  // Functions may call each other in a circle; each is followed once.
  if (seen.has(callable)) return false;
  seen.add(callable);
  if (callable.calls.length > 0) return callable.calls.some((call) => runs(call.site));
  return callable.place === undefined || runs(callable.place);
}

/** The constructs that `located` may stand for: none, one, or all that a variable was given. */
export function subjectsOf(flow: Flow, instances: Instances, located: Located): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const { located: end, ...way } of flow.sourcesOf(located)) {
    const instance = end.expression.kind === 'call' ? instances.get(end.expression) : undefined;
    if (instance) subjects.push({ instance, ...way });
  }
  return subjects;
}

/** The only construct that `located` can be, or undefined. */
export function onlySubject(flow: Flow, instances: Instances, located: Located): Subject | undefined {
  const sources = flow.sourcesOf(located);
  return sources.length === 1 ? subjectsOf(flow, instances, located)[0] : undefined;
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
