/** Sentences that state a known error, and sentences near it that are right. */
export interface Pair {
  /** The heading of the section that they stand in. */
  readonly under: string;
  /** Another paragraph of that section. */
  readonly beside?: string;
  /** Set for slips of Japanese input. */
  readonly inJapaneseOnly?: true;
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

/** By the error's id. */
export type Pairs = Readonly<Record<string, Pair>>;
