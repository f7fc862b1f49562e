/** The only door to files. The server core knows no file system; `nodeFiles.ts` is one, a web worker has another. */
export interface Files {
  /** The text of a file as UTF-8 without byte order mark, or undefined where it cannot be read or is larger than `maxBytes`. */
  read(uri: string, maxBytes: number): Promise<string | undefined>;
  /**
   * The files that `patterns` name, in a stable order: each is a file, a folder with all that is below it, or a
   * glob pattern; relative to the folder `root`, absolute, or from the home folder (`~/notes`). `.git`,
   * `node_modules`, `site-packages`, `cdk.out`, the folders of Obsidian's own, and what a `.gitignore` names in or
   * above the searched folder are left out. Addresses are as `normalUri` writes them.
   * @param extensions files with other endings are left out, `md`
   */
  find(root: string, patterns: readonly string[], extensions: readonly string[]): Promise<readonly string[]>;
  /** The folders that `patterns` search, whether they exist or not: of a single file, the one that it is in. */
  folders(root: string, patterns: readonly string[]): Promise<readonly string[]>;
  /**
   * The source files below the folder `root`, in a stable order: without those that a `.gitignore` leaves out, and
   * without what is installed, compiled or synthesized. Addresses are as `normalUri` writes them.
   */
  findSources(root: string, extensions: readonly string[]): Promise<readonly string[]>;
}
