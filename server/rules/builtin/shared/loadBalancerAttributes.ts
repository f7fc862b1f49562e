/** `LoadBalancerAttributes`, a list of keys and values, read as if it were a map. */
import { absent, get, type MapValue, unknown, type Value } from '../../../model/value.ts';

/** The attributes that turn access logs on and say where they go. */
export const accessLogs = {
  enabled: 'access_logs.s3.enabled',
  bucket: 'access_logs.s3.bucket',
  prefix: 'access_logs.s3.prefix',
};

/** The value of the attribute `key`; absent where it is surely not set, unknown where that cannot be told. */
export function attribute(attributes: Value, key: string): Value {
  if (attributes.kind === 'absent') return absent;
  if (attributes.kind === 'choice') {
    const alternatives = attributes.alternatives.map((each) => ({
      when: each.when,
      value: attribute(each.value, key),
    }));
    return { kind: 'choice', span: attributes.span, alternatives };
  }
  if (attributes.kind !== 'list') return unknown;
  const entry = entryWithKey(attributes, key);
  if (entry) return get(entry, 'Value');
  const readable = attributes.items.every(
    (item) => item.kind === 'absent' || get(item, 'Key').kind === 'scalar',
  );
  return readable && !attributes.open ? absent : unknown;
}

/** The item of the list `attributes` that has this key. */
export function entryWithKey(attributes: Value, key: string): MapValue | undefined {
  if (attributes.kind !== 'list') return undefined;
  return attributes.items.find((item): item is MapValue => {
    const itemKey = get(item, 'Key');
    return item.kind === 'map' && itemKey.kind === 'scalar' && itemKey.value === key;
  });
}
