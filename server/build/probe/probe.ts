/** What the props of one construct do to its resource, read from the difference that they make. */
import { typeOfClass } from '../../aws/cdk.ts';
import type { ProbedClass, ProbedProp, ProbedScalar } from '../../aws/cdkProps.ts';
import { attributesOf } from './attributes.ts';
import type { ProbedConstruct } from './constructs.ts';
import { isStruct, type JsiiType, moduleOf, parametersOf, propertiesOf, type TypeReference } from './jsii.ts';
import { changed, type Leaves, topOf } from './leaves.ts';
import { type Mappings, mappingsOf, type Observation } from './mapping.ts';
import { touchedByMethods } from './methods.ts';
import { type Setting, type Subject, settingsOf, subjectOf } from './subject.ts';
import { otherSurroundings, plainSurroundings, type Surroundings } from './synthesize.ts';
import { type Attempt, attemptsFor } from './values.ts';

/** Structures are looked into this deep. */
const MOST_DEPTH = 3;

interface PropToTry {
  /** A dotted path. */
  readonly prop: string;
  readonly type: TypeReference;
  readonly required: boolean;
  /** The structure that it is in, if that need not be given. */
  readonly holder: string | undefined;
}

/** What came of trying a prop. */
interface Tried {
  readonly prop: string;
  readonly required: boolean;
  /** What was given besides. */
  readonly company: readonly Setting[];
  readonly before: Leaves;
  readonly observations: readonly Observation[];
  readonly attempt: Attempt;
}

/** What the props do in one place. */
interface Reading {
  readonly bare: Leaves;
  readonly tried: readonly Tried[];
  /** By prop; undefined where it is refused, or cannot be given. */
  readonly effects: ReadonlyMap<string, Mappings | undefined>;
}

/** What a construct makes of its props; undefined where it cannot be made. */
export function probe(type: JsiiType, construct: ProbedConstruct): ProbedClass | undefined {
  const resource = construct.resource ?? typeOfClass(moduleOf(type), type.name);
  const fqn = parametersOf(type)[2]?.type.fqn ?? '';
  if (resource === undefined) return undefined;
  const subject = subjectOf(type, resource, fqn, construct);
  const reading = read(subject, fqn, construct, plainSurroundings);
  const other = read(subject, fqn, construct, otherSurroundings);
  if (!reading || !other) return undefined;
  const props: Record<string, ProbedClass['props'][string]> = {};
  const touches: Record<string, readonly string[]> = {};
  for (const [prop, effect] of [...reading.effects].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const both = common(effect, other.effects.get(prop));
    const [only] = both.mappings;
    if (only !== undefined) props[prop] = both.mappings.length === 1 ? only : both.mappings;
    if (both.touches.length) touches[prop] = both.touches;
  }
  Object.assign(touches, touchedByMethods(subject, reading.bare));
  const usual = defaultsOf(reading, other, props);
  const clashing = clashes(
    subject,
    fqn,
    reading.tried.filter(({ prop }) => Object.hasOwn(props, prop)),
    reading.bare,
  );
  return {
    type: resource,
    props,
    ...usual,
    attributes: attributesOf(subject),
    ...(Object.keys(touches).length ? { touches } : {}),
    ...(clashing.length ? { clashes: clashing } : {}),
  };
}

function read(
  subject: Subject,
  fqn: string,
  construct: ProbedConstruct,
  where: Surroundings,
): Reading | undefined {
  const bare = subject.leaves([], where);
  if (!bare) return undefined;
  const companies = [[], ...(construct.company ?? []).map((each) => settingsOf(each, fqn))];
  const tried: Tried[] = [];
  const effects = new Map<string, Mappings | undefined>();
  for (const each of propsOf(fqn, new Set(Object.keys(construct.given ?? {})))) {
    const found = tryProp(subject, fqn, each, companies, bare, where);
    if (!found) effects.set(each.prop, undefined);
    else tried.push(found);
  }
  // The props of a structure tell more than the structure itself does.
  for (const { prop, observations, before } of tried.toReversed()) {
    const inner = [...effects].flatMap(([each, effect]) => (each.startsWith(`${prop}.`) ? [effect] : []));
    const explained = new Set(inner.flatMap((effect) => effect?.mappings.map(pathOf) ?? []));
    effects.set(prop, mappingsOf(observations, before, explained));
  }
  return { bare, tried, effects };
}

/** What is the same in two places; of anything else it is told only which property it is. */
function common(one: Mappings | undefined, other: Mappings | undefined): Mappings {
  if (!one || !other) return { mappings: [], touches: ['*'] };
  const known = new Map(other.mappings.map((each) => [pathOf(each), JSON.stringify(each)]));
  const isSame = (each: string | ProbedProp): boolean => known.get(pathOf(each)) === JSON.stringify(each);
  const own = new Set(one.mappings.map(pathOf));
  const differing = [
    ...one.mappings.filter((each) => !isSame(each)),
    ...other.mappings.filter((each) => !own.has(pathOf(each))),
  ].map((each) => topOf(pathOf(each)));
  return {
    mappings: one.mappings.filter(isSame),
    touches: [...new Set([...one.touches, ...other.touches, ...differing])].sort(),
  };
}

function pathOf(mapping: string | ProbedProp): string {
  return typeof mapping === 'string' ? mapping : mapping.to;
}

function defaultsOf(
  { bare, tried }: Reading,
  other: Reading,
  props: ProbedClass['props'],
): Pick<ProbedClass, 'defaults' | 'varying'> {
  const tops = new Set(
    Object.values(props)
      .flat()
      .map((each) => topOf(pathOf(each as string | ProbedProp))),
  );
  // What follows from a prop that must be given is nothing that it does by itself.
  const given = new Set(
    tried.flatMap(({ required, before, observations }) =>
      required ? observations.flatMap(({ leaves }) => changed(before, leaves)) : [],
    ),
  );
  const defaults: Record<string, ProbedScalar> = {};
  const varying = new Set<string>();
  for (const path of new Set([...bare.keys(), ...other.bare.keys()])) {
    const value = bare.get(path);
    const constant = typeof value !== 'object' && value !== undefined && value === other.bare.get(path);
    if (constant && !given.has(path)) defaults[path] = value as ProbedScalar;
    else if (tops.has(topOf(path))) varying.add(path.replace(/\[\d.*/, ''));
  }
  return { defaults, ...(varying.size ? { varying: [...varying].sort() } : {}) };
}

/** The props of a structure, and of the structures in it under dotted paths. */
function* propsOf(
  fqn: string,
  given: ReadonlySet<string>,
  prefix = '',
  holder?: string,
): Generator<PropToTry> {
  for (const { name, type, optional } of propertiesOf(fqn).values()) {
    const prop = prefix + name;
    const required = !optional || given.has(prop);
    if (!isStruct(type) || prop.split('.').length > MOST_DEPTH) {
      yield { prop, type, required: required && !prefix, holder };
      continue;
    }
    if (!required || prefix) yield { prop, type, required: false, holder };
    yield* propsOf(type.fqn ?? '', given, `${prop}.`, required && !prefix ? undefined : prop);
  }
}

/** The first company in which a prop is accepted and does something; undefined where it is accepted in none. */
function tryProp(
  subject: Subject,
  fqn: string,
  { prop, type, required, holder }: PropToTry,
  companies: readonly (readonly Setting[])[],
  bare: Leaves,
  where: Surroundings,
): Tried | undefined {
  const held: readonly Setting[] = holder === undefined ? [] : [{ prop: holder, fqn, candidate: 'required' }];
  let idle: Tried | undefined;
  for (const others of companies) {
    const company = [...others, ...held];
    const before = company.length ? subject.leaves(company, where) : bare;
    if (!before) continue;
    for (const attempt of attemptsFor(type)) {
      const observations = attempt.flatMap((candidate): Observation[] => {
        const leaves = subject.leaves([...company, { prop, fqn, candidate }], where);
        return leaves ? [{ shown: candidate.shown, leaves }] : [];
      });
      const few = isStruct(type) || type.primitive === 'boolean' || attempt.length === 1;
      if (observations.length < (few ? 1 : 2)) continue;
      const found = { prop, required, company, before, observations, attempt };
      if (observations.some((each) => changed(before, each.leaves).length)) return found;
      // A value that was not chosen for the prop may do nothing where another would.
      // What must be given has made a difference already where it makes one.
      if (required || observations.every(({ shown }) => shown.kind !== 'opaque')) idle ??= found;
      break;
    }
  }
  return idle;
}

/** Pairs of props that together do something else with a property than each alone, with those properties. */
function clashes(subject: Subject, fqn: string, tried: readonly Tried[], bare: Leaves): string[][] {
  const found: string[][] = [];
  tried.forEach((one, index) => {
    for (const other of tried.slice(index + 1)) {
      if ((one.company.length && other.company.length) || !meet(one, other)) continue;
      const tops = clashOf(subject, fqn, one, other, bare);
      if (tops.length) found.push([one.prop, other.prop, ...tops]);
    }
  });
  return found;
}

/** Whether two props change the same property: only then it is likely that they do so in another way together. */
function meet(one: Tried, other: Tried): boolean {
  const [own, others] = [one, other].map(
    ({ before, observations }) =>
      new Set(observations.flatMap(({ leaves }) => changed(before, leaves)).map(topOf)),
  );
  return [...(own ?? [])].some((top) => others?.has(top));
}

function clashOf(subject: Subject, fqn: string, one: Tried, other: Tried, bare: Leaves): string[] {
  const company = [...one.company, ...other.company];
  const before = company.length ? subject.leaves(company) : bare;
  const expected = new Map(before);
  const settings: Setting[] = [...company];
  for (const { prop, observations, before: alone, attempt } of [one, other]) {
    const effective = observations.find(({ leaves }) => changed(alone, leaves).length);
    const candidate = attempt.find(({ shown }) => shown === effective?.shown);
    if (!effective || !candidate) return [];
    settings.push({ prop, fqn, candidate });
    for (const path of changed(alone, effective.leaves)) {
      if (effective.leaves.has(path)) expected.set(path, effective.leaves.get(path));
      else expected.delete(path);
    }
  }
  const both = subject.leaves(settings);
  return before && both ? [...new Set(changed(expected, both).map(topOf))].sort() : [];
}
