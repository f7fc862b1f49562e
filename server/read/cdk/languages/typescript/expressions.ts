/** Expressions of TypeScript and JavaScript. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Body, Expression, ObjectExpression, Property } from '../../syntax.ts';
import { readParameters } from './patterns.ts';
import { stringText, unescaped } from './text.ts';

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

export class ExpressionReader {
  private readonly text: string;
  private readonly surroundings: Surroundings;
  private depth = 0;

  constructor(text: string, surroundings: Surroundings) {
    this.text = text;
    this.surroundings = surroundings;
  }

  /** The expression at `node`; offsets count from `start`. */
  read(node: Node | null, start: number): Expression {
    if (!node || this.depth > MOST_NESTING) return { kind: 'other', start: 0, end: 0, parts: [] };
    this.depth++;
    const expression = this.expression(node, start);
    this.depth--;
    return expression;
  }

  private expression(node: Node, start: number): Expression {
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    switch (node.type) {
      case 'identifier':
      case 'this':
      case 'super':
      case 'shorthand_property_identifier':
      case 'type_identifier':
        return { ...at, kind: 'name', name: this.textOf(node) };
      case 'undefined':
        return { ...at, kind: 'name', name: 'undefined' };
      case 'string':
        return { ...at, kind: 'literal', value: stringText(node) };
      case 'number':
        return numberLiteral(this.textOf(node), at);
      case 'true':
      case 'false':
        return { ...at, kind: 'literal', value: node.type === 'true' };
      case 'null':
        return { ...at, kind: 'literal', value: null };
      case 'template_string':
        return this.template(node, start);
      // What only concerns types is looked through.
      case 'parenthesized_expression':
      case 'as_expression':
      case 'satisfies_expression':
      case 'non_null_expression':
      case 'await_expression':
        return this.read(node.namedChildren.find((child) => child?.type !== 'comment') ?? null, start);
      case 'member_expression':
        return this.member(node, 'object', 'property', start);
      case 'nested_type_identifier':
      case 'nested_identifier':
        return this.member(
          node,
          node.childForFieldName('module') ? 'module' : 'object',
          node.childForFieldName('name') ? 'name' : 'property',
          start,
        );
      case 'subscript_expression':
        return {
          ...at,
          kind: 'element',
          object: this.read(node.childForFieldName('object'), start),
          index: this.read(node.childForFieldName('index'), start),
        };
      case 'call_expression':
      case 'new_expression':
        return this.call(node, start);
      case 'object':
        return this.object(node, start);
      case 'array':
        return { ...at, kind: 'list', items: this.all(node.namedChildren, start) };
      case 'spread_element':
        return { ...at, kind: 'spread', value: this.read(node.namedChildren[0] ?? null, start) };
      case 'ternary_expression':
        return {
          ...at,
          kind: 'conditional',
          test: this.read(node.childForFieldName('condition'), start),
          yes: this.read(node.childForFieldName('consequence'), start),
          no: this.read(node.childForFieldName('alternative'), start),
        };
      case 'binary_expression':
      case 'unary_expression':
        return this.operation(node, start);
      case 'update_expression': {
        const target = this.read(node.childForFieldName('argument'), start);
        return {
          ...at,
          kind: 'assignment',
          target,
          value: { ...at, kind: 'other', parts: [] },
          plain: false,
        };
      }
      case 'assignment_expression':
      case 'augmented_assignment_expression':
        return {
          ...at,
          kind: 'assignment',
          target: this.read(node.childForFieldName('left'), start),
          value: this.read(node.childForFieldName('right'), start),
          plain: node.type === 'assignment_expression',
        };
      case 'arrow_function':
      case 'function_expression':
        return this.function(node, start);
      case 'type_annotation':
      case 'extends_clause':
      case 'type_arguments':
        return { ...at, kind: 'other', parts: this.typeNames(node, start) };
      default:
        return this.others(node, start);
    }
  }

  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression {
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    return { ...at, kind: 'other', parts: this.all(node.namedChildren, start) };
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
    return {
      kind: 'spread',
      start: node.startIndex - start,
      end: node.endIndex - start,
      value: this.others(node, start),
    };
  }

  private typeNames(node: Node, start: number): Expression[] {
    const nested = node.descendantsOfType(['nested_type_identifier', 'type_identifier', 'member_expression']);
    const found: Expression[] = [];
    let end = -1;
    for (const each of nested) {
      // The parts of a nested name come after it and lie within it.
      if (!each || each.startIndex < end) continue;
      end = each.endIndex;
      const name = this.read(each, start);
      found.push({ kind: 'type', start: name.start, end: name.end, name });
    }
    if (node.type === 'extends_clause' && found.length === 0) {
      const value = node.childForFieldName('value');
      if (value)
        found.push({
          kind: 'type',
          start: value.startIndex - start,
          end: value.endIndex - start,
          name: this.read(value, start),
        });
    }
    return found;
  }

  private template(node: Node, start: number): Expression {
    const parts: Expression[] = [];
    let plain = true;
    for (const part of node.namedChildren) {
      if (!part) continue;
      const at = { start: part.startIndex - start, end: part.endIndex - start };
      if (part.type === 'template_substitution') {
        plain = false;
        parts.push(this.read(part.namedChildren[0] ?? null, start));
      } else {
        const text = part.type === 'escape_sequence' ? unescaped(this.textOf(part)) : this.textOf(part);
        parts.push({ ...at, kind: 'literal', value: text });
      }
    }
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    if (!plain) return { ...at, kind: 'template', parts };
    return {
      ...at,
      kind: 'literal',
      value: parts.map((part) => (part.kind === 'literal' ? part.value : '')).join(''),
    };
  }

  private member(node: Node, objectField: string, memberField: string, start: number): Expression {
    const member = node.childForFieldName(memberField);
    return {
      kind: 'member',
      start: node.startIndex - start,
      end: node.endIndex - start,
      object: this.read(node.childForFieldName(objectField), start),
      member: member ? this.textOf(member) : '',
      memberStart: (member ?? node).startIndex - start,
      memberEnd: (member ?? node).endIndex - start,
    };
  }

  private call(node: Node, start: number): Expression {
    const passed = node.childForFieldName('arguments');
    const typed = node.childForFieldName('type_arguments');
    if (typed) this.read(typed, start);
    return {
      kind: 'call',
      start: node.startIndex - start,
      end: node.endIndex - start,
      callee: this.read(node.childForFieldName('constructor') ?? node.childForFieldName('function'), start),
      arguments: passed ? this.all(passed.namedChildren, start) : [],
      argumentsStart: (passed?.startIndex ?? node.endIndex) - start,
      argumentsEnd: (passed?.endIndex ?? node.endIndex) - start,
    };
  }

  private object(node: Node, start: number): Expression {
    const properties: ObjectExpression['properties'][number][] = [];
    let open = false;
    for (const child of node.namedChildren) {
      if (!child) continue;
      if (child.type === 'comment') {
        this.surroundings.comment(child, start);
      } else if (child.type === 'spread_element') {
        const value = this.read(child.namedChildren[0] ?? null, start);
        properties.push({
          kind: 'spread',
          start: child.startIndex - start,
          end: child.endIndex - start,
          value,
        });
      } else {
        const property = child.isError ? undefined : this.property(child, start);
        if (property) {
          properties.push(property);
        } else {
          open = true;
          // What is in it is seen all the same.
          properties.push(this.unreadable(child, start));
        }
      }
    }
    return { kind: 'object', start: node.startIndex - start, end: node.endIndex - start, properties, open };
  }

  /** The members of an enum with their values, as an object; those without a value are numbered. */
  enumeration(node: Node, start: number): Expression {
    let next: number | undefined = 0;
    const properties = node.namedChildren.flatMap((child): Property[] => {
      if (!child || child.type === 'comment') return [];
      const key = child.childForFieldName('name') ?? child;
      const given = child.childForFieldName('value');
      const at = { start: child.startIndex - start, end: child.endIndex - start };
      const value: Expression = given
        ? this.read(given, start)
        : next === undefined
          ? { ...at, kind: 'other', parts: [] }
          : { ...at, kind: 'literal', value: next };
      next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
      const keyAt = { keyStart: key.startIndex - start, keyEnd: key.endIndex - start };
      return [
        {
          ...at,
          ...keyAt,
          kind: 'property',
          key: key.type === 'string' ? stringText(key) : this.textOf(key),
          value,
        },
      ];
    });
    return {
      kind: 'object',
      start: node.startIndex - start,
      end: node.endIndex - start,
      properties,
      open: false,
    };
  }

  private property(node: Node, start: number): Property | undefined {
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    if (node.type === 'shorthand_property_identifier') {
      const key = this.textOf(node);
      return {
        ...at,
        kind: 'property',
        key,
        keyStart: at.start,
        keyEnd: at.end,
        value: this.read(node, start),
      };
    }
    const key = node.childForFieldName(node.type === 'pair' ? 'key' : 'name');
    if (!key || key.type === 'computed_property_name') return undefined;
    // A value beside something broken may belong to the next statement.
    if (node.namedChildren.some((child) => child?.isError)) return undefined;
    const value =
      node.type === 'pair' ? this.read(node.childForFieldName('value'), start) : this.function(node, start);
    return {
      ...at,
      kind: 'property',
      key: key.type === 'string' ? stringText(key) : this.textOf(key),
      keyStart: key.startIndex - start,
      keyEnd: key.endIndex - start,
      value,
    };
  }

  private operation(node: Node, start: number): Expression {
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    const operator = node.childForFieldName('operator')?.type ?? '';
    const left = this.read(node.childForFieldName('left') ?? node.childForFieldName('argument'), start);
    const right = node.childForFieldName('right');
    if (right && (operator === '??' || operator === '||')) {
      const otherwise = this.read(right, start);
      return { ...at, kind: 'fallback', value: left, otherwise, falsy: operator === '||' };
    }
    return { ...at, kind: 'operation', operator, left, right: right ? this.read(right, start) : undefined };
  }

  private function(node: Node, start: number): Expression {
    const body = node.childForFieldName('body');
    const parameters = node.childForFieldName('parameters') ?? node.childForFieldName('parameter');
    return {
      kind: 'function',
      start: node.startIndex - start,
      end: node.endIndex - start,
      parameters: readParameters(parameters, start, (value) => this.read(value, start)),
      body: body ? this.bodyOf(body, start) : [],
    };
  }

  private bodyOf(node: Node, start: number): Body {
    return node.type === 'statement_block'
      ? this.surroundings.body(node, start)
      : this.surroundings.result(node, start);
  }

  private textOf(node: Node): string {
    return this.text.slice(node.startIndex, node.endIndex);
  }
}

function numberLiteral(source: string, at: { start: number; end: number }): Expression {
  const value = Number(source.replaceAll('_', ''));
  return Number.isNaN(value) ? { ...at, kind: 'other', parts: [] } : { ...at, kind: 'literal', value };
}
