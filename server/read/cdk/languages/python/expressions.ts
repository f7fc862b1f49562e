/** Expressions of Python, with the names and shapes that they have in TypeScript. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { camelCase } from '../../../../aws/cdkPython.ts';
import type { Body, CallExpression, Expression, ObjectExpression, Property } from '../../syntax.ts';
import { readAssignment } from './assignments.ts';
import { callOf } from './calls.ts';
import type { LibraryNames } from './names.ts';
import { type ExpressionsOf, nameOf, placed, readParameters, readTarget } from './patterns.ts';
import { readString } from './text.ts';

/** What reading an expression asks of whoever reads statements. */
export interface Surroundings {
  /** The body of a function that only says what it gives: of a lambda, of a comprehension. */
  result(node: Node, value: (start: number) => Expression, start: number): Body;
  comment(node: Node, start: number): void;
}

/** Deeper nesting is not read: the stack must last for any input. */
const MOST_NESTING = 120;

const comparisons: Readonly<Record<string, string>> = {
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  is: '==',
  'is not': '!=',
};

/** Functions that do nothing to what they are given. */
const harmless: ReadonlySet<string> = new Set([
  'print',
  'len',
  'str',
  'int',
  'float',
  'bool',
  'repr',
  'isinstance',
  'hasattr',
  'range',
  'id',
]);

export class ExpressionReader implements ExpressionsOf {
  private readonly text: string;
  private readonly names: LibraryNames;
  private readonly surroundings: Surroundings;
  private depth = 0;

  constructor(text: string, names: LibraryNames, surroundings: Surroundings) {
    this.text = text;
    this.names = names;
    this.surroundings = surroundings;
  }

  /** The expression at `node`; offsets count from `start`. */
  read(node: Node | null | undefined, start: number): Expression {
    if (!node || this.depth > MOST_NESTING) return { kind: 'other', start: 0, end: 0, parts: [] };
    this.depth++;
    const expression = this.expression(node, start);
    this.depth--;
    return expression;
  }

  private expression(node: Node, start: number): Expression {
    const at = placed(node, start);
    switch (node.type) {
      case 'identifier':
        return { ...at, kind: 'name', name: nameOf(this.textOf(node)) };
      case 'none':
        return { ...at, kind: 'name', name: 'undefined' };
      case 'true':
      case 'false':
        return { ...at, kind: 'literal', value: node.type === 'true' };
      case 'integer':
      case 'float':
        return numberLiteral(this.textOf(node), at);
      case 'string':
      case 'concatenated_string':
        return readString(node, start, this);
      case 'parenthesized_expression':
      case 'await':
        return this.read(
          node.namedChildren.find((child) => child?.type !== 'comment'),
          start,
        );
      case 'attribute':
        return this.member(node, start);
      case 'subscript':
        return this.element(node, start);
      case 'call':
        return this.call(node, start);
      case 'dictionary':
        return this.dictionary(node, start);
      case 'list':
      case 'tuple':
      case 'set':
      case 'expression_list':
        return { ...at, kind: 'list', items: this.all(node.namedChildren, start) };
      case 'list_splat':
        return { ...at, kind: 'spread', value: this.read(node.namedChildren[0], start) };
      case 'conditional_expression': {
        const [yes, test, no] = node.namedChildren.filter((child) => child?.type !== 'comment');
        return {
          ...at,
          kind: 'conditional',
          test: this.read(test, start),
          yes: this.read(yes, start),
          no: this.read(no, start),
        };
      }
      case 'boolean_operator':
      case 'binary_operator':
      case 'unary_operator':
      case 'not_operator':
        return this.operation(node, start);
      case 'comparison_operator':
        return this.comparison(node, start);
      case 'assignment':
      case 'augmented_assignment':
      case 'named_expression':
      case 'as_pattern':
        return readAssignment(node, start, this);
      case 'lambda': {
        const body = node.childForFieldName('body');
        return {
          ...at,
          kind: 'function',
          parameters: readParameters(node.childForFieldName('parameters'), start, false, (value) =>
            this.read(value, start),
          ),
          body: body ? this.surroundings.result(body, (from) => this.read(body, from), start) : [],
        };
      }
      case 'list_comprehension':
      case 'set_comprehension':
      case 'generator_expression':
        return this.comprehension(node, start);
      case 'as_pattern_target':
        return this.read(node.namedChildren[0], start);
      case 'type':
        return { ...at, kind: 'other', parts: this.typeNames(node, start) };
      default:
        return this.others(node, start);
    }
  }

  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression {
    return { ...placed(node, start), kind: 'other', parts: this.all(node.namedChildren, start) };
  }

  private all(nodes: readonly (Node | null)[], start: number): Expression[] {
    const found: Expression[] = [];
    for (const node of nodes) {
      if (node?.type === 'comment') this.surroundings.comment(node, start);
      else if (node?.isError) found.push(this.unreadable(node, start));
      else if (node) found.push(this.read(node, start));
    }
    return found;
  }

  /** What cannot be told, but is looked at: it counts as a spread of something unknown. */
  private unreadable(node: Node, start: number): Extract<Expression, { kind: 'spread' }> {
    return { ...placed(node, start), kind: 'spread', value: this.others(node, start) };
  }

  /** The names in a type. */
  private typeNames(node: Node, start: number): Expression[] {
    return node.namedChildren.flatMap((child): Expression[] => {
      if (!child || this.depth > MOST_NESTING) return [];
      if (child.type !== 'identifier' && child.type !== 'attribute') return this.typeNames(child, start);
      return [{ ...placed(child, start), kind: 'type', name: this.read(child, start) }];
    });
  }

  private member(node: Node, start: number): Expression {
    const object = this.read(node.childForFieldName('object'), start);
    const member = node.childForFieldName('attribute');
    const name = member ? this.textOf(member) : '';
    // In CDK v1: `aws_cdk.core.Stack`.
    if (name === 'core' && object.kind === 'name' && object.name === 'aws_cdk') return object;
    return {
      ...placed(node, start),
      kind: 'member',
      object,
      member: this.names.member(object, name),
      memberStart: (member ?? node).startIndex - start,
      memberEnd: (member ?? node).endIndex - start,
    };
  }

  private element(node: Node, start: number): Expression {
    const [index, ...others] = node.childrenForFieldName('subscript');
    if (others.length || index?.type === 'slice') return this.others(node, start);
    return {
      ...placed(node, start),
      kind: 'element',
      object: this.read(node.childForFieldName('value'), start),
      index: this.read(index, start),
    };
  }

  private call(node: Node, start: number): Expression {
    const at = placed(node, start);
    const target = node.childForFieldName('function');
    const passed = node.childForFieldName('arguments');
    // `f(x for x in list)` has no parentheses of its own.
    const given = passed?.type === 'generator_expression' ? [passed] : (passed?.namedChildren ?? []);
    if (target?.type === 'identifier' && harmless.has(this.textOf(target))) {
      const isText = this.textOf(target) === 'str' && given.length === 1;
      return { ...at, kind: isText ? 'template' : 'other', parts: this.all(given.map(passedValue), start) };
    }
    const call: CallExpression = {
      ...at,
      kind: 'call',
      callee: this.callee(target, start),
      arguments: this.all(
        given.filter((child) => child && !isNamed(child)),
        start,
      ),
      argumentsStart: (passed?.startIndex ?? node.endIndex) - start,
      argumentsEnd: (passed?.endIndex ?? node.endIndex) - start,
    };
    return callOf(call, this.named(given, start), this.names);
  }

  /** `super().__init__` is `super`, `super().method` is `super.method`. */
  private callee(node: Node | null, start: number): Expression {
    const callee = this.read(node, start);
    if (callee.kind !== 'member') return callee;
    const { object, start: from, end } = callee;
    const above = object.kind === 'call' && object.callee.kind === 'name' && object.callee.name === 'super';
    if (!above) return callee;
    const base: Expression = { kind: 'name', name: 'super', start: from, end };
    return callee.member === '__init__' ? base : { ...callee, object: { ...base, end: object.end } };
  }

  /** What is given by name, as an object. */
  private named(nodes: readonly (Node | null)[], start: number): ObjectExpression | undefined {
    const given = nodes.filter((node): node is Node => node !== null && isNamed(node));
    const first = given[0];
    const last = given.at(-1);
    if (!first || !last) return undefined;
    const properties = given.flatMap((node) => this.property(node, 'name', start));
    return {
      kind: 'object',
      start: first.startIndex - start,
      end: last.endIndex - start,
      properties,
      open: nodes.some((node) => node?.isError),
    };
  }

  private dictionary(node: Node, start: number): Expression {
    const properties: ObjectExpression['properties'][number][] = [];
    let open = false;
    for (const child of node.namedChildren) {
      if (child?.type === 'comment') this.surroundings.comment(child, start);
      else if (child) {
        const property = this.property(child, 'key', start);
        open ||= property.some((each) => each.kind === 'spread') && child.type !== 'dictionary_splat';
        properties.push(...property);
      }
    }
    return { ...placed(node, start), kind: 'object', properties, open };
  }

  /** A key with its value, or a spread: of a dictionary, or of something that cannot be told. */
  private property(node: Node, keyField: string, start: number): ObjectExpression['properties'][number][] {
    const at = placed(node, start);
    if (node.type === 'dictionary_splat')
      return [{ ...at, kind: 'spread', value: this.read(node.namedChildren[0], start) }];
    const key = node.childForFieldName(keyField);
    const value = node.childForFieldName('value');
    const broken = node.namedChildren.some((child) => child?.isError);
    if (!key || !value || broken || node.isError) return [this.unreadable(node, start)];
    const name = keyField === 'name' ? camelCase(this.textOf(key)) : this.keyOf(key, start);
    if (name === undefined) return [this.unreadable(node, start)];
    for (const child of node.namedChildren)
      if (child?.type === 'comment') this.surroundings.comment(child, start);
    const property: Property = {
      ...at,
      kind: 'property',
      key: name,
      keyStart: key.startIndex - start,
      keyEnd: key.endIndex - start,
      value: this.read(value, start),
    };
    return [property];
  }

  private keyOf(node: Node, start: number): string | undefined {
    const key = this.read(node, start);
    return key.kind === 'literal' && key.value !== null ? String(key.value) : undefined;
  }

  private operation(node: Node, start: number): Expression {
    const at = placed(node, start);
    const written = node.childForFieldName('operator')?.type ?? '';
    const left = this.read(node.childForFieldName('left') ?? node.childForFieldName('argument'), start);
    if (node.type === 'not_operator')
      return { ...at, kind: 'operation', operator: '!', left, right: undefined };
    const right = node.childForFieldName('right');
    if (!right) return { ...at, kind: 'operation', operator: written, left, right: undefined };
    const second = this.read(right, start);
    if (written === 'or') return { ...at, kind: 'fallback', value: left, otherwise: second, falsy: true };
    // The texts that `%` formats are not followed, nor are remainders.
    const operator = written === 'and' ? '&&' : written === '%' ? 'format' : written;
    return { ...at, kind: 'operation', operator, left, right: second };
  }

  /** `a == b`; several in a row, and `in`, are not followed. */
  private comparison(node: Node, start: number): Expression {
    const [left, right, ...others] = node.namedChildren;
    const operator = comparisons[node.children[1]?.type ?? ''];
    if (!left || !right || others.length > 0 || !operator) return this.others(node, start);
    const [one, other] = [this.read(left, start), this.read(right, start)];
    return { ...placed(node, start), kind: 'operation', operator, left: one, right: other };
  }

  /** `[f(x) for x in items]` as `items.map((x) => f(x))`. */
  private comprehension(node: Node, start: number): Expression {
    const at = placed(node, start);
    const clauses = node.namedChildren.filter(
      (child) => child?.type === 'for_in_clause' || child?.type === 'if_clause',
    );
    const [only, ...others] = clauses;
    const body = node.childForFieldName('body');
    const items = only?.childForFieldName('right');
    const left = only?.childForFieldName('left');
    if (others.length || !body || !items || !left) return this.others(node, start);
    const member = { member: 'map', memberStart: at.end, memberEnd: at.end };
    return {
      ...at,
      kind: 'call',
      callee: { ...at, kind: 'member', object: this.read(items, start), ...member },
      arguments: [
        {
          ...placed(body, start),
          kind: 'function',
          parameters: [readTarget(left, start)],
          body: this.surroundings.result(body, (from) => this.read(body, from), start),
        },
      ],
      argumentsStart: at.end,
      argumentsEnd: at.end,
    };
  }

  private textOf(node: Node): string {
    return this.text.slice(node.startIndex, node.endIndex);
  }
}

function isNamed(node: Node): boolean {
  return node.type === 'keyword_argument' || node.type === 'dictionary_splat';
}

function passedValue(node: Node | null): Node | null {
  return node?.type === 'keyword_argument' ? node.childForFieldName('value') : node;
}

function numberLiteral(source: string, at: { start: number; end: number }): Expression {
  const value = Number(source.replaceAll('_', ''));
  return Number.isNaN(value) ? { ...at, kind: 'other', parts: [] } : { ...at, kind: 'literal', value };
}
