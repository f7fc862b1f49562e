/** Values that an edit writes. */
import type { Scalar } from '../model/value.ts';

/**
 * A value to write. Functions are in CloudFormation's long form (`{ Ref: 'Logs' }`), with the IDs of resources;
 * `write/` puts them as the file does: `!Ref Logs`, `logs.ref`.
 */
export type Plain = Scalar | Placeholder | readonly Plain[] | PlainMap;

export interface PlainMap {
  readonly [key: string]: Plain;
}

/** A place where the user decides; an editor selects it. */
export interface Placeholder {
  readonly placeholder: Scalar;
}

export function isPlaceholder(plain: Plain): plain is Placeholder {
  return isObject(plain) && 'placeholder' in plain;
}

export function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

export function isMap(plain: Plain): plain is PlainMap {
  return isObject(plain) && !('placeholder' in plain);
}

function isObject(plain: Plain): plain is Placeholder | PlainMap {
  return typeof plain === 'object' && plain !== null && !isList(plain);
}

/** What a function of the kinds that edits use reads. */
export type PlainFunction =
  | { readonly name: 'Ref'; readonly target: string }
  | { readonly name: 'Fn::GetAtt'; readonly target: string; readonly attribute: string }
  | { readonly name: 'Fn::Sub'; readonly text: string };

/** The function that `plain` is, if it is one. */
export function functionOf(plain: Plain): PlainFunction | undefined {
  if (!isMap(plain)) return undefined;
  const [[name, argument] = ['', null], ...more] = Object.entries(plain);
  if (more.length > 0) return undefined;
  if (name === 'Ref' && typeof argument === 'string') return { name, target: argument };
  if (name === 'Fn::Sub' && typeof argument === 'string') return { name, text: argument };
  if (name !== 'Fn::GetAtt' || !isList(argument) || argument.length !== 2) return undefined;
  const [target, attribute] = argument;
  return typeof target === 'string' && typeof attribute === 'string'
    ? { name, target, attribute }
    : undefined;
}
