/** Files that exist only in a test. */
import type { Files } from '../../server/host/files.ts';

/**
 * `files` by their path below the folder `root`. Patterns are understood as far as the default settings use them.
 */
export function memoryFiles(root: string, files: ReadonlyMap<string, string>): Files {
  const uriOf = (path: string): string => `${root}/${path}`;
  return {
    read: async (uri) => files.get(uri.slice(root.length + 1)),
    find: async (base, patterns, extensions) => {
      const within = base === root ? '' : `${base.slice(root.length + 1)}/`;
      const folders = patterns.map((pattern) => within + (pattern.replace(/^\.$/, '').split('*')[0] ?? ''));
      return [...files.keys()]
        .filter((path) => extensions.some((extension) => path.endsWith(`.${extension}`)))
        .filter((path) => folders.some((folder) => path.startsWith(folder)))
        .map(uriOf);
    },
    folders: async (_root, patterns) =>
      patterns.map((pattern) => uriOf(pattern.split('*')[0] ?? '').replace(/\/$/, '')),
    findSources: async (_root, extensions) =>
      [...files.keys()]
        .filter((path) => extensions.includes(path.slice(path.lastIndexOf('.') + 1)))
        .sort()
        .map(uriOf),
  };
}
