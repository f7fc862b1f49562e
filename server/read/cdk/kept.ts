/** Constructs that an edit leaves as they were: what they make is not made again. */
import type { Resource } from '../../model/template.ts';
import type { Understood } from './edited.ts';
import { type Instance, type MethodCall, originOf, type Subject } from './instances.ts';
import { guardsOf } from './runs.ts';
import type { Located, Step } from './scopes.ts';
import type { Statement } from './syntax.ts';

/** A construct with what it has made, and what that depends on. */
export interface MadeConstruct {
  readonly instance: Instance;
  /** The calls on it, whether or not they surely happen. */
  readonly calls: readonly MethodCall[];
  /** The statements of the main file that its values come from; where they start, counted from the construct. */
  readonly visited: Map<Statement, number>;
  /** IDs of the constructs that it has to do with: either looked at what the other makes. */
  readonly met: Set<string>;
  /** IDs of everything that it makes. */
  readonly drafts: string[];
  /** False where it looked for something that was not there. */
  isComplete: boolean;
  resources: readonly Resource[];
}

/** A construct that has made nothing yet. */
export function newConstruct(instance: Instance, calls: readonly MethodCall[]): MadeConstruct {
  return { instance, calls, visited: new Map(), met: new Set(), drafts: [], isComplete: true, resources: [] };
}

/**
 * Those of the constructs that were made before which are the same now.
 * @param now a program in which everything else means what it did
 */
export function unchanged(
  before: ReadonlyMap<string, MadeConstruct>,
  { flow, instances }: Understood,
): Map<Instance, MadeConstruct> {
  const bases = new Map(flow.walked.sites.map(({ statement, base }) => [statement, base]));
  const same = new Map<string, [Instance, MadeConstruct]>();
  for (const instance of [...instances.byCall.values()].flat()) {
    const known = before.get(instance.id);
    if (!known || !isSame(known, instance)) continue;
    const origin = originOf(instance);
    const stays = [...known.visited].every(
      ([statement, at]) => (bases.get(statement) ?? NaN) - origin === at,
    );
    if (stays) same.set(instance.id, [instance, known]);
  }
  // What has to do with one that changed may change with it.
  for (let size = -1; size !== same.size; ) {
    size = same.size;
    for (const [id, [, { met }]] of same) if ([...met].some((each) => !same.has(each))) same.delete(id);
  }
  return new Map(same.values());
}

/** What a construct has made, where it stands now. */
export function movedTo(
  instance: Instance,
  known: MadeConstruct,
  commentsOf: (instance: Instance, origin: number) => Resource['comments'],
): MadeConstruct {
  const origin = originOf(instance);
  const comments = commentsOf(instance, origin);
  const resources = known.resources.map((resource) => ({ ...resource, origin, comments }));
  return { ...known, instance, calls: instance.calls, resources };
}

function isSame({ instance: known, calls, isComplete }: MadeConstruct, now: Instance): boolean {
  return (
    isComplete &&
    isPlain(known, calls) &&
    isPlain(now, now.calls) &&
    known.call.expression === now.call.expression &&
    known.className === now.className &&
    known.module === now.module &&
    known.name === now.name &&
    known.variable === now.variable &&
    known.certain === now.certain &&
    known.single === now.single &&
    isSameWay(known.construction.via, now.construction.via) &&
    known.construction.call.expression === now.construction.call.expression &&
    calls.length === now.calls.length &&
    calls.every((call, index) => isSameCall(call, now.calls[index] as MethodCall))
  );
}

/** Whether it is made whatever conditions there are, once, with all that is called on it. */
function isPlain({ call, run }: Instance, calls: readonly MethodCall[]): boolean {
  return (
    run.length === 0 &&
    guardsOf(call.site, run).length === 0 &&
    calls.every(({ guards }) => guards.length === 0)
  );
}

function isSameCall(known: MethodCall, now: MethodCall): boolean {
  return (
    known.call.expression === now.call.expression &&
    known.path === now.path &&
    known.there === now.there &&
    isSameWay(known.via, now.via) &&
    isSameReceiver(known.receiver, now.receiver)
  );
}

function isSameReceiver(known: Subject | undefined, now: Subject | undefined): boolean {
  if (!known || !now) return known === now;
  return (
    known.instance.id === now.instance.id &&
    known.last?.expression === now.last?.expression &&
    known.sure === now.sure &&
    known.path.join('.') === now.path.join('.') &&
    isSameWay(known.via, now.via)
  );
}

/** Turns of loops are told apart by what is read anew each time, so ways through them are never the same. */
function isSameWay(known: readonly Step[], now: readonly Step[]): boolean {
  return (
    known.length === now.length &&
    known.every(
      (step, index) => isCall(step) && step.expression === (now[index] as Partial<Located>).expression,
    )
  );
}

function isCall(step: Step): step is Extract<Step, Located> {
  return 'expression' in step;
}
