/** Where values come from: follows names, fields, parameters, parts of objects and what functions of the file give. */
import { settleLoops } from './items.ts';
import { type LibraryName, libraryClass, libraryName } from './library.ts';
import { type MappedItem, mappedItems } from './mapped.ts';
import { giveArguments } from './parameters.ts';
import {
  type Binding,
  bindingOf,
  type Callable,
  classesOf,
  classNamed,
  classScope,
  isField,
  type Located,
  type LocatedCall,
  type Loop,
  lookup,
  lookupField,
  lookupMethod,
  type Scope,
  type Site,
  type Step,
  type Walked,
} from './scopes.ts';
import { Answers, extended, isJustBefore, type Source, through, unsure } from './sources.ts';
import { type CallExpression, type Expression, itemAt, type ObjectExpression } from './syntax.ts';

/** How an instance of a class of aws-cdk-lib is made by one that extends it. */
export interface Construction {
  readonly library: LibraryName;
  /** The call that gives the class of aws-cdk-lib its scope, ID and props. */
  readonly call: LocatedCall;
  /** The calls of the constructors on the way there. */
  readonly via: readonly LocatedCall[];
}

/** What a call calls: something of aws-cdk-lib, or of the file. */
interface Callee {
  readonly library?: LibraryName | undefined;
  readonly callable?: Callable | undefined;
  /** The class of the file that it makes an instance of. */
  readonly made?: Scope | undefined;
}

/** More sources than this are not followed: functions that call each other twice double them each time. */
const MOST_SOURCES = 1000;
const MOST_NESTING = 40;

export class Flow {
  readonly walked: Walked;
  private readonly callees = new Map<CallExpression, Callee>();
  private readonly known = new Answers<Binding | Callable>();
  private readonly properties = new Map<ObjectExpression, Answers<string>>();
  /** The calls that make an instance of a class of the program, or of one that extends it. */
  private readonly made = new Map<Scope, LocatedCall[]>();
  /** The calls of the constructor above in each constructor. */
  private readonly supers = new Map<Callable, readonly LocatedCall[]>();
  private depth = 0;

  constructor(walked: Walked) {
    this.walked = walked;
    const methods: LocatedCall[] = [];
    for (const call of walked.calls) {
      const callee = this.resolve(call);
      if (callee) this.callees.set(call.expression, callee);
      if (callee?.made) this.makes(callee.made, call);
      if (isSuper(call) && call.site.callable) {
        const { callable } = call.site;
        this.supers.set(callable, [...(this.supers.get(callable) ?? []), call]);
      }
      if (callee) this.connect(call);
      else if (call.expression.callee.kind === 'member') methods.push(call);
    }
    // Methods of instances of the file's classes can be told only now.
    for (const call of methods) {
      const callable = this.methodOf(call);
      if (!callable) continue;
      this.callees.set(call.expression, { callable });
      this.connect(call);
    }
    settleLoops(walked.openLoops);
    this.forget([]);
  }

  /** Learns what is called where an edit put other calls. False where that may mean anything to the rest of the program. */
  learn(calls: readonly LocatedCall[]): boolean {
    const areOwn = calls.every((call) => {
      const callee = isSuper(call) ? {} : this.resolve(call);
      if (callee?.library) this.callees.set(call.expression, callee);
      return !callee || callee.library !== undefined;
    });
    return areOwn && calls.every((call) => this.libraryOf(call.expression) || !this.methodOf(call));
  }

  /** Forgets `calls`, which are gone, and follows everything anew when it is next asked for. */
  forget(calls: readonly LocatedCall[]): void {
    for (const { expression } of calls) this.callees.delete(expression);
    this.known.clear();
    this.properties.clear();
  }

  /** What a call instantiates or calls in aws-cdk-lib. */
  libraryOf(call: CallExpression): LibraryName | undefined {
    return this.callees.get(call)?.library;
  }

  /** The function of the file that it calls. */
  callableOf(call: CallExpression): Callable | undefined {
    return this.callees.get(call)?.callable;
  }

  /** The function, or the loop, whose body a step runs. */
  bodyOf(step: Step): Callable | Loop | undefined {
    return 'loop' in step ? step.loop : this.callableOf(step.expression);
  }

  /** The class of the file that it makes an instance of. */
  classOf(call: CallExpression): Scope | undefined {
    return this.callees.get(call)?.made;
  }

  /** How a call that makes an instance of a class of the program makes one of a class of aws-cdk-lib, which that extends. */
  constructionOf(made: LocatedCall): Construction | undefined {
    const via: LocatedCall[] = [];
    let call = made;
    for (const scope of classesOf(this.classOf(made.expression))) {
      const own = scope.methods?.get('constructor');
      if (own) {
        via.push(call);
        const [only, ...others] = this.supers.get(own) ?? [];
        if (!only || others.length > 0 || only.site.guards.length > own.guards.length) return undefined;
        call = only;
      }
      const library = scope.base && libraryName(scope.base.expression, scope.base.site.scope);
      if (library) return { library, call, via };
    }
    return undefined;
  }

  /** Everything that `located` may be. */
  sourcesOf(located: Located): readonly Source[] {
    if (this.depth > MOST_NESTING) return [];
    this.depth++;
    const sources = this.follow(located);
    this.depth--;
    return sources.length > MOST_SOURCES ? sources.slice(0, MOST_SOURCES) : sources;
  }

  private follow(located: Located): readonly Source[] {
    const { expression, site } = located;
    const itself: Source = { located, path: [], last: undefined, via: [], sure: true };
    switch (expression.kind) {
      case 'name': {
        if (expression.name === 'this') return this.ofThis(located);
        const binding = lookup(site.scope, expression.name);
        return binding && binding.kind !== 'import' ? this.ofBinding(binding, site) : [itself];
      }
      case 'call': {
        const callee = this.callees.get(expression);
        if (callee?.library || callee?.made) return [itself];
        if (callee?.callable) return this.ofResult(callee.callable, { ...located, expression });
        if (expression.callee.kind !== 'member' || this.mapped(expression)) return [itself];
        const { object, member } = expression.callee;
        const last = { expression, site };
        return this.sourcesOf({ expression: object, site }).map((source) => ({
          ...extended(source, `${member}()`),
          last,
        }));
      }
      case 'member': {
        if (isField(expression) && lookupField(site.scope, expression.member))
          return this.ofField(site.scope, expression.member, site);
        const getter = isField(expression) && lookupMethod(classScope(site.scope), expression.member);
        if (getter) return this.ofGetter(getter);
        const elsewhere = bindingOf(expression, site.scope);
        if (elsewhere && elsewhere.kind !== 'import') return this.ofBinding(elsewhere, site);
        return this.ofMember({ expression: expression.object, site }, expression.member);
      }
      case 'element': {
        const { object, index } = expression;
        const whole = { expression: object, site };
        const isTold = index.kind === 'literal' && (typeof index.value === 'string' || this.isMapped(whole));
        return isTold ? this.ofMember(whole, String(index.value)) : this.ofParts(whole);
      }
      case 'conditional':
        return unsure(this.ofAll([expression.yes, expression.no], located));
      case 'fallback':
        return unsure(this.ofAll([expression.value, expression.otherwise], located));
      case 'assignment':
      case 'wrapped':
        return this.sourcesOf({ expression: expression.value, site });
      default:
        return [itself];
    }
  }

  private ofAll(expressions: readonly Expression[], { site }: Located): readonly Source[] {
    return expressions.flatMap((expression) => this.sourcesOf({ expression, site }));
  }

  /** @param use where the name is used */
  private ofBinding(binding: Binding, use: Site): readonly Source[] {
    const sources = this.known.to(binding, () => {
      const found = binding.values.flatMap((value) => {
        const { step } = value;
        return step ? through(this.sourcesOf(value), step) : this.sourcesOf(value);
      });
      // A parameter, or the variable of a loop, is each of its values in turn.
      return binding.kind !== 'parameter' && binding.values.length > 1 ? unsure(found) : found;
    });
    if (!binding.carried || binding.values.every(({ site }) => isJustBefore(site, use))) return sources;
    return sources.map((source) => ({ ...source, carried: true }));
  }

  /** What `this` is: each instance that is made of the class, one at a time. */
  private ofThis(located: Located): readonly Source[] {
    const own = classScope(located.site.scope);
    const calls = own && libraryClass(own) ? this.made.get(own) : undefined;
    const constructing = located.site.callable === own?.methods?.get('constructor');
    return (calls ?? []).map((call) => ({
      located: call,
      path: [],
      last: undefined,
      via: (constructing && this.constructionOf(call)?.via) || [],
      sure: true,
    }));
  }

  private makes(scope: Scope, call: LocatedCall): void {
    for (const each of classesOf(scope)) {
      const calls = this.made.get(each);
      if (calls) calls.push(call);
      else this.made.set(each, [call]);
    }
  }

  private ofField(scope: Scope | undefined, name: string, use: Site): readonly Source[] {
    const binding = scope && lookupField(scope, name);
    return binding ? this.ofBinding(binding, use) : [];
  }

  /** What a method gives that is read like a field. */
  private ofGetter(getter: Callable): readonly Source[] {
    if (getter.parameters.length > 0) return [];
    return this.known.to(getter, () => getter.returns.flatMap((value) => this.sourcesOf(value)));
  }

  /** What a function gives: of one that is called several times, `via` tells which call is meant. */
  private ofResult(callable: Callable, call: LocatedCall | Located<CallExpression>): readonly Source[] {
    const sources = this.known.to(callable, () => callable.returns.flatMap((value) => this.sourcesOf(value)));
    const known = callable.calls.find((each) => each.expression === call.expression);
    const given = known ? through(sources, known) : sources;
    return callable.returns.length > 1 || !known ? unsure(given) : given;
  }

  private ofMember(object: Located, member: string): readonly Source[] {
    return this.sourcesOf(object).flatMap((source): readonly Source[] => {
      const { expression, site } = source.located;
      if (source.path.length > 0) return [extended(source, member)];
      const within = (sources: readonly Source[]): readonly Source[] =>
        sources.map((each) => ({
          ...each,
          via: [...each.via, ...source.via],
          sure: each.sure && source.sure,
          ...(source.carried && { carried: true }),
        }));
      if (expression.kind === 'object') {
        return within(this.ofProperty({ expression, site }, member));
      }
      const item = itemAt(expression, member);
      if (item) return within(this.sourcesOf({ expression: item, site }));
      const mapped = this.mapped(expression)?.find((_, at) => String(at) === member);
      if (mapped) return within(this.ofItem(mapped));
      const made = expression.kind === 'call' ? this.callees.get(expression)?.made : undefined;
      if (!made) return [extended(source, member)];
      const getter = lookupField(made, member) ? undefined : lookupMethod(made, member);
      if (!getter && !lookupField(made, member) && libraryClass(made)) return [extended(source, member)];
      const fields = getter ? this.ofGetter(getter) : this.ofField(made, member, site);
      const creation = expression.kind === 'call' ? this.callableOf(expression) : undefined;
      const call = creation?.calls.find((each) => each.expression === expression);
      return within(call ? this.givenBy(call, fields) : fields);
    });
  }

  /** `fields` of the instance that `call` makes. */
  private givenBy(call: LocatedCall, fields: readonly Source[]): readonly Source[] {
    return fields.flatMap((field) => {
      const own = field.via.findLast((step) => this.bodyOf(step) === this.bodyOf(call));
      if (own) return own === call ? [field] : [];
      return through([field], call);
    });
  }

  private ofProperty(object: Located<ObjectExpression>, key: string): readonly Source[] {
    const known = this.properties.get(object.expression) ?? new Answers();
    this.properties.set(object.expression, known);
    return known.to(key, () => this.findProperty(object, key));
  }

  private findProperty({ expression, site }: Located<ObjectExpression>, key: string): readonly Source[] {
    const found: Source[] = [];
    for (const property of expression.properties) {
      if (property.kind === 'spread') {
        found.push(...unsure(this.ofMember({ expression: property.value, site }, key)));
      } else if (property.key === key) {
        found.length = 0;
        found.push(...this.sourcesOf({ expression: property.value, site }));
      }
    }
    return found;
  }

  /** What is in an object or a list, whichever is taken. */
  private ofParts(located: Located): readonly Source[] {
    const found = this.sourcesOf(located).flatMap(({ located: { expression, site }, path }) => {
      if (expression.kind === 'list') return this.ofAll(expression.items, { expression, site });
      const mapped = path.length > 0 ? undefined : this.mapped(expression);
      if (mapped) return mapped.flatMap((item) => this.ofItem(item));
      if (expression.kind !== 'object') return [];
      return this.ofAll(
        expression.properties.map((each) => each.value),
        { expression, site },
      );
    });
    return unsure(found);
  }

  /** The items of the list that `expression` makes of another. */
  mapped(expression: Expression): readonly MappedItem[] | undefined {
    return mappedItems(this.walked, expression);
  }

  private isMapped(list: Located): boolean {
    return this.sourcesOf(list).every(({ located, path }) => !path.length && this.mapped(located.expression));
  }

  private ofItem({ result, turn }: MappedItem): readonly Source[] {
    return through(this.sourcesOf(result), turn);
  }

  private resolve(call: LocatedCall): Callee | undefined {
    const { expression, site } = call;
    const { callee } = expression;
    const given = expression.arguments.length;
    const library = libraryName(callee, site.scope);
    if (library) return library.names.length ? { library } : undefined;
    if (isSuper(call)) {
      const base = classNamed(classScope(site.scope)?.base);
      return base && { callable: lookupMethod(base, 'constructor', given) };
    }
    const binding = bindingOf(callee, site.scope);
    if (binding) {
      if (binding.classScope)
        return { made: binding.classScope, callable: lookupMethod(binding.classScope, 'constructor', given) };
      const [only, ...others] = binding.values;
      const callable =
        binding.callable ??
        (only && others.length === 0 ? this.walked.callables.get(only.expression) : undefined);
      return callable && { callable };
    }
    if (callee.kind !== 'member') return undefined;
    const { object } = callee;
    const isOwn = object.kind === 'name' && /^(?:this|super)$/.test(object.name);
    const owner = isOwn ? classScope(site.scope) : bindingOf(object, site.scope)?.classScope;
    const callable = lookupMethod(owner, callee.member, given);
    return callable && { callable };
  }

  private methodOf({ expression, site }: LocatedCall): Callable | undefined {
    const { callee } = expression;
    const given = expression.arguments.length;
    if (callee.kind !== 'member') return undefined;
    const sources = this.sourcesOf({ expression: callee.object, site });
    const [only] = sources;
    if (sources.length !== 1 || only?.located.expression.kind !== 'call' || only.path.length)
      return undefined;
    return lookupMethod(this.callees.get(only.located.expression)?.made, callee.member, given);
  }

  private connect(call: LocatedCall): void {
    const callable = this.callableOf(call.expression);
    if (!callable) return;
    callable.calls.push(call);
    giveArguments(call, callable);
  }
}

function isSuper({ expression: { callee } }: LocatedCall): boolean {
  return callee.kind === 'name' && callee.name === 'super';
}
