/** Assignments of Python. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression } from '../../syntax.ts';
import { type ExpressionsOf, placed, readTarget } from './patterns.ts';

/** `a = 1`, `a: int = 1`, `a += 1`, `(a := 1)`, `f() as a`; several at once are each an assignment. */
export function readAssignment(node: Node, start: number, expressions: ExpressionsOf): Expression {
  const at = placed(node, start);
  const [left, right] = sidesOf(node);
  const type = node.childForFieldName('type');
  const value = right ? expressions.read(right, start) : undefined;
  const parts: Expression[] = type ? [expressions.read(type, start)] : [];
  const errors = node.namedChildren.filter((child) => child?.isError);
  if (!value || !left || errors.length) {
    const broken = errors.flatMap((each) => (each ? [expressions.others(each, start)] : []));
    return { ...at, kind: 'other', parts: [...parts, ...(value ? [value] : []), ...broken] };
  }
  for (const pair of pairs(left, value, start, expressions)) {
    parts.push({ ...at, ...pair, kind: 'assignment', plain: node.type !== 'augmented_assignment' });
  }
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : { ...at, kind: 'other', parts };
}

function sidesOf(node: Node): [target: Node | null, value: Node | null | undefined] {
  if (node.type === 'as_pattern') return [node.childForFieldName('alias'), node.namedChildren[0]];
  return [
    node.childForFieldName('left') ?? node.childForFieldName('name'),
    node.childForFieldName('right') ?? node.childForFieldName('value'),
  ];
}

interface Pair {
  readonly target: Expression;
  readonly value: Expression;
}

/** `a, b = 1, 2` as one assignment each; of what is taken apart otherwise, only the names are known. */
function pairs(left: Node, value: Expression, start: number, expressions: ExpressionsOf): readonly Pair[] {
  if (!/^(?:pattern_list|tuple_pattern|list_pattern)$/.test(left.type))
    return [{ target: expressions.read(left, start), value }];
  const targets = left.namedChildren.filter((child) => child?.type !== 'comment');
  const items = value.kind === 'list' && value.items.length === targets.length ? value.items : [];
  const alike =
    items.every((item) => item.kind !== 'spread') && targets.every((each) => !/list/.test(each?.type ?? ''));
  if (items.length && alike) {
    return items.map((item, index) => ({ target: expressions.read(targets[index], start), value: item }));
  }
  const names = readTarget(left, start).map((bound, index): Pair => {
    const target: Expression = { kind: 'name', name: bound.name, start: bound.start, end: bound.end };
    // What is taken apart is looked at once.
    const parts = index === 0 ? [value] : [];
    return { target, value: { kind: 'other', start: value.start, end: value.end, parts } };
  });
  return names.length ? names : [{ target: expressions.others(left, start), value }];
}
