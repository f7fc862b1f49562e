/** Properties of a resource → the props of the class that makes it. */
import { propOfProperty } from '../../aws/cdk.ts';
import type { PropMapping } from '../../read/cdk/constructs/propMapping.ts';
import type { Instance } from '../../read/cdk/instances.ts';
import { functionOf, isMap, type Plain } from '../../rules/plain.ts';
import type { Piece } from '../writer.ts';
import { type Coder, isWritable, l1Naming, literal } from './code.ts';
import { enumCode, unitCode } from './members.ts';
import { isL1, type NewProp } from './propCode.ts';

/** A class of aws-cdk-lib and what is known of it. */
export type ConstructClass = Pick<Instance, 'module' | 'className' | 'definition'>;

/** The props that set the property at `path`; undefined where there are none for all of it. */
export function propsFor(
  coder: Coder,
  target: ConstructClass,
  path: readonly string[],
  to: Plain,
): readonly NewProp[] | undefined {
  if (isL1(target)) {
    const naming = l1Naming(target);
    const below = path.reduce((each, key) => each.below(key), naming);
    // Structures are written with their names, so that only what is in them is a value.
    const isValue = isWritable(coder, to, below);
    const leaves = isValue ? [[path.join('.'), to] as const] : leavesOf(path.join('.'), to);
    if (!leaves.every(([, value]) => isWritable(coder, value, below))) return undefined;
    return leaves.map(([leaf, value]) => ({
      prop: leaf.split('.').map(naming.name).join('.'),
      code: literal(coder, value, below),
    }));
  }
  const props: NewProp[] = [];
  for (const [leaf, value] of leavesOf(path.join('.'), to)) {
    const prop = isWritable(coder, value) ? propOf(coder, target, leaf, value) : undefined;
    if (!prop) return undefined;
    props.push(prop);
  }
  return props;
}

/** The prop of an L2 construct that sets a property. */
function propOf(coder: Coder, target: ConstructClass, path: string, value: Plain): NewProp | undefined {
  const mappings = Object.entries(target.definition?.props ?? {}).flatMap(([prop, each]) =>
    [each].flat().map((mapping) => [prop, mapping] as const),
  );
  for (const [prop, mapping] of mappings) {
    if (mapping.path === path) {
      const code = mappedCode(coder, mapping, value);
      if (code) return { prop, code };
      continue;
    }
    // A prop that stands for a structure as a whole, such as the access log policy of a classic load balancer.
    if (mapping.structure && path.startsWith(`${mapping.path}.`)) {
      const below = path.slice(mapping.path.length + 1).split('.');
      const names = below.map((key) => propOfProperty(target.module, `Cfn${target.className}`, key));
      return { prop: [prop, ...names].join('.'), code: literal(coder, value) };
    }
  }
  return undefined;
}

function mappedCode(coder: Coder, mapping: PropMapping, value: Plain): readonly Piece[] | undefined {
  if (mapping.enum) return enumCode(coder, mapping.enum, value);
  if (mapping.unit) return unitCode(coder, mapping.unit, value);
  if (mapping.plain) return literal(coder, value);
  const own = typeof value === 'object' ? undefined : mapping.write?.[String(value)];
  // Names of enum members that are no code by themselves are not written.
  return own === 'true' || own === 'false' ? literal(coder, own === 'true') : undefined;
}

function leavesOf(path: string, to: Plain): [path: string, value: Plain][] {
  if (!isMap(to) || functionOf(to)) return [[path, to]];
  return Object.entries(to).flatMap(([key, value]) => leavesOf(`${path}.${key}`, value));
}
