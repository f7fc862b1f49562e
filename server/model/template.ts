/**
 * What every reader produces, whatever the language: resources with properties in CloudFormation's terms.
 * Rules and features see only this; they never learn which language it came from.
 */
import type { Span } from '../text/span.ts';
import type { MapValue, Value } from './value.ts';

export type SourceFormat = 'yaml' | 'json' | 'cdk';

export interface Template {
  readonly uri: string;
  readonly format: SourceFormat;
  /** The LSP language identifier: `yaml`, `json`, `typescript` … */
  readonly languageId: string;
  readonly text: string;
  /** By `Resource.id`, in source order; then those of other files that are read with this one. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The `Mappings` section; spans relative to the start of the file. */
  readonly mappings: MapValue | undefined;
  /** The template's own `Metadata` section; spans relative to the start of the file. */
  readonly metadata?: MapValue | undefined;
  /** True where there may be resources that could not be read, such as those of a `Fn::ForEach`. */
  readonly open?: boolean;
  /** What is wrong with the text as a whole; `syntaxProblems` (read/index.ts) finds what is wrong inside its parts. */
  readonly problems: readonly Problem[];
  /** The text of a file that the template names by its path from there, if it is at hand. */
  textOf?(path: string): string | undefined;
  /** What the cursor is on, or undefined where there is nothing to say. `offset` counts from the file's start. */
  placeAt(offset: number): Place | undefined;
}

export interface Resource {
  /** The logical ID, or in CDK a path that is unique in the file. References point here. */
  readonly id: string;
  /** How messages call it: the logical ID or the construct ID. */
  readonly name: string;
  /** `AWS::S3::Bucket`. */
  readonly type: string;
  /** Offset that all spans inside `properties` and `body` are relative to. The spans below are, too. */
  readonly origin: number;
  /** The whole declaration. */
  readonly span: Span;
  /** Where a finding about something missing is shown: the value of `Type`, the CDK class name. */
  readonly typeSpan: Span;
  readonly nameSpan: Span;
  readonly properties: MapValue;
  /** Everything of the resource, as written: `Metadata`, `DependsOn`, `DeletionPolicy` …; empty for CDK. */
  readonly body: MapValue;
  /** Name of the `Condition` under which it exists. */
  readonly condition: string | undefined;
  /** Comments in and just before the declaration, without their markers. */
  readonly comments: readonly Comment[];
  /** The other file that it is written in, to which its offsets belong; rules see it, and report nothing about it. */
  readonly elsewhere?: { readonly uri: string; readonly text: string };
  /** True where the code that makes it has made another one before: in an earlier turn of a loop, by an earlier call. */
  readonly again?: true;
  /** Set where the resource comes from CDK code. */
  readonly construct: Construct | undefined;
}

export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** The CDK construct that a resource was read from. */
export interface Construct {
  /** Module below aws-cdk-lib, `aws-elasticloadbalancingv2`. */
  readonly module: string;
  /** `ApplicationLoadBalancer`. */
  readonly className: string;
  /** The variable or field that holds it, as written: `lb`, `this.lb`. */
  readonly variable: string | undefined;
  /** The props object as written, relative to `origin`; undefined where none is given. */
  readonly props: Value | undefined;
  /**
   * False where later code may change it in ways that cannot be followed (an escape hatch, an aspect, passed to
   * a function): a finding is then only possible.
   */
  readonly certain: boolean;
  /** False for resources that the construct makes besides its main one (the subnets of a Vpc). */
  readonly primary: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly nameSpan: Span;
  readonly type: string;
  readonly default: Value | undefined;
  readonly allowedValues: readonly Value[] | undefined;
  readonly description: string | undefined;
}

export interface Problem {
  /** From the file's start. Never empty, unless the file is. */
  readonly span: Span;
  readonly severity: 'error' | 'warning';
  readonly message: { readonly en: string; readonly ja: string };
}

/** What the cursor is on. All spans count from the file's start. */
export interface Place {
  readonly span: Span;
  readonly kind: 'type' | 'name' | 'property' | 'value' | 'class' | 'prop' | 'method' | 'enum';
  readonly resource: Resource | undefined;
  /** The resource type concerned, if known. */
  readonly type: string | undefined;
  /**
   * CloudFormation property path without list indices: `['BlockDeviceMappings', 'Ebs', 'VolumeType']`; of the
   * property itself, or the one whose value this is.
   */
  readonly path: readonly string[];
  /** The scalar under the cursor, in CloudFormation's terms (`st1`), when `kind` is value or enum. */
  readonly value: string | undefined;
  /** For CDK: the module and the name of the class, prop, method or enum member as written. */
  readonly cdk: PlaceInCdk | undefined;
  /** For references: the attribute that is read, `StreamArn`. */
  readonly attribute?: string;
}

export interface PlaceInCdk {
  readonly module: string;
  readonly className: string;
  readonly member?: string;
  /** For methods: what is made in the first argument, as in `addEventSource(new SqsEventSource(…))`. */
  readonly argument?: { readonly module: string; readonly className: string };
}

/** `span`, relative to a resource, counted from the start of the file. */
export function absoluteSpan(resource: Resource, inner: Span): Span {
  return { start: inner.start + resource.origin, end: inner.end + resource.origin };
}

/** The resource that a value refers to, if it is in this template. */
export function referencedResource(template: Template, value: Value): Resource | undefined {
  return value.kind === 'reference' ? template.resources.get(value.target) : undefined;
}

/** The resources that are written in the file itself, of each place that makes several the first. */
export function writtenResources(template: Template): readonly Resource[] {
  return [...template.resources.values()].filter(isWritten);
}

export function isWritten({ elsewhere, again }: Resource): boolean {
  return !elsewhere && !again;
}

/** All resources of these types, in source order within each type. */
export function resourcesOfType(template: Template, ...types: string[]): readonly Resource[] {
  if (types.length === 1) return template.byType.get(types[0] ?? '') ?? [];
  return types.flatMap((type) => template.byType.get(type) ?? []);
}
