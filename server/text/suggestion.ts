/** "Did you mean": the word that somebody most likely wanted to write. */
import { distance } from 'fastest-levenshtein';

/** The candidate that `word` is most likely a misspelling of. */
export function suggestionFor(word: string, candidates: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  let [best, least]: [string | undefined, number] = [undefined, word.length < 4 ? 2 : 3];
  for (const candidate of candidates) {
    const edits = distance(written, candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
