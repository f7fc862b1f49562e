/**
 * What a heading speaks of, in the words of people who never thought of a program reading it. When in doubt there
 * is no link: a wrong link is a wrong hover.
 */
import { type AwsMeaning, awsNames } from './awsNames.ts';
import { identifiersIn, typesIn, withoutTypes } from './identifiers.ts';
import {
  chooseNames,
  leftover,
  type Named,
  type NamesInWords,
  namesInWords,
  type Word,
  wordsOf,
} from './names.ts';
import type { Subject } from './note.ts';

/** A heading without its Markdown. */
export interface HeadingText {
  readonly text: string;
  /** What stands in it as inline code. */
  readonly code: readonly string[];
}

/** What is spoken of around a heading: in the headings above it, the note's title and its path. */
export interface Surroundings {
  readonly topics: readonly string[];
  readonly types: readonly string[];
  /** Whether AWS is spoken of. */
  readonly aws: boolean;
  /** Whether another cloud is: its NAT gateways are not ours. */
  readonly otherCloud: boolean;
}

export const nowhere: Surroundings = { topics: [], types: [], aws: false, otherCloud: false };

export interface LinkedHeading {
  readonly subjects: readonly Subject[];
  /** What headings below it stand in. */
  readonly inside: Surroundings;
  /** Words that no name accounts for; the fewer, the more the heading is about its subjects as a whole. */
  readonly leftover: number;
}

/** A heading that says this much besides a name tells a story of its own, such as a piece of news. */
const mostLeftover = 6;

const awsWords = new Set(['aws', 'amazon', 'cdk', 'cloudformation']);
const otherClouds = /\b(?:azure|microsoft|gcp|google cloud|alibaba|oracle cloud|ibm cloud|openstack)\b/i;

/** Links a heading to what it speaks of. */
export function linkHeading(heading: HeadingText, around: Surroundings): LinkedHeading {
  const { written, words, names, saysAws, saysOtherCloud } = readText(heading.text);
  const otherCloud = !saysAws && (around.otherCloud || saysOtherCloud);
  const named =
    otherCloud || !names ? [] : namesIn(names, around, saysAws || written.length > 0 || around.aws);
  const rest = leftover(words, named);
  const meanings = rest > mostLeftover ? [] : named.flatMap(({ meanings }) => meanings);

  const ownTopics = unique(meanings.flatMap(({ topics }) => topics));
  const ownTypes = unique(
    [...written, ...meanings.flatMap(({ subjects }) => subjects)].flatMap((subject) =>
      subject.kind === 'type' && !subject.path ? [subject.type] : [],
    ),
  );
  const ownContext = ownTopics.length > 0 || ownTypes.length > 0;
  const aws = saysAws || around.aws || meanings.length > 0 || written.length > 0;
  const context = ownContext
    ? { topics: ownTopics, types: ownTypes, aws }
    : { topics: around.topics, types: around.types, aws };
  const identifiers = identifiersIn(withoutNames(heading.text, named.length > 0), heading.code, context);

  return {
    subjects: mostSpecific(
      [...written, ...identifiers, ...meanings.flatMap(({ subjects }) => subjects)],
      meanings,
    ),
    inside: { ...context, otherCloud },
    leftover: rest,
  };
}

/** What a heading says by itself, wherever it stands. */
interface ReadText {
  /** Resource types that are written out. */
  readonly written: readonly Subject[];
  readonly words: readonly Word[];
  readonly names: NamesInWords<AwsMeaning> | undefined;
  readonly saysAws: boolean;
  readonly saysOtherCloud: boolean;
}

/** The same text is read as a note's title and as its heading, and "Overview" stands in half of all notes. */
const lately = new Map<string, ReadText>();
const mostKept = 1000;

function readText(text: string): ReadText {
  let known = lately.get(text);
  if (!known) {
    const words = wordsOf(withoutTypes(text));
    known = {
      written: typesIn(text),
      words,
      names: namesInWords(words, awsNames()),
      saysAws: words.some((word) => awsWords.has(word.text)),
      saysOtherCloud: otherClouds.test(text.normalize('NFKC')),
    };
    if (lately.size >= mostKept) lately.clear();
    lately.set(text, known);
  }
  return known;
}

/** What a title or a part of a path says about the note in it. */
export function surroundingsOf(text: string, outside: Surroundings): Surroundings {
  return linkHeading({ text: text.replace(/_/g, ' '), code: [] }, outside).inside;
}

function namesIn(names: NamesInWords<AwsMeaning>, around: Surroundings, aws: boolean): Named<AwsMeaning>[] {
  const inTopic = ({ where }: AwsMeaning, topics: readonly string[]): boolean =>
    typeof where === 'object' && topics.includes(where.topic);
  const spokenOf = aws || chooseNames(names, ({ where }) => where === 'anywhere').length > 0;
  const plain = chooseNames(names, ({ where }) => where === 'anywhere' || (where === 'aws' && spokenOf));
  // Under "DynamoDB Streams", "Lambda" is what reads them.
  const parts =
    around.topics.length === 0 ? [] : chooseNames(names, (meaning) => inTopic(meaning, around.topics));
  const own = plain.filter(({ first, end }) => !parts.some((part) => part.first <= first && part.end >= end));
  // A heading that names a service itself is not about the service of the heading above it.
  const topics =
    own.length > 0 ? own.flatMap(({ meanings }) => meanings.flatMap((each) => each.topics)) : around.topics;
  if (topics.length === 0) return plain;
  const all = chooseNames(
    names,
    (meaning) =>
      meaning.where === 'anywhere' || (meaning.where === 'aws' && spokenOf) || inTopic(meaning, topics),
  );
  return all.map((named) => {
    const part = named.meanings.filter((meaning) => inTopic(meaning, topics));
    return part.length > 0 ? { ...named, meanings: part } : named;
  });
}

/** Names such as `DynamoDB` and `CloudFront` look like identifiers, too. */
function withoutNames(text: string, anyNamed: boolean): string {
  if (!anyNamed) return text;
  const { exact } = awsNames();
  return text.replace(/[A-Za-z][A-Za-z0-9]*/g, (word) =>
    exact.get(word.toLowerCase())?.some(({ where }) => where === 'anywhere') ? ' ' : word,
  );
}

/** Leaves out a topic whose part is named, a type whose property is, and a class whose member is. */
function mostSpecific(subjects: readonly Subject[], meanings: readonly AwsMeaning[]): Subject[] {
  const refined = new Set(meanings.map(({ partOf }) => partOf));
  const properties = new Set(
    subjects.map((each) => (each.kind === 'type' && each.path ? each.type : undefined)),
  );
  const classes = new Set(
    subjects.map((each) => (each.kind === 'class' && each.member ? each.className : undefined)),
  );
  const kept = new Map<string, Subject>();
  for (const subject of subjects) {
    if (subject.kind === 'topic' && subject.aspect === undefined && refined.has(subject.topic)) continue;
    if (subject.kind === 'type' && !subject.path && properties.has(subject.type)) continue;
    if (subject.kind === 'class' && !subject.member && classes.has(subject.className)) continue;
    kept.set(subjectKey(subject), subject);
  }
  return [...kept.values()];
}

/** The same for equal subjects. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'topic':
      return `topic ${subject.topic}/${subject.aspect ?? ''}`;
    case 'type':
      return `type ${subject.type}.${subject.path?.join('.') ?? ''}`;
    case 'class':
      return `class ${subject.className}.${subject.member ?? ''}`;
  }
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
