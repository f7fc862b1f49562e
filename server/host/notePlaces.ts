/** Where notes are looked for: a folder of the workspace and the patterns of its settings. */
import type { Files } from './files.ts';

export interface NotePlace {
  readonly root: string;
  readonly patterns: readonly string[];
}

/**
 * The places of a workspace.
 * @param patternsOf what the settings say for a folder, or where there is none
 */
export function notePlaces(
  roots: readonly string[],
  patternsOf: (root: string | undefined) => readonly string[],
): readonly NotePlace[] {
  if (roots.length > 0) return roots.map((root) => ({ root, patterns: patternsOf(root) }));
  // Without a folder, only patterns that need none.
  const patterns = patternsOf(undefined).filter((pattern) => /^\s*(?:[~/\\]|[a-z]:)/i.test(pattern));
  return [{ root: 'file:///', patterns }];
}

/** The folders in which `places` look. */
export async function foldersOf(places: readonly NotePlace[], files: Files): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { root, patterns } of places) {
    for (const folder of await files.folders(root, patterns)) found.add(folder);
  }
  return [...found];
}

/** Whether the folder or file `uri` is one of `folders`, or below it. */
export function isBelow(uri: string, folders: readonly string[]): boolean {
  return folders.some((folder) => uri === folder || uri.startsWith(`${folder.replace(/\/$/, '')}/`));
}
