/** What `.gitignore` leaves out of a folder's files. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * `files` without those that a `.gitignore` names, in `folder`, below it, or above it as far as the repository
 * reaches. A folder that is itself ignored was asked for by name, so what is above it has no say.
 * @param folder an absolute path
 * @param files absolute paths below `folder`
 */
export async function withoutIgnored(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const rules = new Map<string, Ignore | undefined>();
  const rulesIn = async (place: string): Promise<Ignore | undefined> => {
    if (!rules.has(place)) rules.set(place, await gitignoreIn(place));
    return rules.get(place);
  };
  const known = new Map<string, readonly PlacedRules[]>();
  /** All that has a say over the files in a folder, the outermost first. */
  const rulesOver = async (file: string): Promise<readonly PlacedRules[]> => {
    const place = dirname(file);
    const before = known.get(place);
    if (before) return before;
    const found: PlacedRules[] = [];
    for (const each of [...above, ...foldersBetween(folder, file)]) {
      const own = await rulesIn(each);
      if (own) found.push({ place: each, rules: own });
    }
    known.set(place, found);
    return found;
  };
  let above = await repositoryFolders(folder);
  for (const place of above) {
    if ((await rulesIn(place))?.ignores(`${pathIn(place, folder)}/`)) above = [];
  }
  const kept: string[] = [];
  for (const file of files) {
    let isIgnored = false;
    for (const { place, rules: own } of await rulesOver(file)) {
      // A deeper file decides over those above it.
      const verdict = own.test(pathIn(place, file));
      if (verdict.ignored) isIgnored = true;
      else if (verdict.unignored) isIgnored = false;
    }
    if (!isIgnored) kept.push(file);
  }
  return kept;
}

interface PlacedRules {
  readonly place: string;
  readonly rules: Ignore;
}

async function gitignoreIn(folder: string): Promise<Ignore | undefined> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : ignore().add(text);
}

/** The folders above `folder` that belong to the same repository, outermost first; none outside a repository. */
async function repositoryFolders(folder: string): Promise<readonly string[]> {
  const above: string[] = [];
  for (let place = folder; ; place = dirname(place)) {
    if (place !== folder) above.unshift(place);
    if (await stat(join(place, '.git')).catch(() => undefined)) return above;
    if (dirname(place) === place) return [];
  }
}

/** `folder` and the folders below it down to that of `file`. */
function foldersBetween(folder: string, file: string): readonly string[] {
  const folders = [folder];
  const steps = relative(folder, dirname(file)).split(sep).filter(Boolean);
  for (const step of steps) folders.push(join(folders.at(-1) ?? folder, step));
  return folders;
}

function pathIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
