/** Compiles the bundled notes, so that the server starts without a Markdown parser. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Note } from '../notes/note.ts';
import { parseNote } from '../notes/parse.ts';
import type { Language } from '../text/localized.ts';

const languages: readonly Language[] = ['en', 'ja'];

/**
 * Reads `<knowledgeFolder>/<language>/<topic>.md` and writes the notes to `outFile`, a list of `Note`.
 * @throws with all problems listed, where a note has any: what we ship is without fault
 */
export async function buildKnowledge(knowledgeFolder: string, outFile: string): Promise<void> {
  const notes = await readKnowledge(knowledgeFolder);
  const problems = notes.flatMap((note) => problemsOf(note));
  if (problems.length > 0) throw new Error(`The bundled notes have problems:\n${problems.join('\n')}`);
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, JSON.stringify(notes));
}

/** The bundled notes, in both languages, sorted by name. */
export async function readKnowledge(knowledgeFolder: string): Promise<Note[]> {
  const notes: Note[] = [];
  for (const language of languages) {
    const folder = join(knowledgeFolder, language);
    const files = await readdir(folder).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.md')).sort()) {
      const text = (await readFile(join(folder, file), 'utf8'))
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n');
      notes.push(parseNote(`kumonote-note:/${language}/${file}`, text, 'bundled', language));
    }
  }
  return notes;
}

function problemsOf(note: Note): string[] {
  return note.problems.map(({ span, message }) => {
    const line = note.text.slice(0, span.start).split('\n').length;
    return `${note.uri}:${line}: ${message.en}`;
  });
}
