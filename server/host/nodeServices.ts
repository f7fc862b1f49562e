/** What a process gives the server: files of this machine, and data that was built next to the program. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Note } from '../notes/note.ts';
import { nodeFiles } from './nodeFiles.ts';
import type { Services } from './services.ts';

/**
 * The services of a bundle in `dist/`.
 * @param dataFolder where the built data is, with a trailing slash; next to the running file without it.
 */
export function nodeServices(
  log: (message: string) => void,
  dataFolder = new URL('./', import.meta.url),
): Services {
  const read = (file: string): Promise<Buffer> => readFile(fileURLToPath(new URL(file, dataFolder)));
  return {
    files: nodeFiles,
    bundledNotes: async () => JSON.parse((await read('knowledge.json')).toString('utf8')) as Note[],
    schemaBytes: () => read('aws-schema.json.gz'),
    grammar: (file) => read(file),
    log,
  };
}
