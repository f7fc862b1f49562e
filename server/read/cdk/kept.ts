/** Constructs that an edit leaves as they were: what they make is not made again. */
import type { Resource } from '../../model/template.ts';
import type { Visited } from './frame.ts';
import { type Instance, type MethodCall, originOf } from './instances.ts';

/** A construct with what it has made, and what that depends on. */
export interface MadeConstruct {
  readonly instance: Instance;
  /** The calls on it that happen, or may happen. */
  readonly calls: readonly MethodCall[];
  /** The statements of the main file that its values come from. */
  readonly visited: Visited;
  /** The constructs that it has to do with: either looked at what the other makes. */
  readonly met: Set<Instance>;
  /** IDs of everything that it makes. */
  readonly drafts: string[];
  /** Whether conditions decide if it is made, or what is called on it. */
  readonly isConditional: boolean;
  /** False where it looked for something that was not there. */
  isComplete: boolean;
  resources: readonly Resource[];
  /** For each of them, what part of the code makes it. */
  codes: readonly string[];
}

/** The constructs of a program with what they have made, by their IDs. */
export type Made = ReadonlyMap<string, MadeConstruct>;

/** A construct that has made nothing yet. */
export function newConstruct(
  instance: Instance,
  { calls, isConditional }: Pick<MadeConstruct, 'calls' | 'isConditional'>,
): MadeConstruct {
  return {
    instance,
    calls,
    visited: new Map(),
    met: new Set(),
    drafts: [],
    isConditional,
    isComplete: true,
    resources: [],
    codes: [],
  };
}

/**
 * Those of the constructs which are the same after an edit.
 * @param edited constructs that are made or called differently
 */
export function unchanged(made: Made, edited: ReadonlySet<Instance>): Map<Instance, MadeConstruct> {
  const same = new Map<Instance, MadeConstruct>();
  for (const known of made.values()) {
    const { instance, isComplete, isConditional } = known;
    if (isComplete && !isConditional && !edited.has(instance) && readsTheSame(known))
      same.set(instance, known);
  }
  // What has to do with one that changed may change with it.
  for (let size = -1; size !== same.size; ) {
    size = same.size;
    for (const { instance, met } of same.values())
      for (const each of met) if (!same.has(each)) same.delete(instance);
  }
  return same;
}

/** Whether its values come from the same statements, as far from it as before: their spans count from it. */
function readsTheSame({ instance, visited }: MadeConstruct): boolean {
  const origin = originOf(instance);
  for (const [{ base, statement }, known] of visited)
    if (statement !== known.statement || base - origin !== known.distance) return false;
  return true;
}

/** Says of what a construct has made that it stands at `origin`, with these comments. */
export function moveTo(origin: number, known: MadeConstruct, comments: Resource['comments']): void {
  const [first] = known.resources;
  const isThere = first?.origin === origin && first.comments.length + comments.length === 0;
  if (first && !isThere)
    known.resources = known.resources.map((resource) => ({ ...resource, origin, comments }));
}
