/** Adds props to the object that a construct is given, in that object's own style. */

import type { Instance } from '../../read/cdk/instances.ts';
import type { Expression, ObjectExpression } from '../../read/cdk/syntax.ts';
import type { Span } from '../../text/span.ts';
import { insertAfter } from '../flow.ts';
import type { Piece, TextChange } from '../writer.ts';
import { addCalls, toBuilder } from './builders.ts';
import type { Coder } from './code.ts';
import type { Shape } from './dialect.ts';
import { separated } from './pieces.ts';
import { allProps, at, grouped, isL1, joined, type NewProp, propertyOf, splitProps } from './propCode.ts';

/** Makes the construct have these props besides those it has; undefined where its props stand elsewhere. */
export function addProps(
  coder: Coder,
  instance: Instance,
  props: readonly NewProp[],
): TextChange[] | undefined {
  const { expression, site } = instance.call;
  const [, id, third] = expression.arguments;
  // Where arguments cannot be left out, nothing is given.
  const nothing = third?.kind === 'name' && third.name === 'undefined' ? third : undefined;
  const given = nothing ? undefined : third;
  if (given && given.kind !== 'object') return undefined;
  if (coder.dialect.props === 'calls') return addCalls(coder, instance, props);
  const adder = new Adder(coder, instance);
  if (coder.dialect.props === 'arguments') return adder.toArguments(given, props);
  if (given) return adder.toObject(given, props);
  if (!id || coder.text[site.base + expression.argumentsEnd - 1] !== ')') return undefined;
  const parts = joined(coder, instance, props, coder.dialect.props);
  const code = parts && allProps(coder, instance, parts);
  if (code && nothing)
    return [{ span: { start: site.base + nothing.start, end: site.base + nothing.end }, pieces: code }];
  return code && [{ span: at(site.base + id.end), pieces: [', ', ...code] }];
}

/**
 * Makes an object among the props of an L1 construct have these props as well; it begins at `start` in the file.
 * Undefined where it is written elsewhere.
 */
export function addPropsInside(
  coder: Coder,
  instance: Instance,
  start: number,
  props: readonly NewProp[],
): TextChange[] | undefined {
  const { expression, site } = instance.call;
  const object = objectAt(expression.arguments[2], start - site.base);
  if (object && coder.dialect.props === 'calls') return toBuilder(coder, instance, object, props);
  return object && new Adder(coder, instance).toObject(object, props);
}

function objectAt(expression: Expression | undefined, start: number): ObjectExpression | undefined {
  if (expression?.kind === 'list') return first(expression.items, (item) => objectAt(item, start));
  if (expression?.kind !== 'object') return undefined;
  if (expression.start === start) return expression;
  return first(expression.properties, (each) => objectAt(each.value, start));
}

function first<A, B>(items: readonly A[], find: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

/** Adds items to the list that a prop is given; undefined where it is given no list, or an empty one. */
export function addItems(
  coder: Coder,
  { call: { expression, site } }: Instance,
  path: readonly string[],
  items: readonly (readonly Piece[])[],
): TextChange[] | undefined {
  const list = propertyOf(expression.arguments[2], path)?.value;
  const first = list?.kind === 'list' ? list.items[0] : undefined;
  const last = list?.kind === 'list' ? list.items.at(-1) : undefined;
  if (!list || !first || !last) return undefined;
  const place = ({ start, end }: Span): Span => ({ start: start + site.base, end: end + site.base });
  return [...insertAfter(coder.text, place(list), place(first), place(last), () => items)];
}

/** Where named parts stand, as offsets in the file. */
interface Brackets {
  readonly shape: Shape;
  /** Just inside the brackets. */
  readonly inner: Span;
  readonly last: Span | undefined;
  /** Whether each part has a line of its own. */
  readonly lines: boolean;
}

class Adder {
  private readonly coder: Coder;
  private readonly instance: Instance;

  constructor(coder: Coder, instance: Instance) {
    this.coder = coder;
    this.instance = instance;
  }

  /** Adds to the arguments of the construct, after those that are there. */
  toArguments(given: ObjectExpression | undefined, props: readonly NewProp[]): TextChange[] | undefined {
    const { text } = this.coder;
    const { expression, site } = this.instance.call;
    const { argumentsStart, argumentsEnd } = expression;
    const parts = [...expression.arguments.filter((each) => each !== given), ...(given?.properties ?? [])];
    if (text[site.base + argumentsEnd - 1] !== ')' || parts.some((each) => each.kind === 'spread'))
      return undefined;
    const inner = { start: site.base + argumentsStart + 1, end: site.base + argumentsEnd - 1 };
    const last = parts.reduce((a, b) => (b.end > a.end ? b : a), { start: 0, end: 0 });
    return last.end === 0 ? undefined : this.add(this.brackets('arguments', inner, last), given, props);
  }

  /** Adds to an object, a dictionary or a structure. */
  toObject(object: ObjectExpression, props: readonly NewProp[]): TextChange[] | undefined {
    const { text, dialect } = this.coder;
    const { base } = this.instance.call.site;
    const first = base + (object.properties[0]?.start ?? object.end);
    const isCall = text[base + object.start] !== '{';
    const shape = isCall ? 'arguments' : dialect.props === 'braces' ? 'braces' : 'dictionary';
    // Dictionaries of L2 constructs may be spelled in either way.
    if (object.open || (shape === 'dictionary' && !isL1(this.instance))) return undefined;
    if (shape !== 'braces' && object.properties.some((each) => each.kind === 'spread')) return undefined;
    if (isCall && dialect.props === 'braces') {
      // `new BucketProps()` has no braces yet.
      const parts = joined(this.coder, this.instance, props, 'braces');
      const span = { start: base + object.start, end: base + object.end };
      return parts && object.properties.length === 0
        ? [{ span, pieces: [' { ', ...parts, ' }'] }]
        : undefined;
    }
    const open = isCall ? text.slice(0, first).lastIndexOf('(') : base + object.start;
    if (open < base + object.start) return undefined;
    const inner = { start: open + 1, end: base + object.end - 1 };
    return this.add(this.brackets(shape, inner, object.properties.at(-1)), object, props);
  }

  private brackets(shape: Shape, inner: Span, last: Span | undefined): Brackets {
    const { text } = this.coder;
    const { base } = this.instance.call.site;
    const placed = last && { start: base + last.start, end: base + last.end };
    const lineStart = placed ? text.lastIndexOf('\n', placed.start) + 1 : 0;
    const lines =
      shape === 'arguments'
        ? placed !== undefined && lineStart > inner.start && !text.slice(lineStart, placed.start).trim()
        : /^\s*?\n/.test(text.slice(inner.start, inner.end).replace(/^[ \t]*(?:\/\/|#).*/, ''));
    return { shape, inner, last: placed, lines };
  }

  private add(
    brackets: Brackets,
    object: ObjectExpression | undefined,
    props: readonly NewProp[],
  ): TextChange[] | undefined {
    const split = splitProps(object, props);
    if (!split) return undefined;
    const changes: TextChange[] = [];
    for (const [known, below] of split.inside) {
      const inner = this.toObject(known, below);
      if (!inner) return undefined;
      changes.push(...inner);
    }
    if (split.direct.length === 0) return changes;
    const inserted = this.insert(brackets, split.direct);
    return inserted && [...changes, ...inserted];
  }

  private insert(
    { shape, inner, last, lines }: Brackets,
    props: readonly NewProp[],
  ): TextChange[] | undefined {
    const { text, dialect } = this.coder;
    const parts = grouped(this.coder, this.instance, props, shape);
    if (!parts) return undefined;
    const padding = shape === 'braces' ? (dialect.padding ?? ' ') : '';
    if (!last) return [{ span: inner, pieces: [padding, ...separated(parts), padding] }];
    const comma = /^\s*,/.exec(text.slice(last.end, inner.end))?.[0].length;
    if (!lines) {
      const pieces = [...(comma === undefined ? [', '] : [' ']), ...separated(parts)];
      return [{ span: at(last.end + (comma ?? 0)), pieces }];
    }
    // One prop a line, after what else stands on the last one's line.
    const lineStart = text.lastIndexOf('\n', last.start) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
    const afterLast = last.end + (comma ?? 0);
    const rest = dialect.restOfLine.exec(text.slice(afterLast))?.[0].length ?? 0;
    const added = parts.flatMap((line): Piece[] => [`\n${indent}`, ...line, ',']);
    if (comma !== undefined) return [{ span: at(afterLast + rest), pieces: added }];
    const withoutLastComma = added.slice(0, -1);
    if (rest === 0) return [{ span: at(last.end), pieces: [',', ...withoutLastComma] }];
    return [
      { span: at(last.end), pieces: [','] },
      { span: at(afterLast + rest), pieces: withoutLastComma },
    ];
  }
}
