/** The words that a note would use for the value or property under the cursor. */
import type { Place } from '../model/template.ts';
import { get } from '../model/value.ts';
import { groupsAround } from './groups.ts';

export interface Focus {
  /** Sought where an item, a row or a paragraph begins; the first that is found counts. */
  readonly names: readonly string[];
  /** Sought anywhere in the text of a section. */
  readonly mentioned: string | undefined;
}

/** The focus of a hover on `place`; undefined where it is on a whole resource or class. */
export function focusOf(place: Place): Focus | undefined {
  const { path, value, cdk, kind } = place;
  const key = path.at(-1);
  const names: string[] = [];
  if (value !== undefined && kind !== 'type') {
    for (let from = 0; from < path.length; from += 1) names.push(`${path.slice(from).join('.')}: ${value}`);
    if (!/^(?:true|false)$/i.test(value)) names.push(value);
  }
  const paired = pairedKey(place);
  if (paired !== undefined) names.push(paired);
  if (kind !== 'enum' && cdk?.member !== undefined) names.push(cdk.member);
  for (let from = 0; from < path.length; from += 1) names.push(path.slice(from).join('.'));
  if (names.length === 0 || (key === undefined && cdk?.member === undefined)) return undefined;
  const telling = value !== undefined && /^[a-z][\w:.*-]+$/i.test(value) && !/^(?:true|false)$/i.test(value);
  return { names: [...new Set(names)], mentioned: telling ? value : undefined };
}

/** Of an entry in a list of keys and values, the key: `access_logs.s3.enabled`. */
function pairedKey(place: Place): string | undefined {
  const [innermost] = groupsAround(place);
  if (innermost?.key !== 'Key' && innermost?.key !== 'Value') return undefined;
  const key = get(innermost.group, 'Key');
  return key.kind === 'scalar' ? String(key.value) : undefined;
}
