/** Which file of a workspace `shop.settings` means. */
import type { WorkspaceFiles } from '../../../reader.ts';

/** How the imports in `text` call modules, as `names.ts` does, and perhaps some more. */
export function specifiersIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, from = '', names = ''] of text.matchAll(
    /^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)?|[^\n]*)/gm,
  )) {
    found.push(from);
    for (const [name] of names.replace(/#.*/g, '').matchAll(/[\p{L}\w]+/gu))
      found.push(submodule(from, name));
  }
  for (const [, names = ''] of text.matchAll(/^[ \t]*import[ \t]+([^\n]*)/gm)) {
    for (const [name] of names.replace(/#.*/, '').matchAll(/[\p{L}\w.]+/gu)) found.push(name);
  }
  return found.filter((each) => !/^(?:aws_cdk|constructs)\b/.test(each));
}

/** `name` as a module in the package `from`. */
export function submodule(from: string, name: string): string {
  return from.endsWith('.') ? from + name : `${from}.${name}`;
}

/**
 * The file of a module. Names that are not relative are looked for from the file's own folder upwards: from which
 * folder a program runs, no file says.
 */
export function resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  const [, dots = '', path = ''] = /^(\.*)(.*)$/.exec(specifier) ?? [];
  const steps = path.split('.').filter(Boolean).join('/');
  let folder = uri.slice(0, uri.lastIndexOf('/'));
  if (dots) {
    for (let up = 1; up < dots.length; up++) folder = folder.slice(0, folder.lastIndexOf('/'));
    return moduleIn(folder, steps, files);
  }
  for (let up = 0; up < MOST_FOLDERS && folder.includes('/', 'file://'.length); up++) {
    const found = moduleIn(folder, steps, files);
    if (found.length > 0) return found;
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return [];
}

const MOST_FOLDERS = 6;

function moduleIn(folder: string, steps: string, files: WorkspaceFiles): readonly string[] {
  const path = steps === '' ? folder : `${folder}/${steps}`;
  const candidates = steps === '' ? [`${path}/__init__.py`] : [`${path}.py`, `${path}/__init__.py`];
  const found = candidates.find((each) => files.has(each));
  return found === undefined ? [] : [found];
}
