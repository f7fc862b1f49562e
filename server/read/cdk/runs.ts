/** How often code runs: once in each turn of a loop around it, and through each call of its function. */
import type { Flow } from './flow.ts';
import { type LibraryName, libraryClass } from './library.ts';
import {
  type Callable,
  classScope,
  type Guard,
  isSteady,
  type Located,
  type LocatedCall,
  type Loop,
  loopsAround,
  type Scope,
  type Site,
  type Step,
} from './scopes.ts';
import type { Source } from './sources.ts';
import type { CallExpression } from './syntax.ts';

/** One way to come to code, from the outermost call or turn to the innermost. */
export type Run = readonly Step[];

/** Code that runs more often than this is read as if it ran once. */
const MOST_RUNS = 24;

export class Runs {
  private readonly flow: Flow;
  /** The instantiations on whose results methods are called, by the call: they lead to what the constructor made. */
  private readonly creations = new Map<Step, LocatedCall>();
  private readonly known = new Map<Scope, readonly Run[] | undefined>();
  /** Code that makes a stack each time it runs: what it makes is never in one template with that of another time. */
  private readonly stacks: ReadonlySet<Callable | Loop>;

  constructor(flow: Flow) {
    this.flow = flow;
    this.stacks = stackMakers(flow);
  }

  /** Every way to come to the code at `site` within one stack; undefined where they are too many to be told apart. */
  of({ scope, callable }: Pick<Site, 'scope' | 'callable'>): readonly Run[] | undefined {
    if (this.known.has(scope)) return this.known.get(scope);
    // Functions may call each other in a circle; each is followed once.
    this.known.set(scope, [[]]);
    let runs = callable ? this.throughCalls(callable, scope) : [[]];
    for (const loop of loopsAround(scope)) {
      const { turns } = loop;
      if (!runs || turns.length === 0 || this.stacks.has(loop)) continue;
      if (!isSteady(loop)) continue;
      runs = limited(
        runs.flatMap((run): Run[] =>
          run.some((step) => 'loop' in step && step.loop === loop)
            ? [run]
            : turns.map((turn) => [...run, turn]),
        ),
      );
    }
    this.known.set(scope, runs);
    return runs;
  }

  private throughCalls(callable: Callable, scope: Scope): readonly Run[] | undefined {
    const { calls, place } = callable;
    if (calls.length === 0) return place ? this.of(place) : [[]];
    if (this.stacks.has(callable)) return [[]];
    const owner = classScope(scope);
    if (owner && isStack(owner)) {
      // Of a stack that is made twice, each is followed as if it were the only one.
      const isOwn = ({ site }: Located): boolean => classScope(site.scope) === owner;
      if (callable === owner.methods?.get('constructor') || !calls.every(isOwn)) return [[]];
    }
    const runs: Run[] = [];
    for (const call of calls) {
      const before = this.of(call.site);
      if (!before) return undefined;
      const creation = this.creationOf(call);
      if (creation) this.creations.set(call, creation);
      runs.push(...before.map((run) => (creation ? [...run, creation, call] : [...run, call])));
    }
    return limited(runs);
  }

  /** The instantiation of the program's class whose method is called, where there is only one that it can be. */
  private creationOf({ expression: { callee }, site }: LocatedCall): LocatedCall | undefined {
    if (callee.kind !== 'member' || callee.object.kind === 'call') return undefined;
    const [only, ...others] = this.flow.sourcesOf({ expression: callee.object, site });
    const made = only?.located.expression;
    if (made?.kind !== 'call' || others.length > 0 || only?.path.length || !this.flow.classOf(made))
      return undefined;
    return this.flow.callableOf(made)?.calls.find(({ expression }) => expression === made);
  }

  /** What `located` leads to where the code runs in this way. */
  sourcesOf(located: Located, run: Run): readonly Source[] {
    const sources = this.flow.sourcesOf(located);
    return run.length === 0 ? sources : sources.filter(({ via }) => this.agree(via, run));
  }

  /** Whether what came to its use through `via` can be meant in the run `run` of the code there. */
  private agree(via: readonly Step[], run: Run): boolean {
    let around = run;
    for (const step of [...via].reverse()) {
      const own = around.findLast((each) => this.flow.bodyOf(each) === this.flow.bodyOf(step));
      if (own && own !== step) return false;
      if (own) around = this.outside(around, step);
    }
    return true;
  }

  /** The run of the code from which `step`, a part of `run`, leads on. */
  outside(run: Run, step: Step): Run {
    const at = run.lastIndexOf(step);
    const creation = this.creations.get(step);
    return run.slice(0, creation && run[at - 1] === creation ? at - 1 : at);
  }

  /** Those of `made`, which one place in the code makes, that `source` can be in the run `run` of the code at its use. */
  meant<M extends { readonly run: Run }>(
    made: readonly M[],
    { via, carried }: { readonly via: Run; readonly carried?: true | undefined },
    run: Run,
  ): readonly M[] {
    if (made.length <= 1) return made;
    return made.filter((each) =>
      each.run.every((step) => {
        const isSame = (other: Step): boolean => this.flow.bodyOf(other) === this.flow.bodyOf(step);
        const own = via.find(isSame) ?? (carried ? undefined : run.findLast(isSame));
        return own === undefined || own === step;
      }),
    );
  }
}

/** What must hold for the code at `site` to be come to in the run `run`, the innermost first. */
export function guardsOf(site: Site, run: Run): readonly Guard[] {
  const sites = [site, ...run.map((step) => step.site).reverse()];
  const all = sites.flatMap(({ guards, callable }) => {
    // What holds where a function is written counts where it is called.
    const isCalled = callable !== undefined && callable.calls.length > 0;
    return guards.slice(isCalled ? callable.guards.length : 0).reverse();
  });
  return [...new Set(all)].filter(({ runs }) => !runs);
}

function limited(runs: readonly Run[]): readonly Run[] | undefined {
  return runs.length > MOST_RUNS ? undefined : runs;
}

function stackMakers(flow: Flow): Set<Callable | Loop> {
  const makers = new Set<Callable | Loop>();
  for (const { expression, site } of flow.walked.calls) {
    if (!makesStack(flow, expression)) continue;
    if (site.callable) makers.add(site.callable);
    for (const loop of loopsAround(site.scope)) makers.add(loop);
  }
  return makers;
}

/** Whether a call makes a stack, or an app or a stage of stacks. */
export function makesStack(flow: Flow, call: CallExpression): boolean {
  const made = flow.classOf(call);
  return made ? isStack(made) : isStackName(flow.libraryOf(call));
}

function isStack(scope: Scope): boolean {
  return isStackName(libraryClass(scope));
}

function isStackName(name: LibraryName | undefined): boolean {
  return name?.module === '' && /^(?:App|Stage|Stack|NestedStack)$/.test(name.names.join('.'));
}
