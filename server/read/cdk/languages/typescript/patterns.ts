/** Patterns of TypeScript and JavaScript: what declarations, loops and parameters bind. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { BoundName, Expression, Pattern } from '../../syntax.ts';
import { stringText } from './text.ts';

/** Reads the expression that is used where a value has none. */
type ReadDefault = (node: Node) => Expression;

/** Deeper patterns bind names whose value is not followed. */
const MOST_NESTING = 8;

/** The names that a pattern (`x`, `{ a, b: c = 1 }`, `[d]`) binds; their offsets count from `start`. */
export function readPattern(node: Node | null, start: number, readDefault: ReadDefault): Pattern {
  const names: BoundName[] = [];
  const bind = (
    at: Node | null,
    path: readonly string[] | undefined,
    otherwise: Expression | undefined,
    field: boolean,
    depth: number,
  ): void => {
    if (!at || depth > MOST_NESTING) return;
    switch (at.type) {
      case 'identifier':
      case 'shorthand_property_identifier_pattern':
        names.push({
          name: at.text,
          // What is taken out of a value that may be missing as a whole is not followed.
          path: at.type === 'identifier' ? path : path && [...path, at.text],
          otherwise,
          field,
          start: at.startIndex - start,
          end: at.endIndex - start,
        });
        return;
      case 'required_parameter':
      case 'optional_parameter': {
        const value = at.childForFieldName('value');
        const isField = at.namedChildren.some((child) => child?.type === 'accessibility_modifier');
        const isReadonly = at.children.some((child) => child?.type === 'readonly');
        bind(
          at.childForFieldName('pattern'),
          path,
          value ? readDefault(value) : otherwise,
          isField || isReadonly,
          depth + 1,
        );
        return;
      }
      case 'assignment_pattern':
      case 'object_assignment_pattern': {
        const value = at.childForFieldName('right');
        bind(at.childForFieldName('left'), path, value ? readDefault(value) : undefined, field, depth + 1);
        return;
      }
      case 'pair_pattern': {
        const key = at.childForFieldName('key');
        const name = key?.type === 'string' ? stringText(key) : key?.text;
        const known = path && name !== undefined && key?.type !== 'computed_property_name';
        bind(at.childForFieldName('value'), known ? [...path, name] : undefined, undefined, field, depth + 1);
        return;
      }
      case 'object_pattern':
        // A default of the whole makes each part uncertain.
        for (const child of at.namedChildren)
          bind(child, otherwise ? undefined : path, undefined, field, depth + 1);
        return;
      case 'array_pattern':
        bindItems(at, path, field, depth);
        return;
      case 'variable_declarator':
        bind(at.childForFieldName('name'), undefined, undefined, field, depth + 1);
        return;
      case 'type_annotation':
      case 'accessibility_modifier':
      case 'comment':
        return;
      default:
        for (const child of at.namedChildren) bind(child, undefined, undefined, field, depth + 1);
    }
  };
  /** `[a, , b]`: what is left out between commas counts. */
  const bindItems = (at: Node, path: readonly string[] | undefined, field: boolean, depth: number): void => {
    let position = 0;
    for (const child of at.children) {
      if (child?.type === ',') position++;
      else if (child?.isNamed && child.type !== 'comment') {
        const isRest = child.type === 'rest_pattern';
        bind(child, isRest || !path ? undefined : [...path, String(position)], undefined, field, depth + 1);
      }
    }
  };
  bind(node, [], undefined, false, 0);
  return names;
}

/** The patterns of a list of parameters, one for each. */
export function readParameters(
  node: Node | null,
  start: number,
  readDefault: ReadDefault,
): readonly Pattern[] {
  if (!node) return [];
  if (node.type === 'identifier') return [readPattern(node, start, readDefault)];
  return node.namedChildren.flatMap((child) =>
    child && child.type !== 'comment' ? [readPattern(child, start, readDefault)] : [],
  );
}
