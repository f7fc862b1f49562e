/** Everything Kumonote knows: the bundled notes, the user's, and the rules in both. Notes come and go as files change. */
import { type Book, createBook } from '../notes/book.ts';
import type { Note, NoteProblem } from '../notes/note.ts';
import { builtinRules } from '../rules/builtin/index.ts';
import type { Rule, SubjectName } from '../rules/rule.ts';
import type { Services } from './services.ts';

/** Larger notes are not read: nobody reads them in a hover, and parsing them would hold up everything else. */
const mostBytes = 1024 * 1024;

/** How many notes are parsed before others get their turn. */
const notesPerTurn = 8;

export interface Knowledge {
  readonly book: Book;
  /** Rules of Kumonote and of all notes. The same array until notes change. */
  rules(): readonly Rule[];
  /** Loads the bundled notes; rules and hovers work from then on. */
  loadBundled(): Promise<void>;
  /** Finds and loads the user's notes, and drops those that are gone. */
  loadUserNotes(roots: readonly string[], patterns: readonly string[]): Promise<void>;
  /** Whether `uri` is one of the user's notes. */
  has(uri: string): boolean;
  /** Reads a note again, from `text` where an editor holds it. True if it is one of the user's notes. */
  reload(uri: string, text: string | undefined): Promise<boolean>;
  /** What is wrong in the user's notes, each with its text. */
  problems(): readonly NotesProblems[];
}

export interface NotesProblems {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly NoteProblem[];
}

interface Loaded {
  readonly note: Note;
  readonly rules: readonly Rule[];
  readonly problems: readonly NoteProblem[];
}

/** A knowledge base with nothing in it but the rules written in TypeScript. */
export function createKnowledge(services: Services): Knowledge {
  const book = createBook();
  const loaded = new Map<string, Loaded>();
  let userNotes = new Set<string>();
  let rules: readonly Rule[] = builtinRules;

  function collectRules(): void {
    const all = [...builtinRules];
    const ids = new Set(all.map((rule) => rule.id));
    for (const { rules: declared } of loaded.values()) {
      for (const rule of declared) {
        if (ids.has(rule.id)) continue;
        ids.add(rule.id);
        all.push(rule);
      }
    }
    rules = all;
  }

  async function add(note: Note): Promise<void> {
    const { rules: declared, problems } = await rulesOf(note, ownersOf(loaded, note.uri));
    loaded.set(note.uri, { note, rules: declared, problems: [...note.problems, ...problems] });
    book.add(note);
  }

  async function addFile(uri: string, text: string | undefined): Promise<void> {
    const content = text ?? (await services.files.read(uri, mostBytes));
    const { parseNote, unreadableNote } = await import('../notes/parse.ts');
    const { correctionsIn } = await import('../notes/corrections/index.ts');
    const note = content === undefined ? unreadableNote(uri, mostBytes) : parseNote(uri, content, 'user');
    await add({ ...note, problems: [...note.problems, ...correctionsIn(note)] });
  }

  return {
    book,
    rules: () => rules,
    has: (uri) => userNotes.has(uri),

    async loadBundled() {
      for (const note of await services.bundledNotes()) await add(note);
      collectRules();
    },

    async loadUserNotes(roots, patterns) {
      const found = new Set<string>();
      for (const root of roots) {
        for (const uri of await services.files.find(root, patterns)) found.add(uri);
      }
      for (const uri of userNotes) {
        if (found.has(uri)) continue;
        loaded.delete(uri);
        book.remove(uri);
      }
      userNotes = found;
      let turn = 0;
      for (const uri of found) {
        if (loaded.has(uri)) continue;
        await addFile(uri, undefined);
        turn += 1;
        if (turn % notesPerTurn === 0) await new Promise((resolve) => setTimeout(resolve, 0));
      }
      collectRules();
    },

    async reload(uri, text) {
      if (!userNotes.has(uri)) return false;
      await addFile(uri, text);
      collectRules();
      return true;
    },

    problems: () =>
      [...userNotes].flatMap((uri) => {
        const entry = loaded.get(uri);
        return entry ? [{ uri, text: entry.note.text, problems: entry.problems }] : [];
      }),
  };
}

/** Which other note has declared a rule, by rule ID. */
function ownersOf(loaded: ReadonlyMap<string, Loaded>, besides: string): ReadonlyMap<string, string> {
  const owners = new Map(builtinRules.map((rule) => [rule.id, 'Kumonote']));
  for (const [uri, { note, rules }] of loaded) {
    if (uri === besides) continue;
    for (const rule of rules) owners.set(rule.id, note.title);
  }
  return owners;
}

/** The rules that a note declares; a block that is wrong gives problems, and the others work all the same. */
async function rulesOf(
  note: Note,
  owners: ReadonlyMap<string, string>,
): Promise<{ rules: Rule[]; problems: NoteProblem[] }> {
  const rules: Rule[] = [];
  const problems: NoteProblem[] = [];
  if (note.ruleBlocks.length === 0) return { rules, problems };
  const { declareRule } = await import('../rules/declare.ts');
  const own = new Map(owners);
  for (const block of note.ruleBlocks) {
    const subject = subjectOf(note, block.section);
    const declared = declareRule(block.source, subject ? { subject } : {});
    for (const problem of declared.problems) {
      problems.push({
        ...problem,
        span: { start: problem.span.start + block.span.start, end: problem.span.end + block.span.start },
      });
    }
    const { rule } = declared;
    if (!rule) continue;
    const owner = own.get(rule.id);
    if (owner !== undefined) {
      problems.push({
        span: block.span,
        severity: 'warning',
        message: {
          en: `The rule ID "${rule.id}" is already used in "${owner}"; this block is ignored. Give it another ID.`,
          ja: `ルール ID「${rule.id}」は「${owner}」で使われているため、このブロックは無視されます。別の ID を付けてください。`,
        },
      });
      continue;
    }
    own.set(rule.id, note.title);
    const slug = note.sections[block.section]?.slug ?? '';
    rules.push({ ...rule, declaredIn: { uri: note.uri, slug } });
  }
  return { rules, problems };
}

/** The topic of the section, or of the nearest one around it that has one. */
function subjectOf(note: Note, index: number): SubjectName | undefined {
  for (let at: number | undefined = index; at !== undefined; at = note.sections[at]?.parent) {
    for (const subject of note.sections[at]?.subjects ?? []) {
      if (subject.kind !== 'topic') continue;
      return subject.aspect === undefined
        ? { topic: subject.topic }
        : { topic: subject.topic, aspect: subject.aspect };
    }
  }
  return undefined;
}
