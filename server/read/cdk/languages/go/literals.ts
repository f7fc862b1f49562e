/** Composite literals of Go: structures, lists and maps. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { withSmallLetter } from '../../../../aws/cdkGo.ts';
import type { Expression, ObjectExpression, Property } from '../../syntax.ts';
import { fieldsOf } from './declarations.ts';
import { firstOf, placed, type Reading } from './reading.ts';

/** `awsec2.VpcProps{…}`, `[]string{…}`, `map[string]*string{…}`; spans are those of the braces. */
export function readComposite(node: Node, start: number, reader: Reading): Expression {
  const type = node.childForFieldName('type');
  const body = node.childForFieldName('body');
  if (!body) return reader.others(node, start);
  const value = literalValue(body, type, start, reader);
  const name = type?.type === 'type_identifier' ? type : undefined;
  if (!name || !reader.declared.isClass(reader.source(name))) return value;
  const at = placed(body, start);
  return {
    ...placed(node, start),
    kind: 'call',
    callee: { ...placed(name, start), kind: 'name', name: reader.source(name) },
    arguments: [value],
    argumentsStart: at.start,
    argumentsEnd: at.end,
  };
}

/** Props that nothing is given yet: `var props awsec2.VpcProps`. */
export function emptyProps(type: Node | null, start: number, reader: Reading): ObjectExpression | undefined {
  if (!type || !reader.isOfLibrary(type) || !/(?:Options|Property|Props)$/.test(reader.source(type)))
    return undefined;
  return { ...placed(type, start), kind: 'object', properties: [], open: false };
}

/** What stands in braces, of a type that need not be written there. */
function literalValue(body: Node, type: Node | null, start: number, reader: Reading): Expression {
  const of = reader.declared.resolved(type);
  switch (of?.type) {
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type':
      return { ...placed(body, start), kind: 'list', items: itemsOf(body, of, start, reader) };
    case 'map_type':
      return objectOf(body, (each) => {
        const key = reader.read(each.childForFieldName('key'), start);
        if (key.kind !== 'literal') return undefined;
        return [String(key.value), of.childForFieldName('value')];
      });
    default: {
      const fields = of?.type === 'struct_type' ? fieldsOf(of) : [];
      // A field that is not given is nothing for CDK; for the file's own code it may be 0, false or embedded.
      const closed = of !== null && reader.isOfLibrary(of);
      return objectOf(
        body,
        (each) => {
          const key = reader.source(each.childForFieldName('key') ?? each);
          if (!/^\w+$/.test(key)) return undefined;
          const name = withSmallLetter(key);
          return [name, fields.find((field) => field.name === name)?.type ?? null];
        },
        (index) => fields[index] && [fields[index].name, fields[index].type],
        !closed,
      );
    }
  }

  function objectOf(
    node: Node,
    keyOf: (each: Node) => Key | undefined,
    keyAt: (index: number) => Key | undefined = () => undefined,
    open = false,
  ): ObjectExpression {
    const properties: ObjectExpression['properties'][number][] = [];
    let isOpen = open;
    for (const [index, child] of node.namedChildren.filter((each) => each?.type !== 'comment').entries()) {
      const property =
        child &&
        propertyOf(child, child.type === 'keyed_element' ? keyOf(child) : keyAt(index), start, reader);
      isOpen ||= !property;
      if (child) properties.push(property ?? reader.unreadable(child, start));
    }
    for (const child of node.namedChildren) if (child?.type === 'comment') reader.comment(child, start);
    return { ...placed(node, start), kind: 'object', properties, open: isOpen };
  }
}

/** A name, and the type of what it has. */
type Key = readonly [name: string, type: Node | null];

function propertyOf(node: Node, key: Key | undefined, start: number, reader: Reading): Property | undefined {
  const value = node.type === 'keyed_element' ? node.childForFieldName('value') : node;
  const isBroken = node.isError || node.namedChildren.some((child) => child?.isError);
  if (!key || !value || isBroken) return undefined;
  const name = node.childForFieldName('key') ?? node;
  const { start: keyStart, end } = placed(name, start);
  return {
    ...placed(node, start),
    kind: 'property',
    key: key[0],
    keyStart,
    keyEnd: name === node ? keyStart : end,
    value: valueIn(value, key[1], start, reader),
  };
}

function itemsOf(body: Node, type: Node, start: number, reader: Reading): Expression[] {
  const items = body.namedChildren.flatMap((child): Expression[] => {
    if (child?.type === 'comment') reader.comment(child, start);
    if (!child || child.type === 'comment') return [];
    return child.type === 'literal_element'
      ? [valueIn(child, type.childForFieldName('element'), start, reader)]
      : [reader.unreadable(child, start)];
  });
  return items;
}

/** A value in braces; where it has braces itself, it may leave out its type. */
function valueIn(element: Node, type: Node | null, start: number, reader: Reading): Expression {
  const value = firstOf(element);
  return value?.type === 'literal_value'
    ? literalValue(value, type, start, reader)
    : reader.read(value, start);
}
