/** Types of C#, as the names of what they are. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression } from '../../syntax.ts';
import type { FileNames } from './names.ts';
import { memberOf, placed } from './shapes.ts';

/** Types in types are looked for this deep. */
const MOST_NESTING = 40;

/** The name of the type at `node`; offsets count from `start`. */
export function readType(node: Node, start: number, names: FileNames, depth = 0): Expression {
  const at = placed(node, start);
  const nothing: Expression = { ...at, kind: 'other', parts: [] };
  if (depth > MOST_NESTING) return nothing;
  const name = node.text.replace(/^global::/, '');
  if (node.type === 'qualified_name' && !names.isNamespace(name)) {
    const [qualifier, last] = [node.childForFieldName('qualifier'), node.childForFieldName('name')];
    if (!qualifier || !last) return nothing;
    const object = readType(qualifier, start, names, depth + 1);
    return memberOf(object, names.member(object, last.text), at, placed(last, start));
  }
  if (!/^(?:nullable_type|generic_name|array_type|alias_qualified_name)$/.test(node.type))
    return { ...at, kind: 'name', name };
  const inside = node.type === 'alias_qualified_name' ? node.namedChildren.at(-1) : node.namedChildren[0];
  return inside ? readType(inside, start, names, depth + 1) : nothing;
}

/** The classes that a type or a list of them names, for those who point at one. */
export function readTypes(
  node: Node | null | undefined,
  start: number,
  names: FileNames,
  depth = 0,
): Expression[] {
  if (!node || depth > MOST_NESTING || node.type === 'argument_list') return [];
  if (!/^(?:identifier|qualified_name|alias_qualified_name)$/.test(node.type))
    return node.namedChildren.flatMap((child) => readTypes(child, start, names, depth + 1));
  return [{ ...placed(node, start), kind: 'type', name: readType(node, start, names) }];
}
