/** CDK source once it is read. */
import type { Evaluation } from './evaluate.ts';
import type { Flow } from './flow.ts';
import type { Instance, Instances } from './instances.ts';

/** What a template was read from; for writing changes back. */
export interface CdkSource {
  readonly evaluation: Evaluation;
  readonly flow: Flow;
  readonly instances: Instances;
  /** The construct whose instantiation starts at an offset: where its resources have their origin. */
  instanceAt(offset: number): Instance | undefined;
}
