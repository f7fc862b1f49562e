/**
 * The keywords of JSON Schema that a `rule` block may use, evaluated over values of which some are unknown.
 *
 * Three-valued: true, false, or undefined where it depends on what is unknown. Making a known value unknown
 * can turn a verdict into undefined, never into its opposite.
 *
 * As CloudFormation takes `22` and `"22"` for the same, so do the keywords: scalars are compared as text, and
 * a text that is a number counts as one.
 */
import { RE2JS } from 're2js';
import { coversType } from '../aws/typePattern.ts';
import { possibilities } from '../model/possible.ts';
import type { Template } from '../model/template.ts';
import { get, type MapValue, type Scalar, type Value } from '../model/value.ts';

export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/** A schema as it stands in a rule block. Each keyword means what it means in JSON Schema. */
export interface Schema {
  readonly type?: TypeName | readonly TypeName[] | undefined;
  readonly const?: Scalar | undefined;
  readonly enum?: readonly Scalar[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** Of RE2: runs in linear time, knows no look-around and no back-references. */
  readonly pattern?: string | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: { readonly [key: string]: Schema } | undefined;
  readonly items?: Schema | undefined;
  readonly contains?: Schema | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly not?: Schema | undefined;
  readonly if?: Schema | undefined;
  readonly then?: Schema | undefined;
  readonly else?: Schema | undefined;
  /** Not in JSON Schema: the value refers to a resource of this type in the same template. */
  readonly refersTo?: string | undefined;
}

export type Verdict = boolean | undefined;

/** Whether a value satisfies a schema. */
export type Predicate = (value: Value, template: Template) => Verdict;

/** Prepares `schema` for evaluation; its patterns must be valid. */
export function compileSchema(schema: Schema): Predicate {
  const checks: Predicate[] = [];
  const add = <T>(argument: T | undefined, keyword: (argument: T) => Predicate) => {
    if (argument !== undefined) checks.push(keyword(argument));
  };
  add(schema.type, (type) => typeKeyword(typeof type === 'string' ? [type] : type));
  add(schema.const, (constant) => onScalar(false, (text) => text === String(constant)));
  add(schema.enum, (values) => onScalar(false, (text) => values.some((each) => String(each) === text)));
  add(schema.minimum, (least) => onNumber((number) => number >= least));
  add(schema.maximum, (most) => onNumber((number) => number <= most));
  add(schema.minLength, (least) => onScalar(true, (text) => [...text].length >= least));
  add(schema.maxLength, (most) => onScalar(true, (text) => [...text].length <= most));
  add(schema.pattern, (pattern) => {
    const compiled = RE2JS.compile(pattern);
    return onScalar(true, (text) => compiled.test(text));
  });
  add(schema.required, requiredKeyword);
  add(schema.properties, propertiesKeyword);
  add(schema.items, (items) => itemsKeyword(compileSchema(items)));
  add(schema.contains, (item) => containsKeyword(compileSchema(item)));
  add(schema.minItems, (least) => countKeyword((fewest, most) => compare(fewest >= least, most < least)));
  add(schema.maxItems, (limit) => countKeyword((fewest, most) => compare(most <= limit, fewest > limit)));
  add(schema.allOf, (schemas) => allOf(schemas.map(compileSchema)));
  add(schema.anyOf, (schemas) => anyOf(schemas.map(compileSchema)));
  add(schema.not, (negated) => not(compileSchema(negated)));
  add(schema.if, (condition) => ifKeyword(condition, schema.then ?? {}, schema.else ?? {}));
  add(schema.refersTo, refersToKeyword);
  return checks.length === 0 ? () => true : inEveryCase(allOf(checks));
}

/** Evaluates every way the value may turn out; a verdict stands only where all agree. */
function inEveryCase(predicate: Predicate): Predicate {
  return (value, template) => {
    const [first, ...others] = possibilities(template, value).map((each) => predicate(each.value, template));
    return others.every((verdict) => verdict === first) ? first : undefined;
  };
}

function isHidden(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'call';
}

/** A keyword about scalars; `otherwise` is the verdict on lists, maps and nothing. */
function onScalar(otherwise: boolean, holds: (text: string) => boolean): Predicate {
  return (value) => {
    if (isHidden(value)) return undefined;
    return value.kind === 'scalar' ? holds(String(value.value)) : otherwise;
  };
}

function onNumber(holds: (number: number) => boolean): Predicate {
  return onScalar(true, (text) => !isNumber(text) || holds(Number(text)));
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function typeKeyword(types: readonly TypeName[]): Predicate {
  return (value) => {
    switch (value.kind) {
      case 'list':
        return types.includes('array');
      case 'map':
        return types.includes('object');
      case 'scalar':
        return types.some((type) => isOfType(String(value.value), type));
      default:
        return value.kind === 'absent' ? false : undefined;
    }
  };
}

function isOfType(text: string, type: TypeName): boolean {
  switch (type) {
    case 'string':
      return true;
    case 'number':
      return isNumber(text);
    case 'integer':
      return isNumber(text) && Number.isInteger(Number(text));
    case 'boolean':
      return text === 'true' || text === 'false';
    default:
      return false;
  }
}

function requiredKeyword(keys: readonly string[]): Predicate {
  return onMap((map, template) => allVerdicts(keys.map((key) => isPresent(get(map, key), template))));
}

const isPresent: Predicate = inEveryCase((value) =>
  value.kind === 'unknown' ? undefined : value.kind !== 'absent',
);

function propertiesKeyword(properties: { readonly [key: string]: Schema }): Predicate {
  const predicates = Object.entries(properties).map(
    ([key, schema]) => [key, unlessAbsent(compileSchema(schema))] as const,
  );
  return onMap((map, template) =>
    allVerdicts(predicates.map(([key, predicate]) => predicate(get(map, key), template))),
  );
}

/** As in JSON Schema, what is not there breaks nothing. */
function unlessAbsent(predicate: Predicate): Predicate {
  return inEveryCase((value, template) => (value.kind === 'absent' ? true : predicate(value, template)));
}

function itemsKeyword(item: Predicate): Predicate {
  const ofItem = unlessAbsent(item);
  return onList((items, open, template) => {
    const verdict = allVerdicts(items.map((each) => ofItem(each, template)));
    return open && verdict ? undefined : verdict;
  });
}

function containsKeyword(item: Predicate): Predicate {
  const isWanted = inEveryCase((value, template) => {
    if (value.kind === 'absent') return false;
    const verdict = item(value, template);
    // What is unknown may be nothing at all.
    return value.kind === 'unknown' && verdict ? undefined : verdict;
  });
  return onList((items, open, template) => {
    const verdict = anyVerdict(items.map((each) => isWanted(each, template)));
    return open && verdict === false ? undefined : verdict;
  });
}

/** `holds` gets the fewest and the most items that there may be. */
function countKeyword(holds: (fewest: number, most: number) => Verdict): Predicate {
  return onList((items, open, template) => {
    const present = items.map((item) => isPresent(item, template));
    const fewest = present.filter((verdict) => verdict === true).length;
    const most = open ? Number.POSITIVE_INFINITY : present.filter((verdict) => verdict !== false).length;
    return holds(fewest, most);
  });
}

function compare(surelyTrue: boolean, surelyFalse: boolean): Verdict {
  if (surelyTrue) return true;
  return surelyFalse ? false : undefined;
}

function ifKeyword(condition: Schema, then: Schema, otherwise: Schema): Predicate {
  const [test, first, second] = [compileSchema(condition), compileSchema(then), compileSchema(otherwise)];
  return (value, template) => {
    const verdict = test(value, template);
    if (verdict === true) return first(value, template);
    if (verdict === false) return second(value, template);
    const [a, b] = [first(value, template), second(value, template)];
    return a === b ? a : undefined;
  };
}

function refersToKeyword(type: string): Predicate {
  return (value, template) => {
    // A name or an ARN in text, a parameter or an import may lead anywhere.
    const target = value.kind === 'reference' ? template.resources.get(value.target) : undefined;
    return target ? coversType(type, target.type) : undefined;
  };
}

function onMap(holds: (map: MapValue, template: Template) => Verdict): Predicate {
  return (value, template) => {
    if (isHidden(value)) return undefined;
    return value.kind === 'map' ? holds(value, template) : true;
  };
}

function onList(holds: (items: readonly Value[], open: boolean, template: Template) => Verdict): Predicate {
  return (value, template) => {
    if (isHidden(value)) return undefined;
    return value.kind === 'list' ? holds(value.items, value.open, template) : true;
  };
}

function allOf(predicates: readonly Predicate[]): Predicate {
  return (value, template) => allVerdicts(predicates.map((predicate) => predicate(value, template)));
}

function anyOf(predicates: readonly Predicate[]): Predicate {
  return (value, template) => anyVerdict(predicates.map((predicate) => predicate(value, template)));
}

function not(predicate: Predicate): Predicate {
  return (value, template) => {
    const verdict = predicate(value, template);
    return verdict === undefined ? undefined : !verdict;
  };
}

function allVerdicts(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function anyVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}
