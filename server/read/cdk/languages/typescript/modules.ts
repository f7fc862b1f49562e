/** Which file of a workspace `./queues` or `@shop/queues` means. */
import type { WorkspaceFiles } from '../../../reader.ts';
import { placeOf, placesOf } from './tsconfig.ts';

/** The specifiers of imports in `text` that may mean files of a workspace, and perhaps of some more. */
export function specifiersIn(text: string): readonly string[] {
  return [...text.matchAll(imported)].map(([, specifier = '']) => specifier);
}

const imported = /(?:\bfrom|\bimport|\brequire\s*\()\s*['"](?!aws-cdk-lib\b|@aws-cdk\/|node:)([^'"\n]+)['"]/g;

/** The file that a specifier names; TypeScript before what was compiled from it. */
export function resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  const isRelative = /^\.\.?(?:\/|$)/.test(specifier);
  const places = isRelative ? [placeOf(specifier, uri)] : placesOf(specifier, uri, files);
  for (const place of places) {
    const found = place === undefined ? undefined : fileAt(place, files);
    if (found !== undefined) return [found];
  }
  return [];
}

function fileAt(place: string, files: WorkspaceFiles): string | undefined {
  // TypeScript is imported as what it will be compiled to.
  const [, stem, kind = ''] = /^(.*)\.([cm]?)jsx?$/.exec(place) ?? [];
  const candidates = [
    ...(stem === undefined ? [] : [`${stem}.${kind}ts`, `${stem}.tsx`]),
    place,
    ...endings.map((ending) => `${place}.${ending}`),
    ...endings.map((ending) => `${place}/index.${ending}`),
  ];
  return candidates.find((each) => files.has(each));
}

const endings = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];
