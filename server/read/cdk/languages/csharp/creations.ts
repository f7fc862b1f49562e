/** What C# makes with `new`: constructs, structures of props, lists and dictionaries. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallExpression, Expression, ObjectExpression } from '../../syntax.ts';
import { type Passed, withNamed } from './arguments.ts';
import { camelCase, type FileNames, ownKey } from './names.ts';
import { inner, type Place, placed } from './shapes.ts';

type Part = ObjectExpression['properties'][number];

/** What the braces of an initializer are of. */
type Initialized = 'object' | 'dictionary' | 'list' | undefined;

/** Reads the expressions in what is made; offsets count from `start`. */
export interface ExpressionsOf {
  readonly names: FileNames;
  read(node: Node | null | undefined, start: number, type?: string): Expression;
  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression;
  all(nodes: readonly (Node | null)[], start: number): Expression[];
  /** What cannot be told, but is looked at: it counts as a spread of something unknown. */
  unreadable(node: Node, start: number): Extract<Expression, { kind: 'spread' }>;
  passed(node: Node | null | undefined, start: number): Passed;
  type(node: Node, start: number): Expression;
  comment(node: Node, start: number): void;
  textOf(node: Node): string;
}

export class CreationReader {
  private readonly expressions: ExpressionsOf;

  constructor(expressions: ExpressionsOf) {
    this.expressions = expressions;
  }

  /** @param type what it is declared to be, which `new(…)` makes */
  read(node: Node, start: number, type: string | undefined): Expression {
    const initializer = node.namedChildren.find((child) => child?.type === 'initializer_expression') ?? null;
    switch (node.type) {
      case 'array_creation_expression':
      case 'implicit_array_creation_expression':
        return initializer
          ? this.initialized(initializer, start, 'list')
          : this.expressions.others(node, start);
      case 'initializer_expression':
        return this.initialized(node, start, undefined);
      case 'anonymous_object_creation_expression':
        return this.anonymous(node, start);
      case 'with_expression':
        return this.copy(node, start);
      default:
        return this.creation(node, initializer, start, type);
    }
  }

  private creation(
    node: Node,
    initializer: Node | null,
    start: number,
    declared: string | undefined,
  ): Expression {
    const { expressions } = this;
    const at = placed(node, start);
    const written = node.childForFieldName('type');
    const list = node.namedChildren.find((child) => child?.type === 'argument_list');
    const { positional, named, ...parentheses } = expressions.passed(list, start);
    const keyword = { start: at.start, end: at.start + 'new'.length };
    const type = written ? expressions.textOf(written) : declared;
    const callee = written
      ? expressions.type(written, start)
      : type === undefined
        ? ({ ...keyword, kind: 'other', parts: [] } as const)
        : expressions.names.type(type, keyword);
    const plainType = type?.replace(/<.*|\?/g, '');
    if (positional.length === 0 && named.length === 0) {
      const kind = kindOfCollection(plainType);
      const isStructure = initializer || !type || /(?:Props|Options|Attributes|Property)$/.test(type);
      if (kind) return initializer ? this.initialized(initializer, start, kind) : empty(kind, at);
      if (isStructure) return this.structure(initializer, list ?? node, callee, plainType, start);
    }
    const call: CallExpression = {
      ...at,
      kind: 'call',
      callee,
      arguments: positional,
      argumentsStart: list ? parentheses.argumentsStart : at.end,
      argumentsEnd: list ? parentheses.argumentsEnd : at.end,
    };
    // What it copies and what is set besides is not followed.
    if (kindOfCollection(plainType) || initializer) {
      const set = initializer ? [expressions.others(initializer, start)] : [];
      const given = { ...at, kind: 'other' as const, parts: [...call.arguments, ...set] };
      if (!initializer) return given;
      const [scope, id] = positional;
      return { ...call, arguments: scope && id ? [scope, id, given] : [given] };
    }
    return withNamed(call, named, expressions.names);
  }

  /** A structure of props, or an object of a class that says what it has besides. */
  private structure(
    initializer: Node | null,
    other: Node,
    callee: Expression,
    type: string | undefined,
    start: number,
  ): ObjectExpression {
    const { names } = this.expressions;
    const isLibrary = names.of(callee)?.names.length !== undefined;
    const isTold = isLibrary || type === undefined || (/Property$/.test(type) && !names.isOwnType(type));
    const at = placed(initializer ?? other, start);
    const properties = initializer ? this.properties(initializer, start, !isTold) : [];
    if (isTold) return { ...at, kind: 'object', properties, open: hasUnknown(properties) };
    const { start: from, end } = callee;
    const call = { kind: 'call', callee, arguments: [], argumentsStart: end, argumentsEnd: end } as const;
    const made: Part = { kind: 'spread', start: from, end, value: { start: from, end, ...call } };
    return { ...at, kind: 'object', properties: [made, ...properties], open: true };
  }

  /** What stands in braces: `{ A = 1 }`, `{ ["a"] = 1 }`, `{ { "a", 1 } }` or `{ 1, 2 }`. */
  private initialized(node: Node, start: number, kind: Initialized): Expression {
    const at = placed(node, start);
    const [first] = inner(node);
    const isObject = kind !== 'list' && (kind === 'object' || kind === 'dictionary' || isSetting(first));
    if (!isObject) return { ...at, kind: 'list', items: this.expressions.all(node.namedChildren, start) };
    const properties = this.properties(node, start, false);
    return { ...at, kind: 'object', properties, open: hasUnknown(properties) };
  }

  /** @param isOwn whether they are of a class that is not of aws-cdk-lib */
  private properties(node: Node, start: number, isOwn: boolean): Part[] {
    return node.namedChildren.flatMap((child): Part[] => {
      if (!child) return [];
      if (child.type !== 'comment') return [this.property(child, start, isOwn)];
      this.expressions.comment(child, start);
      return [];
    });
  }

  private property(node: Node, start: number, isOwn: boolean): Part {
    const { expressions } = this;
    const isPair = node.type === 'initializer_expression';
    const parts = inner(node);
    const [key, value] = isPair ? parts : [node.childForFieldName('left'), node.childForFieldName('right')];
    const isBroken = node.isError || node.namedChildren.some((child) => child?.isError);
    if (isBroken || !key || !value || (isPair ? parts.length !== 2 : !isSetting(node)))
      return expressions.unreadable(node, start);
    for (const child of node.namedChildren) if (child?.type === 'comment') expressions.comment(child, start);
    if (key.type === 'identifier' && !isPair) {
      const name = expressions.textOf(key).replace('@', '');
      return this.part(node, key, isOwn ? ownKey(name) : camelCase(name), value, start);
    }
    const index = isPair ? key : (inner(key)[0]?.namedChildren[0] ?? null);
    const read = expressions.read(index, start);
    if (!index || read.kind !== 'literal' || read.value === null) return expressions.unreadable(node, start);
    return this.part(node, index, String(read.value), value, start);
  }

  private part(node: Node, key: Node, name: string, value: Node, start: number): Part {
    const { start: keyStart, end: keyEnd } = placed(key, start);
    const read = this.expressions.read(value, start);
    return { ...placed(node, start), kind: 'property', key: name, keyStart, keyEnd, value: read };
  }

  /** `new { Name = "a", vpc }`. */
  private anonymous(node: Node, start: number): Expression {
    const properties: Part[] = [];
    const children = node.children.filter(
      (child): child is Node => child !== null && child.type !== 'comment',
    );
    children.forEach((child, index) => {
      if (child.isError) properties.push(this.expressions.unreadable(child, start));
      if (!child.isNamed || child.isError || children[index + 1]?.type === '=') return;
      const isNamed = children[index - 1]?.type === '=';
      const key = isNamed ? children[index - 2] : (child.childForFieldName('name') ?? child);
      if (key) properties.push(this.part(child, key, ownKey(this.expressions.textOf(key)), child, start));
    });
    return { ...placed(node, start), kind: 'object', properties, open: hasUnknown(properties) };
  }

  /** `config with { Azs = 3 }`. */
  private copy(node: Node, start: number): Expression {
    const [copied, ...changes] = inner(node);
    const { expressions } = this;
    const at = placed(node, start);
    const properties = changes.map((each): Part => {
      const [key, value] = inner(each);
      const isPlain = key && value && !each.hasError;
      if (!isPlain) return expressions.unreadable(each, start);
      return this.part(each, key, ownKey(expressions.textOf(key)), value, start);
    });
    const value = expressions.read(copied, start);
    const spread: Part = { kind: 'spread', start: value.start, end: value.end, value };
    return { ...at, kind: 'object', properties: [spread, ...properties], open: false };
  }
}

/** Whether something sets a property or an entry. */
function isSetting(node: Node | undefined): boolean {
  if (node?.type === 'initializer_expression') return true;
  return (
    node?.type === 'assignment_expression' &&
    /^(?:identifier|element_binding_expression)$/.test(node.childForFieldName('left')?.type ?? '')
  );
}

function hasUnknown(properties: readonly Part[]): boolean {
  return properties.some(({ kind }) => kind === 'spread');
}

/** What a type of .NET that holds others is. */
function kindOfCollection(type: string | undefined): Initialized {
  if (type === undefined) return undefined;
  if (/(?:^|\.)\w*Dictionary$/.test(type)) return 'dictionary';
  return /(?:^|\.)(?:List|HashSet|SortedSet|LinkedList|Collection|ArrayList|ImmutableList)$/.test(type)
    ? 'list'
    : undefined;
}

function empty(kind: Initialized, at: Place): Expression {
  return kind === 'list'
    ? { ...at, kind: 'list', items: [] }
    : { ...at, kind: 'object', properties: [], open: false };
}
