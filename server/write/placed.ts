/** Where a value stands in its file. */
import type { Value } from '../model/value.ts';

/** A value with the offset that its spans count from. */
export interface Placed<V extends Value> {
  readonly value: V;
  readonly origin: number;
  readonly text: string;
}
