/** What constructs of aws-cdk-lib make of their props, as probing them has shown. */
import json from './data/cdkProps.json' with { type: 'json' };

/** The generated data; `server/build/cdkProps.ts` writes it. */
export interface CdkPropsData {
  readonly version: string;
  readonly modules: Readonly<Record<string, Readonly<Record<string, ProbedClass>>>>;
}

export type ProbedScalar = string | number | boolean;

export interface ProbedClass {
  /** The type of its resource. */
  readonly type: string;
  /** The properties that each prop sets, both as paths: `{ visibilityTimeout: { to: 'VisibilityTimeout', unit: 'seconds' } }`. */
  readonly props: Readonly<Record<string, string | ProbedProp | readonly (string | ProbedProp)[]>>;
  /** What it sets where none of its props is given, apart from those that it must have. */
  readonly defaults: Readonly<Record<string, ProbedScalar>>;
  /** Members that give an attribute of its resource, empty for its `Ref`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Properties that it sets by itself to what depends on feature flags, the stack or other resources. */
  readonly varying?: readonly string[];
  /** Properties that a prop, or a method (`addCorsRule()`), changes in a way that is not told; `*` for any. */
  readonly touches?: Readonly<Record<string, readonly string[]>>;
  /** Two props, and the properties that they set together in another way than each alone. */
  readonly clashes?: readonly (readonly string[])[];
}

/** How a prop sets a property. */
export interface ProbedProp {
  readonly to: string;
  /** It is a `Duration` or a `Size`; the property is a number of these. */
  readonly unit?: string;
  /** The enum whose members are its values: `aws-dynamodb.StreamViewType`. */
  readonly enum?: string;
  /** What the property is for each value, by its text or name (`Runtime.NODEJS_22_X`); null where it is not set. */
  readonly names?: Readonly<Record<string, ProbedScalar | null>>;
  /** It is a construct; the property is this attribute of it, empty for its `Ref`. */
  readonly attribute?: string;
  /** The property is the value's text. */
  readonly text?: true;
  /** What the property is whatever the prop is given. */
  readonly value?: ProbedScalar;
}

const { modules } = json as unknown as CdkPropsData;

/** What probing has shown of a class, if it was probed. */
export function probedClass(module: string, className: string): ProbedClass | undefined {
  const classes = Object.hasOwn(modules, module) ? modules[module] : undefined;
  return classes && Object.hasOwn(classes, className) ? classes[className] : undefined;
}
