/** Texts and numbers of Go. */
import type { Expression } from '../../syntax.ts';
import { unescaped } from '../escapes.ts';

/** The text that a literal in quotes or backticks stands for. */
export function textOf(source: string): string {
  const inside = source.slice(1, -1);
  return source.startsWith('`') ? inside.replaceAll('\r', '') : unescaped(inside);
}

/** The number that a literal stands for: `1_000`, `0x1f`, `0o17`, `017`, `2.5e3`. */
export function numberOf(source: string): number {
  const plain = source.replaceAll('_', '');
  return Number(/^0\d+$/.test(plain) ? `0o${plain.slice(1)}` : plain);
}

/**
 * What `fmt.Sprintf` makes: the texts of the format and the values between them; undefined where a value is written
 * in a way of its own (`%05d`).
 */
export function formatted(format: Expression, values: readonly Expression[]): Expression[] | undefined {
  if (format.kind !== 'literal' || typeof format.value !== 'string') return undefined;
  const { start, end } = format;
  const rest = [...values];
  const parts: Expression[] = [];
  for (const [piece] of format.value.matchAll(/%%|%[^\w%]*\d*[a-zA-Z]|%|[^%]+/g)) {
    const value = /^%[sdvt]$/.test(piece) ? rest.shift() : undefined;
    if (value) parts.push(value);
    else if (piece.startsWith('%') && piece !== '%%') return undefined;
    else parts.push({ kind: 'literal', start, end, value: piece === '%%' ? '%' : piece });
  }
  return rest.length ? undefined : parts;
}
