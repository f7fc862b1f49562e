/** Finding files by what a wiki link calls them: by name, wherever they are. */

export interface FileNames {
  add(uri: string): void;
  remove(uri: string): void;
  /** The file at an address, whichever of its characters are percent-encoded. */
  at(uri: string): string | undefined;
  /**
   * The files that `target` may mean, the best first: as in Obsidian, those at or below the folder of `from`, then
   * those with the shortest path. A target may have folders before the name, or begin with `./` or `../`.
   */
  find(target: string, from: string): readonly string[];
}

/** An index of files. The ending `.md` is no part of a name, other endings are. */
export function createFileNames(): FileNames {
  const index = new Map<string, Set<string>>();
  return {
    add(uri) {
      const key = nameKey(uri);
      const uris = index.get(key);
      if (uris) uris.add(uri);
      else index.set(key, new Set([uri]));
    },
    remove(uri) {
      index.get(nameKey(uri))?.delete(uri);
    },
    at(uri) {
      const path = pathOf(uri);
      return [...(index.get(nameKey(uri)) ?? [])].find((each) => pathOf(each) === path);
    },
    find(target, from) {
      const written = withoutEnding(target.replace(/\\/g, '/'));
      const isRelative = /^\.{1,2}\//.test(written);
      const path = isRelative ? resolved(written, from) : `/${folded(written.replace(/^\/+/, ''))}`;
      const found = [...(index.get(loose(nameIn(path))) ?? [])].filter((uri) =>
        fits(path, pathOf(uri), isRelative),
      );
      // `[[Access logs]]` is `Access logs.md`; only where there is none it is the `Access-Logs.md` of a wiki.
      const exact = found.filter((uri) => pathOf(uri).endsWith(`/${nameIn(path)}`));
      const folder = folderOf(pathOf(from));
      return (exact.length > 0 ? exact : found).sort(
        (a, b) =>
          Number(!pathOf(a).startsWith(folder)) - Number(!pathOf(b).startsWith(folder)) ||
          a.split('/').length - b.split('/').length ||
          a.length - b.length ||
          (a < b ? -1 : 1),
      );
    },
  };
}

/** The same for all addresses and names of files that a link may mean by one name. */
export function nameKey(path: string): string {
  return loose(nameIn(pathOf(path)));
}

function fits(target: string, path: string, isWhole: boolean): boolean {
  return isWhole ? loose(path) === loose(target) : loose(path).endsWith(loose(target));
}

function resolved(path: string, from: string): string {
  return URL.canParse(path, from) ? pathOf(new URL(path, from).href) : path;
}

/** The path in an address as people write it, folded, without the ending of a note. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:\/*/i, '/');
  try {
    return folded(withoutEnding(decodeURIComponent(path)));
  } catch {
    return folded(withoutEnding(path));
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|markdown)$/i, '');
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Wikis write hyphens for spaces. */
function loose(text: string): string {
  return text.replace(/[\s_-]+/g, '-');
}
