/** Drafts of rules about what is under the cursor, and the notes that may take them. */
import type { CodeAction, CodeActionParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Schema } from '../aws/schema.ts';
import type { Place } from '../model/template.ts';
import type { DraftRuleParams, RuleDraft } from '../protocol.ts';
import type { Rule } from '../rules/rule.ts';
import type { Analyses, Analysis } from './analysis.ts';
import type { AuthoringContext } from './authoring.ts';
import { normalUri, shownPath } from './uris.ts';

export interface RuleDrafts {
  draft(params: DraftRuleParams): Promise<RuleDraft | null>;
  codeActions(params: CodeActionParams): Promise<CodeAction[]>;
}

export function createRuleDrafts(
  documents: TextDocuments<TextDocument>,
  analyses: Analyses,
  rules: () => readonly Rule[],
  schema: () => Promise<Schema>,
  context: () => AuthoringContext,
  notePatterns: () => readonly string[],
): RuleDrafts {
  async function placeAt({ uri, position }: DraftRuleParams) {
    const document = documents.get(uri);
    const analysis = document && (await analyses.of(document));
    const place = analysis?.template.placeAt(analysis.document.offsetAt(position));
    return place && { analysis: analysis as Analysis, place };
  }

  /** The user's notes, those that say something of `place` first. */
  function notesFor(place: Place): RuleDraft['notes'] {
    const { book, language, roots } = context();
    const explaining = book.sectionsFor(place, language).map(({ note }) => note);
    const own = [...new Set([...explaining, ...book.notes()])].filter(({ origin }) => origin === 'user');
    return own.map(({ uri, title }) => ({ uri, title, path: shownPath(uri, roots) }));
  }

  return {
    async draft(params) {
      const found = await placeAt(params);
      if (!found) return null;
      const { draftRule } = await import('../features/authoring/draftRule.ts');
      const { language, roots } = context();
      const taken = new Set(rules().map(({ id }) => id));
      const { template } = found.analysis;
      const section = draftRule(template, found.place, { schema: await schema(), language, taken });
      if (!section) return null;
      const folder = folderOfNotes(normalUri(params.uri), roots, notePatterns());
      return {
        snippet: section.snippet,
        title: section.title,
        newNote: folder === undefined ? null : folder + section.fileName,
        notes: notesFor(found.place),
      };
    },

    async codeActions({ textDocument, range, context: request }) {
      if (!context().commands) return [];
      const target = { uri: textDocument.uri, position: range.start };
      const found = await placeAt(target);
      if (!found) return [];
      const { newRuleActions } = await import('../features/authoring/newRuleAction.ts');
      return newRuleActions(found.place, target, request, context().language);
    },
  };
}

/** The first folder of a workspace in which notes are looked for, with a slash at its end. */
export function folderOfNotes(
  uri: string,
  roots: readonly string[],
  patterns: readonly string[],
): string | undefined {
  const root = roots.find((each) => uri.startsWith(`${each.replace(/\/$/, '')}/`)) ?? roots[0];
  const pattern = patterns.find((each) => !/^\s*(?:[~/\\!]|[a-z]:)/i.test(each));
  if (root === undefined || pattern === undefined) return undefined;
  const literal = pattern.replace(/^\.\//, '').replace(/[^/]*[*?{[].*$/s, '');
  const folder = /\.\w+$/.test(literal) ? literal.replace(/[^/]*$/, '') : literal;
  const path = folder.replace(/\/$/, '');
  return `${root.replace(/\/$/, '')}/${path && `${path.split('/').map(encodeURIComponent).join('/')}/`}`;
}
