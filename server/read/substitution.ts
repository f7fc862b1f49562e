/** `Fn::Sub`: a text with placeholders. */
import type { ReferenceValue, Value } from '../model/value.ts';
import type { Span } from '../text/span.ts';
import type { Source, SyntaxNode } from './syntax.ts';

/** Placeholders read in one text; more than that is no template anybody wrote. */
const mostPlaceholders = 2_000;

/**
 * The value of `Fn::Sub` with this argument: a text without placeholders is a scalar, a single placeholder is
 * what it stands for, the rest is a call of the text followed by the placeholders' values in order. Undefined
 * where the argument has not the shape that the function takes.
 * @param toValue reads the variables of the two-argument form
 */
export function substitution(
  argument: SyntaxNode,
  span: Span,
  source: Source,
  toValue: (node: SyntaxNode, source: Source) => Value,
): Value | undefined {
  const [template, variables] = argument.kind === 'list' ? argument.items : [argument, undefined];
  if (template?.kind !== 'scalar' || template.tag !== undefined || template.value === null) return undefined;
  if (argument.kind === 'list' && variables?.kind !== 'map') return undefined;
  const text = template.source ?? String(template.value);
  const parts = partsOf(text);
  if (!parts) return undefined;

  const given = new Map<string, Value>();
  if (variables?.kind === 'map') {
    for (const pair of variables.pairs) given.set(pair.key, toValue(pair.value, source));
  }
  const values: Value[] = [];
  let from = template.span.start;
  let known: string | undefined = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      if (known !== undefined) known += part.text;
      continue;
    }
    const written = source.text.indexOf(`\${${part.written}}`, from);
    const found = written >= 0 && written < template.span.end;
    if (found) from = written + part.written.length + 3;
    const place = found
      ? { start: written + source.base, end: from + source.base }
      : { start: template.span.start + source.base, end: template.span.end + source.base };
    const value: Value = given.get(part.name) ?? referenceTo(part.name, place);
    if (value.kind === 'scalar' && known !== undefined) known += String(value.value ?? '');
    else known = undefined;
    values.push(value);
  }
  if (known !== undefined) return { kind: 'scalar', span, value: known };
  const [only] = values;
  if (only && parts.length === 1) return { ...only, span };
  const textPlace = { start: template.span.start + source.base, end: template.span.end + source.base };
  return {
    kind: 'call',
    span,
    name: 'Fn::Sub',
    arguments: [{ kind: 'scalar', span: textPlace, value: text }, ...values],
  };
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string; readonly written: string };

/** Undefined where there are too many parts. An unclosed `${` is text. */
function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let from = 0;
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', from)) {
    const end = text.indexOf('}', at);
    if (end < 0) break;
    if (parts.length > mostPlaceholders) return undefined;
    if (at > from) parts.push({ kind: 'text', text: text.slice(from, at) });
    const written = text.slice(at + 2, end);
    // `${!Name}` is the way to write a literal `${Name}`.
    if (written.startsWith('!')) parts.push({ kind: 'text', text: `\${${written.slice(1)}}` });
    else parts.push({ kind: 'placeholder', name: written.trim(), written });
    from = end + 1;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

function referenceTo(name: string, span: Span): Value {
  if (name === '') return { kind: 'unknown', span };
  if (name === 'AWS::NoValue') return { kind: 'absent', span };
  const dot = name.indexOf('.');
  const reference: ReferenceValue =
    dot < 0
      ? { kind: 'reference', span, target: name }
      : { kind: 'reference', span, target: name.slice(0, dot), attribute: name.slice(dot + 1) };
  return reference;
}
