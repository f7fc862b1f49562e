/** Expressions of C#, with the names and shapes that they have in TypeScript. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Body, CallExpression, Expression, Property } from '../../syntax.ts';
import { type Passed, withNamed } from './arguments.ts';
import { CreationReader, type ExpressionsOf } from './creations.ts';
import { camelCase, type FileNames } from './names.ts';
import { readParameters } from './parameters.ts';
import {
  changed,
  inner,
  isCalled,
  isValue,
  joined,
  memberAfter,
  memberOf,
  ownObject,
  placed,
} from './shapes.ts';
import { numberOf, partsOfFormat, partsOfInterpolated, textOf } from './text.ts';
import { readType, readTypes } from './types.ts';

/** What reading an expression asks of whoever reads statements. */
export interface Surroundings {
  /** The body of a function in the expression. */
  body(node: Node, start: number): Body;
  /** The body of a function that only says what it gives: `() => value`. */
  result(node: Node, start: number): Body;
  comment(node: Node, start: number): void;
}

/** Deeper nesting is not read: the stack must last for any input. */
const MOST_NESTING = 120;

export class ExpressionReader implements ExpressionsOf {
  readonly names: FileNames;
  private readonly text: string;
  private readonly surroundings: Surroundings;
  private readonly creations: CreationReader;
  /** What `?.` is asked of, innermost last. */
  private readonly receivers: Expression[] = [];
  private depth = 0;

  constructor(text: string, names: FileNames, surroundings: Surroundings) {
    this.text = text;
    this.names = names;
    this.surroundings = surroundings;
    this.creations = new CreationReader(this);
  }

  /**
   * The expression at `node`; offsets count from `start`.
   * @param type what it is declared to be: `Vpc` of `Vpc vpc = new(…)`
   */
  read(node: Node | null | undefined, start: number, type?: string): Expression {
    if (!node || this.depth > MOST_NESTING) return { kind: 'other', start: 0, end: 0, parts: [] };
    this.depth++;
    const expression = this.expression(node, start, type);
    this.depth--;
    return expression;
  }

  private expression(node: Node, start: number, type: string | undefined): Expression {
    const at = placed(node, start);
    const read = (field: string): Expression => this.read(node.childForFieldName(field), start);
    switch (node.type) {
      case 'identifier':
        return this.name(node, start);
      case 'this':
        return { ...at, kind: 'name', name: 'this' };
      case 'base':
        return { ...at, kind: 'name', name: 'super' };
      case 'null_literal':
        return { ...at, kind: 'name', name: 'undefined' };
      case 'boolean_literal':
        return { ...at, kind: 'literal', value: this.textOf(node) === 'true' };
      case 'integer_literal':
      case 'real_literal': {
        const value = numberOf(this.textOf(node));
        return value === undefined ? { ...at, kind: 'other', parts: [] } : { ...at, kind: 'literal', value };
      }
      case 'string_literal':
      case 'verbatim_string_literal':
      case 'raw_string_literal':
        return { ...at, kind: 'literal', value: textOf(this.textOf(node)) };
      case 'interpolated_string_expression':
        return joined(
          at,
          partsOfInterpolated(node, start, (part) => this.read(part, start)),
        );
      // What only concerns types is looked through.
      case 'parenthesized_expression':
      case 'await_expression':
      case 'checked_expression':
        return this.read(inner(node)[0], start, type);
      case 'cast_expression':
        return read('value');
      case 'as_expression':
        return read('left');
      case 'member_access_expression':
      case 'conditional_access_expression':
      case 'member_binding_expression':
        return this.member(node, start);
      case 'element_access_expression':
        return this.element(node, read('expression'), start);
      case 'element_binding_expression': {
        const receiver = this.receivers.at(-1);
        // Without something before it, `[a, b]` is a list.
        return receiver
          ? this.element(node, receiver, start)
          : { ...at, kind: 'list', items: this.items(node, start) };
      }
      case 'invocation_expression':
        return this.call(node, start);
      case 'object_creation_expression':
      case 'implicit_object_creation_expression':
      case 'array_creation_expression':
      case 'implicit_array_creation_expression':
      case 'anonymous_object_creation_expression':
      case 'initializer_expression':
      case 'with_expression':
        return this.creations.read(node, start, type);
      case 'tuple_expression':
        return { ...at, kind: 'list', items: this.items(node, start) };
      case 'spread_element':
      case 'range_expression':
        return { ...at, kind: 'spread', value: this.read(node.namedChildren[0], start) };
      case 'conditional_expression':
        return {
          ...at,
          kind: 'conditional',
          test: read('condition'),
          yes: this.read(node.childForFieldName('consequence'), start, type),
          no: this.read(node.childForFieldName('alternative'), start, type),
        };
      case 'switch_expression':
        return this.choice(node, start);
      case 'binary_expression':
        return this.operation(node, start, type);
      case 'prefix_unary_expression':
      case 'postfix_unary_expression':
        return this.unary(node, start);
      case 'assignment_expression':
        return this.assignment(node, start);
      case 'lambda_expression':
      case 'anonymous_method_expression':
        return this.function(node, start);
      case 'typeof_expression':
      case 'default_expression':
      case 'sizeof_expression':
        return { ...at, kind: 'other', parts: [] };
      default:
        return this.others(node, start);
    }
  }

  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression {
    return { ...placed(node, start), kind: 'other', parts: this.all(node.namedChildren, start) };
  }

  all(nodes: readonly (Node | null)[], start: number): Expression[] {
    const found: Expression[] = [];
    for (const node of nodes) {
      if (node?.type === 'comment') this.surroundings.comment(node, start);
      else if (node?.isError) found.push(this.unreadable(node, start));
      else if (node) found.push(this.read(node, start));
    }
    return found;
  }

  /** What cannot be told, but is looked at: it counts as a spread of something unknown. */
  unreadable(node: Node, start: number): Extract<Expression, { kind: 'spread' }> {
    return { ...placed(node, start), kind: 'spread', value: this.others(node, start) };
  }

  comment(node: Node, start: number): void {
    this.surroundings.comment(node, start);
  }

  type(node: Node, start: number): Expression {
    return readType(node, start, this.names);
  }

  /** The classes that a type or a list of them names, for those who point at one. */
  types(node: Node | null | undefined, start: number): Expression[] {
    return readTypes(node, start, this.names);
  }

  /** What a list of arguments gives. */
  passed(node: Node | null | undefined, start: number): Passed {
    const positional: Expression[] = [];
    const named: Property[] = [];
    for (const child of node?.namedChildren ?? []) {
      if (!child) continue;
      const key = child.type === 'argument' ? child.childForFieldName('name') : null;
      const value = this.argument(child, start);
      if (!value) continue;
      const keyAt = key && { keyStart: key.startIndex - start, keyEnd: key.endIndex - start };
      if (key && keyAt) {
        const name = this.textOf(key).replace('@', '');
        named.push({ ...placed(child, start), ...keyAt, kind: 'property', key: name, value });
      } else positional.push(value);
    }
    const end = (node?.endIndex ?? 0) - start;
    return { positional, named, argumentsStart: (node?.startIndex ?? 0) - start, argumentsEnd: end };
  }

  private argument(node: Node, start: number): Expression | undefined {
    if (node.type !== 'argument') return this.all([node], start)[0];
    // `this` and `base` are no named nodes.
    const value = this.all(
      node.children.filter((child) => child && isValue(child, node)),
      start,
    ).at(-1);
    const isChanged = /^(?:ref|out)$/.test(node.children[0]?.type ?? '');
    return value && isChanged ? changed(value) : value;
  }

  /** The items of a list, or what an index is. */
  private items(node: Node, start: number): Expression[] {
    const { positional, named } = this.passed(node, start);
    return [...positional, ...named.map(({ value }) => value)];
  }

  /** A name that stands alone; properties of the class are `this.x`. */
  private name(node: Node, start: number): Expression {
    const at = placed(node, start);
    const name = this.textOf(node).replace('@', '');
    const owner = this.names.staticOwner(name);
    if (owner) {
      const object = this.names.type(owner, { start: at.start, end: at.start });
      return memberOf(object, this.names.member(object, name), at);
    }
    if (!this.names.isOwnMember(name, () => memberAfter(node))) return { ...at, kind: 'name', name };
    return memberOf(ownObject(at.start), this.names.fieldKey(name), at);
  }

  private member(node: Node, start: number): Expression {
    const text = this.textOf(node).replace(/^global::/, '');
    if (this.names.isNamespace(text)) return { ...placed(node, start), kind: 'name', name: text };
    if (node.type === 'conditional_access_expression') {
      const [condition, asked] = inner(node);
      this.receivers.push(this.read(condition, start));
      const found = this.read(asked, start);
      this.receivers.pop();
      return { ...found, ...placed(node, start) };
    }
    const written = node.childForFieldName('name');
    const receiver = node.type === 'member_binding_expression' ? this.receivers.at(-1) : undefined;
    const object = receiver ?? this.read(node.childForFieldName('expression'), start);
    if (!written) return this.others(node, start);
    const name = this.textOf(
      written.type === 'generic_name' ? (written.namedChildren[0] ?? written) : written,
    );
    const isOwn = object.kind === 'name' && object.name === 'this';
    const key = isOwn && !isCalled(node) ? this.names.fieldKey(name) : this.names.member(object, name);
    return memberOf(object, key, placed(node, start), placed(written, start));
  }

  private element(node: Node, object: Expression, start: number): Expression {
    const [index, ...others] = this.items(node.childForFieldName('subscript') ?? node, start);
    const at = placed(node, start);
    if (!index || others.length)
      return { ...at, kind: 'other', parts: [object, ...(index ? [index] : []), ...others] };
    return { ...at, kind: 'element', object, index };
  }

  private call(node: Node, start: number): Expression {
    const at = placed(node, start);
    const target = node.childForFieldName('function');
    const passed = node.childForFieldName('arguments');
    const name = target?.type === 'generic_name' ? target.namedChildren[0] : target;
    if (name?.type === 'identifier' && this.textOf(name) === 'nameof') {
      const value = /(\w+)\W*$/.exec(passed?.text ?? '')?.[1] ?? '';
      return { ...at, kind: 'literal', value };
    }
    const { positional, named, argumentsStart, argumentsEnd } = this.passed(passed, start);
    const callee = this.callee(name, start);
    if (callee.kind === 'member' && /^(?:toArray|toList)$/.test(callee.member) && positional.length === 0)
      return callee.object;
    const [first, ...others] = positional;
    const [second] = others;
    if (target?.text === 'Enumerable.Range' && first && second) {
      const to: Expression = { ...at, kind: 'operation', operator: '+', left: first, right: second };
      return { ...at, kind: 'range', from: first, to };
    }
    const isText =
      target?.type === 'member_access_expression' && /^[sS]tring\.(?:Format|Concat)$/.test(target.text);
    if (isText && first && named.length === 0) {
      const parts = target.text.endsWith('Format') ? partsOfFormat(first, others) : positional;
      if (parts) return joined(at, parts);
    }
    const isMapped = callee.kind === 'member' && callee.member === 'select' && first?.kind === 'function';
    const call: CallExpression = {
      ...at,
      kind: 'call',
      callee: isMapped ? { ...callee, member: 'map' } : callee,
      arguments: positional,
      argumentsStart,
      argumentsEnd,
    };
    return withNamed(call, named, this.names);
  }

  /** What is called; a method of the class is `this.x`. */
  private callee(node: Node | null | undefined, start: number): Expression {
    if (node?.type !== 'identifier') return this.read(node, start);
    const name = this.textOf(node);
    const at = placed(node, start);
    if (/^[_a-z@]/.test(name) || this.names.staticOwner(name)) return this.name(node, start);
    const key = camelCase(name);
    return this.names.isLocalFunction(name)
      ? { ...at, kind: 'name', name: key }
      : memberOf(ownObject(at.start), key, at);
  }

  private function(node: Node, start: number): Expression {
    const body = node.childForFieldName('body') ?? inner(node).at(-1);
    const parameters = readParameters(node.childForFieldName('parameters'), start, (value) =>
      this.read(value, start),
    );
    const { body: block, result } = this.surroundings;
    const read = body?.type === 'block' ? block : result;
    return { ...placed(node, start), kind: 'function', parameters, body: body ? read(body, start) : [] };
  }

  /** `value switch { 1 => a, _ => b }` as one condition after the other. */
  private choice(node: Node, start: number): Expression {
    const at = placed(node, start);
    const arms = inner(node).filter((child) => child.type === 'switch_expression_arm');
    const [tested] = inner(node);
    return arms.reduceRight<Expression>(
      (no, arm) => {
        const parts = inner(arm);
        const yes = this.read(parts.at(-1), start);
        const [pattern] = parts;
        if (!pattern || (pattern.type === 'discard' && parts.length === 2)) return yes;
        const isConstant = pattern.type === 'constant_pattern' && parts.length === 2;
        const test: Expression = {
          ...placed(pattern, start),
          kind: 'operation',
          operator: isConstant ? '==' : 'is',
          left: this.read(tested, start),
          right: isConstant ? this.read(inner(pattern)[0], start) : this.others(pattern, start),
        };
        return { ...at, kind: 'conditional', test, yes, no };
      },
      { ...at, kind: 'other', parts: [] },
    );
  }

  private operation(node: Node, start: number, type: string | undefined): Expression {
    const at = placed(node, start);
    const operator = node.childForFieldName('operator')?.type ?? '';
    const left = this.read(node.childForFieldName('left'), start);
    const right = this.read(node.childForFieldName('right'), start, type);
    if (operator === '??') return { ...at, kind: 'fallback', value: left, otherwise: right, falsy: false };
    // Whole numbers are divided without a rest, which the types decide.
    return { ...at, kind: 'operation', operator: operator === '/' ? 'divide' : operator, left, right };
  }

  private unary(node: Node, start: number): Expression {
    const operator = node.children.find((child) => child && !child.isNamed)?.type ?? '';
    const operand = this.read(inner(node)[0], start);
    if (/^(?:\+\+|--)$/.test(operator)) return changed(operand);
    if (node.type === 'postfix_unary_expression') return operand;
    return { ...placed(node, start), kind: 'operation', operator, left: operand, right: undefined };
  }

  private assignment(node: Node, start: number): Expression {
    const at = placed(node, start);
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
    const declared = left?.type === 'identifier' ? this.names.typeOfMember(this.textOf(left)) : undefined;
    const value = this.read(right, start, declared);
    // What is assigned to `_` is not kept.
    if (left?.type === 'identifier' && this.textOf(left) === '_')
      return { ...at, kind: 'other', parts: [value] };
    if (left?.type === 'tuple_expression') {
      const parts = this.items(left, start).map((target, index) => ({
        ...changed(target),
        // What is taken apart is looked at once.
        value: {
          kind: 'other' as const,
          start: value.start,
          end: value.end,
          parts: index === 0 ? [value] : [],
        },
      }));
      return { ...at, kind: 'other', parts };
    }
    const plain = node.childForFieldName('operator')?.type === '=';
    return { ...at, kind: 'assignment', target: this.read(left, start), value, plain };
  }

  textOf(node: Node): string {
    return this.text.slice(node.startIndex, node.endIndex);
  }
}
