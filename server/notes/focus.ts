/** The words that a note would use for the value or property under the cursor. */
import type { Place } from '../model/template.ts';
import { get } from '../model/value.ts';
import { groupsAround } from './groups.ts';

export interface Focus {
  /** The value, sought where an item, a row or a paragraph begins: `VolumeType: st1`, `st1`. */
  readonly values: readonly string[];
  /** The property, sought likewise where the value is not found. */
  readonly keys: readonly string[];
  /** Sought anywhere in the text of a section. */
  readonly mentioned: string | undefined;
}

/** The focus of a hover on `place`; undefined where it is on a whole resource or class. */
export function focusOf(place: Place): Focus | undefined {
  const { path, value, cdk, kind } = place;
  if (path.length === 0 && cdk?.member === undefined) return undefined;
  const keys = path.map((_, from) => path.slice(from).join('.'));
  const values = value === undefined ? [] : keys.map((key) => `${key}: ${value}`);
  const telling = value !== undefined && !/^(?:true|false)$/i.test(value);
  if (telling) values.push(value);
  const paired = pairedKey(place);
  if (paired !== undefined) values.push(paired);
  if (kind !== 'enum' && cdk?.member !== undefined) keys.unshift(cdk.member);
  return { values, keys, mentioned: telling && /^[a-z][\w:.*-]+$/i.test(value) ? value : undefined };
}

/** Of an entry in a list of keys and values, the key: `access_logs.s3.enabled`. */
function pairedKey(place: Place): string | undefined {
  const [innermost] = groupsAround(place);
  if (innermost?.key !== 'Key' && innermost?.key !== 'Value') return undefined;
  const key = get(innermost.group, 'Key');
  return key.kind === 'scalar' ? String(key.value) : undefined;
}
