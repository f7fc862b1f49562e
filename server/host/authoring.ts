/** Answers to the editor while somebody writes rules in a note: completion, hovers, lenses, and checks of the note. */
import type {
  CancellationToken,
  CodeLens,
  CodeLensParams,
  CompletionList,
  CompletionParams,
  Hover,
  HoverParams,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Schema } from '../aws/schema.ts';
import { completeAgain } from '../features/completeAgain.ts';
import type { Note, NoteProblem, RuleBlock } from '../notes/note.ts';
import type { RunExamplesParams } from '../protocol.ts';
import type { AnswerContext } from './answers.ts';
import type { RuleResult } from './examples.ts';
import type { Knowledge } from './knowledge.ts';
import { createRulePlaces } from './rulePlaces.ts';
import { normalUri, shownPath } from './uris.ts';
import type { WorkspaceIndex } from './workspaceIndex.ts';

export interface Authoring {
  completion(params: CompletionParams): Promise<CompletionList | null>;
  /** The hover in a rule block; null anywhere else. */
  hover(params: HoverParams): Promise<Hover | null>;
  lenses(params: CodeLensParams, token: CancellationToken): Promise<CodeLens[]>;
  runExamples(params: RunExamplesParams): Promise<null>;
  /** Checks a note that is open; `problems` then has what was found. */
  check(document: TextDocument): Promise<void>;
  /** What is wrong in an open note beyond what can be told without AWS's schema and without running its examples. */
  problems(uri: string, text: string): readonly NoteProblem[];
  forget(uri: string): void;
}

export interface AuthoringContext extends AnswerContext {
  /** Whether the client is ours and knows our commands. */
  readonly commands: boolean;
}

interface CheckedNote {
  readonly text: string;
  /** Whether the examples were run. */
  readonly ran: boolean;
  readonly rules: readonly RuleResult[];
}

/**
 * @param changed is called when `problems` has something new
 */
export function createAuthoring(
  documents: TextDocuments<TextDocument>,
  index: WorkspaceIndex,
  knowledge: Knowledge,
  schema: () => Promise<Schema>,
  context: () => AuthoringContext,
  changed: () => void,
): Authoring {
  const notes = new WeakMap<TextDocument, { readonly version: number; readonly note: Note }>();
  /** By normal address. */
  const checked = new Map<string, CheckedNote>();
  const withExamples = new Set<string>();
  const rulePlaces = createRulePlaces(index, () => documents.keys());

  /** The note in `document`, as it is typed; undefined where it has no rule. */
  async function noteIn(document: TextDocument | undefined): Promise<Note | undefined> {
    if (document?.languageId !== 'markdown') return undefined;
    const known = notes.get(document);
    if (known?.version === document.version) return known.note;
    const text = document.getText();
    if (!/^(?:`{3,}|~{3,})[ \t]*rule\b/im.test(text)) return undefined;
    const { parseNote } = await import('../notes/parse.ts');
    const note = parseNote(document.uri, text, 'user');
    notes.set(document, { version: document.version, note });
    return note;
  }

  async function blockAt(params: HoverParams) {
    const document = documents.get(params.textDocument.uri);
    const note = await noteIn(document);
    if (!document || !note) return undefined;
    const offset = document.offsetAt(params.position);
    const block = note.ruleBlocks.find(({ span }) => isInside(span, offset, note.text));
    return block && { document, block, offset };
  }

  function typesInUse(): ReadonlySet<string> {
    return new Set(index.files().flatMap(({ resources }) => resources.map(({ type }) => type)));
  }

  async function checkedNote(document: TextDocument): Promise<CheckedNote | undefined> {
    const uri = normalUri(document.uri);
    const note = await noteIn(document);
    if (!note) {
      checked.delete(uri);
      return undefined;
    }
    const known = checked.get(uri);
    const wanted = withExamples.has(uri);
    if (known?.text === note.text && known.ran === wanted) return known;
    const { readRule, runExamples } = await import('./examples.ts');
    const names = await schema();
    const rules = wanted
      ? await runExamples(note, names)
      : note.ruleBlocks.map((block) => ({ ...readRule(block, names), examples: [] }));
    const made = { text: note.text, ran: wanted, rules };
    if (documents.get(document.uri)?.getText() === note.text) checked.set(uri, made);
    return made;
  }

  return {
    async completion(params) {
      const here = await blockAt(params);
      if (!here) return null;
      const { completionsInBlock } = await import('../features/authoring/completion.ts');
      const { language, commands } = context();
      return completionsInBlock(here.document, here.block, here.offset, {
        schema: await schema(),
        language,
        typesInUse: typesInUse(),
        completeAgain: commands ? completeAgain : undefined,
      });
    },

    async hover(params) {
      const here = await blockAt(params);
      if (!here) return null;
      const { hoverInBlock } = await import('../features/authoring/hover.ts');
      const { roots } = context();
      const pathOf = (uri: string): string => shownPath(uri, roots);
      const hoverContext = { ...context(), pathOf, schema: await schema() };
      return hoverInBlock(here.document, here.block, here.offset, hoverContext) ?? null;
    },

    async lenses({ textDocument }, token) {
      const document = documents.get(textDocument.uri);
      const note = document && context().commands ? await checkedNote(document) : undefined;
      if (!document || !note) return [];
      const { lensesOf, notANote } = await import('../features/authoring/lenses.ts');
      const { language } = context();
      if (!knowledge.has(normalUri(document.uri))) {
        return note.rules.map(({ block }) => notANote(document, block, language));
      }
      const readable = note.rules.flatMap(({ block: { source }, rule }) => (rule ? [{ source, rule }] : []));
      const found = await rulePlaces.of(readable, token);
      return note.rules.flatMap(({ block, rule, examples }) => {
        const places = found[readable.findIndex((each) => each.rule === rule)];
        const failed = note.ran ? examples.filter(({ problems }) => problems.length > 0).length : undefined;
        return lensesOf(document, { block, places, failed }, language);
      });
    },

    async runExamples({ uri }) {
      withExamples.add(normalUri(uri));
      const document = documents.get(uri);
      if (document) await this.check(document);
      return null;
    },

    async check(document) {
      const before = checked.get(normalUri(document.uri));
      const after = await checkedNote(document);
      if (before !== after) changed();
    },

    problems(uri, text) {
      const note = checked.get(uri);
      // Of another text the places would be wrong; the check of this one is on its way.
      if (note?.text !== text) return [];
      return note.rules.flatMap(({ rule, problems, examples }) => [
        // What keeps a block from being a rule is told without us.
        ...(rule ? problems : []),
        ...examples.flatMap((example) => example.problems),
      ]);
    },

    forget(uri) {
      withExamples.delete(normalUri(uri));
      checked.delete(normalUri(uri));
    },
  };
}

/** The end of a block is the line of its closing fence, unless there is none. */
function isInside(span: RuleBlock['span'], offset: number, text: string): boolean {
  return offset >= span.start && (offset < span.end || (offset === span.end && offset === text.length));
}
