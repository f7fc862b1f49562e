/** Files of this machine, for the server as a process and for the command line. */
import { open, readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { Files } from './files.ts';

/** Files below `file:` URIs; other schemes have none. */
export const nodeFiles: Files = {
  async read(uri, maxBytes) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      const handle = await open(path);
      try {
        const { size } = await handle.stat();
        if (size > maxBytes) return undefined;
      } finally {
        await handle.close();
      }
      return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    } catch {
      return undefined;
    }
  },

  async find(root, patterns) {
    if (!root.startsWith('file:') || patterns.length === 0) return [];
    const cwd = fileURLToPath(root);
    const found = await glob([...patterns], {
      cwd,
      absolute: true,
      dot: true,
      ignore: ['**/node_modules/**', '**/.git/**'],
      followSymbolicLinks: false,
      // A folder given by name means everything in it.
      expandDirectories: false,
    });
    return found.sort().map((path) => pathToFileURL(path).href);
  },
};
