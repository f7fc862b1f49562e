/** What aws-cdk-lib calls things: the resource types of its classes, enum values, the names of L1 props. */
import json from './data/cdk.json' with { type: 'json' };

/** The generated data; `server/build/cdkTypes.ts` writes it. */
export interface CdkData {
  readonly version: string;
  readonly modules: Readonly<Record<string, CdkModule>>;
}

export interface CdkModule {
  /** L1 classes by the prefix of their types: `{ 'AWS::EC2': ['CfnVolume', …] }`. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** Type of the main resource of each L2 construct, and of L1 classes that are not called like their type. */
  readonly constructs: Readonly<Record<string, string>>;
  /** Values of enum members. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Properties whose capitalisation is irregular: `sseAlgorithm` → `SSEAlgorithm`. */
  readonly names: Readonly<Record<string, string>>;
  /** Props whose keys are the user's own (environment variables, policy documents). */
  readonly freeKeys: readonly string[];
}

const modules = (json as CdkData).modules;
let l1Types: Map<string, string> | undefined;

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The resource type that a class of aws-cdk-lib makes, or undefined where it is none or several. */
export function typeOfClass(module: string, className: string): string | undefined {
  const named = own(own(modules, module)?.constructs, className);
  if (named) return named;
  if (!className.startsWith('Cfn')) return undefined;
  if (!l1Types) {
    l1Types = new Map();
    for (const [name, { types }] of Object.entries(modules)) {
      for (const [prefix, classes] of Object.entries(types)) {
        for (const each of classes) l1Types.set(`${name}.${each}`, `${prefix}::${each.slice(3)}`);
      }
    }
  }
  return l1Types.get(`${module}.${className}`);
}

/** The L1 class of a resource type. */
export function classOfType(
  type: string,
): { readonly module: string; readonly className: string } | undefined {
  const at = type.lastIndexOf('::');
  const className = `Cfn${type.slice(at + 2)}`;
  for (const [module, { types }] of Object.entries(modules)) {
    if (own(types, type.slice(0, at))?.includes(className)) return { module, className };
  }
  return undefined;
}

/** What the types of a module's L1 classes begin with: `AWS::EC2`. */
export function typesIn(module: string): readonly string[] {
  return Object.keys(own(modules, module)?.types ?? {});
}

/** Whether aws-cdk-lib has this module (`aws-s3`; empty for what it exports itself). */
export function isModule(module: string): boolean {
  return module === '' || own(modules, module) !== undefined;
}

/** The text of an enum member: `('aws-ec2', 'EbsDeviceVolumeType', 'ST1')` → `st1`. */
export function enumValue(module: string, name: string, member: string): string | undefined {
  return own(own(own(modules, module)?.enums, name), member);
}

/**
 * The member of an enum that has this value; of several the one that is called like the value, or, beside
 * another member whose name says more (`THROUGHPUT_OPTIMIZED_HDD`), one whose name does, too.
 * @param like the member in whose place it will stand
 */
export function enumMember(module: string, name: string, value: string, like?: string): string | undefined {
  const values = own(own(modules, module)?.enums, name) ?? {};
  const same = Object.keys(values).filter((member) => values[member] === value);
  const spelled = (text: string): string => text.replace(/\W/g, '_').toUpperCase();
  const short = like === undefined || spelled(own(values, like) ?? '') === like;
  return same.find((member) => (member === spelled(value)) === short) ?? same[0];
}

/** Whether `name` is an enum with text values. */
export function isEnum(module: string, name: string): boolean {
  return own(own(modules, module)?.enums, name) !== undefined;
}

/**
 * The CloudFormation name of an L1 prop.
 * @param className the L1 class, for the few props that are spelled differently in two classes of a module
 */
export function propertyOfProp(module: string, className: string, prop: string): string {
  const names = own(modules, module)?.names;
  return (
    own(names, `${className}.${prop}`) ?? own(names, prop) ?? prop.charAt(0).toUpperCase() + prop.slice(1)
  );
}

/** The L1 prop of a CloudFormation property. */
export function propOfProperty(module: string, className: string, property: string): string {
  const names = own(modules, module)?.names ?? {};
  for (const [key, name] of Object.entries(names)) {
    const dot = key.indexOf('.');
    if (name === property && (dot < 0 || key.startsWith(`${className}.`))) return key.slice(dot + 1);
  }
  return property.charAt(0).toLowerCase() + property.slice(1);
}

/** Whether the keys below this L1 prop are the user's own and stay as they are. */
export function hasFreeKeys(module: string, prop: string): boolean {
  return own(modules, module)?.freeKeys.includes(prop) ?? false;
}
