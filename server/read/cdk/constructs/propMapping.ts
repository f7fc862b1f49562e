/** How a prop of a construct becomes a property of its resource, and back. */
import type { Value } from '../../../model/value.ts';

export interface PropMapping {
  readonly path: string;
  /** The property's value from the prop's. */
  readonly read: (value: Value) => Value;
  /** How a property's value is written as the prop, by its text: `{ Enabled: 'true' }`. */
  readonly write?: Readonly<Record<string, string>>;
  /** The enum whose members are the prop's values: `aws-dynamodb.StreamViewType`. */
  readonly enum?: string;
  /** The prop is a `Duration` or a `Size`; the property is in this unit. */
  readonly unit?: 'seconds' | 'gibibytes';
}

/** A prop with the values of an enum: `enumOf('Failover', 'aws-route53.Failover')`. */
export function enumOf(path: string, name: string): PropMapping {
  return { path, enum: name, read: (value) => value };
}

/** A prop that is a `Duration`; the property is in seconds. */
export function duration(path: string): PropMapping {
  return { path, unit: 'seconds', read: (value) => value };
}

/** A prop that is a `Size`; the property is in GiB. */
export function size(path: string): PropMapping {
  return { path, unit: 'gibibytes', read: (value) => value };
}

/** A prop whose values have other names in CloudFormation: `renamed('VersioningConfiguration.Status', { true: 'Enabled' })`. */
export function renamed(path: string, names: Readonly<Record<string, string | undefined>>): PropMapping {
  const write: Record<string, string> = {};
  for (const [own, name] of Object.entries(names)) if (name !== undefined) write[name] = own;
  return { path, write, read: (value) => renamedValue(value, names) };
}

/** `value` with other names; what has none sets nothing. */
function renamedValue(value: Value, names: Readonly<Record<string, string | undefined>>): Value {
  if (value.kind === 'choice') {
    const alternatives = value.alternatives.map((each) => ({
      ...each,
      value: renamedValue(each.value, names),
    }));
    return { ...value, alternatives };
  }
  if (value.kind !== 'scalar') return value.kind === 'absent' ? value : { kind: 'unknown', span: value.span };
  const key = String(value.value);
  if (!Object.hasOwn(names, key)) return { kind: 'unknown', span: value.span };
  const name = names[key];
  if (name === undefined) return { kind: 'absent', span: value.span };
  return {
    kind: 'scalar',
    span: value.span,
    value: name,
    ...(value.source === undefined ? {} : { source: value.source }),
  };
}
