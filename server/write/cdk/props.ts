/** Adds props to the object that a construct is given, in that object's own style. */

import type { Instance } from '../../read/cdk/instances.ts';
import type { Expression, ObjectExpression, Property } from '../../read/cdk/syntax.ts';
import type { Span } from '../../text/span.ts';
import { insertAfter } from '../flow.ts';
import type { Piece, TextChange } from '../writer.ts';
import { type Coder, key_, separated } from './code.ts';

/** A prop (a dotted path) and the code of its value. */
export interface NewProp {
  readonly prop: string;
  readonly code: readonly Piece[];
}

/** Makes the construct have these props besides those it has; undefined where its props stand elsewhere. */
export function addProps(
  coder: Coder,
  instance: Instance,
  props: readonly NewProp[],
): TextChange[] | undefined {
  const { expression, site } = instance.call;
  const [, id, given] = expression.arguments;
  if (given) return given.kind === 'object' ? addTo(coder, given, site.base, props) : undefined;
  if (!id || coder.text[site.base + expression.argumentsEnd - 1] !== ')') return undefined;
  return [{ span: at(site.base + id.end), pieces: [', { ', ...joined(coder, props), ' }'] }];
}

/** Whether the construct is one of the classes that mirror CloudFormation, whose props are its properties. */
export function isL1({ className }: Instance): boolean {
  return className.startsWith('Cfn');
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

/** The expression of a prop (a dotted path) as it is written, if it is. */
export function propertyOf(object: Expression | undefined, path: readonly string[]): Property | undefined {
  if (object?.kind !== 'object') return undefined;
  const [key, ...rest] = path;
  const property = object.properties.findLast(
    (each): each is Property => each.kind === 'property' && each.key === key,
  );
  return rest.length ? propertyOf(property?.value, rest) : property;
}

function addTo(
  coder: Coder,
  object: ObjectExpression,
  base: number,
  props: readonly NewProp[],
): TextChange[] | undefined {
  if (object.open) return undefined;
  const direct: NewProp[] = [];
  const changes: TextChange[] = [];
  for (const [first, below] of byFirst(props)) {
    const known = propertyOf(object, [first]);
    if (!known) {
      direct.push(...below.map(({ prop, code }) => ({ prop: prop ? `${first}.${prop}` : first, code })));
      continue;
    }
    // What is there already is changed by replacing its value, not here.
    if (below.some(({ prop }) => prop === '') || known.value.kind !== 'object') return undefined;
    const inner = addTo(coder, known.value, base, below);
    if (!inner) return undefined;
    changes.push(...inner);
  }
  return direct.length ? [...changes, ...insert(coder, object, base, direct)] : changes;
}

function insert(
  coder: Coder,
  object: ObjectExpression,
  base: number,
  props: readonly NewProp[],
): TextChange[] {
  const { text } = coder;
  const start = base + object.start;
  const end = base + object.end;
  const last = object.properties.at(-1);
  if (!last)
    return [{ span: { start: start + 1, end: end - 1 }, pieces: [' ', ...joined(coder, props), ' '] }];
  const lastEnd = base + last.end;
  const comma = /^\s*,/.exec(text.slice(lastEnd, end))?.[0].length;
  if (!text.slice(start, base + (object.properties[0]?.start ?? 0)).includes('\n')) {
    const pieces = [...(comma === undefined ? [', '] : [' ']), ...joined(coder, props)];
    return [{ span: at(lastEnd + (comma ?? 0)), pieces }];
  }
  // One prop a line, after what else stands on the last one's line.
  const lineStart = text.lastIndexOf('\n', base + last.start) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const afterLast = lastEnd + (comma ?? 0);
  const rest =
    /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(text.slice(afterLast, end))?.[0]
      .length ?? 0;
  const lineEnd = afterLast + rest;
  const lines = grouped(coder, props).flatMap((line): Piece[] => [`\n${indent}`, ...line, ',']);
  if (comma !== undefined) return [{ span: at(lineEnd), pieces: lines }];
  const withoutLastComma = lines.slice(0, -1);
  if (rest === 0) return [{ span: at(lastEnd), pieces: [',', ...withoutLastComma] }];
  return [
    { span: at(lastEnd), pieces: [','] },
    { span: at(lineEnd), pieces: withoutLastComma },
  ];
}

function joined(coder: Coder, props: readonly NewProp[]): Piece[] {
  return separated(grouped(coder, props));
}

/** `a: 1` for each prop; those below a common one in its object. */
function grouped(coder: Coder, props: readonly NewProp[]): Piece[][] {
  return [...byFirst(props)].map(([first, below]) => {
    const [only] = below;
    if (only?.prop === '') return [`${key_(coder, first)}: `, ...only.code];
    return [`${key_(coder, first)}: { `, ...joined(coder, below), ' }'];
  });
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
