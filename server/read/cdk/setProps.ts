/** What the props given to a construct, and the methods called on it, set of its resource. */
import { absent, sameValue, type Value } from '../../model/value.ts';
import type { ConstructDefinition } from './constructs/definition.ts';
import type { PropMapping } from './constructs/propMapping.ts';
import type { Draft } from './draft.ts';
import { settled } from './l1.ts';
import { isSet, topOf } from './paths.ts';

/** A definition as a list of what to do, made once. */
interface Plan {
  readonly props: readonly PlannedProp[];
  readonly defaults: readonly (readonly [path: string, value: string | number | boolean | undefined])[];
  /** The properties that the props set, without what is in them. */
  readonly tops: readonly string[];
  readonly touches: readonly (readonly [prop: string, tops: readonly string[]])[];
}

interface PlannedProp {
  readonly prop: string;
  readonly mapping: PropMapping;
  /** True where it sets something also where it is not given. */
  readonly always: boolean;
}

const plans = new WeakMap<ConstructDefinition, Plan>();

function planOf(definition: ConstructDefinition): Plan {
  let plan = plans.get(definition);
  if (!plan) {
    const props = Object.entries(definition.props ?? {}).flatMap(([prop, mappings]) =>
      [mappings].flat().map((mapping) => ({ prop, mapping, always: mapping.read(absent).kind !== 'absent' })),
    );
    plan = {
      props,
      defaults: Object.entries(definition.defaults ?? {}),
      tops: [...new Set(props.map(({ mapping }) => topOf(mapping.path)))],
      touches: Object.entries(definition.touches ?? {}).filter(([name]) => !name.endsWith('()')),
    };
    plans.set(definition, plan);
  }
  return plan;
}

/** Sets what the props of a definition set, as far as methods leave it at that. */
export function setProps(draft: Draft, definition: ConstructDefinition): void {
  const { props, defaults, tops, touches } = planOf(definition);
  const given = new Map<string, Value>();
  for (const { prop, mapping, always } of props) {
    if (!always && draft.lacks(prop)) continue;
    const entry = draft.propEntry(prop);
    const written = entry?.value ?? draft.prop(prop);
    const read = settled(mapping.read(written));
    const hasDefault = Object.hasOwn(definition.defaults ?? {}, mapping.path);
    // A value that takes a default away leaves something that is not told.
    const isTaken = read.kind === 'absent' && written.kind !== 'absent' && hasDefault;
    const value = isTaken ? draft.unknown(read.span) : read;
    const other = given.get(mapping.path);
    // Of several props that set a property one is enough; two that differ are not told apart.
    if (value.kind === 'absent' || (other && sameValue(other, value))) continue;
    const known = other ? draft.unknown(value.span) : value;
    draft.set(mapping.path, known, entry?.keySpan);
    given.set(mapping.path, known);
  }
  for (const [path, value] of defaults) {
    const known = draft.get(path);
    const notGiven = known.kind === 'absent' || !isSet(draft.properties, path);
    if (notGiven && value !== undefined) draft.setData(path, value);
    else if (notGiven) draft.set(path, draft.unknown());
  }
  draft.complete(tops);
  const isGiven = (prop: string): boolean => !draft.lacks(prop) && draft.prop(prop).kind !== 'absent';
  for (const [prop, touched] of touches) if (isGiven(prop)) touch(draft, definition, touched);
  for (const [one = '', other = '', ...clashing] of definition.clashes ?? [])
    if (isGiven(one) && isGiven(other)) touch(draft, definition, clashing);
  for (const { path } of draft.calls()) {
    const touched = definition.touches?.[`${path}()`];
    if (touched && !Object.hasOwn(definition.methods ?? {}, path)) touch(draft, definition, touched);
  }
}

/** Does what the methods called on a construct do. */
export function callMethods(draft: Draft, { methods = {} }: ConstructDefinition): void {
  for (const call of draft.calls()) {
    const method = Object.hasOwn(methods, call.path) ? methods[call.path] : undefined;
    method?.(draft, draft.passed(call));
  }
}

/** Makes properties unknown; of any (`*`) those that are not set by a prop that is given. */
function touch(draft: Draft, definition: ConstructDefinition, touched: readonly string[]): void {
  const { props, tops } = planOf(definition);
  for (const top of touched[0] === '*' ? tops : touched) {
    const isGiven = props.some(({ prop, mapping }) => topOf(mapping.path) === top && draft.propEntry(prop));
    if (touched[0] !== '*' || !isGiven) draft.set(top, draft.unknown());
  }
}
