import type { Note } from '../notes/note.ts';
import type { Files } from './files.ts';

/** What the surroundings give the server: a process or a web worker, a bundle or the sources under test. */
export interface Services {
  readonly files: Files;
  /** The notes that come with Kumonote. */
  bundledNotes(): Promise<readonly Note[]>;
  /** The gzipped resource schema (aws/schema.ts). */
  schemaBytes(): Promise<Uint8Array>;
  /** A grammar or the parser's runtime, by file name: `tree-sitter-typescript.wasm`. */
  grammar(file: string): Promise<Uint8Array>;
  /** For people who look into the output channel; never for the protocol's stream. */
  log(message: string): void;
}
