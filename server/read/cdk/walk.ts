/** Walks a program once and finds every scope with its names, every call, and when each of them runs. */
import { markChanged } from './changes.ts';
import { type Branch, digestOf, type FunctionInPlace, hasLoop } from './digest.ts';
import { type Items, itemsOf, mayEnd, takeItems } from './items.ts';
import { AROUND } from './languages/modules.ts';
import {
  type Binding,
  type Callable,
  classScope,
  type Guard,
  guardOf,
  isField,
  type Located,
  type LocatedCall,
  lookup,
  type OpenLoop,
  partOf,
  type Scope,
  type Site,
  type SourceFile,
  type Walked,
} from './scopes.ts';
import {
  type Body,
  bodiesOf,
  type Expression,
  type Import,
  type MemberExpression,
  type Pattern,
} from './syntax.ts';

/** A file of the program to walk, with the files that its imports name. */
export interface LinkedFile {
  readonly file: SourceFile;
  readonly body: Body;
  /** By how the imports name them (`Import.from`). */
  readonly imports: ReadonlyMap<string, readonly SourceFile[]>;
}

/** Everything that a program declares, calls and gives away: `main` and the other files that are known. */
export function walkProgram(main: LinkedFile, others: readonly LinkedFile[] = []): Walked {
  const files = [...others, main];
  const scopes = new Map(
    files.map(({ file }): [SourceFile, Scope] => [
      file,
      { ...newScope(undefined, true), file, all: [], around: [] },
    ]),
  );
  const walker = new Walker(files, scopes);
  // What loops go through is asked for when they are walked, and everything else only later.
  for (const { file, body } of files)
    if (!body.some(({ statement }) => hasLoop(statement))) walker.early(file);
  for (const { file } of files) walker.file(file);
  for (const { expression, site } of walker.undeclared) assign(expression, site);
  const { sites, branches, calls, members, assignments, leaving, openLoops, callables } = walker;
  const scope = scopes.get(main.file) ?? newScope(undefined, true);
  const code = { calls, members, assignments, leaving, openLoops, callables };
  const walked: Walked = { scope, sites, branches, ...code };
  markChanged(walked);
  return walked;
}

function newScope(
  parent: Scope | undefined,
  fields = false,
  of: Pick<Scope, 'className' | 'base' | 'bareFields'> = { className: undefined },
): Scope {
  const own = { parent, names: new Map(), ...of };
  return fields ? { ...own, fields: new Map(), methods: new Map() } : { ...own, fields: undefined };
}

function rootOf(scope: Scope): Scope {
  let at = scope;
  while (at.parent) at = at.parent;
  return at;
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
  let owner: Scope | undefined;
  if (target.kind === 'name') {
    binding = lookup(site.scope, target.name);
    const { name } = target;
    owner = outward(site.scope, (at) => at.names.has(name) || Boolean(at.bareFields && at.fields?.has(name)));
  } else if (target.kind === 'member' && isField(target)) {
    owner = classScope(site.scope);
    const fields = owner?.fields;
    binding = fields?.get(target.member);
    if (fields && !binding) {
      binding = { kind: 'variable', values: [], open: false };
      fields.set(target.member, binding);
    }
  }
  if (!binding) return;
  binding.values.push({ expression: value, site });
  if (!plain) binding.open = true;
  const creation = owner?.methods?.get('constructor');
  const between = outward(site.scope, (at) => {
    const within = at.loop ?? (at.callable === creation ? undefined : at.callable);
    return at === owner || within !== undefined;
  });
  if (between !== owner) binding.carried = true;
}

/** The first scope from `scope` outward that is meant. */
function outward(scope: Scope, isMeant: (scope: Scope) => boolean): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at && !isMeant(at)) at = at.parent;
  return at;
}

class Walker {
  /** Of the program's main file. */
  readonly sites: Site[] = [];
  readonly branches: (readonly [branch: Site, whole: Site])[] = [];
  readonly calls: LocatedCall[] = [];
  readonly members: Located<MemberExpression>[] = [];
  readonly assignments: Located<Extract<Expression, { kind: 'assignment' }>>[] = [];
  /** Those of them whose target was not declared where they stand. */
  readonly undeclared: Located<Extract<Expression, { kind: 'assignment' }>>[] = [];
  readonly leaving: Located[] = [];
  readonly openLoops: OpenLoop[] = [];
  readonly callables = new Map<Expression, Callable>();
  /** The files that are still to be walked. */
  private readonly files: Map<SourceFile, LinkedFile>;
  private readonly main: SourceFile | undefined;
  private readonly scopes: ReadonlyMap<SourceFile, Scope>;
  private at: LinkedFile | undefined;

  constructor(files: readonly LinkedFile[], scopes: ReadonlyMap<SourceFile, Scope>) {
    this.files = new Map(files.map((each) => [each.file, each]));
    this.main = files.at(-1)?.file;
    this.scopes = scopes;
  }

  /** Walks a file, after those that it imports: the lists in them are looped over here. */
  file(file: SourceFile): void {
    const linked = this.taken(file);
    for (const each of [...(linked?.imports.values() ?? [])].flat()) this.file(each);
    if (linked) this.walk(linked);
  }

  /** Walks a file before any that it imports. */
  early(file: SourceFile): void {
    const linked = this.taken(file);
    if (linked) this.walk(linked);
  }

  private taken(file: SourceFile): LinkedFile | undefined {
    const linked = this.files.get(file);
    this.files.delete(file);
    return linked;
  }

  private walk(linked: LinkedFile): void {
    const scope = this.scopes.get(linked.file);
    if (!scope) return;
    for (const each of linked.imports.get(AROUND) ?? []) {
      const other = this.scopes.get(each);
      if (other) scope.around?.push(other);
    }
    this.at = linked;
    this.body(linked.body, 0, scope, []);
  }

  body(body: Body, start: number, scope: Scope, guards: readonly Guard[], callable?: Callable): void {
    const file = this.at?.file;
    if (!file) return;
    let reached = guards;
    body.forEach((placed, index) => {
      const { statement } = placed;
      const base = start + placed.start;
      const site: Site = { file, base, scope, guards: reached, statement, body, index, callable };
      this.statement(site);
      // What follows `if (…) return;` runs only otherwise.
      if (statement.kind !== 'branch') return;
      if (endsEarly(statement.yes)) reached = [...reached, guardOf(statement.test, site, false)];
      else if (endsEarly(statement.no)) reached = [...reached, guardOf(statement.test, site, true)];
    });
  }

  private statement(site: Site): void {
    const { scope, base, guards, statement, callable } = site;
    if (site.file === this.main) this.sites.push(site);
    this.expressions(site);
    switch (statement.kind) {
      case 'import':
        for (const each of statement.imports) this.import(each, scope);
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
        const { test, yes, no } = statement;
        this.body(yes, base, newScope(scope), [...guards, guardOf(test, site, true)], callable);
        this.body(no, base, newScope(scope), [...guards, guardOf(test, site, false)], callable);
        return;
      }
      case 'loop': {
        const inner = newScope(scope);
        const { items, variable: pattern } = statement;
        const found = this.loop({ scope: inner, pattern, second: [] }, items, site);
        takeItems(inner, pattern, found.items, site);
        if (mayEnd(statement.body)) inner.mayEnd = true;
        this.body(statement.body, base, inner, found.guards, callable);
        return;
      }
      case 'class': {
        const extended = statement.base && { expression: statement.base, site };
        const { name: className, bareFields = false } = statement;
        const inner = newScope(scope, true, { className, base: extended, bareFields });
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
          if (scope.fields && scope.methods && scope.parent) addMethod(scope.methods, statement.name, own);
          else scope.names.set(statement.name, { kind: 'declared', values: [], open: true, callable: own });
        }
        this.body(statement.body, base, inner, guards, own);
        return;
      }
      default:
        for (const body of bodiesOf(statement)) {
          const maybe = statement.kind === 'block' && statement.maybe;
          const isOuter =
            statement.kind === 'block' && (statement.outer ?? (body.length === 1 && !scope.parent));
          const inner = isOuter ? scope : newScope(scope);
          this.body(body, base, inner, maybe ? [...guards, sometimes()] : guards, callable);
        }
    }
  }

  private import(imported: Import, scope: Scope): void {
    const from = this.scopesOf(imported.from);
    if (imported.name === '*' && imported.local === '*') {
      rootOf(scope).all?.push(...(from ?? []));
      return;
    }
    const submodule = this.scopesOf(imported.submodule);
    scope.names.set(imported.local, {
      kind: 'import',
      import: imported,
      values: [],
      open: false,
      from,
      submodule,
    });
  }

  private scopesOf(specifier: string | undefined): readonly Scope[] | undefined {
    const files = specifier === undefined ? undefined : this.at?.imports.get(specifier);
    return files?.flatMap((file) => this.scopes.get(file) ?? []);
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
    for (const expression of assignments) {
      this.assignments.push({ expression, site });
      const { target } = expression;
      const isDeclared = target.kind === 'name' && lookup(site.scope, target.name)?.kind === 'variable';
      if (isDeclared) assign(expression, site);
      else this.undeclared.push({ expression, site });
    }
    for (const expression of lists) this.leaving.push({ expression, site });
    for (const each of functions) this.function(each, site);
  }

  /** The site of what runs only in one branch of an expression. */
  private guarded(site: Site, { test, holds }: Branch): Site {
    const branch = { ...site, guards: [...site.guards, guardOf(test, site, holds)] };
    if (site.file === this.main) this.branches.push([branch, site]);
    return branch;
  }

  /** What a loop goes through, or else what its code is guarded by. */
  private loop(
    loop: Pick<OpenLoop, 'scope' | 'pattern' | 'second'>,
    expression: Expression | undefined,
    site: Site,
  ): { readonly items?: Items; readonly guards: readonly Guard[] } {
    const items = expression && itemsOf(expression, site);
    if (items) return { items, guards: site.guards };
    const guard = sometimes();
    loop.scope.loop = { turns: [], named: [] };
    if (expression) this.openLoops.push({ ...loop, expression, site, guard });
    return { guards: [...site.guards, guard] };
  }

  private function({ expression, items }: FunctionInPlace, site: Site): void {
    const inner = newScope(site.scope);
    const [pattern = [], second = []] = expression.parameters;
    const found = this.loop({ scope: inner, pattern, second }, items, site);
    const callable = newCallable(inner, expression.parameters, found.guards, site);
    this.callables.set(expression, callable);
    if (found.items) takeItems(inner, pattern, found.items, site, second);
    this.body(expression.body, site.base, inner, found.guards, callable);
  }
}

/** Of several methods of one name the last one counts, unless what they are given tells. */
function addMethod(methods: Map<string, Callable>, name: string, method: Callable): void {
  const before = methods.get(name);
  if (before) method.overloads = [...(before.overloads ?? [before]), method];
  methods.set(name, method);
}

/** The guard of code that runs any number of times. */
function sometimes(): Guard {
  return { name: undefined, holds: true };
}

function endsEarly(body: Body): boolean {
  const statements = body.filter((each) => each.statement.kind !== 'comment');
  const last = statements.at(-1)?.statement;
  return (
    last?.kind === 'return' ||
    last?.kind === 'leave' ||
    (last?.kind === 'block' && !last.maybe && endsEarly(last.body))
  );
}

function newCallable(
  scope: Scope,
  parameters: readonly Pattern[],
  guards: readonly Guard[],
  place?: Site,
): Callable {
  const callable: Callable = {
    scope,
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
  scope.callable = callable;
  return callable;
}
