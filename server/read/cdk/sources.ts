/** Where values come from, step by step. */
import { isSteady, type Located, loopsAround, type Site, type Step } from './scopes.ts';
import type { CallExpression } from './syntax.ts';

/** Where an expression leads in the end. */
export interface Source {
  /** What cannot be followed further, such as an instantiation, an object or an import. */
  readonly located: Located;
  /** Members on the way from there; a call's name ends with `()`. */
  readonly path: readonly string[];
  /** The last call on the way. */
  readonly last: Located<CallExpression> | undefined;
  /** The calls of functions and the turns of loops that it came through, from there to where it is used. */
  readonly via: readonly Step[];
  /** False where it is only one of several that it may be. */
  readonly sure: boolean;
  /** True where it may be what an earlier turn of a loop, or an earlier call, has left. */
  readonly carried?: true;
}

/** Whether code at `use` surely runs after that at `site`, in the same turns of loops and the same call. */
export function isJustBefore(site: Site, use: Site): boolean {
  if (site.file !== use.file || site.callable !== use.callable || site.base >= use.base) return false;
  const around = loopsAround(use.scope);
  return loopsAround(site.scope).every((loop) => around.includes(loop));
}

/** `sources` as they are seen after `step`; a turn of a loop over a list that changes need not come. */
export function through(sources: readonly Source[], step: Step): readonly Source[] {
  const isSure = !('loop' in step) || isSteady(step.loop);
  return sources.map((source) => ({ ...source, via: [...source.via, step], sure: source.sure && isSure }));
}

/** What `member` of `source` leads to. */
export function extended(source: Source, member: string): Source {
  return { ...source, path: [...source.path, member] };
}

/** `sources` where it is not told which of several is meant. */
export function unsure(sources: readonly Source[]): readonly Source[] {
  return sources.map((source) => ({ ...source, sure: false }));
}

/** Where what is asked for leads, found once. */
export class Answers<K> {
  private readonly known = new Map<K, readonly Source[]>();

  /** What `key` leads to, as `find` tells. */
  to(key: K, find: () => readonly Source[]): readonly Source[] {
    const known = this.known.get(key);
    if (known) return known;
    // Names and objects may stand for each other in a circle; each is followed once.
    this.known.set(key, []);
    const sources = find();
    this.known.set(key, sources);
    return sources;
  }

  clear(): void {
    this.known.clear();
  }
}
