/** Expressions of Go, with the names and shapes that they have in TypeScript. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { withSmallLetter } from '../../../../aws/cdkGo.ts';
import type { Body, Expression } from '../../syntax.ts';
import { readCall } from './calls.ts';
import type { Declarations } from './declarations.ts';
import { readComposite } from './literals.ts';
import { type LibraryMember, libraryMember, type PackageNames } from './names.ts';
import { readParameters } from './patterns.ts';
import { firstOf, placed, type Reading } from './reading.ts';
import { numberOf, textOf } from './text.ts';

/** What reading an expression asks of whoever reads statements. */
export interface Surroundings {
  /** The body of a function in the expression. */
  body(node: Node, start: number): Body;
  comment(node: Node, start: number): void;
}

/** Deeper nesting is not read: the stack must last for any input. */
const MOST_NESTING = 120;

export class ExpressionReader implements Reading {
  readonly packages: PackageNames;
  readonly declared: Declarations;
  /** What the method that is read calls what it is called on. */
  receiver: string | undefined;
  private readonly text: string;
  private readonly surroundings: Surroundings;
  private depth = 0;

  constructor(text: string, packages: PackageNames, declared: Declarations, surroundings: Surroundings) {
    this.text = text;
    this.packages = packages;
    this.declared = declared;
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
      case 'type_identifier':
        return this.identifier(node, start);
      case 'nil':
        return { ...at, kind: 'name', name: 'undefined' };
      case 'true':
      case 'false':
        return { ...at, kind: 'literal', value: node.type === 'true' };
      case 'int_literal':
      case 'float_literal': {
        const value = numberOf(this.source(node));
        return Number.isNaN(value) ? this.others(node, start) : { ...at, kind: 'literal', value };
      }
      case 'interpreted_string_literal':
      case 'raw_string_literal':
        return { ...at, kind: 'literal', value: textOf(this.source(node)) };
      // Pointers are followed, and so is what only concerns types.
      case 'parenthesized_expression':
      case 'type_assertion_expression':
      case 'literal_element':
        return this.read(firstOf(node), start);
      case 'unary_expression':
      case 'binary_expression':
        return this.operation(node, start);
      case 'selector_expression':
        return this.member(node.childForFieldName('operand'), node.childForFieldName('field'), start);
      // Where it is called.
      case 'qualified_type':
        return this.member(node.childForFieldName('package'), node.childForFieldName('name'), start);
      case 'index_expression':
        return {
          ...at,
          kind: 'element',
          object: this.read(node.childForFieldName('operand'), start),
          index: this.read(node.childForFieldName('index'), start),
        };
      case 'call_expression':
      case 'type_conversion_expression':
        return readCall(node, start, this);
      case 'composite_literal':
        return readComposite(node, start, this);
      case 'variadic_argument':
        return { ...at, kind: 'spread', value: this.read(firstOf(node), start) };
      case 'func_literal': {
        const body = node.childForFieldName('body');
        return {
          ...at,
          kind: 'function',
          parameters: readParameters(node.childForFieldName('parameters'), start),
          body: body ? this.surroundings.body(body, start) : [],
        };
      }
      default:
        return this.others(node, start);
    }
  }

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

  unreadable(node: Node, start: number): Extract<Expression, { kind: 'spread' }> {
    return { ...placed(node, start), kind: 'spread', value: this.others(node, start) };
  }

  comment(node: Node, start: number): void {
    this.surroundings.comment(node, start);
  }

  /** The names of packages in types, at any depth. */
  typesIn(node: Node | null | undefined, start: number, depth = 0): Expression[] {
    if (!node || depth > 8) return [];
    if (node.type !== 'qualified_type' && node.type !== 'type_identifier')
      return node.namedChildren.flatMap((child) => this.typesIn(child, start, depth + 1));
    return [{ ...placed(node, start), kind: 'type', name: this.typeName(node, start) }];
  }

  /** A type as an expression. */
  typeName(node: Node, start: number): Expression {
    const name = node.childForFieldName('name') ?? node;
    const of = node.childForFieldName('package');
    if (of) return this.memberOf(this.identifier(of, start), name, start);
    const dotted = this.packages.packageOfClass(this.source(node));
    if (dotted === undefined || this.declared.resolved(node) !== node) return this.identifier(node, start);
    return this.memberOf(emptyName(dotted, node, start), name, start);
  }

  isOfLibrary(type: Node): boolean {
    const of = type.childForFieldName('package');
    if (of) return this.packages.library(this.source(of)) !== undefined;
    return type.type === 'type_identifier' && this.packages.packageOfClass(this.source(type)) !== undefined;
  }

  source(node: Node): string {
    return this.text.slice(node.startIndex, node.endIndex);
  }

  private identifier(node: Node, start: number): Expression {
    const name = this.source(node);
    const known = libraryMember(name);
    const of = known && this.packages.packageOfClass(known.className);
    if (known && of !== undefined) return this.libraryName(emptyName(of, node, start), node, known, start);
    return { ...placed(node, start), kind: 'name', name: name === this.receiver ? 'this' : name };
  }

  private member(of: Node | null, field: Node | null, start: number): Expression {
    const isName = of?.type === 'identifier' || of?.type === 'package_identifier';
    const object = isName ? this.identifier(of, start) : this.read(of, start);
    if (!field) return object;
    const library = isName ? this.packages.library(this.source(of)) : undefined;
    const known = library === undefined ? undefined : libraryMember(this.source(field));
    if (library !== undefined && known && object.kind === 'name')
      return this.libraryName({ ...object, name: library }, field, known, start);
    return { ...this.memberOf(object, field, start), member: withSmallLetter(this.source(field)) };
  }

  /** A name of a package of CDK: a class, or a static member of one. */
  private libraryName(
    object: Expression,
    node: Node,
    { className, classEnd, member }: LibraryMember,
    start: number,
  ): Expression {
    const whole = { ...this.memberOf(object, node, start), member: className };
    if (member === undefined) return whole;
    const end = whole.memberStart + classEnd;
    return { ...whole, object: { ...whole, end, memberEnd: end }, member, memberStart: end + 1 };
  }

  private memberOf(object: Expression, member: Node, start: number): Extract<Expression, { kind: 'member' }> {
    const { start: memberStart, end } = placed(member, start);
    return {
      kind: 'member',
      start: object.start,
      end,
      object,
      member: this.source(member),
      memberStart,
      memberEnd: end,
    };
  }

  private operation(node: Node, start: number): Expression {
    const at = placed(node, start);
    const written = node.childForFieldName('operator')?.type ?? '';
    const right = node.childForFieldName('right');
    const left = this.read(node.childForFieldName(right ? 'left' : 'operand'), start);
    if (!right && (written === '&' || written === '*')) return left;
    // Division is of whole numbers or not, as types tell.
    const operator = written === '/' ? 'division' : written;
    return { ...at, kind: 'operation', operator, left, right: right ? this.read(right, start) : undefined };
  }
}

/** A name that is not written. */
function emptyName(name: string, node: Node, start: number): Expression {
  return { kind: 'name', name, start: node.startIndex - start, end: node.startIndex - start };
}
