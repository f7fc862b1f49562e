/** How a prop of a construct becomes a property of its resource, and back. */
import type { ProbedProp } from '../../../aws/cdkProps.ts';
import type { Scalar, Value } from '../../../model/value.ts';
import { libraryCall } from '../library.ts';
import { perUnit } from '../operations.ts';

export interface PropMapping {
  readonly path: string;
  /** The property's value from the prop's. */
  readonly read: (value: Value) => Value;
  /** How a property's value is written as the prop, by its text: `{ Enabled: 'true' }`. */
  readonly write?: Readonly<Record<string, string>>;
  /** The enum whose members are the prop's values: `aws-dynamodb.StreamViewType`. */
  readonly enum?: string;
  /** The prop is a `Duration` or a `Size`; the property is a number of these. */
  readonly unit?: string;
  /** The prop is given just what the property is. */
  readonly plain?: true;
  /** The prop is a structure whose parts are called as those of the L1 construct are. */
  readonly structure?: true;
}

/** A prop that sets a property to just what it is given. */
export function plain(path: string): PropMapping {
  return { path, plain: true, read: (value) => value };
}

/** A prop with the values of an enum: `enumOf('Failover', 'aws-route53.Failover')`. */
export function enumOf(path: string, name: string): PropMapping {
  return { path, enum: name, read: (value) => value };
}

/** What probing has shown of a prop. */
export function probed(prop: string | ProbedProp): PropMapping {
  if (typeof prop === 'string') return plain(prop);
  const { to: path, unit, names, attribute, value: constant, text } = prop;
  const written = (value: Scalar): Scalar => (text ? String(value) : value);
  if (unit !== undefined) {
    const read = (value: Value): Value =>
      mapped(value, (given) => (typeof given === 'number' ? written(inUnits(given, unit)) : undefined));
    return { path, unit, read };
  }
  if (names) return renamed(path, names);
  if (attribute !== undefined) return { path, plain: true, read: (value) => attributeOf(value, attribute) };
  if (constant !== undefined) return { path, read: (value) => whereGiven(value, constant) };
  return {
    path,
    read: (value) => (text ? mapped(value, written) : value),
    ...(prop.enum === undefined ? {} : { enum: prop.enum }),
  };
}

/** Seconds, or GiB, as another unit counts them, without what floating point adds. */
function inUnits(count: number, unit: string): number {
  return Number((count / perUnit(unit)).toPrecision(12));
}

/** The attribute of the construct that is given. */
function attributeOf(value: Value, attribute: string): Value {
  if (value.kind !== 'reference')
    return value.kind === 'absent' ? value : { kind: 'unknown', span: value.span };
  return attribute === '' || value.attribute !== undefined ? value : { ...value, attribute };
}

/** What a property is wherever the prop is given at all. */
function whereGiven(value: Value, constant: Scalar): Value {
  if (value.kind === 'absent') return value;
  const sure = value.kind !== 'unknown' && value.kind !== 'choice';
  return sure ? { kind: 'scalar', span: value.span, value: constant } : { kind: 'unknown', span: value.span };
}

/** A prop whose values have other names in CloudFormation: `renamed('VersioningConfiguration.Status', { true: 'Enabled', false: null })`. */
export function renamed(path: string, names: Readonly<Record<string, Scalar>>): PropMapping {
  const write: Record<string, string> = {};
  for (const [own, name] of Object.entries(names)) if (name !== null) write[String(name)] ??= own;
  const nameOf = (own: string): Scalar | undefined => (Object.hasOwn(names, own) ? names[own] : undefined);
  return {
    path,
    write,
    read: (value) => {
      const named = libraryCall(value)?.name;
      const name = named === undefined ? undefined : nameOf(named);
      if (name === undefined) return mapped(value, (own) => nameOf(String(own)));
      return name === null
        ? { kind: 'absent', span: value.span }
        : { kind: 'scalar', span: value.span, value: name };
    },
  };
}

/** `value` with other scalars: null sets nothing, undefined cannot be told. */
function mapped(value: Value, of: (scalar: Scalar) => Scalar | undefined): Value {
  if (value.kind === 'choice') {
    const alternatives = value.alternatives.map((each) => ({ ...each, value: mapped(each.value, of) }));
    return { ...value, alternatives };
  }
  if (value.kind !== 'scalar') return value.kind === 'absent' ? value : { kind: 'unknown', span: value.span };
  const other = of(value.value);
  if (other === undefined) return { kind: 'unknown', span: value.span };
  return other === null ? { kind: 'absent', span: value.span } : { ...value, value: other };
}
