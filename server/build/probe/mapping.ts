/** From what a prop was given and what the template then said: which property it sets, and how. */
import type { ProbedProp } from '../../aws/cdkProps.ts';
import { changed, type Leaves, topOf } from './leaves.ts';
import type { Shown } from './values.ts';

/** What the resource was where a prop was given something. */
export interface Observation {
  readonly shown: Shown;
  readonly leaves: Leaves;
}

export interface Mappings {
  readonly mappings: readonly (string | ProbedProp)[];
  /** Properties that the prop changes in a way that is not told. */
  readonly touches: readonly string[];
}

/** A part of a `Duration` or a `Size` as a number: the method's name by how many of it a second or a GiB is. */
const units: Readonly<Record<'seconds' | 'gibibytes', ReadonlyMap<number, string>>> = {
  seconds: new Map([
    [1, 'seconds'],
    [1000, 'millis'],
    [1 / 60, 'minutes'],
    [1 / 3600, 'hours'],
    [1 / 86_400, 'days'],
  ]),
  gibibytes: new Map([
    [1, 'gibibytes'],
    [1024, 'mebibytes'],
    [2 ** 20, 'kibibytes'],
    [2 ** 30, 'bytes'],
  ]),
};

/**
 * @param before the resource where the prop is not given
 * @param explained paths that other props tell
 */
export function mappingsOf(
  observations: readonly Observation[],
  before: Leaves,
  explained: ReadonlySet<string>,
): Mappings {
  const mappings: (string | ProbedProp)[] = [];
  const touches = new Set<string>();
  const all = new Set(observations.flatMap(({ leaves }) => changed(before, leaves)));
  const paths = new Set([...all].filter((path) => !explained.has(path)));
  const list = listPath(observations, paths);
  if (list !== undefined) mappings.push(list);
  for (const path of paths) {
    if (list !== undefined && path.startsWith(`${list}[`)) continue;
    const mapping = isPlain(path, before) ? mappingOf(path, observations) : undefined;
    if (mapping) mappings.push(Object.keys(mapping).length === 1 ? mapping.to : mapping);
    else if (mapping === undefined) touches.add(topOf(path));
  }
  // What is not told of a property leaves nothing to tell of it.
  const told = mappings.filter((each) => !touches.has(topOf(typeof each === 'string' ? each : each.to)));
  return { mappings: told, touches: [...touches].sort() };
}

/** Whether a path leads to one place whatever else there is: not beside items that may be there as well. */
function isPlain(path: string, before: Leaves): boolean {
  const index = path.search(/\[\d+\]/);
  if (index < 0) return true;
  const list = path.slice(0, index);
  return (
    !/\[[1-9]/.test(path) &&
    (before.has(path) || ![...before.keys()].some((each) => each.startsWith(`${list}[`)))
  );
}

/** The property that is the list itself that the prop is given. */
function listPath(observations: readonly Observation[], paths: ReadonlySet<string>): string | undefined {
  const lists = new Set([...paths].flatMap((path) => (path.endsWith('[0]') ? [path.slice(0, -3)] : [])));
  return [...lists].find((path) =>
    observations.every(({ shown, leaves }) => {
      if (shown.kind !== 'list') return false;
      const items = [...leaves].filter(([each]) => each.startsWith(`${path}[`)).map(([, value]) => value);
      return JSON.stringify(items) === JSON.stringify(shown.value);
    }),
  );
}

/** What the prop makes of the property at `path`; null where that is nothing to speak of. */
function mappingOf(path: string, observations: readonly Observation[]): ProbedProp | undefined | null {
  const pairs = observations.map(({ shown, leaves }) => ({ shown, actual: leaves.get(path) }));
  const [first] = pairs;
  if (!first) return null;
  const { kind } = first.shown;
  const isText = pairs.every(({ actual }) => typeof actual === 'string');
  if (kind === 'scalar') {
    const text = isText && pairs.some(({ shown }) => typeof (shown as { value: unknown }).value !== 'string');
    const named =
      first.shown.kind === 'scalar' && first.shown.enum !== undefined ? { enum: first.shown.enum } : {};
    if (pairs.every(({ shown, actual }) => String((shown as { value: unknown }).value) === String(actual)))
      return { to: path, ...(text ? { text } : {}), ...named };
  }
  if (kind === 'seconds' || kind === 'gibibytes') {
    const factors = pairs.map(({ shown, actual }) => Number(actual) / (shown as { value: number }).value);
    const unit = [...units[kind]].find(([factor]) =>
      factors.every((each) => Math.abs(each / factor - 1) < 1e-9),
    )?.[1];
    if (unit !== undefined) return { to: path, unit, ...(isText ? { text: true as const } : {}) };
  }
  if (kind === 'construct') {
    const attributes = new Set(
      pairs.map(({ shown, actual }) => attributeOf(actual, (shown as { id: string }).id)),
    );
    const [attribute] = attributes;
    return attributes.size === 1 && attribute !== undefined ? { to: path, attribute } : undefined;
  }
  const isNamed = pairs.every(
    ({ shown }) =>
      shown.kind === 'static' ||
      (shown.kind === 'scalar' && (shown.enum !== undefined || typeof shown.value === 'boolean')),
  );
  if (isNamed) {
    const names: Record<string, string | number | boolean | null> = {};
    for (const { shown, actual } of pairs) {
      const name = shown.kind === 'static' ? shown.name : String((shown as { value: unknown }).value);
      if (actual === undefined) names[name] = null;
      else if (typeof actual !== 'object') names[name] = actual as string;
    }
    return { to: path, names };
  }
  const constants = new Set(pairs.map(({ actual }) => actual));
  const [constant] = constants;
  // `az-notfound` is what CDK writes where a value that was tried makes no sense.
  if (
    kind !== 'opaque' &&
    constants.size === 1 &&
    !/-notfound$/.test(String(constant)) &&
    constant !== undefined &&
    typeof constant !== 'object'
  )
    return { to: path, value: constant as string };
  return undefined;
}

/** The attribute of the construct called `id` that an intrinsic function reads; empty for its `Ref`. */
function attributeOf(actual: unknown, id: string): string | undefined {
  const { Ref, 'Fn::GetAtt': read } = (actual ?? {}) as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  const isOwn = (path: string): boolean => path === id || path.startsWith(`${id}/`);
  if (Ref !== undefined && isOwn(Ref)) return '';
  return read && isOwn(read[0]) ? read[1] : undefined;
}
