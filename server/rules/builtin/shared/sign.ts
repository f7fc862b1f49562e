/** What speaks for the work of a volume: small random or large sequential I/O. */
import type { Resource } from '../../../model/template.ts';
import type { Localized } from '../../../text/localized.ts';

export interface Sign {
  readonly work: 'random' | 'sequential';
  /** Enough alone; other signs are guesses. */
  readonly strong: boolean;
  /** Guesses count once for each source. */
  readonly source: string;
  /** How a message calls it: `the container image "postgres:16"`. */
  readonly shown: Localized;
  /** Where it stands, if not in the volume's own resource. */
  readonly resource: Resource;
}

export interface Signs {
  readonly signs: readonly Sign[];
  /** True where something that could hold a sign cannot be read. */
  readonly unknown: boolean;
}
