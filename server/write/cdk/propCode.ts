/** Props as code: those that are new, and those that are written already. */
import type { Instance } from '../../read/cdk/instances.ts';
import type { Expression, ObjectExpression, Property } from '../../read/cdk/syntax.ts';
import type { Span } from '../../text/span.ts';
import type { Piece } from '../writer.ts';
import { type Coder, quoted } from './code.ts';
import type { Shape } from './dialect.ts';
import { classInFile } from './imports.ts';
import { separated } from './pieces.ts';

/** A prop (a dotted path) and the code of its value. */
export interface NewProp {
  readonly prop: string;
  readonly code: readonly Piece[];
}

/** Whether the construct is one of the classes that mirror CloudFormation, whose props are its properties. */
export function isL1({ className }: Pick<Instance, 'className'>): boolean {
  return className.startsWith('Cfn');
}

/** The expression of a prop (a dotted path) as it is written, if it is. */
export function propertyOf(object: Expression | undefined, path: readonly string[]): Property | undefined {
  if (object?.kind !== 'object') return undefined;
  const [key, ...rest] = path;
  const property = object.properties.findLast(
    (each): each is Property => each.kind === 'property' && each.key === key,
  );
  return rest.length ? propertyOf(property?.value, rest) : property;
}

/** New props, apart from those that belong inside what is given already; undefined where one is given itself. */
export function splitProps(
  object: ObjectExpression | undefined,
  props: readonly NewProp[],
): { direct: NewProp[]; inside: [object: ObjectExpression, below: readonly NewProp[]][] } | undefined {
  const direct: NewProp[] = [];
  const inside: [ObjectExpression, readonly NewProp[]][] = [];
  for (const [first, below] of byFirst(props)) {
    const known = propertyOf(object, [first]);
    if (!known) {
      direct.push(...below.map(({ prop, code }) => ({ prop: prop ? `${first}.${prop}` : first, code })));
      continue;
    }
    // What is there already is changed by replacing its value, not here.
    if (below.some(({ prop }) => prop === '') || known.value.kind !== 'object') return undefined;
    inside.push([known.value, below]);
  }
  return { direct, inside };
}

/** The class whose props are written. */
type Target = Pick<Instance, 'module' | 'className'>;

/** `a: 1, b: 2` in the given shape. */
export function joined(
  coder: Coder,
  target: Target,
  props: readonly NewProp[],
  shape: Shape,
): Piece[] | undefined {
  const parts = grouped(coder, target, props, shape);
  return parts && (shape === 'calls' ? parts.flat() : separated(parts));
}

/** `a: 1` for each prop; those below a common one in its object. */
export function grouped(
  coder: Coder,
  target: Target,
  props: readonly NewProp[],
  shape: Shape,
): Piece[][] | undefined {
  const groups: Piece[][] = [];
  for (const [first, below] of byFirst(props)) {
    const [only] = below;
    const value = only?.prop === '' ? only.code : nested(coder, target, first, below, shape);
    if (!value) return undefined;
    groups.push([keyOf(coder, first, shape), ...value, ...(shape === 'calls' ? [')'] : [])]);
  }
  return groups;
}

function nested(
  coder: Coder,
  target: Target,
  prop: string,
  below: readonly NewProp[],
  shape: Shape,
): readonly Piece[] | undefined {
  if (shape !== 'dictionary') {
    const parts = joined(coder, target, below, shape);
    const code =
      parts && coder.dialect.nested(prop, parts, (name) => classInFile(coder, target.module, name));
    if (code || !isL1(target) || coder.dialect.typed) return code;
  }
  const parts = joined(coder, target, below, 'dictionary');
  return parts && ['{', ...parts, '}'];
}

/** A key as it is written in front of its value. */
export function keyOf(coder: Coder, key: string, shape: Shape): string {
  return coder.dialect.key(key, shape, (text) => quoted(coder, text));
}

function byFirst(props: readonly NewProp[]): Map<string, NewProp[]> {
  const groups = new Map<string, NewProp[]>();
  for (const { prop, code } of props) {
    const [first = '', ...rest] = prop.split('.');
    groups.set(first, [...(groups.get(first) ?? []), { prop: rest.join('.'), code }]);
  }
  return groups;
}

/** An empty span, for an insertion. */
export function at(offset: number): Span {
  return { start: offset, end: offset };
}

/** The first props of a construct, as what holds them. */
export function allProps(
  coder: Coder,
  { module, className }: Target,
  parts: readonly Piece[],
): readonly Piece[] | undefined {
  return coder.dialect.allProps(parts, (suffix = '') => classInFile(coder, module, className + suffix));
}
