import type { Template } from '../model/template.ts';

/** A text as an editor holds it. */
export interface SourceText {
  readonly uri: string;
  /** The LSP language identifier, `yaml`, `json`, `typescript` … */
  readonly languageId: string;
  readonly text: string;
}

/** Whether two lists have the same texts, as `Reader.read` compares them. */
export function areSame(some: readonly SourceText[], others: readonly SourceText[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

/** The files that a workspace has, as far as their names tell what they are to each other. */
export interface WorkspaceFiles {
  has(uri: string): boolean;
  /** The addresses that begin with that of a folder, which ends with a slash. */
  below(folder: string): readonly string[];
  /** What the project file at an address says of how imports name files; undefined where there is none. */
  modulePaths(uri: string): ModulePaths | undefined;
}

/** How the files of a project may name each other, as far as a project file such as `tsconfig.json` says it. */
export interface ModulePaths {
  /** The project files that say what this one does not. */
  readonly extended: readonly string[];
  /** The folder that names without a dot start from. */
  readonly baseUrl: string | undefined;
  /** Patterns such as `@shop/*`, and the paths where to look for what they match. */
  readonly paths: readonly (readonly [pattern: string, places: readonly string[]])[] | undefined;
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
   * @param others files that it imports or that import it, and those that they import: what is in them is
   * followed as what is in the file itself; and files that it names. The same object stands for the same text.
   */
  read(
    source: SourceText,
    previous: Template | undefined,
    others?: readonly SourceText[],
  ): Template | undefined;
  /** Frees what was kept for a file that was closed. */
  forget(uri: string): void;
}
