/** What a definition says of one class of aws-cdk-lib: which resources it makes, and how props and methods shape them. */
import type { Value } from '../../../model/value.ts';
import type { Draft, Passed } from '../draft.ts';

export interface ConstructDefinition {
  /** Type of the main resource; empty for a helper such as `UserData` that makes none. */
  readonly type: string;
  /**
   * The property each prop sets, both as dotted paths: `{ 'ebs.volumeType': 'EBSOptions.VolumeType' }`. Where
   * none of the props of a property is given, the property is absent; properties not named here are unknown.
   */
  readonly props?: Readonly<Record<string, string | PropMapping>>;
  /** What CDK sets where the prop is not given; `undefined` where that depends on feature flags or the stack. */
  readonly defaults?: Readonly<Record<string, string | number | boolean | undefined>>;
  /**
   * What members give: an attribute of the resource, `''` for its `Ref`, `/Stage` for a resource made with it,
   * `/{id}` for what is made under the ID that a call is given.
   */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Anything that props do beyond that, such as making more resources. */
  readonly make?: (draft: Draft) => void;
  /**
   * Whether other code that has the construct may take back, by a method, what a rule would report: a load
   * balancer gets access logs. Not set where methods only add, or rules look at props alone.
   */
  readonly changeable?: true;
  /** What calls made later change: `logAccessLogs`, `connections.allowFrom`. */
  readonly methods?: Readonly<Record<string, (draft: Draft, call: Passed) => void>>;
}

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

/** Definitions by class name. */
export type Definitions = Readonly<Record<string, ConstructDefinition>>;

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
