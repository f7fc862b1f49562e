/** What names mean: the scopes of a program, what is declared in them, and where everything stands. */
import {
  type Body,
  type BoundName,
  type CallExpression,
  type Expression,
  type Import,
  itemAt,
  type MemberExpression,
  type Pattern,
  type Statement,
} from './syntax.ts';

/** A file of the program. */
export interface SourceFile {
  readonly uri: string;
  readonly text: string;
  /** The names in TypeScript of a key, and of a member of the file, where the language spells them differently. */
  readonly propName?: ((key: string) => string) | undefined;
  readonly memberName?: ((name: string) => string) | undefined;
}

/** Where an expression stands. */
export interface Site {
  readonly file: SourceFile;
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
  /** What the name is of. */
  readonly test?: Located;
  /** True of a loop that turns out to have turns. */
  runs?: boolean;
}

export interface Located<E = Expression> {
  readonly expression: E;
  readonly site: Site;
}

/** A value that a name was given. */
export interface Given extends Located {
  /** The call that gave it, where the name is a parameter; of the variable of a loop, the turn. */
  readonly step?: Step;
}

/** One of the ways in which code comes to run: a call of its function, or a turn of a loop around it. */
export type Step = LocatedCall | Turn;

/** One turn of a loop whose items are known. */
export interface Turn {
  readonly loop: Loop;
  /** Of the loop. */
  readonly site: Site;
}

export interface Loop {
  readonly turns: readonly Turn[];
  /** What its items are named by on the way to them: they may be changed before it runs. */
  readonly named: readonly Binding[];
}

/** Whether a loop goes through just the items that are written: none was added or taken away since. */
export function isSteady({ named }: Loop): boolean {
  return !named.some((each) => each.changed || each.assigned || each.values.length > 1);
}

/** A loop over items that are not known while the program is walked: who calls its function may give them. */
export interface OpenLoop extends Located {
  readonly scope: Scope;
  readonly pattern: Pattern;
  readonly second: Pattern;
  /** Of everything in it. */
  readonly guard: Guard;
}

export interface LocatedCall extends Located<CallExpression> {
  /** The arguments and everything in them, at any depth of objects and lists. */
  readonly passed: readonly Expression[];
}

export interface Binding {
  readonly kind: 'import' | 'variable' | 'parameter' | 'declared';
  readonly import?: Import;
  /** The scopes of the files that it is imported from, and those of the file that it may be itself. */
  readonly from?: readonly Scope[] | undefined;
  readonly submodule?: readonly Scope[] | undefined;
  /** Everything that is assigned to it; more than one means that its value is not certain. */
  readonly values: Given[];
  /** True where it may have values that are not in `values`. */
  open: boolean;
  /** True where parts of its value are assigned, added or taken away later in ways that are not followed. */
  changed?: boolean;
  /** True where it is declared outside the loop or the function that gives it a value: the next one still sees that. */
  carried?: boolean;
  /** The assignments of its members, in source order: `props.maxAzs = 2`. */
  assigned?: Assigned[];
  /** What it declares. */
  readonly callable?: Callable;
  readonly classScope?: Scope;
}

/** An assignment of a member. */
export type Assigned = Located<Extract<Expression, { kind: 'assignment' }> & { target: MemberExpression }>;

/** A function, method or constructor of the file. */
export interface Callable {
  readonly scope: Scope;
  /** For each parameter the names that it is given. */
  readonly parameters: readonly (readonly { readonly bound: BoundName; readonly binding: Binding }[])[];
  readonly returns: Located[];
  /** What must hold for its code to be reached, apart from what holds where it is called. */
  readonly guards: readonly Guard[];
  /** Where it stands, if it is a value such as `() => …`. */
  readonly place: Site | undefined;
  /** Where it is called; there may be more calls in files that are not known. */
  readonly calls: LocatedCall[];
  /** All methods of the same class and name, where there are several. */
  overloads?: readonly Callable[];
}

export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding>;
  /** Fields of `this`, in the scope of a class or of the file. */
  readonly fields: Map<string, Binding> | undefined;
  /** Of a file's own scope. */
  readonly file?: SourceFile;
  /** The scopes of the files all of whose names are names of this file, too. */
  readonly all?: Scope[];
  /** The scopes of the files whose own names are seen in it without an import: those of the same package. */
  readonly around?: Scope[];
  /** Name of the class whose scope it is. */
  readonly className: string | undefined;
  /** Methods of the class whose scope it is, with its constructor. */
  readonly methods?: Map<string, Callable>;
  /** The class that it extends, as seen from outside it. */
  readonly base?: Located | undefined;
  /** The loop whose body it is the scope of. */
  loop?: Loop;
  /** True where that loop may end before all its turns. */
  mayEnd?: boolean;
  /** The function whose scope it is. */
  callable?: Callable;
  /** Whether fields are seen in it by their names alone. */
  readonly bareFields?: boolean;
}

export interface Walked {
  /** Of the main file. */
  readonly scope: Scope;
  /** Every statement of the program's main file, outer before inner. */
  readonly sites: readonly Site[];
  /** The sites there of what runs only in one branch of an expression, each with that of its statement. */
  readonly branches: readonly (readonly [branch: Site, whole: Site])[];
  /** Every call, outer before inner. */
  readonly calls: readonly LocatedCall[];
  /** Members through which a construct can be changed in ways that cannot be followed, and `of`. */
  readonly members: readonly Located<MemberExpression>[];
  readonly assignments: readonly Located<Extract<Expression, { kind: 'assignment' }>>[];
  /** Values that are returned, and lists: what is in them may go anywhere. */
  readonly leaving: readonly Located[];
  readonly openLoops: readonly OpenLoop[];
  /** The functions that are values. */
  readonly callables: ReadonlyMap<Expression, Callable>;
}

/** The binding of `name` as seen from `scope`: in the file that declares it, where that is known. */
export function lookup(scope: Scope, name: string): Binding | undefined {
  let root = scope;
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const binding = at.names.get(name) ?? (at.bareFields ? lookupField(at, name) : undefined);
    if (binding) return declared(binding);
    root = at;
  }
  const passedOn = root.all && ofFiles(root.all, name);
  if (passedOn) return passedOn;
  for (const { names } of root.around ?? []) {
    const binding = names.get(name);
    // What a file imports is its own affair.
    if (binding && binding.kind !== 'import') return binding;
  }
  return undefined;
}

/** What a name, or a member of a file that is imported as a whole (`settings.queues`), is bound to. */
export function bindingOf(expression: Expression, scope: Scope): Binding | undefined {
  if (expression.kind === 'name') return lookup(scope, expression.name);
  if (expression.kind !== 'member' || isField(expression)) return undefined;
  const { object, member } = expression;
  // `import shop.settings` names the whole.
  const dotted = object.kind === 'member' ? dottedName(object) : undefined;
  const whole = (dotted && lookup(scope, dotted)) || bindingOf(object, scope);
  if (isWhole(whole)) return ofFiles(whole?.from ?? [], member);
  // `module.exports = { Queues }`
  if (whole?.kind !== 'variable' || whole.changed) return undefined;
  const [only, ...others] = whole.values;
  if (only?.expression.kind !== 'object' || others.length > 0) return undefined;
  const property = only.expression.properties.findLast(
    (each) => each.kind === 'property' && each.key === member,
  );
  return property?.value.kind === 'name' ? lookup(only.site.scope, property.value.name) : undefined;
}

/** Whether it stands for another file as a whole. */
function isWhole(binding: Binding | undefined): boolean {
  return binding?.kind === 'import' && binding.import?.name === undefined;
}

/** Names may be passed on from file to file; in a circle, too. */
const MOST_FILES = 8;

/** `binding`, or for an import what it stands for in the file that declares it. */
function declared(binding: Binding, steps = 0): Binding {
  const { from, submodule } = binding;
  const name = binding.import?.name ?? WHOLE;
  const found = from && steps < MOST_FILES ? ofFiles(from, name, steps + 1) : undefined;
  if (found || !submodule || !binding.import) return found ?? binding;
  return { ...binding, import: { ...binding.import, name: undefined }, from: submodule };
}

/** The name of what a file gives in place of itself: `module.exports = …`. */
export const WHOLE = 'export=';

/** @param seen files that were asked already: those that pass each other on are a web, not a chain */
function ofFiles(
  files: readonly Scope[],
  name: string,
  steps = 0,
  seen = new Set<Scope>(),
): Binding | undefined {
  for (const each of files) {
    if (seen.has(each)) continue;
    seen.add(each);
    const { names, file, all } = each;
    const spelled = file?.memberName;
    const own = names.get(name) ?? (spelled && [...names].find(([key]) => spelled(key) === name)?.[1]);
    if (own) return declared(own, steps);
    const passedOn = all && ofFiles(all, name, steps, seen);
    if (passedOn) return passedOn;
  }
  return undefined;
}

function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  const object = expression.kind === 'member' ? dottedName(expression.object) : undefined;
  return object === undefined || expression.kind !== 'member' ? undefined : `${object}.${expression.member}`;
}

/** The binding of the field `name` of `this`. */
export function lookupField(scope: Scope, name: string): Binding | undefined {
  return ofClassOrBase(classScope(scope), (each) => each.fields?.get(name));
}

/**
 * The method `name` of a class, its own or inherited from another class of the program.
 * @param given how many arguments it is called with: of several methods of that name, they tell which
 */
export function lookupMethod(scope: Scope | undefined, name: string, given = 0): Callable | undefined {
  const method = ofClassOrBase(scope, (each) => each.methods?.get(name));
  const fits = (each: Callable): boolean => each.parameters.length === given;
  return method?.overloads?.find(fits) ?? method;
}

/** The scope of the class of the program that `base` names. */
export function classNamed(base: Located | undefined): Scope | undefined {
  return base && bindingOf(base.expression, base.site.scope)?.classScope;
}

const MOST_BASES = 8;

/** A class and those that it extends, as far as they are of the program. */
export function* classesOf(scope: Scope | undefined): Generator<Scope> {
  let at = scope;
  for (let steps = 0; at && steps < MOST_BASES; steps++) {
    yield at;
    at = classNamed(at.base);
  }
}

function ofClassOrBase<T>(scope: Scope | undefined, find: (each: Scope) => T | undefined): T | undefined {
  for (const each of classesOf(scope)) {
    const found = find(each);
    if (found) return found;
  }
  return undefined;
}

/** The class (or the file) whose code `scope` belongs to. */
export function classScope(scope: Scope): Scope | undefined {
  let at: Scope | undefined = scope;
  while (at && !at.fields) at = at.parent;
  return at;
}

/** The loops around what is in `scope`, outer first. */
export function loopsAround(scope: Scope): readonly Loop[] {
  const loops: Loop[] = [];
  for (let at: Scope | undefined = scope; at; at = at.parent)
    if (at.loop && !at.mayEnd) loops.unshift(at.loop);
  return loops;
}

/** Whether `expression` is `this.x`. */
export function isField(expression: Expression): boolean {
  return (
    expression.kind === 'member' && expression.object.kind === 'name' && expression.object.name === 'this'
  );
}

/** The part of `value` that `bound` names; undefined where it cannot be told. */
export function partOf(value: Expression, bound: BoundName): Expression | undefined {
  if (!bound.path) return undefined;
  const at = { start: bound.start, end: bound.end };
  let part: Expression = value;
  for (const member of bound.path) {
    const item = itemAt(part, member);
    if (item) part = item;
    else part = { ...at, kind: 'member', object: part, member, memberStart: at.start, memberEnd: at.end };
  }
  return bound.otherwise
    ? { ...at, kind: 'fallback', value: part, otherwise: bound.otherwise, falsy: false }
    : part;
}

/** The guard of code that runs where `test` holds, or where it does not. */
export function guardOf(test: Expression, site: Site, holds: boolean): Guard {
  const [name, plain] = conditionName(test, site);
  const named = !plain && test.kind === 'operation' ? test.left : test;
  return { name, holds: plain === holds, test: { expression: named, site } };
}

/** How a condition is called in messages: its text, without a leading `!`, and whether that must hold. */
export function conditionName(
  test: Expression,
  { base, file: { text } }: Pick<Site, 'base' | 'file'>,
): [name: string, holds: boolean] {
  const negated = test.kind === 'operation' && test.operator === '!' && !test.right;
  const named = negated ? test.left : test;
  const source = text.slice(base + named.start, base + named.end).replace(/\s+/g, ' ');
  return [source.length > 60 ? `${source.slice(0, 59)}…` : source, !negated];
}
