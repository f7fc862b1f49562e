/** Resource types, properties, CDK classes and members written out in a heading: `AWS::EC2::Volume`, `VolumeType`, `logAccessLogs`. */
import type { Coverage, Topic } from '../aws/topic.ts';
import { topics } from '../aws/topics/index.ts';
import type { Subject } from './note.ts';

export interface IdentifierContext {
  /** Topics that the heading or what is around it speaks of. */
  readonly topics: readonly string[];
  /** Resource types that it or what is around it speaks of, exact or with a trailing `*`. */
  readonly types: readonly string[];
  /** Whether AWS is spoken of at all. */
  readonly aws: boolean;
}

const typePattern = /\b(?:AWS|Custom)::[A-Za-z0-9]+(?:::(?:[A-Za-z0-9]+|\*))?(?:\.[A-Za-z0-9]+)*/g;
const identifierPattern = /[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*/g;

/** Resource types in `text`, with a property path where one follows after a dot. */
export function typesIn(text: string): Subject[] {
  if (!text.includes('::')) return [];
  return [...text.matchAll(typePattern)].map(([found]) => {
    const [type = '', ...path] = found.split('.');
    return path.length > 0 ? { kind: 'type', type, path } : { kind: 'type', type };
  });
}

/** `text` with the resource types in it left out. */
export function withoutTypes(text: string): string {
  return text.includes('::') ? text.replace(typePattern, ' ') : text;
}

/**
 * What the identifiers in a heading mean.
 * @param text words that may be identifiers because of their shape (`VolumeType`)
 * @param code the heading's inline code: every word there is meant to be one
 */
export function identifiersIn(text: string, code: readonly string[], context: IdentifierContext): Subject[] {
  const found: Subject[] = [];
  // Most headings have no word of such a shape.
  if (/[A-Za-z0-9][A-Z]/.test(text)) {
    for (const [word] of withoutTypes(text).matchAll(identifierPattern)) {
      if (humps(word) > 1) found.push(...meaningsOf(word, context, false));
    }
  }
  for (const span of code) {
    for (const [word] of withoutTypes(span).matchAll(identifierPattern)) {
      found.push(...meaningsOf(word, context, true));
    }
  }
  return found;
}

function meaningsOf(word: string, context: IdentifierContext, isCode: boolean): Subject[] {
  const parts = word.split('.');
  // `elbv2.ApplicationLoadBalancer`: the module's alias says nothing.
  if (parts.length > 1 && isLower(parts[0]) && !isLower(parts[1])) parts.shift();
  const [first = '', ...rest] = parts;
  // `lb.logAccessLogs`: the variable says nothing, either.
  if (isLower(first)) return membersNamed(rest.at(-1) ?? first, context);
  // `ALB`, `EC2`: names, and known as such.
  if (first === first.toUpperCase()) return [];
  const named = isLower(rest[0]) || /^[A-Z0-9_]+$/.test(rest[0] ?? '-');
  const known =
    first.startsWith('Cfn') ||
    ((humps(first) > 1 || (isCode && context.aws)) && knownClasses().has(first)) ||
    (parts.length === 2 && knownClasses().has(word));
  const found = propertiesNamed(parts, context, isCode, known);
  if (known || (isCode && (humps(first) > 1 || context.aws))) {
    if (rest.length === 0) found.push({ kind: 'class', className: first });
    else if (named && rest[0]) found.push({ kind: 'class', className: first, member: rest[0] });
  }
  return found;
}

/** Properties that the topics list; where none has this name, properties of the types spoken of. */
function propertiesNamed(
  path: readonly string[],
  context: IdentifierContext,
  isCode: boolean,
  isClass: boolean,
): Subject[] {
  const spokenOf = context.topics.length > 0 || context.types.length > 0;
  if (humps(path.at(-1) ?? '') < 2 && !(isCode && spokenOf)) return [];
  const listed = topicsOf(context)
    .flatMap((topic) => propertiesOf(topic))
    .filter((property) => endsWith(property.path, path))
    .map(({ type }) => serviceOf(type));
  const around = topics
    .filter(({ id }) => context.topics.includes(id))
    .flatMap(({ types }) => types.map(serviceOf));
  const types = new Set(listed.length > 0 || isClass ? listed : [...context.types, ...around]);
  return [...types].map((type) => ({ kind: 'type', type, path }));
}

function membersNamed(name: string, context: IdentifierContext): Subject[] {
  if (humps(name) < 2 && context.topics.length === 0) return [];
  return topicsOf(context)
    .flatMap((topic) => [topic, ...topic.aspects])
    .flatMap((coverage: Coverage) => coverage.members ?? [])
    .map((member) => member.split('.'))
    .filter(([, , member]) => member === name)
    .map(([, className = '', member = '']) => ({ kind: 'class', className, member }));
}

/** The topics spoken of, or all where none is. */
function topicsOf(context: IdentifierContext): readonly Topic[] {
  if (context.topics.length > 0) return topics.filter(({ id }) => context.topics.includes(id));
  return context.types.length > 0 ? [] : topics;
}

interface Property {
  readonly type: string;
  readonly path: readonly string[];
}

const properties = new WeakMap<Topic, readonly Property[]>();

function propertiesOf(topic: Topic): readonly Property[] {
  let known = properties.get(topic);
  if (!known) {
    known = readProperties(topic);
    properties.set(topic, known);
  }
  return known;
}

function readProperties(topic: Topic): Property[] {
  return [topic, ...topic.aspects]
    .flatMap((coverage: Coverage) => [
      ...(coverage.properties ?? []),
      ...(coverage.values ?? []).flatMap((values) => values.of),
    ])
    .map((property) => {
      const [type = '', ...path] = property.replace(/\.\*$/, '').split('.');
      return { type, path };
    });
}

function endsWith(path: readonly string[], end: readonly string[]): boolean {
  return end.every((key, index) => path[path.length - end.length + index] === key);
}

function serviceOf(type: string): string {
  return `${type.split('::').slice(0, 2).join('::')}::*`;
}

/** `Bucket` and `Bucket.versioned`. */
let classes: ReadonlySet<string> | undefined;

function knownClasses(): ReadonlySet<string> {
  classes ??= new Set(
    topics
      .flatMap((topic) => [
        ...topic.classes,
        ...[topic, ...topic.aspects].flatMap(({ members }) => members ?? []),
      ])
      .flatMap((name) => [name.split('.')[1] ?? '', name.split('.').slice(1).join('.')]),
  );
  return classes;
}

function isLower(word: string | undefined): boolean {
  return word !== undefined && /^[a-z]/.test(word);
}

/** How many parts a camel-case word has: `VolumeType` 2, `Volume` 1. */
function humps(word: string): number {
  return (word.replace(/^.*\./, '').match(/(?:^[a-z]|[A-Z])[A-Z]*[a-z0-9]+/g) ?? []).length;
}
