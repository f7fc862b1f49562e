/** The constructs that a program makes, the calls made on them, and where they go out of sight. */
import { typeOfClass } from '../../aws/cdk.ts';
import type { ReferenceValue } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import type { ConstructDefinition } from './constructs/definition.ts';
import { escapes } from './digest.ts';
import { type LibraryName, libraryName } from './library.ts';
import {
  type Binding,
  classScope,
  isField,
  type Located,
  lookup,
  lookupField,
  type Scope,
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
  readonly definition: ConstructDefinition | undefined;
  readonly call: Located<CallExpression>;
  /** The variable or field that holds it, as written. */
  readonly variable: string | undefined;
  /** Calls made on it, in source order. */
  readonly calls: MethodCall[];
  certain: boolean;
}

export interface MethodCall {
  /** `logAccessLogs`, `connections.allowFrom`, `addUsagePlan().addApiStage`. */
  readonly path: string;
  readonly call: Located<CallExpression>;
  /** False where the call may not happen though the construct is made, or may be made on another one. */
  readonly sure: boolean;
}

/** A construct, or something reached from it: `lb`, `service.loadBalancer`, `api.addUsagePlan('P')`. */
export interface Subject {
  readonly instance: Instance;
  /** Members on the way; a call's name ends with `()`. */
  readonly path: readonly string[];
}

type Instances = ReadonlyMap<number, Instance>;

/** Finds what is known of a class; empty type for a helper that makes no resource. */
export type DefinitionOf = (module: string, className: string) => ConstructDefinition | undefined;

/** The constructs of a program, by the offset at which their instantiation starts, with what happens to them. */
export function findInstances(
  walked: Walked,
  text: string,
  definitionOf: DefinitionOf,
): Map<number, Instance> {
  const instances = new Map<number, Instance>();
  const ids = new Set<string>();
  const holders = findHolders(walked, text);
  const named = walked.calls.map((call) => libraryName(call.expression.callee, call.site.scope));
  for (const [index, call] of walked.calls.entries()) {
    const callee = named[index];
    // A dot is in the name of what a static method makes: `UserData.forLinux`.
    const className = callee?.names.join('.');
    if (!callee || !className) continue;
    const definition = definitionOf(callee.module, className);
    const type = definition?.type ?? typeOfClass(callee.module, className);
    if (type === undefined || (type && call.expression.arguments.length === 0)) continue;
    const start = call.site.base + call.expression.start;
    const variable = holders.get(start);
    const given = call.expression.arguments[1];
    const name =
      given?.kind === 'literal' ? String(given.value) : (variable?.replace(/^this\./, '') ?? className);
    const path = `${classScope(call.site.scope)?.className ?? ''}/${name}`;
    let id = path;
    for (let count = 2; ids.has(id); count++) id = `${path}#${count}`;
    ids.add(id);
    instances.set(start, {
      id,
      name,
      module: callee.module,
      className,
      type,
      definition,
      call,
      variable,
      calls: [],
      certain: true,
    });
  }
  if (instances.size === 0) return instances;
  collectCalls(walked, instances);
  markUncertain(walked, instances, named);
  return instances;
}

/** The names of what values are put in, by the offset where the value starts. */
function findHolders(walked: Walked, text: string): Map<number, string> {
  const holders = new Map<number, string>();
  const add = (name: string, binding: Binding): void => {
    for (const { expression, site } of binding.values) holders.set(site.base + expression.start, name);
  };
  for (const call of walked.calls) {
    const { statement, base } = call.site;
    const start = base + call.expression.start;
    if (statement.kind === 'variables') {
      for (const each of statement.declarations) {
        if (each.value && each.whole && each.value.start === call.expression.start)
          holders.set(start, each.names[0] ?? '');
      }
    } else if (statement.kind === 'field' && statement.value?.start === call.expression.start) {
      holders.set(start, `this.${statement.name}`);
    }
  }
  for (const { expression, site } of walked.assignments) {
    const { target, value } = expression;
    const name = text.slice(site.base + target.start, site.base + target.end);
    const binding = assignedBinding(target, site.scope);
    if (binding) add(name, binding);
    else holders.set(site.base + value.start, name);
  }
  return holders;
}

/** The variable or field that an assignment gives a value. */
function assignedBinding(target: Expression, scope: Scope): Binding | undefined {
  if (target.kind === 'name') return lookup(scope, target.name);
  return target.kind === 'member' && isField(target) ? lookupField(scope, target.member) : undefined;
}

function collectCalls(walked: Walked, instances: Instances): void {
  // Outer calls come before inner ones: `api.addUsagePlan('P').addApiStage(…)` needs them in order of their ends.
  for (const call of walked.calls) {
    const { callee } = call.expression;
    if (callee.kind !== 'member') continue;
    const subjects = subjectsOf(instances, { expression: callee.object, site: call.site });
    for (const { instance, path } of subjects) {
      const { guards } = instance.call.site;
      const same = call.site.guards.every((guard, index) => guards[index] === guard);
      instance.calls.push({
        path: [...path, callee.member].join('.'),
        call,
        sure: same && subjects.length === 1,
      });
    }
  }
}

/** The constructs that `located` may stand for: none, one, or all that a variable was given. */
export function subjectsOf(
  instances: Instances,
  located: Located,
  seen: Set<Binding> = new Set(),
): readonly Subject[] {
  const { expression, site } = located;
  switch (expression.kind) {
    case 'name':
      return subjectsOfBinding(instances, lookup(site.scope, expression.name), seen);
    case 'call': {
      const instance = instances.get(site.base + expression.start);
      if (instance) return [{ instance, path: [] }];
      if (expression.callee.kind !== 'member') return [];
      const { object, member } = expression.callee;
      return subjectsOf(instances, { expression: object, site }, seen).map((subject) => ({
        instance: subject.instance,
        path: [...subject.path, `${member}()`],
      }));
    }
    case 'member': {
      if (isField(expression)) {
        return subjectsOfBinding(instances, lookupField(site.scope, expression.member), seen);
      }
      return subjectsOf(instances, { expression: expression.object, site }, seen).map((subject) => ({
        instance: subject.instance,
        path: [...subject.path, expression.member],
      }));
    }
    case 'conditional':
      return [expression.yes, expression.no].flatMap((part) =>
        subjectsOf(instances, { expression: part, site }, seen),
      );
    case 'fallback':
      return [expression.value, expression.otherwise].flatMap((part) =>
        subjectsOf(instances, { expression: part, site }, seen),
      );
    default:
      return [];
  }
}

function subjectsOfBinding(
  instances: Instances,
  binding: Binding | undefined,
  seen: Set<Binding> = new Set(),
): readonly Subject[] {
  // Names may stand for each other in a circle; each is followed once.
  if (!binding || seen.has(binding)) return [];
  seen.add(binding);
  return binding.values.flatMap((value) => subjectsOf(instances, value, seen));
}

/** Marks the constructs that code may change in ways that cannot be followed. */
function markUncertain(
  walked: Walked,
  instances: Instances,
  callees: readonly (LibraryName | undefined)[],
): void {
  const lose = (expression: Expression, located: Located): void => {
    for (const { instance, path } of subjectsOf(instances, { expression, site: located.site })) {
      if (path.length === 0) instance.certain = false;
    }
  };
  for (const { expression, site } of walked.members) {
    const named = libraryName(expression, site.scope);
    if (named?.module === '' && named.names.join('.') === 'Aspects.of') {
      for (const instance of instances.values()) instance.certain = false;
      return;
    }
    if (!escapes.has(expression.member)) continue;
    for (const { instance } of subjectsOf(instances, { expression: expression.object, site }))
      instance.certain = false;
  }
  for (const { expression, site } of walked.assignments) {
    const { target } = expression;
    const binding = assignedBinding(target, site.scope);
    if (binding && binding.values.length > 1) {
      for (const { instance } of subjectsOfBinding(instances, binding)) instance.certain = false;
    }
    if (target.kind !== 'member') continue;
    for (const { instance } of subjectsOf(instances, { expression: target.object, site })) {
      instance.certain = false;
    }
  }
  const passed = new Set<Expression>();
  for (const [index, call] of walked.calls.entries()) {
    const given = call.passed.filter((value) => mayHoldConstruct.has(value.kind));
    const harmless = given.length === 0 || callees[index] !== undefined || isHarmless(call, instances);
    for (const value of given) {
      if (value.kind === 'list') passed.add(value);
      if (!harmless) lose(value, call);
    }
  }
  for (const located of walked.leaving) {
    if (located.expression.kind !== 'list') lose(located.expression, located);
    // A list that is an argument was decided with its call.
    else if (!passed.has(located.expression))
      for (const item of located.expression.items) lose(item, located);
  }
}

const mayHoldConstruct: ReadonlySet<string> = new Set([
  'name',
  'member',
  'call',
  'list',
  'conditional',
  'fallback',
]);

/** Whether what a call gets is only used the way aws-cdk-lib does: it is its own, or called like its own. */
function isHarmless(call: Located<CallExpression>, instances: Instances): boolean {
  const { callee } = call.expression;
  if (callee.kind !== 'member') return false;
  if (subjectsOf(instances, { expression: callee.object, site: call.site }).length > 0) return true;
  // `cdk.Tags.of(lb).add(…)`, `ec2.UserData.forLinux().add…`, `new s3.Bucket(…).…`
  for (let at: Expression = callee.object; ; ) {
    if (libraryName(at, call.site.scope)) return true;
    if (at.kind === 'member') at = at.object;
    else if (at.kind === 'call') at = at.callee;
    else break;
  }
  if (/^(?:log|error|warn|info)$/.test(callee.member)) return true;
  // A method of something that comes from elsewhere, called as aws-cdk-lib calls its own: `props.vpc.addX(lb)`.
  return /^(?:grant|allow|add|attach|connect|register|bind)[A-Z]?/.test(callee.member);
}

/** A reference to what is reached from a construct, or undefined where it is not known. */
export function referenceTo(
  instance: Instance,
  path: readonly string[],
  span: Span,
): ReferenceValue | undefined {
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
  const target = `${instance.id}${child}`;
  return { kind: 'reference', span, target, ...(attribute === undefined ? {} : { attribute }) };
}
