/** Finding notes by their words. Japanese has no spaces, so its words may stand anywhere; English ones begin a word. */
import type { Language } from '../text/localized.ts';
import { wordsOf } from './names.ts';
import type { Note, Section } from './note.ts';
import { plainText } from './plainText.ts';

export interface FoundSection {
  readonly uri: string;
  readonly slug: string;
  readonly title: string;
  readonly heading: string;
  /** The words around the first match, plain text. */
  readonly excerpt: string;
  readonly origin: Note['origin'];
}

/** A section as it is searched: width and case folded. */
interface Searchable {
  readonly section: Section;
  readonly heading: string;
  /** Title and headings around it. */
  readonly around: string;
  readonly plain: string;
  readonly body: string;
}

interface Hit {
  readonly note: Note;
  readonly found: Searchable;
  readonly score: number;
}

const mostHits = 50;
const longestQuery = 200;
const excerptLength = 120;
const searchables = new WeakMap<Note, readonly Searchable[]>();
const hiragana = /^\p{Script=Hiragana}+$/u;
const latin = /^[a-z0-9]/;

/** Sections that contain all words of `query`, in their text, heading or the headings around, best first. */
export function searchNotes(notes: readonly Note[], query: string, language: Language): FoundSection[] {
  const phrase = fold(query.slice(0, longestQuery)).trim();
  const words = wordsOf(phrase).map(({ text }) => text);
  const telling = words.filter((word) => !hiragana.test(word));
  const terms = telling.length > 0 ? telling : words;
  if (terms.length === 0) return [];
  const hits = notes.flatMap((note) =>
    searchable(note).flatMap((found) => {
      const score = scoreOf(found, terms, phrase);
      return score > 0 ? [{ note, found, score: score + (note.origin === 'user' ? 1 : 0) }] : [];
    }),
  );
  return inLanguage(hits, language)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostHits)
    .map(({ note, found }) => ({
      uri: note.uri,
      slug: found.section.slug,
      title: note.title,
      heading: found.section.heading,
      excerpt: excerptOf(found.plain, terms),
      origin: note.origin,
    }));
}

function inLanguage(hits: readonly Hit[], language: Language): Hit[] {
  const has = hits.some(({ note }) => note.origin === 'bundled' && note.language === language);
  return hits.filter(({ note }) => note.origin === 'user' || !has || note.language === language);
}

function searchable(note: Note): readonly Searchable[] {
  let made = searchables.get(note);
  if (!made) {
    made = note.sections.map((section) => {
      const plain = plainText(note.text.slice(section.body.start, section.body.end));
      const around = [note.title, ...headingsAround(note, section)].join(' ');
      return { section, heading: fold(section.heading), around: fold(around), plain, body: fold(plain) };
    });
    searchables.set(note, made);
  }
  return made;
}

function headingsAround(note: Note, section: Section): string[] {
  const headings: string[] = [];
  for (let at = section.parent; at !== undefined; at = note.sections[at]?.parent) {
    headings.push(note.sections[at]?.heading ?? '');
  }
  return headings;
}

/** 0 where a word is missing, or where only the headings around have any. */
function scoreOf({ heading, around, body }: Searchable, terms: readonly string[], phrase: string): number {
  let score = 0;
  let own = false;
  for (const term of terms) {
    const inHeading = find(heading, term) >= 0;
    const inBody = find(body, term) >= 0;
    if (!inHeading && !inBody && find(around, term) < 0) return 0;
    own ||= inHeading || inBody;
    score += (inHeading ? 8 : 0) + (inBody ? 2 : 0) + 1;
  }
  if (!own) return 0;
  if (heading === phrase) score += 20;
  else if (find(heading, phrase) >= 0) score += 6;
  if (terms.length > 1 && find(body, phrase) >= 0) score += 4;
  return score / terms.length + 1 / (1 + heading.length / 10);
}

/** Where `term` stands in `text`, at the beginning of a word if it is Latin; -1 where it does not. */
function find(text: string, term: string): number {
  if (term === '') return -1;
  let at = text.indexOf(term);
  if (!latin.test(term)) return at;
  while (at > 0 && latin.test(text[at - 1] ?? '')) at = text.indexOf(term, at + 1);
  return at;
}

/** The words around the first of `terms`, as the author wrote them. */
function excerptOf(plain: string, terms: readonly string[]): string {
  const { folded, origins } = foldWithOrigins(plain);
  const places = terms.map((term) => find(folded, term)).filter((at) => at >= 0);
  const at = places.length > 0 ? (origins[Math.min(...places)] ?? 0) : 0;
  let start = Math.max(0, at - excerptLength / 3);
  if (start > 0) {
    const space = plain.slice(start, at).search(/[\s、。]/);
    if (space >= 0) start += space + 1;
  }
  const end = Math.min(plain.length, start + excerptLength);
  return `${start > 0 ? '…' : ''}${plain.slice(start, end).trim()}${end < plain.length ? '…' : ''}`;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Folded text, and for each of its characters the offset in the original. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  // Marks are folded together with what they stand on: ｶﾞ is one character.
  for (const match of text.matchAll(/[\s\S][\p{M}ﾞﾟ]*/gu)) {
    const part = fold(match[0]);
    folded += part;
    for (let i = 0; i < part.length; i += 1) origins.push(match.index);
  }
  return { folded, origins };
}
