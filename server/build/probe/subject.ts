/** A construct to be probed: how it is made, and what its resource then is. */
import type { Given, ProbedConstruct } from './constructs.ts';
import { isStruct, type JsiiType, loaded, propertiesOf } from './jsii.ts';
import { type Leaves, leavesOf } from './leaves.ts';
import {
  plainSurroundings,
  type Resources,
  type Stack,
  type Surroundings,
  surroundings,
  synthesize,
} from './synthesize.ts';
import { type Candidate, requiredOf } from './values.ts';

type Constructor = new (scope: Stack, id: string, props: unknown) => unknown;

/** A construct that can be made with more props than it must have. */
export interface Subject {
  readonly type: JsiiType;
  readonly resource: string;
  /** Makes it, with `set` applied to the props that it must have. */
  make(stack: Stack, ...set: readonly Setting[]): unknown;
  /** The properties of its resource; undefined where it cannot be made like that. */
  leaves(
    set?: readonly Setting[],
    surroundings?: Surroundings,
    then?: (made: unknown, stack: Stack) => void,
  ): Leaves | undefined;
}

/** A prop (a dotted path) and what it is given. */
export interface Setting {
  readonly prop: string;
  readonly fqn: string;
  /** `required`: a structure with what it must have. */
  readonly candidate: Pick<Candidate, 'make'> | 'required';
}

export function subjectOf(
  type: JsiiType,
  resource: string,
  fqn: string,
  construct: ProbedConstruct,
): Subject {
  const Class = loaded<Constructor>(type);
  const make: Subject['make'] = (stack, ...set) => {
    const props = requiredOf(fqn, stack);
    for (const { prop, candidate } of [...settingsOf(construct.given ?? {}, fqn), ...set]) {
      const value = candidate === 'required' ? {} : candidate.make(stack);
      assign(props, prop, value, fqn, stack);
    }
    return new Class(stack, idIn(surroundings()), props);
  };
  return {
    type,
    resource,
    make,
    leaves: (set = [], where = plainSurroundings, then) => {
      const made = synthesize((stack) => {
        const construct = make(stack, ...set);
        then?.(construct, stack);
      }, where);
      return made && mainOf(made, resource, idIn(where));
    },
  };
}

/** Its construct ID, another one in other surroundings. */
function idIn({ flags }: Surroundings): string {
  return flags ? 'Probe' : 'Trial';
}

function mainOf(made: Resources, resource: string, id: string): Leaves | undefined {
  const own = [...made].filter(([path, each]) => each.type === resource && path.split('/')[0] === id);
  const main = own.find(([path]) => path === `${id}/Resource`) ?? own[0];
  return main && leavesOf(main[1].properties);
}

/** Props with what makes their values. */
export function settingsOf(props: Given, fqn: string): Setting[] {
  return Object.entries(props).map(([prop, value]) => ({
    prop,
    fqn,
    candidate: { make: (stack) => (typeof value === 'function' ? value(stack) : value) },
  }));
}

/** Sets the prop at a dotted path, with what the structures on the way must have. */
function assign(
  props: Record<string, unknown>,
  path: string,
  value: unknown,
  fqn: string,
  stack: Stack,
): void {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const struct = propertiesOf(fqn).get(key)?.type;
    // A structure that is given nothing has what it must have.
    props[key] = struct && isStruct(struct) && isEmpty(value) ? requiredOf(struct.fqn ?? '', stack) : value;
    return;
  }
  const struct = propertiesOf(fqn).get(key)?.type.fqn ?? '';
  const inner = { ...requiredOf(struct, stack), ...(props[key] as object | undefined) };
  assign(inner, rest.join('.'), value, struct, stack);
  props[key] = inner;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
