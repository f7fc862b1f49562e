/** What a place in a template or in CDK code is about, in the terms of the knowledge. */
import type { Coverage, GroupOf, ValuesOf } from '../aws/topic.ts';
import { topics } from '../aws/topics/index.ts';
import { coversType } from '../aws/typePattern.ts';
import type { Place } from '../model/template.ts';
import { groupsAround } from './groups.ts';
import { subjectKey } from './link.ts';
import type { Subject, TopicSubject } from './note.ts';

/**
 * How closely a subject meets a place, closest first. `whole` is the topic that a value, property or member is a
 * part of; `type` and `topic` speak of the resource and not of the place in it.
 */
export const specificities = ['value', 'property', 'member', 'type', 'whole', 'topic'] as const;
export type Specificity = (typeof specificities)[number];

export interface PlaceSubject {
  readonly subject: Subject;
  readonly specificity: Specificity;
}

/** What `place` is about, the most specific first; each subject once. */
export function subjectsOf(place: Place): readonly PlaceSubject[] {
  const found: PlaceSubject[] = [];
  const add = (specificity: Specificity, subjects: readonly Subject[]): void => {
    for (const subject of subjects) found.push({ subject, specificity });
  };
  const { type, path, value, cdk } = place;
  if (place.attribute !== undefined)
    add('value', coverages().byAttribute.get(`${type}.${place.attribute}`) ?? []);
  if (type !== undefined && path.length > 0) {
    if (value !== undefined) add('value', valueSubjects(type, path, value));
    add('value', groupSubjects(place));
    if (cdk?.member === undefined)
      add('property', [{ kind: 'type', type, path }, ...propertySubjects(type, path)]);
  }
  if (cdk?.member !== undefined) {
    add('member', [
      { kind: 'class', className: cdk.className, member: cdk.member },
      ...memberSubjects(cdk.module, cdk.className, cdk.member),
    ]);
    if (type !== undefined && path.length > 0) {
      add('property', [{ kind: 'type', type, path }, ...propertySubjects(type, path)]);
    }
  }
  // A member of an enum, or of a class without resource, is about what the class is about.
  if (cdk?.member !== undefined && (place.kind === 'enum' || type === undefined)) {
    add('member', coverages().byMember.get(`${cdk.module}.${cdk.className}`) ?? []);
  }
  if (cdk?.argument) {
    const { module, className } = cdk.argument;
    const name = `${module}.${className}`;
    add('member', [
      { kind: 'class', className },
      ...(coverages().byMember.get(name) ?? []),
      ...(coverages().byClass.get(name) ?? []),
    ]);
  }
  // Where the notes have nothing on a part, they may have something on the whole.
  const wholes = topicsOf(found);
  if (cdk) {
    const name = `${cdk.module}.${cdk.className}`;
    add('type', [{ kind: 'class', className: cdk.className }, ...(coverages().byMember.get(name) ?? [])]);
  }
  if (type !== undefined) {
    if (path.length === 0) add('type', groupSubjects(place));
    add('type', [{ kind: 'type', type }, ...typeSubjects(type)]);
  }
  add('whole', wholes);
  add('topic', topicsOf(found));
  if (cdk) add('topic', coverages().byClass.get(`${cdk.module}.${cdk.className}`) ?? []);
  if (type !== undefined) add('topic', topicsOfType(type));
  return firstOfEach(found);
}

function topicsOf(found: readonly PlaceSubject[]): Subject[] {
  return found.flatMap(({ subject }) =>
    subject.kind === 'topic' ? [{ kind: 'topic', topic: subject.topic }] : [],
  );
}

function firstOfEach(found: readonly PlaceSubject[]): PlaceSubject[] {
  const kept = new Map<string, PlaceSubject>();
  for (const each of found) {
    const key = subjectKey(each.subject);
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}

interface Covered {
  readonly subject: TopicSubject;
  /** Property keys; `*` stands for any one. */
  readonly keys: readonly string[];
  /** Whether properties below count, too. */
  readonly below: boolean;
  readonly values: ValuesOf['are'] | undefined;
}

interface Coverages {
  readonly byType: Map<string, TopicSubject[]>;
  readonly byProperty: Map<string, Covered[]>;
  /** By `module.Class` and `module.Class.member`. */
  readonly byMember: Map<string, TopicSubject[]>;
  /** By `module.*.member`: code often names a member on a sibling class. */
  readonly byMemberName: Map<string, TopicSubject[]>;
  readonly byClass: Map<string, TopicSubject[]>;
  /** By `Type.Attribute`. */
  readonly byAttribute: Map<string, TopicSubject[]>;
  /** By the type or property that holds the group. */
  readonly byGroup: Map<string, { readonly subject: TopicSubject; readonly group: GroupOf }[]>;
}

let made: Coverages | undefined;

/** The topics' tables by what a place knows; made on first use. */
function coverages(): Coverages {
  if (made) return made;
  made = {
    byType: new Map(),
    byProperty: new Map(),
    byMember: new Map(),
    byMemberName: new Map(),
    byClass: new Map(),
    byAttribute: new Map(),
    byGroup: new Map(),
  };
  for (const topic of topics) {
    for (const aspect of topic.aspects) {
      addCoverage(made, aspect, { kind: 'topic', topic: topic.id, aspect: aspect.id });
      for (const type of aspect.types ?? [])
        push(made.byType, type, { kind: 'topic', topic: topic.id, aspect: aspect.id });
    }
    addCoverage(made, topic, { kind: 'topic', topic: topic.id });
    for (const name of topic.classes) push(made.byClass, name, { kind: 'topic', topic: topic.id });
  }
  return made;
}

function addCoverage(into: Coverages, coverage: Coverage, subject: TopicSubject): void {
  const addProperty = (property: string, values: ValuesOf['are'] | undefined): void => {
    const [type = '', ...keys] = property.split('.');
    const below = keys.at(-1) === '*';
    if (below) keys.pop();
    push(into.byProperty, type, { subject, keys, below, values });
  };
  for (const property of coverage.properties ?? []) addProperty(property, undefined);
  for (const { of, are } of coverage.values ?? []) for (const property of of) addProperty(property, are);
  for (const attribute of coverage.attributes ?? []) push(into.byAttribute, attribute, subject);
  for (const group of coverage.groups ?? []) {
    for (const holder of group.of) push(into.byGroup, holder, { subject, group });
  }
  for (const name of coverage.members ?? []) {
    push(into.byMember, name, subject);
    const [module, , member] = name.split('.');
    if (member !== undefined) push(into.byMemberName, `${module}.*.${member}`, subject);
  }
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

function valueSubjects(type: string, path: readonly string[], value: string): Subject[] {
  const text = value.toLowerCase();
  return (coverages().byProperty.get(type) ?? [])
    .filter(({ values }) => values?.some((each) => sameValue(each.toLowerCase(), text)))
    .filter((covered) => meets(covered, path))
    .map(({ subject }) => subject);
}

/** What the groups of properties around the place are about, the innermost first. */
function groupSubjects(place: Place): Subject[] {
  const { byGroup } = coverages();
  return groupsAround(place).flatMap(({ holder, key, group: written }) =>
    (byGroup.get(holder) ?? [])
      .filter(({ group }) => key === undefined || (group.keys?.includes(key) ?? true))
      .filter(({ group }) => group.where(written))
      .map(({ subject }) => subject),
  );
}

function sameValue(expected: string, text: string): boolean {
  return expected.endsWith('*') ? text.startsWith(expected.slice(0, -1)) : text === expected;
}

/** The longest paths first: `LoadBalancerAttributes.Key` says more than `LoadBalancerAttributes`. */
function propertySubjects(type: string, path: readonly string[]): Subject[] {
  return (coverages().byProperty.get(type) ?? [])
    .filter((covered) => covered.values === undefined && meets(covered, path))
    .sort((a, b) => b.keys.length - a.keys.length)
    .map(({ subject }) => subject);
}

function meets({ keys, below }: Covered, path: readonly string[]): boolean {
  if (below ? path.length < keys.length : path.length !== keys.length) return false;
  return keys.every((key, index) => key === '*' || key === path[index]);
}

function memberSubjects(module: string, className: string, member: string): readonly Subject[] {
  const { byMember, byMemberName } = coverages();
  return byMember.get(`${module}.${className}.${member}`) ?? byMemberName.get(`${module}.*.${member}`) ?? [];
}

function typeSubjects(type: string): Subject[] {
  return coverages().byType.get(type) ?? wildcardSubjects(type);
}

/** An aspect may cover a whole service: `AWS::AppSync::*`. */
function wildcardSubjects(type: string): Subject[] {
  return [...coverages().byType].flatMap(([pattern, subjects]) =>
    pattern.endsWith('*') && coversType(pattern, type) ? subjects : [],
  );
}

const topicsByType = new Map<string, readonly Subject[]>();

function topicsOfType(type: string): readonly Subject[] {
  let subjects = topicsByType.get(type);
  if (!subjects) {
    subjects = topics
      .filter(({ types }) => types.some((written) => coversType(written, type)))
      .map(({ id }) => ({ kind: 'topic', topic: id }));
    topicsByType.set(type, subjects);
  }
  return subjects;
}
