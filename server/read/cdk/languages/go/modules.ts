/** Which files of a workspace a package has. */
import type { WorkspaceFiles } from '../../../reader.ts';

/** What the files of a package are called; those with tests are no part of it. */
export const packageFile = /(?<!_test)\.go$/;

/** The packages that `text` imports, as `names.ts` finds them, and perhaps some more. */
export function specifiersIn(text: string): readonly string[] {
  const imports = text.matchAll(/^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"([^"\s]+)"/gm);
  return [...imports].flatMap(([, path = '']) => (isStandard(path) ? [] : [path]));
}

/** The files of a package that a file imports. */
export function resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  let folder = uri.slice(0, uri.lastIndexOf('/'));
  const steps = specifier.split('/');
  for (let up = 0; up < MOST_FOLDERS && folder.includes('/', 'file://'.length); up++) {
    // The first steps name the module; where its root is, no other file than go.mod says.
    for (let first = 0; first < steps.length; first++) {
      const isModule = first === 0 || folder.endsWith(`/${steps[first - 1]}`) || !steps[0]?.includes('.');
      const found = isModule ? filesIn(`${folder}/${steps.slice(first).join('/')}`, files) : [];
      if (found.length > 0) return found;
    }
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return [];
}

const MOST_FOLDERS = 6;

function filesIn(folder: string, files: WorkspaceFiles): readonly string[] {
  return files
    .below(`${folder}/`)
    .filter((uri) => packageFile.test(uri) && !uri.slice(folder.length + 1).includes('/'));
}

/** Whether a package comes with Go. */
export function isStandard(path: string): boolean {
  return standard.has(path.split('/')[0] ?? '');
}

const standard: ReadonlySet<string> = new Set(
  (
    'archive bufio bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt ' +
    'go hash html image index io iter log maps math mime net os path plugin reflect regexp runtime slices sort ' +
    'strconv strings structs sync syscall testing text time unicode unique unsafe weak'
  ).split(' '),
);
