/** How Python calls what aws-cdk-lib has, and which parameters may be given by name. */
import json from './data/cdkPython.json' with { type: 'json' };

/** The generated data; `server/build/cdkPython.ts` writes it. */
export interface CdkPythonData {
  readonly version: string;
  /** Names whose Python spelling does not tell them: `enforce_ssl` → `enforceSSL`. */
  readonly names: Readonly<Record<string, string>>;
  /**
   * Parameters of methods by the method's name, `peer,connection,description`; `*` stands for props. Methods of
   * that name in several classes may have different ones, separated by spaces.
   */
  readonly methods: Readonly<Record<string, string>>;
  /** Parameters of the classes that are no constructs, by module: `{ SqsEventSource: 'queue,*' }`. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Parameters in order; `*` stands for props. */
export type Parameters = readonly string[];

const data: CdkPythonData = json;

/** `nat_gateways` → `natGateways`; names that are not in snake case stay as they are. */
export function camelCase(name: string): string {
  if (!/^_*[a-z][a-z\d_]*$/.test(name)) return name;
  const plain = name.replace(/_+$/, '');
  return Object.hasOwn(data.names, plain) ? (data.names[plain] ?? plain) : withCapitals(plain);
}

/** `nat_gateways` → `natGateways`, whatever aws-cdk-lib calls it. */
export function withCapitals(name: string): string {
  return name.replace(/(?<=[a-z\d])_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

/** `natGateways` → `nat_gateways`, as jsii calls members in Python; reserved words end with `_`. */
export function snakeCase(name: string): string {
  const spelled = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z]+)/g, '$1_$2')
    .toLowerCase();
  return reserved.has(spelled) ? `${spelled}_` : spelled;
}

const reserved: ReadonlySet<string> = new Set([
  'from',
  'lambda',
  'import',
  'in',
  'is',
  'with',
  'as',
  'global',
]);

/** The parameters that a method of this name has, in each of the classes that have it. */
export function parametersOfMethod(name: string): readonly Parameters[] {
  const signatures = Object.hasOwn(data.methods, name) ? data.methods[name] : undefined;
  return signatures?.split(' ').map((each) => each.split(',')) ?? [];
}

/** The parameters of a class that is no construct, such as `SqsEventSource`; undefined for structures of props. */
export function parametersOfClass(module: string, className: string): Parameters | undefined {
  const classes = Object.hasOwn(data.classes, module) ? data.classes[module] : undefined;
  return classes && Object.hasOwn(classes, className) ? classes[className]?.split(',') : undefined;
}
