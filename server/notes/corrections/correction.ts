/** A widespread error about AWS, how to recognise it in a note, and what is true instead. */
import type { Localized } from '../../text/localized.ts';

export interface Correction {
  /** `ec2/stopping-is-not-stopped`. */
  readonly id: string;
  /** Looked for only where the note speaks of this topic; without it, wherever the words stand. */
  readonly topic?: string;
  /** The error in its several wordings. */
  readonly wordings: readonly Wording[];
  /** Not an error where any of these stands in the sentence too: a negation, another service, the right explanation. */
  readonly unless?: readonly RegExp[];
  /** Reported only once in a note: a name that is misspelt is so throughout. */
  readonly oncePerNote?: boolean;
  /** What is true, and what to do. */
  readonly correct: Localized;
  /** The page of AWS that says so, in English. */
  readonly source: string;
}

/**
 * Marks by which a wrong statement is known, in whatever order they come. Each is sought in text as `prose.ts` gives
 * it: NFKC, without Markdown, and without spaces beside Japanese characters. Repetitions in them have a fixed bound.
 */
export interface Wording {
  /** All of these are in one sentence. */
  readonly all: readonly RegExp[];
  /** And all of these in its paragraph, list item or table row; `unless` then looks there, too. */
  readonly around?: readonly RegExp[];
  /** And all of these in the text of its section. */
  readonly inSection?: readonly RegExp[];
  /** And none of these there. */
  readonly notInSection?: readonly RegExp[];
}
