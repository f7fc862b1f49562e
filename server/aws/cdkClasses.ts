/** Which module of aws-cdk-lib a class is in, for languages whose imports name only the module. */
import { isEnum, typeOfClass } from './cdk.ts';
import json from './data/cdkClasses.json' with { type: 'json' };

/** The generated data; `server/build/cdkClasses.ts` writes it. */
export interface CdkClassData {
  readonly version: string;
  /** The names, separated by spaces, that neither their form nor what is known of resources and enums tells. */
  readonly classes: Readonly<Record<string, string>>;
  /** Java packages whose names do not follow from their module's: `{ 'aws-ecs-patterns': 'services.ecs.patterns' }`. */
  readonly javaPackages: Readonly<Record<string, string>>;
}

const { classes, javaPackages }: CdkClassData = json;
const sets = new Map<string, ReadonlySet<string>>();

/** The modules that have classes: `aws-s3-notifications`; empty for aws-cdk-lib itself. */
export const modulesOfClasses: readonly string[] = Object.keys(classes);

/** Whether a module has this class, enum, interface or structure. */
export function hasClass(module: string, name: string): boolean {
  if (typeOfClass(module, name) !== undefined || isEnum(module, name)) return true;
  if (namesOf(module).has(name)) return true;
  // `BucketProps`, `IBucket`.
  const [, plain] = /^(\w+)Props$/.exec(name) ?? /^I([A-Z]\w+)$/.exec(name) ?? [];
  return plain !== undefined && hasClass(module, plain);
}

function namesOf(module: string): ReadonlySet<string> {
  let names = sets.get(module);
  if (!names) {
    names = new Set(Object.hasOwn(classes, module) ? classes[module]?.split(' ') : []);
    sets.set(module, names);
  }
  return names;
}

const javaRoot = 'software.amazon.awscdk';

/** The Java package of a module. */
export function packageOf(module: string): string {
  if (module === '') return javaRoot;
  const irregular = Object.hasOwn(javaPackages, module) ? javaPackages[module] : undefined;
  return `${javaRoot}.${irregular ?? regularPackage(module)}`;
}

/** `aws-s3` → `services.s3`. */
export function regularPackage(module: string): string {
  return `services.${module.replace(/^aws-/, '').replaceAll('-', '')}`;
}

let modules: Map<string, string> | undefined;

/** The module of a Java package; those that are not part of aws-cdk-lib itself are called like their package. */
export function moduleOfPackage(packageName: string): string {
  modules ??= new Map(modulesOfClasses.map((module) => [packageOf(module), module]));
  const known = modules.get(packageName);
  if (known !== undefined) return known;
  const path = packageName.slice(javaRoot.length + 1);
  // In CDK v1, what aws-cdk-lib itself has was in a package of its own.
  return path === 'core' ? '' : path.replace(/^services\./, 'aws-').replaceAll('.', '-');
}
