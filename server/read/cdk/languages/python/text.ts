/** Strings of Python. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression } from '../../syntax.ts';
import { unescaped } from '../escapes.ts';
import { type ExpressionsOf, placed } from './patterns.ts';

/** A string, or several side by side; with expressions in it where it is an f-string. */
export function readString(node: Node, start: number, expressions: ExpressionsOf): Expression {
  const parts: Expression[] = [];
  for (const string of node.type === 'string' ? [node] : node.namedChildren) {
    if (string?.type !== 'string') continue;
    const prefix = (/^\w*/.exec(string.text)?.[0] ?? '').toLowerCase();
    // Bytes are no text.
    if (prefix.includes('b')) return expressions.others(node, start);
    for (const part of string.namedChildren) {
      if (part?.type === 'interpolation') parts.push(readInterpolation(part, start, expressions));
      else if (part?.type === 'string_content') {
        const braces = prefix.includes('f')
          ? part.text.replace(/\{\{|\}\}/g, (two) => two.charAt(0))
          : part.text;
        const value = prefix.includes('r') ? braces : unescaped(braces);
        parts.push({ ...placed(part, start), kind: 'literal', value });
      }
    }
  }
  const at = placed(node, start);
  if (!parts.every((part) => part.kind === 'literal')) return { ...at, kind: 'template', parts };
  return { ...at, kind: 'literal', value: parts.map((part) => part.value).join('') };
}

/** `{x}`; how a value is formatted is not followed. */
function readInterpolation(node: Node, start: number, expressions: ExpressionsOf): Expression {
  const isFormatted = node.namedChildren.some((child) => child && /^(?:type_conv|format_s)/.test(child.type));
  if (isFormatted) return expressions.others(node, start);
  return expressions.read(node.childForFieldName('expression') ?? node.namedChildren[0], start);
}
