/** Text changes as the edits of an editor. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';
import type { Piece, TextChange } from '../write/writer.ts';
import { rangeOf } from './positions.ts';

/**
 * The edit that makes `change`.
 * @param snippets whether the editor lets the user fill in placeholders (SnippetTextEdit, LSP 3.18); without it
 * they become plain text
 */
export function textEdit(
  document: TextDocument,
  change: TextChange,
  snippets: boolean,
): TextEdit | SnippetTextEdit {
  const range = rangeOf(document, change.span);
  const fillable = change.pieces.some((piece) => typeof piece !== 'string');
  if (!snippets || !fillable) return { range, newText: change.pieces.map(plainText).join('') };
  return { range, snippet: { kind: 'snippet', value: snippetText(change.pieces) } };
}

function plainText(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.placeholder;
}

/** LSP snippet syntax: `$`, `}` and `\` mean something there, so they are escaped. */
function snippetText(pieces: readonly Piece[]): string {
  let number = 0;
  return pieces
    .map((piece) => {
      const text = plainText(piece).replace(/[\\$}]/g, '\\$&');
      if (typeof piece === 'string') return text;
      number += 1;
      return `\${${number}:${text}}`;
    })
    .join('');
}
