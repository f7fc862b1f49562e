/**
 * The grammar of a `rule` block: which keyword takes what, and which AWS property a place in the block speaks of.
 * Checks, completion and hover all walk a block by it.
 */
import { parsePath } from './location.ts';
import type { RuleBlock } from './ruleBlock.ts';
import type { Schema } from './schema.ts';

/** What may stand at a place. */
export type Takes =
  | 'block'
  | 'id'
  | 'resourceTypes'
  | 'resourceType'
  | 'severity'
  | 'message'
  | 'text'
  | 'texts'
  | 'path'
  | 'missing'
  | 'fix'
  | 'boolean'
  | 'schema'
  | 'schemas'
  | 'properties'
  | 'propertyNames'
  | 'propertyName'
  | 'typeNames'
  | 'typeName'
  | 'value'
  | 'values'
  | 'number'
  | 'pattern'
  /** A value to write, which may be a map or a list. */
  | 'plain';

export const blockKeywords: Readonly<Record<keyof RuleBlock, Takes>> = {
  id: 'id',
  on: 'resourceTypes',
  severity: 'severity',
  title: 'message',
  message: 'message',
  when: 'schema',
  at: 'path',
  must: 'schema',
  missing: 'missing',
  unlessReferredBy: 'resourceType',
  fix: 'fix',
  equivalents: 'texts',
};

export const schemaKeywords: Readonly<Record<keyof Schema, Takes>> = {
  const: 'value',
  enum: 'values',
  pattern: 'pattern',
  minimum: 'number',
  maximum: 'number',
  minLength: 'number',
  maxLength: 'number',
  type: 'typeNames',
  required: 'propertyNames',
  properties: 'properties',
  items: 'schema',
  contains: 'schema',
  minItems: 'number',
  maxItems: 'number',
  allOf: 'schemas',
  anyOf: 'schemas',
  not: 'schema',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name in JSON Schema
  then: 'schema',
  else: 'schema',
  refersTo: 'resourceType',
};

export const fixKeywords: Readonly<Record<keyof NonNullable<RuleBlock['fix']>, Takes>> = {
  set: 'plain',
  remove: 'boolean',
  title: 'message',
  preferred: 'boolean',
  safe: 'boolean',
};

export const messageKeywords: Readonly<Record<'en' | 'ja', Takes>> = { en: 'text', ja: 'text' };

/** A place in a block. */
export interface BlockPosition {
  readonly takes: Takes;
  /** The property it speaks of, without list markers; empty for the resource itself, undefined where it is unclear. */
  readonly about: readonly string[] | undefined;
}

/** A key of a map, or an index of a list. */
export type Step = string | number;

export const startOfBlock: BlockPosition = { takes: 'block', about: [] };

/**
 * The place one step below `position`; undefined where nothing may stand there.
 * @param at the block's own `at`, as written
 */
export function below(position: BlockPosition, step: Step, at: unknown): BlockPosition | undefined {
  const { takes, about } = position;
  const element = elements[takes];
  if (typeof step === 'number') {
    if (takes === 'plain') return position;
    return element && { takes: element, about };
  }
  const known = keywordsOf(takes);
  const taken = known && Object.hasOwn(known, step) ? known[step] : undefined;
  if (takes === 'block' && taken) {
    return { takes: taken, about: step === 'must' || step === 'fix' ? pathOf(at) : [] };
  }
  if (taken) return { takes: taken, about };
  if (takes === 'properties') return { takes: 'schema', about: about && [...about, step] };
  if (takes === 'plain') return { takes, about: about && [...about, step] };
  return undefined;
}

/** The place at the end of `path`. */
export function positionAt(path: readonly Step[], at: unknown): BlockPosition | undefined {
  let position: BlockPosition | undefined = startOfBlock;
  for (const step of path) position = position && below(position, step, at);
  return position;
}

/** The keywords that may stand as keys where `takes` is expected. */
export function keywordsOf(takes: Takes): Readonly<Record<string, Takes>> | undefined {
  return keywords[takes];
}

const keywords: Partial<Record<Takes, Readonly<Record<string, Takes>>>> = {
  block: blockKeywords,
  schema: schemaKeywords,
  fix: fixKeywords,
  message: messageKeywords,
};

/** What the items of a list are. */
const elements: Partial<Record<Takes, Takes>> = {
  resourceTypes: 'resourceType',
  texts: 'text',
  schemas: 'schema',
  propertyNames: 'propertyName',
  typeNames: 'typeName',
  values: 'value',
};

/** The keys of `at` without its list markers; those of the resource where there is no `at`. */
function pathOf(at: unknown): readonly string[] | undefined {
  if (at === undefined || at === null) return [];
  const path = typeof at === 'string' ? parsePath(at) : undefined;
  return path?.flatMap((step) => (step === 'items' ? [] : [step.key]));
}

/** The resource types that `on` names, as written. */
export function typesOn(on: unknown): readonly string[] {
  return (Array.isArray(on) ? on : [on]).filter((type) => typeof type === 'string');
}
