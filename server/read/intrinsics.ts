/**
 * Syntax nodes → values: gives intrinsic functions their meaning, short and long forms alike. What cannot be
 * followed becomes `unknown`, and makes the list or map it stands in `open`.
 */
import type { Alternative, CallValue, Entry, MapValue, Value } from '../model/value.ts';
import { type Span, shift } from '../text/span.ts';
import { functionOfTag, isFunction } from './functions.ts';
import { substitution } from './substitution.ts';
import type { MapNode, Source, SyntaxNode } from './syntax.ts';

/** The value that `node` stands for. Nodes are of bounded depth, so the recursion is, too. */
export function toValue(node: SyntaxNode, source: Source): Value {
  if (node.tag !== undefined) {
    const name = functionOfTag(node.tag);
    const { tag: _, ...argument } = node;
    return name === undefined ? unknownAt(node, source) : call(name, argument, place(node, source), source);
  }
  switch (node.kind) {
    case 'scalar': {
      const span = place(node, source);
      return node.source === undefined
        ? { kind: 'scalar', span, value: node.value }
        : { kind: 'scalar', span, value: node.value, source: node.source };
    }
    case 'list': {
      const items = node.items.map((item) => toValue(item, source));
      return { kind: 'list', span: place(node, source), items, open: items.some(bringsMore) };
    }
    case 'map': {
      const [only] = node.pairs;
      if (only && node.pairs.length === 1 && !node.open && isFunction(only.key)) {
        return call(only.key, only.value, place(node, source), source);
      }
      return mapOf(node, source);
    }
    case 'unreadable':
      return unknownAt(node, source);
  }
}

/** `node` as a map even where its only key is a function: the body and the properties of a resource. */
export function mapOf(node: MapNode, source: Source): MapValue {
  const entries: Entry[] = [];
  let open = node.open;
  for (const pair of node.pairs) {
    // What a loop or a macro puts beside the other keys is known only at deployment.
    if (isFunction(pair.key) || pair.key.startsWith('Fn::')) open = true;
    else
      entries.push({
        key: pair.key,
        keySpan: shift(pair.keySpan, source.base),
        value: toValue(pair.value, source),
      });
  }
  return { kind: 'map', span: place(node, source), entries, open };
}

/** Whether a list item may stand for any number of items. */
function bringsMore(item: Value): boolean {
  return item.kind === 'unknown' || (item.kind === 'call' && item.name === 'Fn::Transform');
}

function call(name: string, argument: SyntaxNode, span: Span, source: Source): Value {
  const unknown: Value = { kind: 'unknown', span };
  switch (name) {
    case 'Ref': {
      const target = plainText(argument);
      if (!target) return unknown;
      return target === 'AWS::NoValue' ? { kind: 'absent', span } : { kind: 'reference', span, target };
    }
    case 'Fn::GetAtt': {
      const [target, attribute] = attributeOf(argument);
      return target && attribute ? { kind: 'reference', span, target, attribute } : unknown;
    }
    case 'Fn::If':
      return choice(argument, span, source) ?? unknown;
    case 'Fn::Sub':
      return substitution(argument, span, source, toValue) ?? unknown;
    case 'Fn::Join':
      return join(argument, span, source);
    default:
      return { kind: 'call', span, name, arguments: argumentsOf(argument, source) };
  }
}

function argumentsOf(argument: SyntaxNode, source: Source): readonly Value[] {
  if (argument.kind === 'list' && argument.tag === undefined) {
    return argument.items.map((item) => toValue(item, source));
  }
  return [toValue(argument, source)];
}

/** `Name.Attribute` or `[Name, Attribute, …]`. */
function attributeOf(argument: SyntaxNode): [target?: string, attribute?: string] {
  if (argument.kind === 'list') {
    const parts = argument.items.map(plainText);
    if (parts.length < 2 || parts.some((part) => part === undefined)) return [];
    return [parts[0] ?? '', parts.slice(1).join('.')];
  }
  const text = plainText(argument) ?? '';
  const dot = text.indexOf('.');
  return dot < 0 ? [] : [text.slice(0, dot), text.slice(dot + 1)];
}

function choice(argument: SyntaxNode, span: Span, source: Source): Value | undefined {
  if (argument.kind !== 'list' || argument.items.length !== 3) return undefined;
  const [condition, whenTrue, whenFalse] = argument.items;
  const name = condition && conditionName(condition);
  if (!name || !whenTrue || !whenFalse) return undefined;
  const alternatives: Alternative[] = [
    { value: toValue(whenTrue, source), when: { kind: 'condition', name, holds: true } },
    { value: toValue(whenFalse, source), when: { kind: 'condition', name, holds: false } },
  ];
  return { kind: 'choice', span, alternatives };
}

function conditionName(node: SyntaxNode): string | undefined {
  if (node.kind === 'scalar' && (node.tag === undefined || node.tag === '!Condition')) {
    return node.value === null ? undefined : String(node.value);
  }
  return undefined;
}

/** A join of known scalars is a text; other joins stay calls of the delimiter and the list. */
function join(argument: SyntaxNode, span: Span, source: Source): Value {
  const whole: CallValue = { kind: 'call', span, name: 'Fn::Join', arguments: argumentsOf(argument, source) };
  const [delimiter, list] = whole.arguments;
  if (delimiter?.kind !== 'scalar' || list?.kind !== 'list' || list.open) return whole;
  const texts: string[] = [];
  for (const item of list.items) {
    if (item.kind !== 'scalar') return whole;
    texts.push(String(item.value ?? ''));
  }
  return { kind: 'scalar', span, value: texts.join(String(delimiter.value ?? '')) };
}

function plainText(node: SyntaxNode): string | undefined {
  if (node.kind !== 'scalar' || node.tag !== undefined || node.value === null) return undefined;
  return node.source ?? String(node.value);
}

function unknownAt(node: SyntaxNode, source: Source): Value {
  return { kind: 'unknown', span: place(node, source) };
}

function place(node: SyntaxNode, source: Source): Span {
  return shift(node.span, source.base);
}
