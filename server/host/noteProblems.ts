/** What is wrong in one note of the user's: found once, when it is asked for, because much of it takes reading all. */
import type { Note, NoteProblem } from '../notes/note.ts';

const known = new WeakMap<Note, readonly NoteProblem[]>();

/** What its reader found, and known errors about AWS in what it says. */
export async function problemsIn(note: Note): Promise<readonly NoteProblem[]> {
  let problems = known.get(note);
  if (!problems) {
    const { correctionsIn } = await import('../notes/corrections/index.ts');
    problems = [...note.problems, ...correctionsIn(note)];
    known.set(note, problems);
  }
  return problems;
}
