/** Files of this machine, for the server as a process and for the command line. */
import * as fs from 'node:fs';
import { homedir } from 'node:os';
import { dirname, extname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { glob } from 'tinyglobby';
import type { Files } from './files.ts';
import { pacedReaddir } from './nodeFolders.ts';
import { withoutIgnored } from './nodeIgnored.ts';
import { normalUri } from './uris.ts';

const [stat, open, read] = [promisify(fs.stat), promisify(fs.open), promisify(fs.read)];

/** A pipe or a device is opened without waiting for what it may never send; Windows knows no such flag. */
const reading = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** Folders of programs. What Obsidian has deleted is in `.trash`. */
const leftOut = ['node_modules', '.git', 'cdk.out', 'site-packages', '.obsidian', '.trash'].map(
  (folder) => `**/${folder}/**`,
);

/** Files below `file:` URIs; other schemes have none. */
export const nodeFiles: Files = {
  async read(uri, maxBytes) {
    if (!uri.startsWith('file:')) return undefined;
    let file: number | undefined;
    try {
      file = await open(fileURLToPath(uri), reading);
      // What is known of an open file needs no waiting. Each wait counts where thousands of small files are read.
      const what = fs.fstatSync(file);
      if (!what.isFile() || what.size > maxBytes) return undefined;
      const { bytesRead, buffer } = await read(file, new Uint8Array(what.size), 0, what.size, 0);
      return decoded(buffer.subarray(0, bytesRead));
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) fs.closeSync(file);
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
    return [...found].sort().map(uriOf);
  },

  async folders(root, patterns) {
    if (!root.startsWith('file:')) return [];
    const found = new Set<string>();
    for (const pattern of patterns) {
      const search = await searchFor(fileURLToPath(root), pattern.trim()).catch(() => undefined);
      if (search) found.add('file' in search ? dirname(search.file) : search.folder);
    }
    return [...found].map(uriOf);
  },

  async findSources(root, extensions) {
    const found = await nodeFiles.find(root, ['.'], extensions);
    return found.filter((uri) => !builtFolder.test(uri.slice(root.length)));
  },
};

/** Folders of environments and of what compilers write, of any language, that a `.gitignore` may not name. */
const builtFolder = /\/(?:\.venv|venv|__pycache__|obj|bin\/(?:Debug|Release)|target)\//;

function uriOf(path: string): string {
  return normalUri(pathToFileURL(path).href);
}

/** The characters that make a pattern of a path. */
const globbing = /[*?{}()[\]!+@]/;

/** What a pattern names: a file, or what matches a glob pattern below a folder. */
type Search = { readonly file: string } | { readonly folder: string; readonly glob: string };

/** What exists under the very name of a pattern is no pattern. */
async function searchFor(root: string, pattern: string): Promise<Search | undefined> {
  if (pattern === '') return undefined;
  const fromHome = pattern.replace(/^~(?=[\\/]|$)/, () => homedir());
  const path = resolve(root, fromHome);
  const what = await stat(path).catch(() => undefined);
  if (what?.isFile()) return { file: path };
  if (what?.isDirectory() || !globbing.test(fromHome)) return { folder: path, glob: '**/*' };
  const slashes = process.platform === 'win32' ? fromHome.replaceAll('\\', '/') : fromHome;
  // Searched from the folder that the pattern begins with: absolute patterns match nothing elsewhere, and a folder
  // that is named is meant even where a .gitignore names it, too.
  const start = slashes.slice(0, slashes.search(globbing)).replace(/[^/]*$/, '');
  return { folder: resolve(root, start), glob: slashes.slice(start.length) };
}

/** Absolute paths of the files that `pattern` names. */
async function filesOf(root: string, pattern: string): Promise<readonly string[]> {
  const search = await searchFor(root, pattern);
  if (!search) return [];
  if ('file' in search) return [search.file];
  if (!(await stat(search.folder).catch(() => undefined))?.isDirectory()) return [];
  const found = await glob([search.glob], {
    cwd: search.folder,
    absolute: true,
    dot: true,
    ignore: leftOut,
    followSymbolicLinks: false,
    expandDirectories: false,
    fs: { readdir: pacedReaddir() },
  });
  return withoutIgnored(search.folder, found);
}

const utf8 = new TextDecoder();

/** Text in UTF-8, or in UTF-16 where the byte order mark says so. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return utf8.decode(bytes);
}
