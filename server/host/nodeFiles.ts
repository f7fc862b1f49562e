/** Files of this machine, for the server as a process and for the command line. */
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { extname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { Files } from './files.ts';
import { pacedReaddir } from './nodeFolders.ts';
import { withoutIgnored } from './nodeIgnored.ts';
import { normalUri } from './uris.ts';

/** Files below `file:` URIs; other schemes have none. */
export const nodeFiles: Files = {
  async read(uri, maxBytes) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      // Reading a pipe or a device might never end.
      const what = await stat(path);
      if (!what.isFile() || what.size > maxBytes) return undefined;
      return decoded(await readFile(path));
    } catch {
      return undefined;
    }
  },

  async find(root, patterns, extensions) {
    if (!root.startsWith('file:')) return [];
    const endings = new Set(extensions.map((extension) => `.${extension}`));
    const found = new Set<string>();
    for (const pattern of patterns) {
      try {
        for (const path of await filesOf(fileURLToPath(root), pattern.trim())) {
          if (endings.has(extname(path).toLowerCase())) found.add(path);
        }
      } catch {
        // A folder that may not be read holds nothing for us.
      }
    }
    return [...found].sort().map((path) => normalUri(pathToFileURL(path).href));
  },

  async findSources(root, extensions) {
    const found = await nodeFiles.find(root, ['.'], extensions);
    const sources = found.filter((uri) => !builtFolder.test(uri.slice(root.length)));
    if (sources.length === 0) return [];
    const kept = await withoutIgnored(
      fileURLToPath(root),
      sources.map((uri) => fileURLToPath(uri)),
    );
    return kept.map((path) => normalUri(pathToFileURL(path).href));
  },
};

/** Folders of environments and of what compilers write, of any language, that a `.gitignore` may not name. */
const builtFolder = /\/(?:\.venv|venv|__pycache__|obj|bin\/(?:Debug|Release)|target)\//;

/** Absolute paths of the files that `pattern` names; what exists under that very name is no pattern. */
async function filesOf(root: string, pattern: string): Promise<readonly string[]> {
  if (pattern === '') return [];
  const fromHome = pattern.replace(/^~(?=[\\/]|$)/, () => homedir());
  const path = resolve(root, fromHome);
  const what = await stat(path).catch(() => undefined);
  if (what?.isFile()) return [path];
  if (what?.isDirectory()) return globIn(path, '**/*');
  const slashes = process.platform === 'win32' ? fromHome.replaceAll('\\', '/') : fromHome;
  if (!isAbsolute(fromHome)) return globIn(root, slashes);
  // Searched from the folder that the pattern begins with, because absolute patterns match nothing elsewhere.
  const start = /^[^*?{}()[\]!+@]*\//.exec(slashes)?.[0] ?? '/';
  return globIn(start, slashes.slice(start.length));
}

async function globIn(folder: string, pattern: string): Promise<readonly string[]> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return [];
  return glob([pattern], {
    cwd: folder,
    absolute: true,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**', '**/cdk.out/**', '**/site-packages/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
    fs: { readdir: pacedReaddir() },
  });
}

/** Text in UTF-8, or in UTF-16 where the byte order mark says so. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
