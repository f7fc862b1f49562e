import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export type AnyTextEdit = TextEdit | SnippetTextEdit;

/** The document's text after the edits; a snippet's placeholders keep the text they suggest. */
export function applyEdits(document: TextDocument, edits: readonly AnyTextEdit[]): string {
  return TextDocument.applyEdits(
    document,
    edits.map((edit) => ({
      range: edit.range,
      newText: 'snippet' in edit ? plainText(edit.snippet.value) : edit.newText,
    })),
  );
}

function plainText(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}
