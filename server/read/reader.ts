import type { Template } from '../model/template.ts';

/** A text as an editor holds it. */
export interface SourceText {
  readonly uri: string;
  /** The LSP language identifier, `yaml`, `json`, `typescript` … */
  readonly languageId: string;
  readonly text: string;
}

/**
 * Reads one kind of source. A reader never throws: what it cannot read becomes a problem at its place, and the
 * rest is read all the same.
 */
export interface Reader {
  /** Resolves once the reader can be used; loads a grammar where one is needed. */
  load(): Promise<void>;
  /**
   * The template in `source`, or undefined where it is none (a Kubernetes manifest, TypeScript without CDK).
   * @param previous what the same file gave before; unchanged parts of it are used again.
   */
  read(source: SourceText, previous: Template | undefined): Template | undefined;
  /** Frees what was kept for a file that was closed. */
  forget(uri: string): void;
}
