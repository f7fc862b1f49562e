/** The parameters of methods, constructors, lambdas and records, and the variables of loops. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { BoundName, Expression, Pattern } from '../../syntax.ts';

/** Reads the expression that is used where nothing is given. */
type ReadDefault = (node: Node) => Expression;

/**
 * The patterns of parameters, one for each.
 * @param fieldKey what a parameter is called as a field, where it becomes one
 */
export function readParameters(
  node: Node | null,
  start: number,
  readDefault: ReadDefault,
  fieldKey?: (name: string) => string,
): readonly Pattern[] {
  if (!node) return [];
  if (node.type === 'identifier' || node.type === 'implicit_parameter') return [[bound(node, start)]];
  return node.namedChildren.flatMap((child): Pattern[] => {
    // The list of a `params` parameter stands without a node of its own.
    if (child?.type === 'identifier') return [[{ ...bound(child, start), path: undefined }]];
    const name = child?.type === 'parameter' ? child.childForFieldName('name') : null;
    if (!child || !name) return [];
    const value = child.namedChildren.find((each) => each && each.startIndex >= name.endIndex);
    const otherwise = value ? readDefault(value) : undefined;
    const own = fieldKey ? { name: fieldKey(name.text), field: true } : {};
    return [[{ ...bound(name, start), otherwise, ...own }]];
  });
}

/** The names that a declaration binds; parts of what is taken apart are not followed. */
export function readTarget(node: Node | null, start: number): Pattern {
  if (node?.type === 'identifier') return [bound(node, start)];
  if (!node || !/pattern|tuple|declaration_expression|argument/.test(node.type)) return [];
  return node.namedChildren.flatMap((child) =>
    readTarget(child, start).map((each) => ({ ...each, path: undefined })),
  );
}

/** The names that a loop binds in each item: `disk`, `var (name, size)`. */
export function readVariable(node: Node | null, start: number): Pattern {
  if (node?.type !== 'tuple_pattern') return readTarget(node, start);
  return node.namedChildren.flatMap((child, position) => {
    const path = child?.type === 'identifier' ? [String(position)] : undefined;
    return readTarget(child, start).map((each) => ({ ...each, path }));
  });
}

function bound(node: Node, start: number): BoundName {
  const at = { start: node.startIndex - start, end: node.endIndex - start };
  return { ...at, name: node.text, key: node.text, path: [], otherwise: undefined, field: false };
}
