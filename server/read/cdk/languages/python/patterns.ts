/** What assignments, loops and parameters of Python bind. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { camelCase } from '../../../../aws/cdkPython.ts';
import type { BoundName, Expression, Pattern } from '../../syntax.ts';

/** Reads expressions; offsets count from `start`. */
export interface ExpressionsOf {
  read(node: Node | null | undefined, start: number): Expression;
  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression;
}

/** Reads the expression that is used where a value has none. */
type ReadDefault = (node: Node) => Expression;

/** The names that the target of an assignment or a loop binds. */
export function readTarget(node: Node | null, start: number): Pattern {
  if (!node) return [];
  if (node.type === 'identifier') return [bound(node, start, [])];
  if (!/^(?:pattern_list|tuple_pattern|list_pattern|tuple|list|list_splat_pattern)$/.test(node.type))
    return [];
  const items = node.namedChildren.filter((child) => child?.type !== 'comment');
  // What a rest takes decides where the others are.
  const isPlain = items.every((child) => !/splat/.test(child?.type ?? ''));
  return items.flatMap((child, position) =>
    readTarget(child, start).map((each) => ({
      ...each,
      path: isPlain && each.path ? [String(position), ...each.path] : undefined,
    })),
  );
}

/**
 * The patterns of a function's parameters, one for each.
 * @param method whether the first one is the object itself
 */
export function readParameters(
  node: Node | null,
  start: number,
  method: boolean,
  readDefault: ReadDefault,
): readonly Pattern[] {
  const patterns = (node?.namedChildren ?? []).flatMap((child): Pattern[] => {
    const read = child && readParameter(child, start, readDefault);
    return read ? [read] : [];
  });
  return method ? patterns.slice(1) : patterns;
}

function readParameter(node: Node, start: number, readDefault: ReadDefault): Pattern | undefined {
  switch (node.type) {
    case 'identifier':
      return [bound(node, start, [])];
    case 'typed_parameter': {
      const [inner] = node.namedChildren;
      return inner ? readParameter(inner, start, readDefault) : undefined;
    }
    case 'default_parameter':
    case 'typed_default_parameter': {
      const name = node.childForFieldName('name');
      const value = node.childForFieldName('value');
      if (name?.type !== 'identifier') return [];
      return [{ ...bound(name, start, []), otherwise: value ? readDefault(value) : undefined }];
    }
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern': {
      const [name] = node.namedChildren;
      if (name?.type !== 'identifier') return undefined;
      const rest = node.type === 'dictionary_splat_pattern' ? { named: true as const } : {};
      return [{ ...bound(name, start, undefined), ...rest }];
    }
    default:
      return undefined;
  }
}

function bound(node: Node, start: number, path: readonly string[] | undefined): BoundName {
  return {
    name: nameOf(node.text),
    key: camelCase(node.text),
    path,
    otherwise: undefined,
    field: false,
    ...placed(node, start),
  };
}

/** `self` is called `this` everywhere else. */
export function nameOf(name: string): string {
  return name === 'self' || name === 'cls' ? 'this' : name;
}

/** Where `node` stands, counted from `start`. */
export function placed(node: Node, start: number): { start: number; end: number } {
  return { start: node.startIndex - start, end: node.endIndex - start };
}
