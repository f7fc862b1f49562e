/** A first version of a rule about what is under the cursor: a section of a note with the rule and its examples. */
import { stringify } from 'yaml';
import type { Schema } from '../../aws/schema.ts';
import { absoluteSpan, type Place, type Resource, type Template } from '../../model/template.ts';
import { entryOf, type Scalar, type Value } from '../../model/value.ts';
import type { Language, Localized } from '../../text/localized.ts';
import { encloses, type Span } from '../../text/span.ts';
import { escaped, flowScalar } from './snippets.ts';

export interface RuleSection {
  /** Of a note that is made for it: `sqs.md`. */
  readonly fileName: string;
  /** The title of such a note. */
  readonly title: string;
  /** The section as a snippet. */
  readonly snippet: string;
}

export interface DraftContext {
  readonly schema: Schema;
  readonly language: Language;
  /** IDs that other rules have. */
  readonly taken: ReadonlySet<string>;
}

/** What may stand in YAML. */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What a rule asks for, and properties of a resource that break and satisfy it. */
interface Demand {
  /** Undefined where it is enough that the property is there. */
  readonly must: string | undefined;
  readonly message: Localized;
  /** Undefined where nothing of it is there. */
  readonly bad: Plain | undefined;
  readonly good: Plain;
}

/** Drafts a rule about `place`; undefined where it is about no resource type. */
export function draftRule(template: Template, place: Place, context: DraftContext): RuleSection | undefined {
  const { type, resource } = place;
  if (type === undefined || place.kind === 'method') return undefined;
  const path = speakable(place.path);
  if (path.length === 0) {
    const demand = aboutType(type, resource, context);
    return demand && section(type, undefined, demand, context);
  }
  const value = resource && valueAt(resource, path, place.span);
  return section(type, path, aboutProperty(type, path, value, place, template, context), context);
}

/** A path as far as `at` can say it: the keys of maps may have any characters. */
function speakable(path: readonly string[]): readonly string[] {
  const end = path.findIndex((key) => !/^[A-Za-z][\w-]*$/.test(key));
  return end < 0 ? path : path.slice(0, end);
}

function aboutProperty(
  type: string,
  path: readonly string[],
  value: Value | undefined,
  place: Place,
  template: Template,
  { schema }: DraftContext,
): Demand {
  const name = path.at(-1) ?? '';
  const property = schema.property(type, path);
  const within = (leaf: Plain): Plain => nested(schema, type, path, leaf);
  const missing = { bad: undefined, message: needs(name) };
  if (value?.kind === 'scalar' && isShort(value.value)) {
    const wanted = value.value;
    const other = otherValue(wanted, property?.type === 'Boolean', property?.values ?? property?.named);
    return {
      must: `const: ${flowScalar(wanted)}`,
      message: {
        en: `${name} of {name} must be ${wanted}.`,
        ja: `「{name}」の ${name} は ${wanted} にしてください。`,
      },
      bad: other === undefined ? undefined : within(other),
      good: within(wanted),
    };
  }
  if (value?.kind === 'list') {
    const item = value.items.find(
      (each) =>
        each.kind === 'scalar' &&
        place.resource &&
        encloses(absoluteSpan(place.resource, each.span), place.span),
    );
    if (item?.kind === 'scalar' && isShort(item.value)) {
      return {
        must: `contains: { const: ${flowScalar(item.value)} }`,
        message: {
          en: `${name} of {name} must contain ${item.value}.`,
          ja: `「{name}」の ${name} に ${item.value} を含めてください。`,
        },
        bad: within([]),
        good: within([item.value]),
      };
    }
    const items = plainOf(value);
    const some = Array.isArray(items) && items.length > 0 ? items : ['example'];
    return { ...missing, must: 'minItems: 1', bad: within([]), good: within(some) };
  }
  // What it refers to is not in the example.
  const target = value?.kind === 'reference' ? template.resources.get(value.target) : undefined;
  const plain = value && !target ? plainOf(value) : undefined;
  return { ...missing, must: undefined, good: within(plain ?? exampleOf(property?.type)) };
}

/** Asks for a property that the resource has, or else for one that any may have. */
function aboutType(
  type: string,
  resource: Resource | undefined,
  { schema }: DraftContext,
): Demand | undefined {
  const members = schema.members(type, [])?.properties ?? new Map();
  const first = resource?.properties.entries.find(({ key }) => members.size === 0 || members.has(key));
  const name = first?.key ?? (members.has('Tags') ? 'Tags' : [...members.keys()][0]);
  if (name === undefined || speakable([name]).length === 0) return undefined;
  return {
    must: `required: [${name}]`,
    message: needs(name),
    bad: undefined,
    good: { [name]: (first && plainOf(first.value)) ?? exampleOf(members.get(name)?.type) },
  };
}

function needs(name: string): Localized {
  return { en: `{name} needs ${name}.`, ja: `「{name}」に ${name} を設定してください。` };
}

/** The value at `path` below the properties of `resource`; below lists, of the item that `near` is in. */
function valueAt(resource: Resource, path: readonly string[], near: Span): Value | undefined {
  let value: Value | undefined = resource.properties;
  for (const key of path) {
    const map: Value | undefined = value && itemNear(value, resource, near);
    value = map?.kind === 'map' ? entryOf(map, key)?.value : undefined;
  }
  return value;
}

function itemNear(value: Value, resource: Resource, near: Span): Value | undefined {
  if (value.kind !== 'list') return value;
  const item = value.items.find((each) => encloses(absoluteSpan(resource, each.span), near));
  const chosen = item ?? value.items[0];
  return chosen && itemNear(chosen, resource, near);
}

/** A value that is not the wanted one; undefined where none can be told. */
function otherValue(
  wanted: string | number | boolean,
  isBoolean: boolean,
  values: readonly string[] | undefined,
): Plain | undefined {
  if (typeof wanted === 'boolean' || isBoolean) return String(wanted) !== 'true';
  if (typeof wanted === 'number') return wanted === 0 ? 1 : 0;
  return values?.find((value) => value !== wanted);
}

/** Whether a rule would ask for exactly this: a program or a policy as text is no such value. */
function isShort(value: Scalar): value is string | number | boolean {
  return value !== null && String(value).length <= 80 && !/\n|^$/.test(String(value));
}

/** Properties with `leaf` at `path`. */
function nested(schema: Schema, type: string, path: readonly string[], leaf: Plain): Plain {
  return path.reduceRight<Plain>((below, key, index) => {
    const isList = index < path.length - 1 && isListAt(schema, type, path.slice(0, index + 1));
    return { [key]: isList ? [below] : below };
  }, leaf);
}

function isListAt(schema: Schema, type: string, path: readonly string[]): boolean {
  return schema.property(type, path)?.type.startsWith('List of ') ?? false;
}

/** Nobody reads a longer example. */
const mostParts = 4;

/** A value as far as it is known and short. */
function plainOf(value: Value): Plain | undefined {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.slice(0, mostParts).flatMap((item) => plainOf(item) ?? []);
    case 'map': {
      const parts = value.entries.slice(0, mostParts).flatMap(({ key, value: part }) => {
        const plain = plainOf(part);
        return plain === undefined ? [] : [[key, plain] as const];
      });
      return Object.fromEntries(parts);
    }
    default:
      return undefined;
  }
}

function exampleOf(type: string | undefined): Plain {
  if (type === undefined || type === 'String') return 'example';
  if (type.startsWith('List of ')) return ['example'];
  return { Boolean: true, Integer: 1, Number: 1 }[type] ?? {};
}

function section(
  type: string,
  path: readonly string[] | undefined,
  demand: Demand,
  { schema, language, taken }: DraftContext,
): RuleSection {
  const [, service = type] = type.split('::');
  const name = type.split('::').at(-1) ?? type;
  const last = path?.at(-1);
  const at = path?.map((key, index) => {
    const isList = index < path.length - 1 && isListAt(schema, type, path.slice(0, index + 1));
    return isList ? `${key}[*]` : key;
  });
  const stop = (number: number, text: string): string => `\${${number}:${escaped(text)}}`;
  const example = (properties: Plain | undefined): string =>
    escaped(properties === undefined ? `Type: ${type}` : stringify(properties, { lineWidth: 0 }).trimEnd());
  const lines = [
    `## ${stop(1, last === undefined ? type : `${type} ${last}`)}`,
    '',
    stop(2, reason[language]),
    '',
    '```rule',
    `id: ${stop(3, freeId(`team/${nameOfRule(name, last)}`, taken))}`,
    `on: ${type}`,
    'severity: ${4|warning,error,information,hint|}',
    `message: ${stop(5, JSON.stringify(demand.message[language]))}`,
    ...(at ? [`at: ${escaped(at.join('.'))}`] : []),
    ...(demand.must === undefined ? ['missing: fail'] : [`must: { ${stop(6, demand.must)} }`]),
    '```',
    '',
    '```yaml bad',
    example(demand.bad),
    '```',
    '',
    '```yaml good',
    example(demand.good),
    '```',
    '',
  ];
  return { fileName: `${service.toLowerCase()}.md`, title: service, snippet: lines.join('\n') };
}

const reason: Localized = {
  en: 'Why it matters, and what to do.',
  ja: 'なぜ必要か、どうすればよいかを書きます。',
};

/** `Queue` and `MessageRetentionPeriod` as `queue-message-retention-period`, `Volume` and `VolumeType` as `volume-type`. */
function nameOfRule(type: string, property: string | undefined): string {
  if (property === undefined) return kebab(type);
  return kebab(property).startsWith(`${kebab(type)}-`)
    ? kebab(property)
    : `${kebab(type)}-${kebab(property)}`;
}

/** `SSEAlgorithm` as `sse-algorithm`. */
function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}
