/** What the classes of a C# file declare, before anything else of it is read. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Declared } from './names.ts';

/** The fields, properties, methods and functions in `root`. */
export function declaredIn(root: Node): Declared {
  const members = new Map<string, string>();
  const methods = new Map<string, string>();
  const localFunctions = new Set<string>();
  const visit = (node: Node): void => {
    for (const child of node.namedChildren) {
      const name = child?.childForFieldName('name');
      switch (child?.type) {
        case 'property_declaration':
          if (name) members.set(name.text, child.childForFieldName('type')?.text ?? '');
          break;
        case 'field_declaration':
          for (const declaration of child.namedChildren) {
            const type = declaration?.childForFieldName('type')?.text ?? '';
            for (const each of declaration?.namedChildren ?? []) {
              const field = each?.childForFieldName('name');
              if (field) members.set(field.text, type);
            }
          }
          break;
        case 'method_declaration':
          if (name) methods.set(name.text, child.childForFieldName('returns')?.text ?? '');
          break;
        case 'class_declaration':
        case 'record_declaration':
        case 'struct_declaration':
          for (const each of child.namedChildren)
            if (each?.type === 'parameter_list') addParameters(each, members);
          visit(child);
          break;
        default:
          if (child && around.test(child.type)) visit(child);
      }
    }
  };
  visit(root);
  for (const each of root.descendantsOfType('local_function_statement')) {
    const name = each?.childForFieldName('name');
    if (name) localFunctions.add(name.text);
  }
  return { members, methods, localFunctions };
}

const around = /^(?:namespace_declaration|declaration_list|preproc_(?:if|elif|else)|ERROR)$/;

/** Parameters of a class or a record are seen in all of it. */
function addParameters(list: Node, members: Map<string, string>): void {
  for (const parameter of list.namedChildren) {
    const name = parameter?.childForFieldName('name');
    if (name) members.set(name.text, parameter?.childForFieldName('type')?.text ?? '');
  }
}
