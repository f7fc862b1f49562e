/** The shape of a `rule` block, and what to say where a block has another one. */
import { RE2JS } from 're2js';
import * as v from 'valibot';
import type { Localized } from '../text/localized.ts';
import { parsePath } from './location.ts';
import type { Plain } from './rule.ts';
import type { Schema } from './schema.ts';

/** What was expected at a place; valibot carries the key as its message. */
const expectations = {
  text: { en: 'a text', ja: '文字列' },
  message: {
    en: 'a text, or one in each language: { en: …, ja: … }',
    ja: '文字列、または言語ごとの文字列 { en: …, ja: … }',
  },
  id: {
    en: 'an ID of letters, digits, "-" and "/", such as "s3/our-key"',
    ja: '英数字・「-」・「/」からなる ID(例:「s3/our-key」)',
  },
  on: {
    en: 'a resource type such as AWS::S3::Bucket or AWS::MSK::*, or a list of them',
    ja: 'AWS::S3::Bucket や AWS::MSK::* のようなリソースタイプ、またはそのリスト',
  },
  severity: { en: 'error, warning, information or hint', ja: 'error・warning・information・hint のいずれか' },
  missing: { en: 'fail or ignore', ja: 'fail か ignore' },
  path: {
    en: 'a property path such as BucketEncryption.Rules[*].Status',
    ja: 'BucketEncryption.Rules[*].Status のようなプロパティのパス',
  },
  number: { en: 'a number', ja: '数値' },
  count: { en: 'a whole number, 0 or more', ja: '0 以上の整数' },
  scalar: { en: 'a text, a number, true or false', ja: '文字列・数値・true・false' },
  scalars: { en: 'a list of texts and numbers', ja: '文字列や数値のリスト' },
  texts: { en: 'a list of texts', ja: '文字列のリスト' },
  boolean: { en: 'true or false', ja: 'true か false' },
  type: {
    en: 'string, number, integer, boolean, array or object, or a list of these',
    ja: 'string・number・integer・boolean・array・object のいずれか、またはそのリスト',
  },
  pattern: {
    en: 'a regular expression of RE2 (no look-around, no back-references)',
    ja: 'RE2 の正規表現(先読み・後読みと後方参照は使えません)',
  },
  schema: { en: 'conditions such as { const: … }', ja: '{ const: … } のような条件' },
  schemas: { en: 'a list of conditions', ja: '条件のリスト' },
  properties: { en: 'conditions by property name', ja: 'プロパティ名ごとの条件' },
  fix: {
    en: 'what to set or to take out: { set: … } or { remove: true }',
    ja: '設定する値 { set: … } か、削除の指定 { remove: true }',
  },
  plain: { en: 'a value', ja: '値' },
  map: { en: 'keys and values', ja: 'キーと値' },
} satisfies Record<string, Localized>;

type Expectation = keyof typeof expectations;

/** What a place should hold, by the message that valibot reports. */
export function expectation(message: string): Localized {
  return expectations[message in expectations ? (message as Expectation) : 'plain'];
}

const expected = (key: Expectation): Expectation => key;

const text = v.string(expected('text'));
const scalar = v.union([v.string(), v.number(), v.boolean()], expected('scalar'));
const count = v.pipe(
  v.number(expected('count')),
  v.integer(expected('count')),
  v.minValue(0, expected('count')),
);
const typeName = v.picklist(['string', 'number', 'integer', 'boolean', 'array', 'object']);
const resourceType = v.pipe(text, v.regex(/^[A-Za-z0-9]+(::[A-Za-z0-9@*-]+)+$/, expected('on')));

const oneSchema: v.GenericSchema<unknown, Schema> = v.lazy(() => schema);
const severalSchemas = v.array(oneSchema, expected('schemas'));

const schema = v.strictObject(
  {
    type: v.optional(v.union([typeName, v.array(typeName)], expected('type'))),
    const: v.optional(scalar),
    enum: v.optional(v.array(scalar, expected('scalars'))),
    minimum: v.optional(v.number(expected('number'))),
    maximum: v.optional(v.number(expected('number'))),
    minLength: v.optional(count),
    maxLength: v.optional(count),
    pattern: v.optional(v.pipe(v.string(expected('pattern')), v.check(isPattern, expected('pattern')))),
    required: v.optional(v.array(text, expected('texts'))),
    properties: v.optional(v.record(v.string(), oneSchema, expected('properties'))),
    items: v.optional(oneSchema),
    contains: v.optional(oneSchema),
    minItems: v.optional(count),
    maxItems: v.optional(count),
    allOf: v.optional(severalSchemas),
    anyOf: v.optional(severalSchemas),
    not: v.optional(oneSchema),
    if: v.optional(oneSchema),
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name in JSON Schema
    then: v.optional(oneSchema),
    else: v.optional(oneSchema),
    refersTo: v.optional(resourceType),
  },
  expected('schema'),
);

const localized = v.union(
  [v.string(), v.strictObject({ en: v.string(), ja: v.string() })],
  expected('message'),
);

const plain: v.GenericSchema<unknown, Plain> = v.lazy(() =>
  v.union([scalar, v.array(plain), v.record(v.string(), plain)], expected('plain')),
);

export const ruleBlock = v.strictObject(
  {
    id: v.pipe(text, v.regex(/^[a-z0-9][\w-]*(\/[\w-]+)*$/i, expected('id'))),
    on: v.union([resourceType, v.pipe(v.array(resourceType), v.minLength(1))], expected('on')),
    severity: v.picklist(['error', 'warning', 'information', 'hint'], expected('severity')),
    title: v.optional(localized),
    message: localized,
    /** What must be sure of the resource's properties for the rule to apply. */
    when: v.optional(oneSchema),
    at: v.optional(
      v.pipe(
        text,
        v.check((path) => parsePath(path) !== undefined, expected('path')),
      ),
    ),
    must: v.optional(oneSchema),
    missing: v.optional(v.picklist(['fail', 'ignore'], expected('missing'))),
    /** Resources that something of this type refers to are left alone. */
    unlessReferredBy: v.optional(resourceType),
    fix: v.optional(
      v.pipe(
        v.strictObject(
          {
            set: v.optional(plain),
            /** Takes out what was found, with the item of a list that it is in. */
            remove: v.optional(v.literal(true, expected('fix'))),
            title: v.optional(localized),
            preferred: v.optional(v.boolean(expected('boolean'))),
            safe: v.optional(v.boolean(expected('boolean'))),
          },
          expected('fix'),
        ),
        v.check(({ set, remove }) => (set === undefined) !== (remove === undefined), expected('fix')),
      ),
    ),
    equivalents: v.optional(v.array(text, expected('texts'))),
  },
  expected('map'),
);

export type RuleBlock = v.InferOutput<typeof ruleBlock>;

/** The keys that may stand beside or below the wrong one; for suggestions. */
export const keysOfBlock: readonly string[] = Object.keys(ruleBlock.entries);
export const keysOfSchema: readonly string[] = Object.keys(schema.entries);
export const keysOfFix: readonly string[] = ['set', 'remove', 'title', 'preferred', 'safe'];

function isPattern(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}
