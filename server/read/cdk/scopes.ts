/**
 * What names mean: walks a program once and finds every scope with its names, every call, and under which
 * condition each of them runs.
 */

import { type Branch, digestOf, type FunctionInPlace } from './digest.ts';
import type {
  Body,
  BoundName,
  CallExpression,
  Expression,
  Import,
  ListExpression,
  MemberExpression,
  Pattern,
  Statement,
} from './syntax.ts';
import { bodiesOf } from './syntax.ts';

/** Where an expression stands. */
export interface Site {
  /** Offset of its statement in the file; the expression's offsets count from here. */
  readonly base: number;
  readonly scope: Scope;
  readonly guards: readonly Guard[];
  readonly statement: Statement;
  /** The statement among its neighbours. */
  readonly body: Body;
  readonly index: number;
  /** The function that it is in; its calls tell when it runs. */
  readonly callable: Callable | undefined;
}

/** Code that runs only sometimes: in a branch of a condition, or (no name) any number of times. */
export interface Guard {
  readonly name: string | undefined;
  readonly holds: boolean;
}

export interface Located<E = Expression> {
  readonly expression: E;
  readonly site: Site;
}

/** A value that a name was given. */
export interface Given extends Located {
  /** The call that gave it, where the name is a parameter. */
  readonly call?: LocatedCall;
}

export interface LocatedCall extends Located<CallExpression> {
  /** The arguments and everything in them, at any depth of objects and lists. */
  readonly passed: readonly Expression[];
}

export interface Binding {
  readonly kind: 'import' | 'variable' | 'parameter' | 'declared';
  readonly import?: Import;
  /** Everything that is assigned to it; more than one means that its value is not certain. */
  readonly values: Given[];
  /** True where it may have values that are not in `values`. */
  open: boolean;
  /** What it declares. */
  readonly callable?: Callable;
  readonly classScope?: Scope;
}

/** A function, method or constructor of the file. */
export interface Callable {
  /** For each parameter the names that it is given. */
  readonly parameters: readonly (readonly { readonly bound: BoundName; readonly binding: Binding }[])[];
  readonly returns: Located[];
  /** What must hold for its code to be reached, apart from what holds where it is called. */
  readonly guards: readonly Guard[];
  /** Where it stands, if it is a value such as `() => …`. */
  readonly place: Site | undefined;
  /** Where in the file it is called; there may be more calls in other files. */
  readonly calls: LocatedCall[];
}

export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding>;
  /** Fields of `this`, in the scope of a class or of the file. */
  readonly fields: Map<string, Binding> | undefined;
  /** Name of the class whose scope it is. */
  readonly className: string | undefined;
  /** Methods of the class whose scope it is, with its constructor. */
  readonly methods?: Map<string, Callable>;
  /** The class that it extends, as seen from outside it. */
  readonly base?: Located | undefined;
}

export interface Walked {
  readonly scope: Scope;
  /** Every statement, outer before inner. */
  readonly sites: readonly Site[];
  /** Every call, outer before inner. */
  readonly calls: readonly LocatedCall[];
  /** Members through which a construct can be changed in ways that cannot be followed, and `of`. */
  readonly members: readonly Located<MemberExpression>[];
  readonly assignments: readonly Located<Extract<Expression, { kind: 'assignment' }>>[];
  /** Values that are returned, and lists: what is in them may go anywhere. */
  readonly leaving: readonly Located[];
  /** The functions that are values. */
  readonly callables: ReadonlyMap<Expression, Callable>;
}

export function walkProgram(program: Body, text: string): Walked {
  const walker = new Walker(text);
  const scope = newScope(undefined, true);
  walker.body(program, 0, scope, []);
  for (const { expression, site } of walker.assignments) assign(expression, site);
  return { scope, ...walker };
}

/** The binding of `name` as seen from `scope`. */
export function lookup(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const binding = at.names.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/** The binding of the field `name` of `this`. */
export function lookupField(scope: Scope, name: string): Binding | undefined {
  return ofClassOrBase(classScope(scope), (each) => each.fields?.get(name));
}

/** The method `name` of a class, its own or inherited from another class of the file. */
export function lookupMethod(scope: Scope | undefined, name: string): Callable | undefined {
  return ofClassOrBase(scope, (each) => each.methods?.get(name));
}

/** The scope of the class of the file that `base` names. */
export function classNamed(base: Located | undefined): Scope | undefined {
  if (base?.expression.kind !== 'name') return undefined;
  return lookup(base.site.scope, base.expression.name)?.classScope;
}

const MOST_BASES = 8;

function ofClassOrBase<T>(scope: Scope | undefined, find: (each: Scope) => T | undefined): T | undefined {
  let at = scope;
  for (let steps = 0; at && steps < MOST_BASES; steps++) {
    const found = find(at);
    if (found) return found;
    at = classNamed(at.base);
  }
  return undefined;
}

/** The class (or the file) whose code `scope` belongs to. */
export function classScope(scope: Scope): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at && !at.fields) at = at.parent;
  return at;
}

function newScope(parent: Scope | undefined, fields = false, className?: string, base?: Located): Scope {
  const own = { parent, names: new Map(), className };
  return fields ? { ...own, fields: new Map(), methods: new Map(), base } : { ...own, fields: undefined };
}

function declare(scope: Scope, name: string, kind: Binding['kind'], value?: Located, open = false): void {
  const known = scope.names.get(name);
  if (known) {
    if (value) known.values.push(value);
    known.open ||= open;
  } else {
    scope.names.set(name, { kind, values: value ? [value] : [], open });
  }
}

function assign({ target, value, plain }: Extract<Expression, { kind: 'assignment' }>, site: Site): void {
  let binding: Binding | undefined;
  if (target.kind === 'name') {
    binding = lookup(site.scope, target.name);
  } else if (target.kind === 'member' && isField(target)) {
    const fields = classScope(site.scope)?.fields;
    binding = fields?.get(target.member);
    if (fields && !binding) {
      binding = { kind: 'variable', values: [], open: false };
      fields.set(target.member, binding);
    }
  }
  if (!binding) return;
  binding.values.push({ expression: value, site });
  if (!plain) binding.open = true;
}

/** Whether `expression` is `this.x`. */
export function isField(expression: Expression): boolean {
  return (
    expression.kind === 'member' && expression.object.kind === 'name' && expression.object.name === 'this'
  );
}

class Walker {
  readonly sites: Site[] = [];
  readonly calls: LocatedCall[] = [];
  readonly members: Located<MemberExpression>[] = [];
  readonly assignments: Located<Extract<Expression, { kind: 'assignment' }>>[] = [];
  readonly leaving: Located[] = [];
  readonly callables = new Map<Expression, Callable>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  body(body: Body, start: number, scope: Scope, guards: readonly Guard[], callable?: Callable): void {
    let reached = guards;
    body.forEach((placed, index) => {
      const { statement } = placed;
      const base = start + placed.start;
      this.statement({ base, scope, guards: reached, statement, body, index, callable });
      // What follows `if (…) return;` runs only otherwise.
      if (statement.kind === 'branch' && endsEarly(statement.yes)) {
        const [name, holds] = conditionName(statement.test, base, this.text);
        reached = [...reached, { name, holds: !holds }];
      }
    });
  }

  private statement(site: Site): void {
    const { scope, base, guards, statement, callable } = site;
    this.sites.push(site);
    this.expressions(site);
    switch (statement.kind) {
      case 'import':
        for (const each of statement.imports) {
          scope.names.set(each.local, { kind: 'import', import: each, values: [], open: false });
        }
        return;
      case 'variables':
        for (const { pattern, value } of statement.declarations) this.bind(pattern, value, site);
        return;
      case 'return':
        this.leaving.push({ expression: statement.value, site });
        callable?.returns.push({ expression: statement.value, site });
        return;
      case 'field': {
        const fields = classScope(scope)?.fields;
        const values = statement.value ? [{ expression: statement.value, site }] : [];
        fields?.set(statement.name, { kind: 'variable', values, open: false });
        return;
      }
      case 'branch': {
        const [name, holds] = conditionName(statement.test, base, this.text);
        this.body(statement.yes, base, newScope(scope), [...guards, { name, holds }], callable);
        this.body(statement.no, base, newScope(scope), [...guards, { name, holds: !holds }], callable);
        return;
      }
      case 'loop': {
        const inner = newScope(scope);
        const items = statement.items && listOf(statement.items, site);
        for (const bound of statement.variable) declareItem(inner, bound, items);
        this.body(statement.body, base, inner, items ? guards : [...guards, sometimes()], callable);
        return;
      }
      case 'class': {
        const extended = statement.base && { expression: statement.base, site };
        const inner = newScope(scope, true, statement.name, extended);
        if (statement.name) {
          scope.names.set(statement.name, { kind: 'declared', values: [], open: true, classScope: inner });
        }
        this.body(statement.body, base, inner, guards);
        return;
      }
      case 'function': {
        const inner = newScope(scope);
        const own = newCallable(inner, statement.parameters, guards);
        if (statement.name !== undefined) {
          if (scope.fields && scope.methods && scope.parent) scope.methods.set(statement.name, own);
          else scope.names.set(statement.name, { kind: 'declared', values: [], open: true, callable: own });
        }
        this.body(statement.body, base, inner, guards, own);
        return;
      }
      default:
        for (const body of bodiesOf(statement)) {
          const maybe = statement.kind === 'block' && statement.maybe;
          // What a file exports belongs to the file's own scope.
          const inner =
            statement.kind === 'block' && body.length === 1 && !scope.parent ? scope : newScope(scope);
          this.body(body, base, inner, maybe ? [...guards, sometimes()] : guards, callable);
        }
    }
  }

  /** Declares what a pattern names in a value. */
  private bind(pattern: Pattern, value: Expression | undefined, site: Site): void {
    for (const bound of pattern) {
      const part = value && partOf(value, bound);
      // A name that is not given a value here is given one later.
      declare(
        site.scope,
        bound.name,
        'variable',
        part && { expression: part, site },
        Boolean(value && !part),
      );
    }
  }

  /** Finds what matters in the expressions of a statement. */
  private expressions(site: Site): void {
    const { calls, members, assignments, lists, functions } = digestOf(site.statement);
    const branches = new Map<Branch, Site>();
    for (const { expression, passed, when } of calls) {
      let at = when ? branches.get(when) : site;
      if (when && !at) {
        at = this.guarded(site, when);
        branches.set(when, at);
      }
      this.calls.push({ expression, passed, site: at ?? site });
    }
    for (const expression of members) this.members.push({ expression, site });
    for (const expression of assignments) this.assignments.push({ expression, site });
    for (const expression of lists) this.leaving.push({ expression, site });
    for (const each of functions) this.function(each, site);
  }

  /** The site of what runs only in one branch of an expression. */
  private guarded(site: Site, { test, holds }: Branch): Site {
    const [name, plain] = conditionName(test, site.base, this.text);
    return { ...site, guards: [...site.guards, { name, holds: plain === holds }] };
  }

  private function({ expression, items }: FunctionInPlace, site: Site): void {
    const inner = newScope(site.scope);
    const list = items && listOf(items, site);
    const guards = list ? site.guards : [...site.guards, sometimes()];
    const callable = newCallable(inner, expression.parameters, guards, site);
    this.callables.set(expression, callable);
    for (const { bound } of callable.parameters[0] ?? []) if (list) declareItem(inner, bound, list);
    this.body(expression.body, site.base, inner, guards, callable);
  }
}

/** The guard of code that runs any number of times. */
function sometimes(): Guard {
  return { name: undefined, holds: true };
}

function endsEarly(body: Body): boolean {
  const statements = body.filter((each) => each.statement.kind !== 'comment');
  const last = statements.at(-1)?.statement;
  return last?.kind === 'return' || (last?.kind === 'block' && !last.maybe && endsEarly(last.body));
}

/** The part of `value` that `bound` names; undefined where it cannot be told. */
export function partOf(value: Expression, bound: BoundName): Expression | undefined {
  if (!bound.path) return undefined;
  const at = { start: bound.start, end: bound.end };
  let part = value;
  for (const member of bound.path) {
    part = { ...at, kind: 'member', object: part, member, memberStart: at.start, memberEnd: at.end };
  }
  return bound.otherwise
    ? { ...at, kind: 'fallback', value: part, otherwise: bound.otherwise, falsy: false }
    : part;
}

function newCallable(
  scope: Scope,
  parameters: readonly Pattern[],
  guards: readonly Guard[],
  place?: Site,
): Callable {
  return {
    parameters: parameters.map((pattern) =>
      pattern.map((bound) => {
        const binding: Binding = { kind: 'parameter', values: [], open: true };
        scope.names.set(bound.name, binding);
        if (bound.field) classScope(scope)?.fields?.set(bound.name, binding);
        return { bound, binding };
      }),
    ),
    returns: [],
    guards,
    place,
    calls: [],
  };
}

interface ItemList extends Located<ListExpression> {
  /** False where items may have been added or taken away since. */
  readonly exact: boolean;
}

/** The list that `expression` is, or names, if it has items for sure. */
function listOf(expression: Expression, site: Site): ItemList | undefined {
  if (expression.kind === 'list') {
    return expression.items.some((item) => item.kind !== 'spread')
      ? { expression, site, exact: true }
      : undefined;
  }
  if (expression.kind !== 'name') return undefined;
  const [only, ...others] = lookup(site.scope, expression.name)?.values ?? [];
  if (only?.expression.kind !== 'list' || others.length > 0) return undefined;
  const list = listOf(only.expression, only.site);
  return list && { ...list, exact: false };
}

/** Declares what `bound` names in each item of a list. */
function declareItem(scope: Scope, bound: BoundName, list: ItemList | undefined): void {
  scope.names.set(bound.name, {
    kind: 'parameter',
    values: (list?.expression.items ?? []).flatMap((item) => {
      const part = item.kind === 'spread' ? undefined : partOf(item, bound);
      return part && list ? [{ expression: part, site: list.site }] : [];
    }),
    open: !list?.exact || list.expression.items.some((item) => item.kind === 'spread'),
  });
}

/** How a condition is called in messages: its text, without a leading `!`, and whether that must hold. */
export function conditionName(test: Expression, base: number, text: string): [name: string, holds: boolean] {
  const negated = test.kind === 'operation' && test.operator === '!' && !test.right;
  const named = negated ? test.left : test;
  const source = text.slice(base + named.start, base + named.end).replace(/\s+/g, ' ');
  return [source.length > 60 ? `${source.slice(0, 59)}…` : source, !negated];
}
