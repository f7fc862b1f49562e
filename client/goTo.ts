import * as vscode from 'vscode';
import type { RangeView } from '../server/protocol.ts';

/**
 * Shows a place in a file, where the file is shown already if it is.
 * @param column where else it is opened; the active group by default
 */
export async function goTo(
  uri: vscode.Uri,
  { start, end }: RangeView,
  column?: vscode.ViewColumn,
): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  // Beside the panel, where the document is already: a second copy of it in another group helps nobody.
  const open = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri.toString(),
  );
  const shown = open?.viewColumn ?? column;
  const editor = await vscode.window.showTextDocument(uri, shown === undefined ? {} : { viewColumn: shown });
  editor.selection = new vscode.Selection(selection.start, selection.start);
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
