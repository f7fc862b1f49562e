/** Every name of a topic, an aspect, a service or a resource type that a heading may use, and what it means. */
import { services } from '../aws/services.ts';
import type { Topic } from '../aws/topic.ts';
import { topics } from '../aws/topics/index.ts';
import { indexNames, type NameIndex } from './names.ts';
import type { Subject } from './note.ts';

export interface AwsMeaning {
  readonly subjects: readonly Subject[];
  /** Where the name means this: anywhere, only where AWS is spoken of, or only where one topic is. */
  readonly where: 'anywhere' | 'aws' | { readonly topic: string };
  /** The topics it speaks of; empty for services beyond the topics. */
  readonly topics: readonly string[];
  /** The topic it is a part of: where both are named, the heading is about the part. */
  readonly partOf?: string;
}

let index: NameIndex<AwsMeaning> | undefined;

/** Made on first use. */
export function awsNames(): NameIndex<AwsMeaning> {
  index ??= indexNames(allNames());
  return index;
}

function* allNames(): Generator<readonly [string, AwsMeaning]> {
  for (const topic of topics) yield* topicNames(topic);
  for (const { names, namesInAws, types } of services) {
    const subjects = types.map((type): Subject => ({ kind: 'type', type }));
    for (const name of names) yield [name, { subjects, where: 'anywhere', topics: [] }];
    for (const name of namesInAws ?? []) yield [name, { subjects, where: 'aws', topics: [] }];
  }
}

function* topicNames(topic: Topic): Generator<readonly [string, AwsMeaning]> {
  const { id } = topic;
  const whole = { subjects: [{ kind: 'topic', topic: id }], topics: [id] } as const;
  for (const name of topic.names) yield [name, { ...whole, where: 'anywhere' }];
  for (const name of topic.namesInAws ?? []) yield [name, { ...whole, where: 'aws' }];
  for (const [around, names] of Object.entries(topic.namesUnder ?? {})) {
    for (const name of names) yield [name, { ...whole, where: { topic: around }, partOf: around }];
  }
  for (const aspect of topic.aspects) {
    const part = {
      subjects: [{ kind: 'topic', topic: id, aspect: aspect.id }],
      topics: [id],
      partOf: id,
    } as const;
    for (const name of aspect.names) yield [name, { ...part, where: 'anywhere' }];
    for (const name of aspect.namesInTopic) yield [name, { ...part, where: { topic: id } }];
  }
  const own = [topic.names, ...topic.aspects.flatMap(({ names, namesInTopic }) => [names, namesInTopic])];
  const taken = new Set(own.flat().map((name) => name.toLowerCase()));
  for (const type of topic.types) {
    const name = spokenTypeName(type);
    if (!name || taken.has(name.toLowerCase())) continue;
    const subject: Subject = { kind: 'type', type };
    yield [name, { subjects: [subject], where: { topic: id }, topics: [id], partOf: id }];
  }
}

/** `Placement Group` for `AWS::EC2::PlacementGroup`; undefined for single words such as `Host`, which say too little. */
function spokenTypeName(type: string): string | undefined {
  const words = type.split('::')[2]?.match(/[A-Z][a-z0-9]+/g) ?? [];
  return words.length > 1 ? words.join(' ') : undefined;
}
