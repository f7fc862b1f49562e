import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { CommandError } from './commandError.ts';

/**
 * The Guard files that paths name, sorted: each a file, or a folder with all that is below it.
 * @throws CommandError where a path does not exist
 */
export async function guardFilesIn(paths: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const what = await stat(path).catch(() => undefined);
    if (!what) throw new CommandError(`No such file or folder: ${path}`);
    if (what.isFile()) found.add(resolve(path));
    else {
      const below = await glob(['**/*.guard', '**/*.ruleset'], {
        cwd: path,
        absolute: true,
        ignore: ['**/node_modules/**'],
      });
      for (const file of below) found.add(file);
    }
  }
  return [...found].sort();
}
