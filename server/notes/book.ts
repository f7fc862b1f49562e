/** The `Book`: all notes, and which of their sections explain a thing. */
import { aspectsAround } from '../aws/topics/index.ts';
import { coversType } from '../aws/typePattern.ts';
import type { Place } from '../model/template.ts';
import type { Language } from '../text/localized.ts';
import { createFileNames } from './fileNames.ts';
import { linkHeading, nowhere, subjectKey } from './link.ts';
import type { Note, Section, Subject } from './note.ts';
import { createReplacements, type Replacement } from './replacements.ts';
import { type FoundSection, searchNotes } from './search.ts';
import { type Specificity, specificities, subjectsOf } from './subjects.ts';

export interface Book {
  /** Adds a note, in place of the one with the same address. */
  add(note: Note): void;
  remove(uri: string): void;
  /** The note at an address, whichever of its characters are percent-encoded. */
  note(uri: string): Note | undefined;
  /** In the order of their addresses. */
  notes(): readonly Note[];
  /**
   * The sections that explain `place`, best first: the user's before ours, then the most specific. Bundled notes
   * speak the reader's language, or the other one where they have nothing in it.
   */
  sectionsFor(place: Place, language: Language): readonly Match[];
  /** The sections about `subject` itself, in the same order. */
  sectionsAbout(subject: Subject, language: Language): readonly Match[];
  /**
   * The section that gives the reason for a finding: on this aspect or one that it is a part of, the user's own
   * first, then the narrowest; else on the topic as a whole.
   */
  sectionFor(
    subject: { readonly topic: string; readonly aspect?: string },
    language: Language,
  ): Match | undefined;
  /** What of the user's is shown in place of a bundled section; undefined where that is shown itself. */
  replacementOf(note: Note, section: Section): Replacement | undefined;
  /** The user's notes that a wiki link in the note `from` may mean, the one that it leads to first. */
  named(target: string, from: string): readonly Note[];
  /** The sections that contain all words of `query`, best first. */
  search(query: string, language: Language): readonly FoundSection[];
}

/** A section that explains something. */
export interface Match {
  readonly note: Note;
  readonly section: Section;
  /** How closely it meets the place. */
  readonly specificity: Specificity;
  readonly subject: Subject;
}

/** A section under a subject that it explains. */
interface Entry {
  readonly note: Note;
  readonly section: Section;
  readonly subject: Subject;
  /** What the heading says besides the subject, in words and other subjects: the less, the better it fits. */
  readonly besides: () => number;
}

/** An entry and how it was found. */
interface Ranked extends Match {
  readonly entry: Entry;
  /** Place of its subject among those of the place. */
  readonly order: number;
}

export function createBook(): Book {
  const notes = new Map<string, Note>();
  const index = new Map<string, Entry[]>();
  /** Patterns such as `AWS::Lambda::*` that notes are about; few. */
  const patterns = new Set<string>();
  const names = createFileNames();
  const replacements = createReplacements();

  function remove(uri: string): void {
    const note = notes.get(uri);
    if (!note) return;
    notes.delete(uri);
    names.remove(uri);
    replacements.remove(note);
    for (const key of new Set(note.sections.flatMap(({ subjects }) => subjects.map(indexKey)))) {
      const left = (index.get(key) ?? []).filter((entry) => entry.note !== note);
      if (left.length > 0) index.set(key, left);
      else {
        index.delete(key);
        patterns.delete(key);
      }
    }
  }

  function add(note: Note): void {
    remove(note.uri);
    notes.set(note.uri, note);
    if (note.origin === 'user') names.add(note.uri);
    replacements.add(note);
    for (const section of note.sections) {
      if (section.subjects.length === 0) continue;
      for (const subject of section.subjects) {
        const key = indexKey(subject);
        const besides = once(() => wordsBesides(section.heading, subject) + section.subjects.length - 1);
        const entry = { note, section, subject, besides };
        const entries = index.get(key);
        if (entries) entries.push(entry);
        else index.set(key, [entry]);
        if (subject.kind === 'type' && !subject.path && subject.type.endsWith('*')) patterns.add(key);
      }
    }
  }

  function note(uri: string): Note | undefined {
    return notes.get(uri) ?? notes.get(names.at(uri) ?? '');
  }

  /** The entries that a subject of a place leads to. */
  function entriesFor(subject: Subject): readonly Entry[] {
    const entries = index.get(indexKey(subject)) ?? [];
    if (subject.kind !== 'type' || !subject.path) return entries;
    const { type, path } = subject;
    return entries.filter(
      ({ subject: written }) =>
        written.kind === 'type' && coversType(written.type, type) && endsWith(path, written.path ?? []),
    );
  }

  function patternEntries(type: string): readonly Entry[] {
    if (patterns.size === 0) return [];
    return [...patterns]
      .flatMap((key) => index.get(key) ?? [])
      .filter(({ subject }) => subject.kind === 'type' && coversType(subject.type, type));
  }

  function sectionsAbout(subject: Subject, language: Language): readonly Match[] {
    return best(
      entriesFor(subject).map((entry) => ranked(entry, 'topic', 0)),
      language,
    );
  }

  function best(found: readonly Ranked[], language: Language): Match[] {
    const shown = found.filter(({ note, section }) => !replacements.of(note, section));
    return inOrder(inLanguage(shown, language), language);
  }

  return {
    add,
    remove,
    note,
    notes: () => sorted(notes),

    sectionsFor(place, language) {
      const found = subjectsOf(place).flatMap(({ subject, specificity }, order) =>
        entriesFor(subject).map((entry) => ranked(entry, specificity, order)),
      );
      if (place.type !== undefined) {
        found.push(...patternEntries(place.type).map((entry) => ranked(entry, 'topic', found.length)));
      }
      return best(found, language);
    },

    sectionsAbout,

    sectionFor({ topic, aspect }, language) {
      const found = aspectsAround(topic, aspect).flatMap(({ id }) =>
        sectionsAbout({ kind: 'topic', topic, aspect: id }, language),
      );
      const own = found.find(({ note }) => note.origin === 'user');
      return own ?? found[0] ?? sectionsAbout({ kind: 'topic', topic }, language)[0];
    },

    replacementOf: replacements.of,
    named: (target, from) => names.find(target, from).flatMap((uri) => notes.get(uri) ?? []),

    search(query, language) {
      return searchNotes(sorted(notes), query, language).filter(({ uri, slug }) => {
        const note = notes.get(uri);
        const section = note?.sections.find((each) => each.slug === slug);
        return !note || !section || !replacements.of(note, section);
      });
    },
  };
}

function wordsBesides(heading: string, subject: Subject): number {
  const topics = subject.kind === 'topic' ? [subject.topic] : [];
  return linkHeading({ text: heading, code: [] }, { ...nowhere, topics, aws: true }).leftover;
}

/** Counted when two sections compete: most never do, and the server should be ready at once. */
function once(count: () => number): () => number {
  let known: number | undefined;
  return () => {
    known ??= count();
    return known;
  };
}

function ranked(entry: Entry, specificity: Specificity, order: number): Ranked {
  const { note, section, subject } = entry;
  return { note, section, specificity, subject, entry, order };
}

/** Bundled notes in one language only: the reader's, if there are any. */
function inLanguage(found: readonly Ranked[], language: Language): readonly Ranked[] {
  const has = found.some(({ note }) => note.origin === 'bundled' && note.language === language);
  return has ? found.filter(({ note }) => note.origin === 'user' || note.language === language) : found;
}

/** Best first, each section once. */
function inOrder(found: readonly Ranked[], language: Language): Match[] {
  const order = [...found].sort((a, b) => compare(a, b, language));
  const seen = new Set<Section>();
  const matches: Match[] = [];
  for (const { note, section, specificity, subject } of order) {
    if (seen.has(section)) continue;
    seen.add(section);
    matches.push({ note, section, specificity, subject });
  }
  return matches;
}

function compare(a: Ranked, b: Ranked, language: Language): number {
  return (
    Number(a.note.origin === 'bundled') - Number(b.note.origin === 'bundled') ||
    Number(isForeign(a.note, language)) - Number(isForeign(b.note, language)) ||
    specificities.indexOf(a.specificity) - specificities.indexOf(b.specificity) ||
    a.order - b.order ||
    a.entry.besides() - b.entry.besides() ||
    a.section.depth - b.section.depth ||
    byText(a.note.uri, b.note.uri) ||
    a.section.span.start - b.section.span.start
  );
}

function isForeign(note: Note, language: Language): boolean {
  return note.language !== undefined && note.language !== language;
}

function endsWith(path: readonly string[], end: readonly string[]): boolean {
  return end.every((key, index) => path[path.length - end.length + index] === key);
}

/** Properties are found by their last key, for notes may name them with any part of their path. */
function indexKey(subject: Subject): string {
  if (subject.kind === 'type' && subject.path) return `property ${subject.path.at(-1)}`;
  return subjectKey(subject);
}

function sorted(notes: ReadonlyMap<string, Note>): Note[] {
  return [...notes.values()].sort((a, b) => byText(a.uri, b.uri));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
