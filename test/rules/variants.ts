/** Other ways to write the same template. */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, stringify } from 'yaml';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What a variant changes, and the template written that way. */
export interface Variant {
  readonly change: string;
  readonly language: 'yaml' | 'json';
  readonly text: string;
}

/** Variants of a YAML template that all mean the same to CloudFormation. */
export function variantsOf(yaml: string): readonly Variant[] {
  const whole = plain(parseDocument(yaml, { logLevel: 'silent' }).contents);
  return [
    { change: 'long intrinsics', language: 'yaml', text: stringify(whole) },
    { change: 'JSON', language: 'json', text: JSON.stringify(whole, null, 2) },
    { change: 'reversed keys', language: 'yaml', text: stringify(reversed(whole)) },
    { change: 'reversed keys in JSON', language: 'json', text: JSON.stringify(reversed(whole)) },
    { change: 'another resource', language: 'yaml', text: stringify(withTopic(whole)) },
  ];
}

/** Data without tags: `!Ref X` becomes `{ Ref: X }`, `!Sub x` becomes `{ Fn::Sub: x }`. */
function plain(node: unknown): Plain {
  const value = untagged(node);
  const tag = (node as Node | null)?.tag;
  if (!tag?.startsWith('!') || tag.startsWith('!!')) return value;
  const name = tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  if (name !== 'GetAtt' || typeof value !== 'string') return { [`Fn::${name}`]: value };
  const [target = '', ...attribute] = value.split('.');
  return { 'Fn::GetAtt': [target, attribute.join('.')] };
}

function untagged(node: unknown): Plain {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]));
  }
  if (isSeq(node)) return node.items.map(plain);
  if (isScalar(node)) return node.value as Plain;
  if (isAlias(node)) throw new Error('An example should not need an alias');
  return null;
}

function reversed(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]): [string, Plain] => [key, reversed(each)]);
  return Object.fromEntries(entries.reverse());
}

function withTopic(value: Plain): Plain {
  const template = value as { readonly [key: string]: Plain };
  const resources = template.Resources as { readonly [key: string]: Plain };
  const topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'News' } };
  return { ...template, Resources: { ...resources, UnrelatedTopic: topic } };
}
