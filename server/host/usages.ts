/** Answers about where knowledge is used: in the whole workspace, as far as it was read. */
import type { CodeLens, CodeLensParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { filesOf, type Usage, type UsedResource, usageOf } from '../features/usage.ts';
import { usageLenses } from '../features/usageLenses.ts';
import type { Note } from '../notes/note.ts';
import type { CoverageView } from '../protocol.ts';
import type { AnswerContext } from './answers.ts';
import { normalUri, shownPath } from './uris.ts';
import type { WorkspaceIndex } from './workspaceIndex.ts';

export interface Usages {
  /** What the notes say about the code of the workspace. */
  usage(): Usage;
  lenses(params: CodeLensParams): readonly CodeLens[];
  coverage(): CoverageView;
}

export function createUsages(
  documents: TextDocuments<TextDocument>,
  index: WorkspaceIndex,
  context: () => AnswerContext,
): Usages {
  function usage(): Usage {
    const { book, language } = context();
    const resources = index
      .files()
      .flatMap(({ uri, resources: own }) =>
        own.map(({ name, type, range }): UsedResource => ({ name, type, location: { uri, range } })),
      );
    return usageOf(resources, book, language);
  }

  return {
    usage,

    lenses({ textDocument: { uri } }) {
      const { book, language } = context();
      const document = documents.get(uri);
      const note = book.note(normalUri(uri));
      // While a note is typed, the places of its headings are not known for a moment.
      if (!document || !note || note.text !== document.getText()) return [];
      return usageLenses(document, note, usage(), language);
    },

    coverage() {
      const { book, roots } = context();
      const known = usage();
      const unused = book.notes().filter((note) => isAboutAws(note) && known.ofNote(note).length === 0);
      return {
        notes: unused.map(({ uri, title }) => ({ uri, title, path: shownPath(uri, roots) })),
        types: known
          .types()
          .filter(({ explainedBy }) => explainedBy !== 'user')
          .map(({ type, resources, explainedBy }) => ({
            type,
            resources: resources.length,
            files: filesOf(resources),
            explained: explainedBy === 'bundled',
            places: resources.map(({ location }) => location),
          })),
      };
    },
  };
}

/** Notes of the user's about other things need no code. */
function isAboutAws({ origin, sections }: Note): boolean {
  return origin === 'user' && sections.some(({ subjects }) => subjects.length > 0);
}
