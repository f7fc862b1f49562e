/** What is wrong in one note of the user's: much of it takes reading all of it, so it is found once and when it is asked for. */
import type { Book } from '../notes/book.ts';
import type { Note, NoteProblem } from '../notes/note.ts';
import { onDemand } from './onDemand.ts';

const links = onDemand(() => import('../notes/linkProblems.ts'));
const corrections = onDemand(() => import('../notes/corrections/index.ts'));
const hazards = onDemand(() => import('../notes/hazards.ts'));

const known = new WeakMap<Note, readonly NoteProblem[]>();

/** What its reader found, what in it is not run or followed, links that are in doubt, and known errors about AWS. */
export async function problemsIn(note: Note, book: Book): Promise<readonly NoteProblem[]> {
  const { linkProblemsIn } = await links();
  let own = known.get(note);
  if (!own) {
    const { correctionsIn } = await corrections();
    const { hazardsIn } = await hazards();
    own = [...note.problems, ...hazardsIn(note), ...correctionsIn(note)];
    known.set(note, own);
  }
  return [...own, ...linkProblemsIn(note, book.named)];
}
