/** The shapes that nodes of a C# tree take. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression, MemberExpression } from '../../syntax.ts';

/** Where something stands, counted from the start of its statement. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where `node` stands, counted from `start`. */
export function placed(node: Node, start: number): Place {
  return { start: node.startIndex - start, end: node.endIndex - start };
}

/** What is in a node beside comments. */
export function inner(node: Node): Node[] {
  return node.children.filter(
    (child): child is Node =>
      child !== null && child.type !== 'comment' && (child.isNamed || child.type === 'this'),
  );
}

/** Whether `child` is a value in `node`, whose name stands beside it. */
export function isValue(child: Node, node: Node): boolean {
  if (child.isNamed) return child.id !== node.childForFieldName('name')?.id;
  return /^(?:this|base)$/.test(child.type);
}

/** `object.member`, whose name stands at `shown`. */
export function memberOf(object: Expression, member: string, at: Place, shown = at): MemberExpression {
  const [memberStart, memberEnd] = [shown.start, shown.end];
  return { start: at.start, end: at.end, kind: 'member', object, member, memberStart, memberEnd };
}

/** `this`, where it is not written. */
export function ownObject(at: number): Expression {
  return { kind: 'name', name: 'this', start: at, end: at };
}

/** Something that is given another value, which is not known. */
export function changed(target: Expression): Extract<Expression, { kind: 'assignment' }> {
  const { start, end } = target;
  const value: Expression = { start, end, kind: 'other', parts: [] };
  return { start, end, kind: 'assignment', target, value, plain: false };
}

/** A text of several parts, which is a literal where all of them are. */
export function joined({ start, end }: Place, parts: readonly Expression[]): Expression {
  if (!parts.every((part) => part.kind === 'literal')) return { start, end, kind: 'template', parts };
  return { start, end, kind: 'literal', value: parts.map((part) => String(part.value)).join('') };
}

/** The member that is taken of `node`, or asked for. */
export function memberAfter(node: Node): string | undefined {
  const { parent } = node;
  if (parent?.type !== 'member_access_expression' || parent.childForFieldName('expression')?.id !== node.id)
    return undefined;
  return parent.childForFieldName('name')?.text;
}

/** Whether `node` is what a call calls. */
export function isCalled({ id, parent }: Node): boolean {
  return parent?.type === 'invocation_expression' && parent.childForFieldName('function')?.id === id;
}

/** What the method around `new(…)` is declared to give. */
export function resultOf(value: Node | undefined): string | undefined {
  if (value?.type !== 'implicit_object_creation_expression') return undefined;
  let at = value.parent;
  while (at && !/_declaration$|^local_function_statement$|^lambda_expression$/.test(at.type)) at = at.parent;
  return at?.childForFieldName('returns')?.text;
}

/** `a = 1`, `(a, b) = pair`. */
export function targetAndValue(declarator: Node): [target: Node | null, value: Node | undefined] {
  const [first, ...others] = inner(declarator);
  const value = others.findLast((each) => each.type !== 'bracketed_argument_list');
  return [first ?? null, value];
}

/** What a property gives whenever it is asked: `get => x`, `get { return x; }`. */
export function getterValue(accessors: Node | null): Node | undefined {
  const getter = accessors?.namedChildren.find((each) => each?.childForFieldName('name')?.type === 'get');
  const body = getter?.childForFieldName('body');
  if (body?.type === 'arrow_expression_clause') return inner(body)[0];
  const [only, ...others] = body ? inner(body) : [];
  return only?.type === 'return_statement' && others.length === 0 ? inner(only)[0] : undefined;
}
