/** What a definition says of one class of aws-cdk-lib: which resources it makes, and how props and methods shape them. */
import type { Draft, Passed } from '../draft.ts';
import type { ConstructFacts } from './facts.ts';

export interface ConstructDefinition extends ConstructFacts {
  /** Anything that props do beyond that, such as making more resources. */
  readonly make?: (draft: Draft) => void;
  /** What calls made later change: `logAccessLogs`, `connections.allowFrom`. */
  readonly methods?: Readonly<Record<string, (draft: Draft, call: Passed) => void>>;
}

/** Definitions by class name. */
export type Definitions = Readonly<Record<string, ConstructDefinition>>;
