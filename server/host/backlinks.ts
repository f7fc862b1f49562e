/** The notes that link to another one: looked for when it is shown, in turns. */
import { type Backlink, linksTo } from '../notes/backlinks.ts';
import type { Book } from '../notes/book.ts';
import type { Note } from '../notes/note.ts';
import { createTurns } from './turns.ts';

/** The links to `note` in all others, by note. */
export async function backlinksTo(note: Note, book: Book): Promise<readonly Backlink[]> {
  const rest = createTurns();
  const linksIn = linksTo(note, book);
  const found: Backlink[] = [];
  for (const from of book.notes()) {
    found.push(...linksIn(from));
    await rest();
  }
  return found;
}
