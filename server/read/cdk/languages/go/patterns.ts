/** What declarations, loops and parameters of Go bind. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { BoundName, Pattern } from '../../syntax.ts';
import { placed } from './reading.ts';

/**
 * The names on the left of `:=`, `var` or `range`.
 * @param paths the members that lead to each; undefined for one whose value is not followed
 */
export function readNames(
  nodes: readonly (Node | null)[],
  start: number,
  paths: readonly (readonly string[] | undefined)[],
): Pattern {
  return nodes.flatMap((node, index): BoundName[] =>
    node?.type === 'identifier' && node.text !== '_' ? [bound(node, start, paths[index])] : [],
  );
}

/** The patterns of a function's parameters, one for each. */
export function readParameters(node: Node | null, start: number): readonly Pattern[] {
  return (node?.namedChildren ?? []).flatMap((child): Pattern[] => {
    if (!child || !/^(?:variadic_)?parameter_declaration$/.test(child.type)) return [];
    const names = child.childrenForFieldName('name');
    // Where it has a type only, nothing names it.
    if (names.length === 0) return [[]];
    const path = child.type === 'parameter_declaration' ? [] : undefined;
    return names.map((name) => (name ? [bound(name, start, path)] : []));
  });
}

function bound(node: Node, start: number, path: readonly string[] | undefined): BoundName {
  return { name: node.text, path, otherwise: undefined, field: false, ...placed(node, start) };
}
