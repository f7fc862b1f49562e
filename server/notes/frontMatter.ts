/** The optional front matter of a note: what its headings cannot say. Keys of other tools are left alone. */
import { topics } from '../aws/topics/index.ts';
import type { Language, Localized } from '../text/localized.ts';
import { type Span, shift } from '../text/span.ts';
import { suggestionFor } from '../text/suggestion.ts';
import { frontMatterItems } from './frontMatterItems.ts';
import type { NoteProblem, Subject, TopicSubject } from './note.ts';

export interface FrontMatter {
  readonly title: string | undefined;
  readonly language: Language | undefined;
  /** What the note as a whole explains, from `types`, `classes` and `topics`. */
  readonly subjects: readonly Subject[];
  /** Other names of what it explains, read like headings. */
  readonly aliases: readonly string[];
  /** False where the note is not for hovers: it explains only its own rules. */
  readonly hovers: boolean;
  /** Without the number sign. */
  readonly tags: readonly string[];
  /** What the note says in place of the bundled notes. */
  readonly replaces: readonly TopicSubject[];
  readonly problems: readonly NoteProblem[];
}

const longestFrontMatter = 20_000;
const typeName =
  /^(?:[A-Za-z0-9]+(?:::[A-Za-z0-9]+){1,2}|[A-Za-z0-9]+::(?:[A-Za-z0-9]+::)?\*)(?:\.[A-Za-z0-9*]+)*$/;
const className = /^(?:@?[a-z0-9@/_-]+\.)?([A-Z][A-Za-z0-9]*)(?:\.([A-Za-z][A-Za-z0-9_]*))?$/;

export const noFrontMatter: FrontMatter = {
  title: undefined,
  language: undefined,
  subjects: [],
  aliases: [],
  hovers: true,
  tags: [],
  replaces: [],
  problems: [],
};

/** Reads the YAML at `span` of a note. Never throws: what is wrong becomes a problem at its place. */
export function readFrontMatter(text: string, span: Span): FrontMatter {
  const source = text.slice(span.start, span.end);
  const problems: NoteProblem[] = [];
  const report = (inner: Span, en: string, ja: string): void => {
    const place = shift(inner, span.start);
    problems.push({ span: atLeastOne(place, text), severity: 'warning', message: { en, ja } });
  };
  if (source.length > longestFrontMatter) {
    report(
      { start: 0, end: 1 },
      'This front matter is too long and is not read.',
      'フロントマターが長すぎるため、読み取りません。',
    );
    return { ...noFrontMatter, problems };
  }
  const { of: items, errors } = frontMatterItems(source);
  for (const { span: place, reason } of errors) {
    report(
      place,
      `The front matter is not valid YAML: ${reason}`,
      `フロントマターが YAML として正しくありません: ${reason}`,
    );
  }
  const subjects: Subject[] = [];
  for (const { text: type, span: place } of items('types')) {
    const [name = '', ...path] = type.split('.');
    if (!typeName.test(type)) {
      if (isPlainWord(type)) continue;
      report(
        place,
        `"${type}" is not a resource type. Write it as AWS::S3::Bucket, or AWS::S3::* for all of a service.`,
        `「${type}」はリソースタイプではありません。AWS::S3::Bucket や、サービス全体なら AWS::S3::* のように書いてください。`,
      );
    } else subjects.push(path.length > 0 ? { kind: 'type', type: name, path } : { kind: 'type', type: name });
  }
  for (const { text: name, span: place } of items('classes')) {
    const [, found, member] = className.exec(name) ?? [];
    if (!found) {
      if (isPlainWord(name)) continue;
      report(
        place,
        `"${name}" is not a CDK class. Write it as Bucket or aws-s3.Bucket, with a member after a dot if you like.`,
        `「${name}」は CDK のクラスではありません。Bucket や aws-s3.Bucket のように書いてください(メンバーはドットで続けます)。`,
      );
    } else subjects.push({ kind: 'class', className: found, ...(member ? { member } : {}) });
  }
  const topicsUnder = (key: 'topics' | 'replaces', other: Localized): TopicSubject[] =>
    items(key).flatMap(({ text: name, span: place }) => {
      const subject = topicNamed(name);
      const isMeant = key === 'replaces' ? /^[\w\s/-]+$/.test(name) : isNearlyTopic(name);
      if (!subject && isMeant) report(place, ...noSuchTopic(name, other));
      return subject ?? [];
    });
  subjects.push(...topicsUnder('topics', otherNames));
  const replaces = topicsUnder('replaces', onlyBundled);
  const language = items('language')[0]?.text.toLowerCase().split('-')[0];
  return {
    title: items('title')[0]?.text.trim() || undefined,
    language: language === 'en' || language === 'ja' ? language : undefined,
    subjects,
    aliases: items('aliases').map((item) => item.text),
    hovers: items('hovers')[0]?.text !== 'false',
    tags: [...items('tags'), ...items('tag')].flatMap(({ text: written }) => tagsIn(written)),
    replaces,
    problems,
  };
}

/** A list may also be written as one text: `aws, s3`. */
function tagsIn(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((tag) => tag.replace(/^#+/, ''))
    .filter((tag) => tag !== '');
}

const otherNames: Localized = {
  en: 'Other names go under "aliases".',
  ja: 'そのほかの名前は aliases に書いてください。',
};
const onlyBundled: Localized = {
  en: 'Only sections of the bundled notes can be replaced.',
  ja: '置き換えられるのは、付属のノートの節だけです。',
};

/** Shorter words are near to too many others: `sql` is not a slip for `sqs`. */
const shortestSlip = 5;

/** Whether a topic of ours was meant: other tools have topics, too, and a plain word is as likely one of theirs. */
function isNearlyTopic(name: string): boolean {
  if (topicNamed(name.split('/')[0] ?? '')) return true;
  return name.length >= shortestSlip && suggestionFor(name, topicNames()) !== undefined;
}

/** Whether it is a word in lower case, such as other tools have under keys that are ours: `classes: wide`. */
function isPlainWord(text: string): boolean {
  return /^[a-z][a-z0-9 _-]*$/.test(text);
}

/** `elb`, `elb/access-logs`. */
function topicNames(): readonly string[] {
  return topics.flatMap(({ id, aspects }) => [id, ...aspects.map((aspect) => `${id}/${aspect.id}`)]);
}

function noSuchTopic(name: string, other: Localized): [en: string, ja: string] {
  const [id = ''] = name.split('/');
  const topic = topics.find((each) => each.id === id.trim().toLowerCase());
  const aspects = topic?.aspects.map((aspect) => `${topic.id}/${aspect.id}`) ?? [];
  const suggestion = suggestionFor(name, topicNames());
  const known = (topic ? [topic.id, ...aspects] : topics.map((each) => each.id)).join(', ');
  return suggestion
    ? [
        `There is no topic "${name}". Did you mean "${suggestion}"?`,
        `トピック「${name}」はありません。「${suggestion}」のことですか?`,
      ]
    : [
        `There is no topic "${name}". Topics are ${known}. ${other.en}`,
        `トピック「${name}」はありません。使えるのは ${known} です。${other.ja}`,
      ];
}

function topicNamed(name: string): TopicSubject | undefined {
  const [id, aspectId] = name.trim().toLowerCase().split('/');
  const topic = topics.find((each) => each.id === id);
  if (!topic) return undefined;
  if (aspectId === undefined) return { kind: 'topic', topic: topic.id };
  const aspect = topic.aspects.find((each) => each.id === aspectId);
  return aspect && { kind: 'topic', topic: topic.id, aspect: aspect.id };
}

function atLeastOne({ start, end }: Span, text: string): Span {
  const from = Math.min(start, Math.max(0, text.length - 1));
  return { start: from, end: Math.min(text.length, Math.max(end, from + 1)) };
}
