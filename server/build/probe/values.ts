/** Values to try for a prop, chosen by its jsii type. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isStruct, loaded, moduleOf, propertiesOf, staticsOf, type TypeReference, types } from './jsii.ts';
import { stubOf } from './stubs.ts';
import { type Stack, surroundings } from './synthesize.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
const { Duration, Size } = require('aws-cdk-lib') as typeof import('aws-cdk-lib');

/** What code that gives the value says: what a reader of source will see. */
export type Shown =
  /** `enum`: the enum that it is a member of, `aws-dynamodb.StreamViewType`. */
  | { readonly kind: 'scalar'; readonly value: string | number | boolean; readonly enum?: string }
  | { readonly kind: 'list'; readonly value: readonly (string | number)[] }
  | { readonly kind: 'seconds' | 'gibibytes'; readonly value: number }
  /** `Runtime.NODEJS_22_X`. */
  | { readonly kind: 'static'; readonly name: string }
  | { readonly kind: 'construct'; readonly id: string }
  /** A structure of which nothing is looked at. */
  | { readonly kind: 'struct' }
  | { readonly kind: 'opaque' };

export interface Candidate {
  readonly shown: Shown;
  make(stack: Stack): unknown;
}

/** Values of which at least two must be accepted; the next ones are tried where those are not. */
export type Attempt = readonly Candidate[];

const numbers = [
  [5, 7],
  [60, 120],
  [1, 2],
  [300, 600],
  [1024, 2048],
  [3000, 4000],
  [100, 200],
  [128, 256],
  [20, 30],
  [86_400, 172_800],
  [365, 731],
];
const texts = [
  ['alpha', 'beta'],
  ['alpha.example.com', 'beta.example.com'],
  ['arn:aws:sns:us-east-1:111122223333:alpha', 'arn:aws:sns:us-east-1:111122223333:beta'],
  ['10.0.0.0/16', '10.1.0.0/16'],
];
const durations = [
  [60, 120],
  [1, 2],
  [300, 600],
  [3600, 7200],
  [86_400, 172_800],
];
const sizes = [
  [100, 200],
  [1, 2],
  [1 / 512, 1 / 256],
];

const fixed = (shown: Shown, value: unknown): Candidate => ({ shown, make: () => value });

/** Attempts for a type; of a type that no values are known for, some value that is not looked at. */
export function attemptsFor(type: TypeReference): readonly Attempt[] {
  const found = valuesOf(type);
  return found.length
    ? found
    : [
        [
          {
            shown: { kind: isStruct(type) ? 'struct' : 'opaque' },
            make: (stack) => sampleOf(type, stack, 'Sample'),
          },
        ],
      ];
}

function valuesOf(type: TypeReference): readonly Attempt[] {
  if (type.primitive === 'boolean') {
    return [[true, false].map((value) => fixed({ kind: 'scalar', value }, value))];
  }
  if (type.primitive === 'number') {
    return numbers.map((each) => each.map((value) => fixed({ kind: 'scalar', value }, value)));
  }
  if (type.primitive === 'string') {
    return texts.map((each) => each.map((value) => fixed({ kind: 'scalar', value }, value)));
  }
  const { collection, fqn } = type;
  if (collection?.kind === 'array') return listsOf(collection.elementtype);
  if (fqn === undefined) return [];
  if (fqn === 'aws-cdk-lib.Duration') {
    return durations.map((each) =>
      each.map((value) => fixed({ kind: 'seconds', value }, Duration.seconds(value))),
    );
  }
  if (fqn === 'aws-cdk-lib.Size') {
    return sizes.map((each) =>
      each.map((value) => fixed({ kind: 'gibibytes', value }, Size.mebibytes(value * 1024))),
    );
  }
  const known = types[fqn];
  if (known?.kind === 'enum') {
    const members = loaded<Record<string, string | number>>(known);
    const values = [...new Set(Object.values(members).filter((value) => typeof members[value] !== 'number'))];
    return [
      Object.values(members).every((value) => typeof value === 'string')
        ? values.map((value) =>
            fixed({ kind: 'scalar', value, enum: `${moduleOf(known)}.${known.name}` }, value),
          )
        : // Code does not show the numbers, but the names.
          Object.entries(members)
            .filter(([, value]) => typeof value === 'number')
            .map(([name, value]) => fixed({ kind: 'static', name: `${known.name}.${name}` }, value)),
    ];
  }
  const statics = staticsOf(fqn).flatMap(([owner, member]): Candidate[] => {
    const value = loaded<Record<string, unknown>>(owner)[member];
    const shown = { kind: 'static', name: `${owner.name}.${member}` } as const;
    if (typeof value !== 'function') return [fixed(shown, value)];
    const parameters = owner.methods?.find((each) => each.name === member)?.parameters ?? [];
    return [
      {
        shown,
        make: (stack) =>
          value.apply(
            loaded(owner),
            parameters
              .filter((each) => !each.optional)
              .map((each, index) => sampleOf(each.type, stack, `${index}`)),
          ),
      },
    ];
  });
  if (statics.length > 1) return [statics];
  const stub = stubOf(fqn);
  if (!stub) return [];
  const isConstruct = known?.kind === 'interface' || fqn.endsWith('Deployment');
  const name = fqn.slice(fqn.lastIndexOf('.') + 1);
  const made = (number: string): Candidate => {
    const id = name + number;
    return {
      shown: isConstruct ? { kind: 'construct', id } : { kind: 'opaque' },
      make: (stack) => stack.node.tryFindChild(id) ?? stub(stack, id),
    };
  };
  return [[made('One'), made('Other')]];
}

function listsOf(element: TypeReference): readonly Attempt[] {
  return valuesOf(element).map((attempt) => {
    const [first, second = first] = attempt;
    if (!first || !second) return [];
    const scalars = [first, second].map(({ shown }) =>
      shown.kind === 'scalar' && typeof shown.value !== 'boolean' ? shown.value : undefined,
    );
    const shown = (values: typeof scalars): Shown =>
      values.every((each) => each !== undefined) ? { kind: 'list', value: values } : { kind: 'opaque' };
    return [
      { shown: shown(scalars), make: (stack: Stack) => [first.make(stack), second.make(stack)] },
      { shown: shown(scalars.slice(1)), make: (stack: Stack) => [second.make(stack)] },
    ];
  });
}

/** Some value of a type: what a required prop or parameter is given. */
export function sampleOf(type: TypeReference, stack: Stack, prop: string): unknown {
  const { collection, union } = type;
  if (collection?.kind === 'map') return { key: sampleOf(collection.elementtype, stack, prop) };
  if (collection?.kind === 'array') return [sampleOf(collection.elementtype, stack, prop)];
  if (union?.types[0]) return sampleOf(union.types[0], stack, prop);
  const stub = type.fqn === undefined ? undefined : stubOf(type.fqn);
  if (stub) return stack.node.tryFindChild(`Given${prop}`) ?? stub(stack, `Given${prop}`);
  if (isStruct(type)) return requiredOf(type.fqn ?? '', stack);
  if (type.primitive === 'any') return {};
  const attempt = valuesOf(type)[0];
  const value = (surroundings().flags ? attempt?.[0] : (attempt?.[1] ?? attempt?.[0]))?.make(stack);
  if (value === undefined) throw new Error(`nothing to give for ${JSON.stringify(type)}`);
  return value;
}

/** A structure with the props that it must have. */
export function requiredOf(fqn: string, stack: Stack): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, { type, optional }] of propertiesOf(fqn))
    if (!optional) given[name] = sampleOf(type, stack, name);
  return given;
}
