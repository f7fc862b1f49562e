/** What aws-cdk-lib says of itself: its jsii assembly. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

export interface Parameter {
  readonly name: string;
  readonly optional?: boolean;
  readonly variadic?: boolean;
  readonly type: TypeReference;
}

export interface Property {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly static?: boolean;
}

export interface Method {
  readonly name: string;
  readonly parameters?: readonly Parameter[];
  readonly returns?: { readonly type: TypeReference };
  readonly protected?: boolean;
  readonly static?: boolean;
}

export interface JsiiType {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly fqn: string;
  readonly name: string;
  readonly namespace?: string;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly datatype?: boolean;
  readonly initializer?: { readonly parameters?: readonly Parameter[] };
  readonly methods?: readonly Method[];
  readonly properties?: readonly Property[];
}

const assembly = JSON.parse(
  gunzipSync(readFileSync(join('node_modules', 'aws-cdk-lib', '.jsii.gz'))).toString('utf8'),
) as { version: string; types: Record<string, JsiiType> };
const require = createRequire(join(process.cwd(), 'package.json'));

export const libraryVersion = assembly.version;
export const types: Readonly<Record<string, JsiiType>> = assembly.types;

/** The type of a class: `typeNamed('aws-ec2', 'Vpc')`. */
export function typeNamed(module: string, name: string): JsiiType | undefined {
  return types[`aws-cdk-lib.${module.replaceAll('-', '_')}.${name}`];
}

/** `aws-ec2` of a type in `aws_ec2`; empty for what aws-cdk-lib exports itself. */
export function moduleOf(type: JsiiType): string {
  return (type.namespace ?? '').replaceAll('_', '-');
}

/** What a type is at run time: a class, or the object of an enum's members. */
export function loaded<T>(type: JsiiType): T {
  const module = moduleOf(type);
  return (require(module ? `aws-cdk-lib/${module}` : 'aws-cdk-lib') as Record<string, T>)[type.name] as T;
}

/** The properties of an interface, also those of what it extends. */
export function propertiesOf(fqn: string, found = new Map<string, Property>()): Map<string, Property> {
  const type = types[fqn];
  for (const each of type?.interfaces ?? []) propertiesOf(each, found);
  for (const each of type?.properties ?? []) found.set(each.name, each);
  return found;
}

/** The methods of a class, also those of what it extends. */
export function methodsOf(type: JsiiType): Map<string, Method> {
  const found = new Map<string, Method>();
  for (let at: JsiiType | undefined = type; at; at = at.base ? types[at.base] : undefined)
    for (const each of at.methods ?? []) if (!found.has(each.name)) found.set(each.name, each);
  return found;
}

/** The members of a class that are no methods, also those of what it extends. */
export function membersOf(type: JsiiType): Map<string, Property> {
  const found = new Map<string, Property>();
  for (let at: JsiiType | undefined = type; at; at = at.base ? types[at.base] : undefined)
    for (const each of at.properties ?? []) if (!found.has(each.name)) found.set(each.name, each);
  return found;
}

/** The constructor of a class, its own or inherited. */
export function parametersOf(type: JsiiType): readonly Parameter[] {
  for (let at: JsiiType | undefined = type; at; at = at.base ? types[at.base] : undefined)
    if (at.initializer) return at.initializer.parameters ?? [];
  return [];
}

/** Statics that give a value of type `fqn`: `Runtime.NODEJS_22_X`, `DatabaseInstanceEngine.MYSQL`. */
export function staticsOf(fqn: string): readonly (readonly [owner: JsiiType, member: string])[] {
  const wanted = types[fqn];
  if (!wanted) return [];
  return Object.values(types)
    .filter((each) => each.kind === 'class' && each.namespace === wanted.namespace)
    .flatMap((owner) =>
      [
        ...(owner.properties ?? []).filter((each) => each.static && each.type.fqn === fqn),
        ...(owner.methods ?? []).filter(
          (each) =>
            each.static &&
            each.returns?.type.fqn === fqn &&
            !each.parameters?.some((p) => !p.optional && !isStruct(p.type)),
        ),
      ].map(({ name }) => [owner, name] as const),
    );
}

/** Whether a type is a structure of props. */
export function isStruct({ fqn }: TypeReference): boolean {
  return fqn !== undefined && types[fqn]?.datatype === true;
}
