/**
 * What names mean: walks a program once and finds every scope with its names, every call, and under which
 * condition each of them runs.
 */

import { digestOf } from './digest.ts';
import type {
  Body,
  CallExpression,
  Expression,
  Import,
  MemberExpression,
  Placed,
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

export interface LocatedCall extends Located<CallExpression> {
  /** The arguments and everything in them, at any depth of objects and lists. */
  readonly passed: readonly Expression[];
}

export interface Binding {
  readonly kind: 'import' | 'variable' | 'parameter' | 'declared';
  readonly import?: Import;
  /** Everything that is assigned to it; more than one means that its value is not certain. */
  readonly values: Located[];
  /** True where it may have values that are not in `values`. */
  open: boolean;
}

export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding>;
  /** Fields of `this`, in the scope of a class or of the file. */
  readonly fields: Map<string, Binding> | undefined;
  /** Name of the class whose scope it is. */
  readonly className: string | undefined;
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
  return classScope(scope)?.fields?.get(name);
}

/** The class (or the file) whose code `scope` belongs to. */
export function classScope(scope: Scope): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at && !at.fields) at = at.parent;
  return at;
}

function newScope(parent: Scope | undefined, fields = false, className?: string): Scope {
  return { parent, names: new Map(), fields: fields ? new Map() : undefined, className };
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
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  body(body: Body, start: number, scope: Scope, guards: readonly Guard[]): void {
    body.forEach((placed, index) => {
      this.statement(placed, {
        base: start + placed.start,
        scope,
        guards,
        statement: placed.statement,
        body,
        index,
      });
    });
  }

  private statement({ statement }: Placed, site: Site): void {
    const { scope, base, guards } = site;
    this.sites.push(site);
    this.expressions(site);
    switch (statement.kind) {
      case 'import':
        for (const each of statement.imports) {
          scope.names.set(each.local, { kind: 'import', import: each, values: [], open: false });
        }
        return;
      case 'variables':
        for (const { names, whole, value } of statement.declarations) {
          for (const name of names) {
            declare(
              scope,
              name,
              'variable',
              whole && value ? { expression: value, site } : undefined,
              !whole,
            );
          }
        }
        return;
      case 'return':
        this.leaving.push({ expression: statement.value, site });
        return;
      case 'field': {
        const fields = classScope(scope)?.fields;
        const values = statement.value ? [{ expression: statement.value, site }] : [];
        fields?.set(statement.name, { kind: 'variable', values, open: false });
        return;
      }
      case 'branch': {
        const [name, holds] = this.conditionName(statement.test, base);
        this.body(statement.yes, base, newScope(scope), [...guards, { name, holds }]);
        this.body(statement.no, base, newScope(scope), [...guards, { name, holds: !holds }]);
        return;
      }
      case 'loop': {
        const inner = newScope(scope);
        for (const name of statement.variables) declare(inner, name, 'parameter');
        this.body(statement.body, base, inner, [...guards, { name: undefined, holds: true }]);
        return;
      }
      case 'class':
        if (statement.name) declare(scope, statement.name, 'declared', undefined, true);
        this.body(statement.body, base, newScope(scope, true, statement.name), guards);
        return;
      case 'function': {
        if (statement.name && !scope.fields) declare(scope, statement.name, 'declared', undefined, true);
        const inner = newScope(scope);
        for (const name of statement.parameters) declare(inner, name, 'parameter', undefined, true);
        this.body(statement.body, base, inner, guards);
        return;
      }
      default:
        for (const body of bodiesOf(statement)) {
          const maybe = statement.kind === 'block' && statement.maybe;
          // What a file exports belongs to the file's own scope.
          const inner =
            site.statement.kind === 'block' && body.length === 1 && !scope.parent ? scope : newScope(scope);
          this.body(body, base, inner, maybe ? [...guards, { name: undefined, holds: true }] : guards);
        }
    }
  }

  /** Finds what matters in the expressions of a statement. */
  private expressions(site: Site): void {
    const { calls, members, assignments, lists, functions } = digestOf(site.statement);
    for (const call of calls) this.calls.push({ ...call, site });
    for (const expression of members) this.members.push({ expression, site });
    for (const expression of assignments) this.assignments.push({ expression, site });
    for (const expression of lists) this.leaving.push({ expression, site });
    for (const { parameters, body } of functions) {
      const inner = newScope(site.scope);
      for (const name of parameters) declare(inner, name, 'parameter', undefined, true);
      this.body(body, site.base, inner, [...site.guards, { name: undefined, holds: true }]);
    }
  }

  /** How a condition is called in messages: its text, without a leading `!`, and whether that must hold. */
  conditionName(test: Expression, base: number): [name: string, holds: boolean] {
    return conditionName(test, base, this.text);
  }
}

/** How a condition is called in messages: its text, without a leading `!`, and whether that must hold. */
export function conditionName(test: Expression, base: number, text: string): [name: string, holds: boolean] {
  const negated = test.kind === 'operation' && test.operator === '!' && !test.right;
  const named = negated ? test.left : test;
  const source = text.slice(base + named.start, base + named.end).replace(/\s+/g, ' ');
  return [source.length > 60 ? `${source.slice(0, 59)}…` : source, !negated];
}
