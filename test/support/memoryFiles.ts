/** Files that exist only in a test. */
import type { Files } from '../../server/host/files.ts';

/**
 * `files` by their path below the folder `root`. Patterns are understood as far as the default settings use them.
 */
export function memoryFiles(root: string, files: ReadonlyMap<string, string>): Files {
  const uriOf = (path: string): string => `${root}/${path}`;
  return {
    read: async (uri) => files.get(uri.slice(root.length + 1)),
    find: async (_root, patterns) => {
      const folders = patterns.map((pattern) => pattern.split('*')[0] ?? '');
      return [...files.keys()]
        .filter((path) => path.endsWith('.md') && folders.some((folder) => path.startsWith(folder)))
        .map(uriOf);
    },
    findSources: async (_root, extensions) =>
      [...files.keys()]
        .filter((path) => extensions.includes(path.slice(path.lastIndexOf('.') + 1)))
        .sort()
        .map(uriOf),
  };
}
