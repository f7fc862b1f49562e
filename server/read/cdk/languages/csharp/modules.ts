/** Which file of a workspace declares a class: in C#, files are called like what is in them. */
import type { WorkspaceFiles } from '../../../reader.ts';

/** How `names.ts` calls the files of the types that `text` uses, and perhaps some more. */
export function specifiersIn(text: string): readonly string[] {
  return typesIn(text).flatMap((name) => [name, beside(name)]);
}

/** The file in the same folder that is called like a type. */
export function beside(name: string): string {
  return `./${name}`;
}

/** The names of types that `text` uses, and perhaps some more. */
export function typesIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, made, used, owner] of text.matchAll(typeNames)) {
    const name = made ?? used ?? owner;
    if (name !== undefined) found.add(name);
  }
  return [...found];
}

/** `new Shop(`, `: Shop`, `Shop shop`, `Sizes.Big`. */
const typeNames =
  /(?:\bnew\s+|[:,]\s*)([A-Z]\w*)|(?<![\w.])([A-Z]\w*)\??\s+[a-z_]\w*\s*[=;,)]|(?<![\w.])([A-Z]\w*)\.[A-Z]/g;

/** The file that is called like a type, in the folders around `uri` or below them. */
export function resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  let folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  if (specifier.startsWith('./')) {
    const own = `${folder}${specifier.slice(2)}.cs`;
    return files.has(own) && own !== uri ? [own] : [];
  }
  for (let up = 0; up < MOST_FOLDERS && folder.includes('/', 'file:///'.length); up++) {
    const found = files.below(folder).filter((each) => each.endsWith(`/${specifier}.cs`) && each !== uri);
    if (found.length > 0) return found.length === 1 ? found : [];
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return [];
}

/** A project's sources lie together. */
const MOST_FOLDERS = 3;
