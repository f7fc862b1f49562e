/** Expressions of Java, in the shapes that they have in TypeScript. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Body, CallExpression, Expression } from '../../syntax.ts';
import { BuilderReader } from './builders.ts';
import { chainOf } from './chains.ts';
import { libraryValue, objectOf } from './collections.ts';
import { numberOf, textOf } from './literals.ts';
import { type FileNames, type StaticMember, split } from './names.ts';
import { readParameters } from './parameters.ts';
import { readSwitch } from './switches.ts';

/** What reading an expression asks of whoever reads statements. */
export interface Surroundings {
  /** The body of a function in the expression. */
  body(node: Node, start: number): Body;
  /** The body of a function that only says what it gives: `() -> value`. */
  result(node: Node, start: number): Body;
  comment(node: Node, start: number): void;
}

/** Deeper nesting is not read: the stack must last for any input. */
const MOST_NESTING = 120;

export class ExpressionReader {
  readonly builders: BuilderReader;
  private readonly text: string;
  private readonly names: FileNames;
  private readonly surroundings: Surroundings;
  private depth = 0;

  constructor(text: string, names: FileNames, surroundings: Surroundings) {
    this.text = text;
    this.names = names;
    this.surroundings = surroundings;
    this.builders = new BuilderReader(names, {
      read: (node, start) => this.read(node, start),
      others: (node, start) => this.others(node, start),
      all: (nodes, start) => this.all(nodes, start),
      comment: (node, start) => surroundings.comment(node, start),
    });
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
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    switch (node.type) {
      case 'identifier':
      case 'type_identifier':
        return this.name(node, start);
      case 'this':
      case 'super':
        return { ...at, kind: 'name', name: node.type };
      case 'null_literal':
        return { ...at, kind: 'name', name: 'undefined' };
      case 'true':
      case 'false':
        return { ...at, kind: 'literal', value: node.type === 'true' };
      case 'string_literal':
      case 'character_literal':
        return { ...at, kind: 'literal', value: textOf(this.textOf(node)) };
      case 'decimal_integer_literal':
      case 'hex_integer_literal':
      case 'octal_integer_literal':
      case 'binary_integer_literal':
      case 'decimal_floating_point_literal': {
        const value = numberOf(this.textOf(node));
        return value === undefined ? { ...at, kind: 'other', parts: [] } : { ...at, kind: 'literal', value };
      }
      // What only concerns types is looked through.
      case 'parenthesized_expression':
        return this.read(inner(node)[0], start);
      case 'cast_expression':
        return this.read(node.childForFieldName('value'), start);
      case 'generic_type':
      case 'annotated_type':
        return this.read(
          node.namedChildren.find((child) => /identifier$/.test(child?.type ?? '')),
          start,
        );
      case 'field_access':
      case 'scoped_type_identifier':
        return this.member(node, start);
      case 'array_access':
        return {
          ...at,
          kind: 'element',
          object: this.read(node.childForFieldName('array'), start),
          index: this.read(node.childForFieldName('index'), start),
        };
      case 'method_invocation':
        return this.call(node, start);
      case 'object_creation_expression':
        return this.creation(node, start);
      case 'array_creation_expression': {
        const value = node.childForFieldName('value');
        return value ? this.read(value, start) : this.others(node, start);
      }
      case 'array_initializer':
        return { ...at, kind: 'list', items: this.all(node.namedChildren, start) };
      case 'ternary_expression':
        return {
          ...at,
          kind: 'conditional',
          test: this.read(node.childForFieldName('condition'), start),
          yes: this.read(node.childForFieldName('consequence'), start),
          no: this.read(node.childForFieldName('alternative'), start),
        };
      case 'switch_expression':
        return readSwitch(node, start, this);
      case 'binary_expression':
      case 'unary_expression':
        return this.operation(node, start);
      case 'assignment_expression':
        return {
          ...at,
          kind: 'assignment',
          target: this.read(node.childForFieldName('left'), start),
          value: this.read(node.childForFieldName('right'), start),
          plain: node.childForFieldName('operator')?.type === '=',
        };
      case 'update_expression': {
        const target = this.read(node.namedChildren[0], start);
        return {
          ...at,
          kind: 'assignment',
          target,
          value: { ...at, kind: 'other', parts: [] },
          plain: false,
        };
      }
      case 'lambda_expression': {
        const body = node.childForFieldName('body');
        return {
          ...at,
          kind: 'function',
          parameters: readParameters(node.childForFieldName('parameters'), start),
          body: body ? this.bodyOf(body, start) : [],
        };
      }
      case 'class_literal':
        return { ...at, kind: 'other', parts: [] };
      default:
        return this.others(node, start);
    }
  }

  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression {
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    return { ...at, kind: 'other', parts: this.all(node.namedChildren, start) };
  }

  /** A type where one stands: the classes that it names. */
  types(node: Node | null | undefined, start: number): Expression[] {
    if (!node || this.depth > MOST_NESTING) return [];
    if (node.type !== 'type_identifier' && node.type !== 'scoped_type_identifier')
      return node.namedChildren.flatMap((child) => this.types(child, start));
    const name = this.read(node, start);
    return [{ kind: 'type', start: name.start, end: name.end, name }];
  }

  private all(nodes: readonly (Node | null)[], start: number): Expression[] {
    const found: Expression[] = [];
    for (const node of nodes) {
      if (!node) continue;
      if (isComment(node)) this.surroundings.comment(node, start);
      else if (node.isError) found.push(this.unreadable(node, start));
      else found.push(this.read(node, start));
    }
    return found;
  }

  /** What cannot be told, but is looked at: it counts as a spread of something unknown. */
  private unreadable(node: Node, start: number): Expression {
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    return { ...at, kind: 'spread', value: this.others(node, start) };
  }

  private name(node: Node, start: number): Expression {
    const name = this.textOf(node);
    const found = this.names.staticMember(name);
    return found ? staticMember(found, node, start) : { ...placed(node, start), kind: 'name', name };
  }

  private member(node: Node, start: number): Expression {
    const [first, last] = [node.namedChildren[0], node.namedChildren.at(-1)];
    if (!first || !last) return this.others(node, start);
    const member = this.textOf(last);
    const { packageName, classNames } = split(this.textOf(first));
    const isPackage = classNames.length === 0 && packageName.startsWith('software.amazon.awscdk');
    // `Outer.this.x` is what `x` is where an inner class does not call something of its own so.
    if (/\.this$/.test(this.textOf(first))) return { ...placed(node, start), kind: 'name', name: member };
    return {
      ...placed(node, start),
      kind: 'member',
      object: isPackage
        ? { ...placed(first, start), kind: 'name', name: packageName }
        : this.read(first, start),
      member,
      memberStart: last.startIndex - start,
      memberEnd: last.endIndex - start,
    };
  }

  private call(node: Node, start: number): Expression {
    const chain = chainOf(node);
    const built = chain && this.builders.built(node, chain, start);
    if (built) return built;
    const kept = this.builders.continued(node, start);
    if (kept) return kept;
    const object = node.childForFieldName('object');
    const name = node.childForFieldName('name');
    const passed = node.childForFieldName('arguments');
    if (!name) return this.others(node, start);
    const property = passed?.namedChildCount === 0 && this.names.readsProperty(this.textOf(name));
    const found = object ? undefined : this.names.staticMember(this.textOf(name));
    const callee: Expression = found
      ? staticMember(found, name, start)
      : {
          kind: 'member',
          start: node.startIndex - start,
          end: name.endIndex - start,
          object: object
            ? this.read(object, start)
            : { kind: 'name', name: 'this', start: node.startIndex - start, end: node.startIndex - start },
          member: property || this.textOf(name),
          memberStart: name.startIndex - start,
          memberEnd: name.endIndex - start,
        };
    if (property && !found) return { ...callee, ...placed(node, start) };
    const call: CallExpression = {
      ...placed(node, start),
      kind: 'call',
      callee,
      arguments: this.all(passed?.namedChildren ?? [], start),
      argumentsStart: (passed?.startIndex ?? node.endIndex) - start,
      argumentsEnd: (passed?.endIndex ?? node.endIndex) - start,
    };
    return libraryValue(call) ?? call;
  }

  private creation(node: Node, start: number): Expression {
    const type = node.childForFieldName('type');
    const passed = node.childForFieldName('arguments');
    const given = this.all(passed?.namedChildren ?? [], start);
    const body = node.namedChildren.find((child) => child?.type === 'class_body');
    const name = (type?.type === 'generic_type' ? type.namedChildren[0] : type)?.text ?? '';
    const at = placed(node, start);
    if (/(?:List|Set)$/.test(name) && !this.isLibrary(type, start)) {
      const [copied] = given;
      if (body) return { ...at, kind: 'list', items: this.initialized(body, 'add', start).flat() };
      return copied && copied.kind !== 'literal' ? copied : { ...at, kind: 'list', items: [] };
    }
    if (/Map$/.test(name) && !this.isLibrary(type, start)) {
      const pairs = body ? this.initialized(body, 'put', start) : [];
      if (!body && given[0] && given[0].kind !== 'literal') return given[0];
      return objectOf(
        { ...at, kind: 'other', parts: [] },
        pairs.flatMap(([key, value]) => (key && value ? [[key, value] as const] : [])),
      );
    }
    const call: CallExpression = {
      ...at,
      kind: 'call',
      callee: this.read(type, start),
      arguments: given,
      argumentsStart: (passed?.startIndex ?? node.endIndex) - start,
      argumentsEnd: (passed?.endIndex ?? node.endIndex) - start,
    };
    return body ? { ...at, kind: 'other', parts: [call, ...this.methods(body, start)] } : call;
  }

  private isLibrary(type: Node | null, start: number): boolean {
    return type !== null && this.names.of(this.read(type, start)) !== undefined;
  }

  /** What each `put` or `add` of `new HashMap<>() {{ put("a", 1); }}` is given; what else is done makes it unknown. */
  private initialized(body: Node, method: string, start: number): Expression[][] {
    const statements = body.namedChildren.flatMap((block) =>
      block?.type === 'block' ? block.namedChildren : [block],
    );
    return statements.flatMap((statement): Expression[][] => {
      if (!statement) return [];
      if (isComment(statement)) {
        this.surroundings.comment(statement, start);
        return [];
      }
      const [call] = statement.namedChildren;
      const isOwn = call?.type === 'method_invocation' && !call.childForFieldName('object');
      if (isOwn && call.childForFieldName('name')?.text === method)
        return [this.all(call.childForFieldName('arguments')?.namedChildren ?? [], start)];
      const unknown = this.unreadable(statement, start);
      return [method === 'put' ? [unknown, unknown] : [unknown]];
    });
  }

  /** The methods of an anonymous class, as functions. */
  private methods(body: Node, start: number): Expression[] {
    return body.namedChildren.flatMap((child): Expression[] => {
      const block = child?.childForFieldName('body');
      if (!child || !block) return [];
      const parameters = readParameters(child.childForFieldName('parameters'), start);
      return [{ ...placed(child, start), kind: 'function', parameters, body: this.bodyOf(block, start) }];
    });
  }

  private operation(node: Node, start: number): Expression {
    const written = node.childForFieldName('operator')?.type ?? '';
    const last = node.childForFieldName('right');
    const left = this.read(node.childForFieldName('left') ?? node.childForFieldName('operand'), start);
    const right = last ? this.read(last, start) : undefined;
    if (written === '+' && right && (isText(left) || isText(right)))
      return { ...placed(node, start), kind: 'template', parts: [left, right] };
    // Whole numbers are divided without a rest, which the types decide.
    const operator = written === '/' ? 'divide' : written;
    return { ...placed(node, start), kind: 'operation', operator, left, right };
  }

  private bodyOf(node: Node, start: number): Body {
    return node.type === 'block'
      ? this.surroundings.body(node, start)
      : this.surroundings.result(node, start);
  }

  private textOf(node: Node): string {
    return this.text.slice(node.startIndex, node.endIndex);
  }
}

/** `T3` of `import static …InstanceClass.T3`, as the member of its class that it is. */
function staticMember(found: StaticMember, node: Node, start: number): Expression {
  const at = placed(node, start);
  const within = { memberStart: at.end, memberEnd: at.end };
  let object: Expression = { ...at, kind: 'name', name: found.packageName };
  for (const name of found.classNames) object = { ...at, ...within, kind: 'member', object, member: name };
  const own = { memberStart: at.start, memberEnd: at.end };
  return { ...at, ...own, kind: 'member', object, member: found.member };
}

function isText(expression: Expression): boolean {
  return (
    expression.kind === 'template' || (expression.kind === 'literal' && typeof expression.value === 'string')
  );
}

/** What is in a node beside comments. */
function inner(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && !isComment(child));
}

export function isComment(node: Node): boolean {
  return node.type === 'line_comment' || node.type === 'block_comment';
}

function placed(node: Node, start: number): { start: number; end: number } {
  return { start: node.startIndex - start, end: node.endIndex - start };
}
