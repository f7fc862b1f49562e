/** Values to write, and the pieces of text they become. */
import type { Scalar } from '../model/value.ts';
import { isPlaceholder, type Plain } from '../rules/plain.ts';
import type { Piece } from './writer.ts';

/** A scalar, or the one that a placeholder suggests. */
export function scalarOf(plain: Plain): Scalar {
  if (isPlaceholder(plain)) return plain.placeholder;
  return typeof plain === 'object' ? null : plain;
}

/**
 * The pieces of a scalar or placeholder.
 * @param write the scalar as it stands in the file; quotes around a placeholder's text stay outside of it
 */
export function scalarPieces(plain: Plain, write: (scalar: Scalar) => string): readonly Piece[] {
  const text = write(scalarOf(plain));
  if (!isPlaceholder(plain)) return [text];
  const quoted = /^(["'])([\s\S]*)\1$/.exec(text);
  const quote = quoted?.[1];
  if (quote === undefined) return [{ placeholder: text }];
  return [quote, { placeholder: quoted?.[2] ?? '' }, quote];
}

/** `pieces` with neighbouring texts joined. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else if (piece !== '') result.push(piece);
  }
  return result;
}
