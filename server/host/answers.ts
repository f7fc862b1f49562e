/** Answers to the editor's requests: finds what a feature needs and asks it. No answer fails; at worst it is empty. */
import type {
  CodeAction,
  CodeActionParams,
  DefinitionParams,
  Hover,
  HoverParams,
  Location,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Schema } from '../aws/schema.ts';
import { hoverAt } from '../features/hover.ts';
import type { NoteLink } from '../features/noteLinks.ts';
import { notesAbout, noteView } from '../features/noteView.ts';
import type { Usage } from '../features/usage.ts';
import type { Book } from '../notes/book.ts';
import type { Note } from '../notes/note.ts';
import type { PanelPage } from '../notes/panelHtml.ts';
import type {
  NoteAtParams,
  NoteCount,
  NoteCountParams,
  NoteParams,
  NoteTextParams,
  NoteView,
  SearchHit,
  SearchParams,
} from '../protocol.ts';
import { configureGrammars } from '../read/cdk/grammars.ts';
import type { Language } from '../text/localized.ts';
import type { Analyses, Analysis } from './analysis.ts';
import { backlinksTo } from './backlinks.ts';
import { isSynthesizedName } from './cloudAssembly.ts';
import type { Pictures } from './pictures.ts';
import type { Services } from './services.ts';
import type { Synthesized } from './synthesized.ts';
import { shownPath } from './uris.ts';

/** What all answers depend on; it changes with settings and notes. */
export interface AnswerContext {
  readonly book: Book;
  readonly language: Language;
  readonly noteLink: NoteLink;
  readonly snippets: boolean;
  readonly roots: readonly string[];
}

export interface Answers {
  hover(params: HoverParams): Promise<Hover | null>;
  /** The construct that made a resource of a synthesized template. */
  definition(params: DefinitionParams): Promise<Location | null>;
  codeActions(params: CodeActionParams): Promise<CodeAction[]>;
  noteAt(params: NoteAtParams): Promise<NoteView | null>;
  note(params: NoteParams): Promise<NoteView | null>;
  noteText(params: NoteTextParams): string | null;
  noteCount(params: NoteCountParams): Promise<NoteCount | null>;
  search(params: SearchParams): readonly SearchHit[];
}

/** What answers are made from. */
export interface AnswerParts {
  readonly services: Services;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly schema: () => Promise<Schema>;
  readonly pictures: Pictures;
  readonly synthesized: Synthesized;
  readonly usage: () => Usage;
  readonly context: () => AnswerContext;
}

export function createAnswers(parts: AnswerParts): Answers {
  const { services, documents, analyses, schema, pictures, synthesized, usage, context } = parts;
  configureGrammars(services.grammar);

  async function analysisOf(uri: string): Promise<Analysis | undefined> {
    const document = documents.get(uri);
    return document && analyses.of(document);
  }

  const pathOf = (uri: string): string => shownPath(uri, context().roots);

  async function view(
    uri: string,
    slug: string | undefined,
    open: Analysis | undefined,
  ): Promise<NoteView | null> {
    const note = context().book.note(uri);
    if (!note) return null;
    const { panelHtml } = await import('../notes/panelHtml.ts');
    const { book } = context();
    const image = await pictures.finder(note);
    const page = (shown: Note): PanelPage => panelHtml(shown, { ...book, image });
    return noteView(note, slug, open, {
      ...context(),
      pathOf,
      page,
      uses: usage().ofNote,
      backlinks: await backlinksTo(note, book),
      noteFolders: pictures.folders(),
    });
  }

  return {
    async hover({ textDocument, position }) {
      const analysis = await analysisOf(textDocument.uri);
      if (!analysis) return null;
      const { document, template, findings } = analysis;
      const place = template.placeAt(document.offsetAt(position));
      if (!place) return null;
      const madeAt = place.resource && (await synthesized.madeAt(template, place.resource));
      return (
        hoverAt(document, place, findings, { ...context(), pathOf, madeAt, schema: await schema() }) ?? null
      );
    },

    async definition({ textDocument, position }) {
      const analysis = isSynthesizedName(textDocument.uri) ? await analysisOf(textDocument.uri) : undefined;
      const resource = analysis?.template.placeAt(analysis.document.offsetAt(position))?.resource;
      const madeAt = analysis && resource && (await synthesized.madeAt(analysis.template, resource));
      return madeAt?.location ?? null;
    },

    async codeActions({ textDocument, range, context: request }) {
      const analysis = await analysisOf(textDocument.uri);
      if (!analysis) return [];
      const { document, template, findings } = analysis;
      if (await synthesized.has(template)) return [];
      const selection = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const { codeActions } = await import('../features/codeActions.ts');
      return codeActions(document, template, findings, selection, request, context());
    },

    async noteAt({ uri, position }) {
      const analysis = await analysisOf(uri);
      const place = analysis?.template.placeAt(analysis.document.offsetAt(position));
      const match = place && context().book.sectionsFor(place, context().language)[0];
      return match ? view(match.note.uri, match.section.slug, analysis) : null;
    },

    async note({ uri, slug, document }) {
      return view(uri, slug, document === undefined ? undefined : await analysisOf(document));
    },

    noteText: ({ uri }) => context().book.note(uri)?.text ?? null,

    async noteCount({ uri }) {
      const analysis = await analysisOf(uri);
      if (!analysis) return null;
      const { book, language } = context();
      const notes = book.notes();
      const user = notes.filter(({ origin }) => origin === 'user');
      return {
        here: notesAbout(analysis.template, book, language).length,
        bundled: notes.filter((note) => note.origin === 'bundled' && note.language === language).length,
        user: user.length,
        broken: user.filter(({ problems }) => problems.some(({ severity }) => severity !== 'information'))
          .length,
      };
    },

    search: ({ query }) => context().book.search(query, context().language),
  };
}
