/** Numbers and texts of C#. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression } from '../../syntax.ts';
import { unescaped } from '../escapes.ts';

/** The number that a literal stands for: `1_000L`, `0x1F`, `1.5m`. */
export function numberOf(source: string): number | undefined {
  const digits = source.replaceAll('_', '').toLowerCase();
  const isWhole = /^0[xb]/.test(digits);
  const value = Number(digits.replace(isWhole ? /[ul]+$/ : /(?:[ul]+|[fdm])$/, ''));
  return Number.isNaN(value) ? undefined : value;
}

/** The text of a string without expressions in it, in any of its forms. */
export function textOf(source: string): string {
  const quotes = /^"{3,}/.exec(source)?.[0].length;
  if (quotes !== undefined) return unindented(source.slice(quotes, -quotes));
  return source.startsWith('@') ? source.slice(2, -1).replaceAll('""', '"') : unescaped(source.slice(1, -1));
}

/**
 * The texts and expressions that an interpolated string is made of.
 * @param read reads an expression in it
 */
export function partsOfInterpolated(
  node: Node,
  start: number,
  read: (node: Node) => Expression,
): readonly Expression[] {
  const opening = /^[$@]*("*)/.exec(node.text);
  const isRaw = (opening?.[1]?.length ?? 0) >= 3;
  const isVerbatim = opening?.[0].includes('@') ?? false;
  const isBlock = isRaw && node.text.includes('\n');
  return node.namedChildren.flatMap((part): Expression[] => {
    if (!part) return [];
    const at = { start: part.startIndex - start, end: part.endIndex - start };
    if (part.type === 'interpolation') {
      const [value, ...format] = part.namedChildren.filter((child) => child?.type !== 'interpolation_brace');
      // How a value is formatted is not followed.
      const isPlain = value && format.length === 0;
      return [isPlain ? read(value) : { ...at, kind: 'other', parts: value ? [read(value)] : [] }];
    }
    if (!/content|escape/.test(part.type)) return [];
    // Of several lines, the indentation that is left out depends on the last one; `{{{` is not told apart.
    if (isBlock || /[{}]/.test(part.text.replace(/\{\{|\}\}/g, '')))
      return [{ ...at, kind: 'other', parts: [] }];
    const text = isRaw ? part.text : part.text.replace(/\{\{|\}\}/g, (two) => two.charAt(0));
    const value = isRaw ? text : isVerbatim ? text.replaceAll('""', '"') : unescaped(text);
    return [{ ...at, kind: 'literal', value }];
  });
}

/** The parts of what `string.Format("{0}-{1}", a, b)` makes; undefined where a value is formatted itself. */
export function partsOfFormat(format: Expression, given: readonly Expression[]): Expression[] | undefined {
  if (format.kind !== 'literal' || typeof format.value !== 'string') return undefined;
  const parts: Expression[] = [];
  for (const [piece, index] of format.value.matchAll(/\{(\d+)\}|\{\{|\}\}|[^{}]+|[{}]/g)) {
    const value = index === undefined ? undefined : given[Number(index)];
    if (value) parts.push(value);
    else if (/^[{}]$/.test(piece) || index !== undefined) return undefined;
    else parts.push({ ...format, value: /^(?:\{\{|\}\})$/.test(piece) ? piece.charAt(0) : piece });
  }
  return parts;
}

/** The lines of a raw string, without the indentation of its closing quotes. */
function unindented(raw: string): string {
  const [first, ...lines] = raw.replaceAll('\r\n', '\n').split('\n');
  const indent = lines.pop();
  if (indent === undefined) return first ?? '';
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}
