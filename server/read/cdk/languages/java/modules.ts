/** Which file of a workspace holds the class that Java calls `com.example.shop.ShopStack`. */
import type { WorkspaceFiles } from '../../../reader.ts';

/** A class of the workspace that a file may use, by the name that it has in it. */
interface Mentioned {
  readonly local: string;
  readonly specifier: string;
}

/** What the name of a class of the same package, whose file lies in the same folder, begins with. */
const beside = './';

/** The classes of other files that `text` imports, or may mean since they are in its package. */
export function mentionedClasses(text: string): Mentioned[] {
  const found: Mentioned[] = [];
  const imported = new Set<string>();
  for (const [, path = ''] of text.matchAll(/^[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]+)/gm)) {
    const specifier = /^(?:[a-z]\w*\.)*[A-Z]\w*/.exec(path)?.[0];
    const local = specifier?.split('.').at(-1);
    if (specifier === undefined || local === undefined) continue;
    imported.add(local);
    if (!/^(?:java|javax|software\.(?:amazon\.awscdk|constructs))\b/.test(specifier))
      found.push({ local, specifier });
  }
  for (const local of new Set([...text.matchAll(/(?<![\w.])[A-Z]\w*/g)].map(([name]) => name)))
    if (!imported.has(local)) found.push({ local, specifier: beside + local });
  return found;
}

/** How `text` calls the classes of other files. */
export function specifiersIn(text: string): readonly string[] {
  return mentionedClasses(text).map(({ specifier }) => specifier);
}

/** The file of a class: its package is the path to it from some folder above the file that names it. */
export function resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  let folder = uri.slice(0, uri.lastIndexOf('/'));
  if (specifier.startsWith(beside)) {
    const own = `${folder}/${specifier.slice(beside.length)}.java`;
    return files.has(own) && own !== uri ? [own] : [];
  }
  const path = `${specifier.replaceAll('.', '/')}.java`;
  for (let up = 0; up < MOST_FOLDERS && folder.includes('/', 'file://'.length); up++) {
    const file = `${folder}/${path}`;
    if (files.has(file)) return [file];
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return [];
}

const MOST_FOLDERS = 12;
