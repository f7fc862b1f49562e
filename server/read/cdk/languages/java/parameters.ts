/** The parameters of methods, constructors, lambdas and records. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Pattern } from '../../syntax.ts';

/** The patterns of parameters, one for each. @param fields whether they become fields, as those of records do */
export function readParameters(node: Node | null, start: number, fields = false): readonly Pattern[] {
  if (!node) return [];
  if (node.type === 'identifier') return [named(node, start, fields)];
  return node.namedChildren.flatMap((child): Pattern[] => {
    switch (child?.type) {
      case 'identifier':
        return [named(child, start, fields)];
      case 'formal_parameter':
        return [named(child.childForFieldName('name'), start, fields)];
      case 'spread_parameter': {
        const declarator = child.namedChildren.find((each) => each?.type === 'variable_declarator');
        return [named(declarator?.childForFieldName('name'), start, fields, true)];
      }
      default:
        return [];
    }
  });
}

/** What a variable, a parameter or the variable of a loop binds. */
export function named(node: Node | null | undefined, start: number, field = false, isRest = false): Pattern {
  if (!node) return [];
  const at = { start: node.startIndex - start, end: node.endIndex - start };
  return [{ ...at, name: node.text, path: isRest ? undefined : [], otherwise: undefined, field }];
}
