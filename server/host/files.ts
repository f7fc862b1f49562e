/** The only door to files. The server core knows no file system; `nodeFiles.ts` is one, a web worker has another. */
export interface Files {
  /** The text of a file as UTF-8 without byte order mark, or undefined where it cannot be read or is larger than `maxBytes`. */
  read(uri: string, maxBytes: number): Promise<string | undefined>;
  /** The files below the folder `root` that match one of the glob patterns, in a stable order; `.git` and `node_modules` are left out. */
  find(root: string, patterns: readonly string[]): Promise<readonly string[]>;
}
