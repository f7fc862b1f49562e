/** An example as a whole template: what it leaves out is made a parameter, so that every tool accepts it. */

import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Properties, Schema, SchemaProperty } from '../../aws/schema.ts';

type Json = null | boolean | number | string | readonly Json[] | JsonMap;
type JsonMap = { readonly [key: string]: Json };

/**
 * The template in JSON, with intrinsic functions in their long form. What it refers to but does not define, and what
 * AWS requires but it leaves out, becomes a parameter without a default: a value that nobody can know.
 * @param text YAML, which may use the short form
 */
export function completeTemplate(text: string, schema: Schema): string {
  const template = longForm(parseDocument(text, { logLevel: 'silent' }).contents) as Record<string, Json>;
  const { Resources: written = {}, Parameters: parameters = {} } = template as Record<string, JsonMap>;
  const defined = new Set([...Object.keys(written), ...Object.keys(parameters)]);
  const missing = new Set<string>();
  const resources: Record<string, Json> = {};
  for (const [name, resource] of Object.entries(resolved(written, defined, missing) as JsonMap)) {
    const { Type: type, Properties: properties } = resource as JsonMap;
    const known = schema.type(String(type))?.properties;
    const complete = known && withRequired(properties ?? {}, known, missing);
    resources[name] = isEmpty(complete) ? resource : { ...(resource as JsonMap), Properties: complete };
  }
  const added = Object.fromEntries([...missing].sort().map((name) => [name, { Type: 'String' }]));
  const completed = { ...template, Parameters: { ...parameters, ...added }, Resources: resources };
  return JSON.stringify(completed, undefined, 2);
}

/** A YAML node without tags: `!Ref X` → `{"Ref": "X"}`, `!GetAtt A.B` → `{"Fn::GetAtt": ["A", "B"]}`. */
function longForm(node: unknown): Json {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null;
  const value: Json = isMap(node)
    ? Object.fromEntries(node.items.map((pair) => [String(pair.key), longForm(pair.value)]))
    : isSeq(node)
      ? node.items.map(longForm)
      : (node.value as Json);
  if (!node.tag?.startsWith('!')) return value;
  const name = node.tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  if (name !== 'GetAtt' || typeof value !== 'string') return { [`Fn::${name}`]: value };
  const dot = value.indexOf('.');
  return { 'Fn::GetAtt': [value.slice(0, dot), value.slice(dot + 1)] };
}

/** `value` with references to `defined` things and to parameters, whose names are added to `missing`. */
function resolved(value: Json, defined: ReadonlySet<string>, missing: Set<string>): Json {
  const parameter = (name: string): string => {
    missing.add(name);
    return name;
  };
  const within = (inner: Json): Json => resolved(inner, defined, missing);
  if (Array.isArray(value)) return value.map(within);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value as Record<string, Json>;
  if (typeof ref === 'string' && !ref.startsWith('AWS::') && !defined.has(ref)) {
    return { Ref: parameter(ref) };
  }
  if (Array.isArray(attribute) && !defined.has(String(attribute[0]))) {
    return { Ref: parameter(attribute.join('').replaceAll('.', '')) };
  }
  if (typeof text === 'string') {
    const completed = text.replace(/\$\{([A-Za-z]\w*)((?:\.\w+)*)\}/g, (whole, name: string, rest: string) =>
      defined.has(name) ? whole : `\${${parameter(name + rest.replaceAll('.', ''))}}`,
    );
    return { 'Fn::Sub': completed };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner)]));
}

const deepest = 8;

/** `value` with the required properties that it lacks. */
function withRequired(value: Json, properties: Properties, missing: Set<string>, depth = 0): Json {
  if (Array.isArray(value)) return value.map((item) => withRequired(item, properties, missing, depth));
  if (typeof value !== 'object' || value === null || isIntrinsic(value) || depth > deepest) return value;
  const complete: Record<string, Json> = { ...(value as JsonMap) };
  for (const property of properties.values()) {
    const given = complete[property.name];
    if (given === undefined && property.required)
      complete[property.name] = anyValue(property, missing, depth);
    else if (given !== undefined && property.properties && !property.type.startsWith('Map of ')) {
      complete[property.name] = withRequired(given, property.properties, missing, depth + 1);
    }
  }
  return complete;
}

function anyValue({ name, type, properties }: SchemaProperty, missing: Set<string>, depth: number): Json {
  if (type.startsWith('Map of ')) return {};
  const parameter = `Any${name}`;
  const value = properties ? withRequired({}, properties, missing, depth + 1) : { Ref: parameter };
  if (!properties) missing.add(parameter);
  return type.startsWith('List of ') ? [value] : value;
}

function isIntrinsic(value: object): boolean {
  return Object.keys(value).length === 1 && /^(?:Ref|Fn::\w+)$/.test(Object.keys(value)[0] ?? '');
}

function isEmpty(value: Json | undefined): value is undefined {
  return value === undefined || Object.keys(value as object).length === 0;
}
