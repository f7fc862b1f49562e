/** Pieces of code. */
import type { Piece } from '../writer.ts';

/** Puts commas between lists of pieces. */
export function separated(parts: readonly (readonly Piece[])[]): Piece[] {
  return parts.flatMap((part, index) => (index ? [', ', ...part] : part));
}
