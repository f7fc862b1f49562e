/** Calls of Go: functions and methods, but also conversions, pointers and what reads a property. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { isMethodWithoutArguments, withSmallLetter } from '../../../../aws/cdkGo.ts';
import type { CallExpression, Expression, MemberExpression } from '../../syntax.ts';
import { emptyProps } from './literals.ts';
import { isConstant, isStackOverride } from './names.ts';
import { firstOf, placed, type Reading } from './reading.ts';
import { formatted } from './text.ts';

/** Types whose values stay what they are when they are converted to it. */
const conversions = /^(?:string|float(?:32|64)|u?int(?:8|16|32|64)?)$/;

/** Functions of the language that do nothing to what they are given. */
const harmless = /^(?:len|cap|print|println|panic|min|max|make|delete|close|complex|real|imag|recover)$/;

/** The call at `node`, with offsets that count from `start`. */
export function readCall(node: Node, start: number, reader: Reading): Expression {
  const at = placed(node, start);
  const passed = node.childForFieldName('arguments');
  const target = functionOf(node);
  const args = reader.all(passed ? passed.namedChildren : [node.childForFieldName('operand')], start);
  const [first, ...others] = args;
  const other: Expression = { ...at, kind: 'other', parts: args };
  if (!target) return other;
  if (target.type === 'identifier' || target.type === 'type_identifier') {
    const name = reader.source(target);
    if (conversions.test(name) && first) return { ...at, kind: 'wrapped', value: first };
    if (name === 'new')
      return allocated(passed, at) ?? emptyProps((passed && firstOf(passed)) ?? null, start, reader) ?? other;
    if (harmless.test(name)) return other;
    if (first && reader.declared.isPointerTo(name)) return { ...at, kind: 'wrapped', value: first };
  }
  const [of, name] = qualifiedName(target, reader);
  switch (reader.packages.foreign(of, name)) {
    case 'pointer':
      return first && others.length === 0 ? { ...at, kind: 'wrapped', value: first } : other;
    case 'list':
      return { ...at, kind: 'list', items: args };
    case 'text':
      return { ...at, kind: 'template', parts: args };
    case 'format': {
      const parts = first && formatted(first, others);
      return parts ? { ...at, kind: 'template', parts } : other;
    }
    case 'harmless':
      return other;
    default:
  }
  const callee = reader.read(target, start);
  const call: CallExpression = {
    ...at,
    kind: 'call',
    callee,
    arguments: isStackOverride(name) && reader.packages.library(of) !== undefined ? others : args,
    argumentsStart: (passed?.startIndex ?? target.endIndex) - start,
    argumentsEnd: (passed?.endIndex ?? node.endIndex) - start,
  };
  return callee.kind === 'member' ? ofMember(call, callee, reader) : call;
}

/** A call of a member, or what TypeScript has instead of it: a property that is read or assigned. */
function ofMember(call: CallExpression, callee: MemberExpression, reader: Reading): Expression {
  const { member } = callee;
  const [first, ...others] = call.arguments;
  const property = { ...callee, end: call.end };
  if (reader.declared.isMethod(member)) return call;
  if (!first) return isMethodWithoutArguments(member) || isMade(callee) ? call : property;
  const assigned = /^set([A-Z]\w*)$/.exec(member)?.[1];
  if (assigned === undefined || others.length) return call;
  const { start, end } = call;
  const target = { ...callee, member: withSmallLetter(assigned) };
  return { kind: 'assignment', start, end, target, value: first, plain: true };
}

/** Whether a call without arguments calls something of a class: makes one, or calls a static method. */
function isMade({ object, member }: MemberExpression): boolean {
  if (isConstant(member)) return false;
  return /^[A-Z]/.test(object.kind === 'member' ? object.member : member);
}

/**
 * What is called; for `Pointer[string](x)` without the type. What has a single argument may be parsed as a
 * conversion to a type.
 */
function functionOf(node: Node): Node | null {
  const target = node.childForFieldName('function');
  if (target) return target;
  const type = node.childForFieldName('type');
  const named = type?.type === 'generic_type' ? type.childForFieldName('type') : type;
  return named && /^(?:qualified_type|type_identifier)$/.test(named.type) ? named : null;
}

function qualifiedName(target: Node, reader: Reading): [of: string, name: string] {
  const of = target.childForFieldName('operand') ?? target.childForFieldName('package');
  const name = target.childForFieldName('field') ?? target.childForFieldName('name') ?? target;
  if (of && !/identifier$/.test(of.type)) return ['', ''];
  return [of ? reader.source(of) : '.', reader.source(name)];
}

/** `new(bool)`: a pointer to nothing yet, and `new(true)`. */
function allocated(passed: Node | null, at: { start: number; end: number }): Expression | undefined {
  switch (passed && firstOf(passed)?.text) {
    case 'bool':
    case 'false':
      return { ...at, kind: 'literal', value: false };
    case 'true':
      return { ...at, kind: 'literal', value: true };
    case 'string':
      return { ...at, kind: 'literal', value: '' };
    case 'float64':
      return { ...at, kind: 'literal', value: 0 };
    default:
      return undefined;
  }
}
