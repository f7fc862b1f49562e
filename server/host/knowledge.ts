/** Everything Kumonote knows: the bundled notes, the user's, and the rules in both. Notes come and go as files change. */
import { type Book, createBook } from '../notes/book.ts';
import type { Note, NoteProblem } from '../notes/note.ts';
import { builtinRules } from '../rules/builtin/index.ts';
import type { Rule } from '../rules/rule.ts';
import { noteExtensions } from './languages.ts';
import type { NotePlace } from './notePlaces.ts';
import { problemsIn } from './noteProblems.ts';
import { type DeclaredRule, rulesIn, rulesThatCount } from './noteRules.ts';
import { onDemand } from './onDemand.ts';
import type { Services } from './services.ts';
import { type BundledNotes, isTopicOn } from './settings.ts';
import { createTurns, eachAtOnce } from './turns.ts';

/** Larger notes are not read: nobody reads them in a hover, and parsing them would hold up everything else. */
const mostBytes = 1024 * 1024;

const parser = onDemand(() => import('../notes/parse.ts'));

/** Files read at the same time. More would leave hovers waiting in a row of notes that were read. */
const mostReadAtOnce = 4;

export interface Knowledge {
  readonly book: Book;
  /** Rules of Kumonote and of all notes. The same array until notes change. */
  rules(): readonly Rule[];
  /** Loads the bundled notes; rules and hovers work from then on. */
  loadBundled(): Promise<void>;
  /** Puts aside the bundled notes on topics that are off, and the rules on them, or takes them back. */
  useBundled(setting: BundledNotes): Promise<void>;
  /**
   * Finds and loads the user's notes, and drops those that are gone.
   * @param progress hears how many of them were read
   * @returns false where a later call took its place meanwhile
   */
  loadUserNotes(
    places: readonly NotePlace[],
    progress?: (done: number, all: number) => void,
  ): Promise<boolean>;
  /** Whether `uri` is one of the user's notes. */
  has(uri: string): boolean;
  /** Reads a note again, from `text` where an editor holds it. True if it is one of the user's notes. */
  reload(uri: string, text: string | undefined): Promise<boolean>;
  /** What is wrong in the user's notes, each with its text. Looked for in turns: nothing waits for it. */
  problems(): Promise<readonly NotesProblems[]>;
}

export interface NotesProblems {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly NoteProblem[];
}

interface Loaded {
  readonly note: Note;
  readonly declared: readonly DeclaredRule[];
  /** Of the blocks of rules. */
  readonly problems: readonly NoteProblem[];
}

/** A knowledge base with nothing in it but the rules written in TypeScript. */
export function createKnowledge(services: Services): Knowledge {
  const book = createBook();
  const loaded = new Map<string, Loaded>();
  let bundled: readonly Note[] = [];
  let isOn: (topic: string) => boolean = () => true;
  let userNotes: ReadonlySet<string> = new Set();
  let rules: readonly Rule[] = builtinRules;
  let conflicts: ReadonlyMap<string, readonly NoteProblem[]> = new Map();
  let loads = 0;

  function collectRules(): void {
    // Files are read in any order, but which of two rules counts must not depend on it.
    const uris = [...bundled.map(({ uri }) => uri), ...userNotes];
    const inUse = builtinRules.filter(({ subject }) => isOn(subject.topic));
    const notes = uris.flatMap((uri) => loaded.get(uri) ?? []);
    ({ rules, conflicts } = rulesThatCount(notes, inUse));
  }

  async function add(note: Note, before?: readonly DeclaredRule[]): Promise<void> {
    loaded.set(note.uri, { note, ...(await rulesIn(note, before)) });
    book.add(note);
  }

  function forget(uri: string): void {
    loaded.delete(uri);
    book.remove(uri);
  }

  async function addFile(uri: string, text: string | undefined): Promise<void> {
    const content = text ?? (await services.files.read(uri, mostBytes));
    // It may have gone while it was read.
    if (!userNotes.has(uri)) return;
    const { parseNote, unreadableNote } = await parser();
    const readable = content !== undefined && content.length <= mostBytes && !isBinary(content);
    // Of a note in an editor, a rule that is being typed stays as it was until it can be read again.
    const before = text === undefined ? undefined : loaded.get(uri)?.declared;
    await add(readable ? parseNote(uri, content, 'user') : unreadableNote(uri, mostBytes), before);
  }

  return {
    book,
    rules: () => rules,
    has: (uri) => userNotes.has(uri),

    async loadBundled() {
      bundled = await services.bundledNotes();
      for (const note of bundled) await add(note);
      collectRules();
    },

    async useBundled(setting) {
      isOn = (topic) => isTopicOn(setting, topic);
      for (const note of bundled) {
        if (!isOn(topicOf(note))) forget(note.uri);
        else if (!loaded.has(note.uri)) await add(note);
      }
      collectRules();
    },

    async loadUserNotes(places, progress) {
      loads += 1;
      const load = loads;
      const found = new Set<string>();
      for (const { root, patterns } of places) {
        for (const uri of await services.files.find(root, patterns, noteExtensions)) found.add(uri);
      }
      if (load !== loads) return false;
      for (const uri of userNotes) {
        if (!found.has(uri)) forget(uri);
      }
      userNotes = found;
      const rest = createTurns();
      let done = 0;
      await eachAtOnce(found, mostReadAtOnce, async (uri) => {
        if (load !== loads) return;
        if (!loaded.has(uri)) await addFile(uri, undefined);
        done += 1;
        progress?.(done, found.size);
        await rest();
      });
      if (load !== loads) return false;
      collectRules();
      return true;
    },

    async reload(uri, text) {
      if (!userNotes.has(uri)) return false;
      await addFile(uri, text);
      collectRules();
      return true;
    },

    async problems() {
      const rest = createTurns();
      const found: NotesProblems[] = [];
      for (const uri of userNotes) {
        const entry = loaded.get(uri);
        if (!entry) continue;
        const own = await problemsIn(entry.note, book);
        found.push({
          uri,
          text: entry.note.text,
          problems: [...own, ...entry.problems, ...(conflicts.get(uri) ?? [])],
        });
        await rest();
      }
      return found;
    },
  };
}

/** The topic of a bundled note: its file is named after it. */
function topicOf(note: Note): string {
  return /([^/]+)\.md$/.exec(note.uri)?.[1] ?? '';
}

/** Whether `text` comes from something else than a text in UTF-8, which would be shown as rubbish. */
function isBinary(text: string): boolean {
  return /\0|\uFFFD{2}/.test(text);
}
