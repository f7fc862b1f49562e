/** Which constructs code may change in ways that cannot be followed. */
import { escapes } from './digest.ts';
import type { Flow } from './flow.ts';
import { assignedBinding, type Instance, type Instances, instancesOf, subjectsOf } from './instances.ts';
import { libraryName } from './library.ts';
import { type Callable, classScope, isField, type Located, type LocatedCall, type Walked } from './scopes.ts';
import { argumentsOf, type Expression, type ObjectExpression } from './syntax.ts';

/** What code outside the file may do to a construct: anything, or what its methods can. */
type Reach = 'anything' | 'methods';

/** Code that constructs may be given away by. */
type Code = Pick<Walked, 'members' | 'assignments' | 'calls' | 'leaving'>;

/** Sets `certain` of every construct. */
export function judgeCertainty(flow: Flow, instances: Instances): void {
  for (const instance of uncertainAfter(flow.walked, flow, instances)) instance.certain = false;
}

/** The constructs that `code` may change in ways that cannot be followed. */
export function uncertainAfter(code: Code, flow: Flow, instances: Instances): ReadonlySet<Instance> {
  const judge = new Judge(code, flow, instances);
  if (instances.byCall.size === 0) return judge.lost;
  judge.escapeHatches();
  judge.assignments();
  judge.calls();
  judge.leaving();
  return judge.lost;
}

/** Lists that are made of each other are looked through this deep. */
const MOST_NESTING = 8;

class Judge {
  readonly lost = new Set<Instance>();
  private readonly searched: Readonly<Record<Reach, Set<Expression>>> = {
    anything: new Set(),
    methods: new Set(),
  };
  private readonly code: Code;
  private readonly flow: Flow;
  private readonly instances: Instances;
  /** Lists that were decided with the call that they are given to. */
  private readonly passed = new Set<Expression>();

  constructor(code: Code, flow: Flow, instances: Instances) {
    this.code = code;
    this.flow = flow;
    this.instances = instances;
  }

  /** `lb.node.defaultChild`, `addPropertyOverride`, `Aspects.of(…)`. */
  escapeHatches(): void {
    const harmless = this.harmlessAspects();
    for (const { expression, site } of this.code.members) {
      const named = libraryName(expression, site.scope);
      if (named?.module === '' && named.names.join('.') === 'Aspects.of') {
        if (harmless.has(expression)) continue;
        for (const instance of instancesOf(this.instances)) this.lost.add(instance);
        return;
      }
      if (!escapes.has(expression.member)) continue;
      for (const { instance } of this.subjects({ expression: expression.object, site }))
        this.lost.add(instance);
    }
  }

  /** `Aspects.of` where an aspect is added that tags, or checks as those of cdk-nag do. */
  private harmlessAspects(): ReadonlySet<Expression> {
    const found = new Set<Expression>();
    for (const { expression } of this.code.calls) {
      const { callee } = expression;
      const [aspect] = expression.arguments;
      if (callee.kind !== 'member' || callee.object.kind !== 'call' || aspect?.kind !== 'call') continue;
      const own = this.flow.libraryOf(aspect)?.names.join('.') === 'Tag';
      const called = aspect.callee.kind === 'member' ? aspect.callee.member : undefined;
      const name = aspect.callee.kind === 'name' ? aspect.callee.name : called;
      const checks = name?.endsWith('Checks');
      if (callee.member === 'add' && (own || checks)) found.add(callee.object.callee);
    }
    return found;
  }

  assignments(): void {
    for (const { expression, site } of this.code.assignments) {
      const { target, value } = expression;
      const binding = assignedBinding(target, site.scope);
      if (binding && binding.values.length > 1) this.lose({ expression: target, site }, 'anything');
      if (target.kind !== 'member') continue;
      for (const { instance } of this.subjects({ expression: target.object, site })) this.lost.add(instance);
      // What becomes part of something else can be reached there.
      if (!isField(target)) this.lose({ expression: value, site }, 'methods');
    }
  }

  calls(): void {
    for (const call of this.code.calls) {
      let reach: Reach | undefined;
      let isKnown = false;
      for (const value of call.passed) {
        if (value.kind === 'list') this.passed.add(value);
        if (!mayHoldConstruct.has(value.kind)) continue;
        if (!isKnown) reach = this.reachOf(call);
        isKnown = true;
        if (reach) this.lose({ expression: value, site: call.site }, reach);
      }
    }
  }

  leaving(): void {
    const ignored = this.ignored();
    for (const { expression, site } of this.code.leaving) {
      if (expression.kind === 'list') {
        if (this.passed.has(expression)) continue;
        for (const item of expression.items) this.lose({ expression: item, site }, 'anything');
      } else if (site.callable && ignored.has(site.callable)) {
        // Nobody takes it.
      } else if (!site.callable?.calls.length) {
        // What a function of the file gives to the file is followed where it is called.
        this.lose({ expression, site }, 'methods');
      }
    }
  }

  /** The functions whose results lead nowhere: those of `forEach`, and of `map` where nothing is done with the list. */
  private ignored(): ReadonlySet<Callable> {
    const found = new Set<Callable>();
    for (const { expression, site } of this.code.calls) {
      const [made] = expression.arguments;
      const callable = made?.kind === 'function' ? this.flow.walked.callables.get(made) : undefined;
      if (!callable || expression.callee.kind !== 'member') continue;
      const { member } = expression.callee;
      const { statement } = site;
      const isAlone = statement.kind === 'expression' && statement.value === expression;
      if (member === 'forEach' || (member === 'map' && isAlone)) found.add(callable);
    }
    return found;
  }

  private subjects(located: Located) {
    return subjectsOf(this.instances, located);
  }

  private lose(located: Located, reach: Reach, depth = 0): void {
    for (const source of this.flow.sourcesOf(located)) {
      const { expression, site } = source.located;
      // What is in an object that is passed as such is passed with it.
      if (expression.kind === 'object' && expression !== located.expression)
        this.loseParts({ expression, site }, reach, depth);
      if (depth < MOST_NESTING && source.path.join() !== 'length')
        for (const { result } of this.flow.mapped(expression)?.slice(0, 1) ?? [])
          this.lose(result, reach, depth + 1);
      for (const instance of (expression.kind === 'call' && this.instances.byCall.get(expression)) || []) {
        if (source.path.length > 0 && !isPart(instance, source.path)) continue;
        if (reach === 'anything' || isChangeable(instance)) this.lost.add(instance);
      }
    }
  }

  private loseParts({ expression, site }: Located<ObjectExpression>, reach: Reach, depth: number): void {
    // Objects may hold each other in any number of ways; each is looked through once.
    if (this.searched[reach].has(expression)) return;
    this.searched[reach].add(expression);
    for (const { value } of expression.properties) {
      if (value.kind === 'object') this.loseParts({ expression: value, site }, reach, depth);
      else this.lose({ expression: value, site }, reach, depth);
    }
  }

  /** Whether each argument is the value of a parameter: what a rest takes cannot be followed. */
  private isFollowed({ expression, site }: LocatedCall, { parameters }: Callable): boolean {
    const { named } = argumentsOf(expression);
    const keys = new Set(parameters.map(([only]) => only?.bound.key));
    return (
      parameters.every((names) => names.every(({ bound }) => bound.path || bound.named)) &&
      (named?.properties ?? []).every((each) =>
        each.kind === 'property'
          ? keys.has(each.key)
          : this.flow
              .sourcesOf({ expression: each.value, site })
              .every(({ located }) => located.expression.kind !== 'object'),
      )
    );
  }

  /** What a call may do to what it is given; undefined where it is known to be nothing that is not seen. */
  private reachOf(call: LocatedCall): Reach | undefined {
    const { expression, site } = call;
    const { callee } = expression;
    if (this.flow.libraryOf(expression)) return undefined;
    const callable = this.flow.callableOf(expression);
    if (callable) {
      const followed = this.isFollowed(call, callable);
      return followed && !expression.arguments.some((each) => each.kind === 'spread')
        ? undefined
        : 'anything';
    }
    const made = this.flow.classOf(expression) ?? (isSuper(callee) ? classScope(site.scope) : undefined);
    if (made) {
      const { base } = made;
      return !base || libraryName(base.expression, base.site.scope) ? undefined : 'methods';
    }
    if (callee.kind === 'name') return isClassName(callee.name) ? 'methods' : 'anything';
    if (callee.kind !== 'member') return 'anything';
    if (this.subjects({ expression: callee.object, site }).length > 0) return undefined;
    // `cdk.Tags.of(lb).add(…)`, `ec2.UserData.forLinux().add…`, `new s3.Bucket(…).…`
    for (let at: Expression = callee.object; ; ) {
      if (libraryName(at, site.scope)) return undefined;
      if (at.kind === 'member') at = at.object;
      else if (at.kind === 'call') at = at.callee;
      else break;
    }
    if (/^(?:log|error|warn|info)$/.test(callee.member)) return undefined;
    if (isClassName(callee.member)) return 'methods';
    if (callee.object.kind === 'name' && /^(?:this|super)$/.test(callee.object.name)) return 'anything';
    // A method of something that comes from elsewhere, called as aws-cdk-lib calls its own: `props.vpc.addX(lb)`.
    return /^(?:grant|allow|add|attach|connect|register|bind)[A-Z]?/.test(callee.member)
      ? undefined
      : 'anything';
  }
}

const mayHoldConstruct: ReadonlySet<string> = new Set([
  'name',
  'member',
  'element',
  'call',
  'list',
  'conditional',
  'fallback',
]);

function isSuper(callee: Expression): boolean {
  return callee.kind === 'name' && callee.name === 'super';
}

/** Classes begin with a capital letter in every language of CDK; functions do not. */
function isClassName(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** Whether `path` leads to a construct that is made with the instance: `service.loadBalancer`. */
function isPart(instance: Instance, path: readonly string[]): boolean {
  return /^\/[^.]*$/.test(instance.definition?.attributes?.[path.join('.')] ?? '');
}

/** Whether whoever has a construct can change what is read of it: an L1 in any way, others by some methods. */
function isChangeable({ className, definition }: Instance): boolean {
  return className.startsWith('Cfn') || definition?.changeable === true;
}
