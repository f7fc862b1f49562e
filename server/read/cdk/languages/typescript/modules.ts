/** Which file of a workspace `./queues` means. */
import type { WorkspaceFiles } from '../../../reader.ts';

/** The specifiers of relative imports in `text`, and perhaps of some more. */
export function specifiersIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport|\brequire\s*\()\s*['"](\.[^'"\n]*)['"]/g)].map(
    ([, specifier = '']) => specifier,
  );
}

/** The file that a relative specifier names; TypeScript before what was compiled from it. */
export function resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  if (!/^\.\.?(?:\/|$)/.test(specifier) || !URL.canParse(specifier, uri)) return [];
  const { href } = new URL(specifier, uri);
  const folder = href.replace(/\/$/, '');
  // TypeScript is imported as what it will be compiled to.
  const [, stem, kind = ''] = /^(.*)\.([cm]?)jsx?$/.exec(folder) ?? [];
  const candidates = [
    ...(stem === undefined ? [] : [`${stem}.${kind}ts`, `${stem}.tsx`]),
    folder,
    ...endings.map((ending) => `${folder}.${ending}`),
    ...endings.map((ending) => `${folder}/index.${ending}`),
  ];
  const found = candidates.find((each) => files.has(each));
  return found === undefined ? [] : [found];
}

const endings = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];
