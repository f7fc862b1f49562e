/** Notes as text: the user's in their file, the bundled ones read-only. */
import * as vscode from 'vscode';
import { type NoteView, noteTextRequest } from '../server/protocol.ts';
import type { Server } from './server.ts';

const scheme = 'kumonote-note';

/** Opens the Markdown of `note` at the section that is shown. */
export async function openAsText(note: NoteView): Promise<void> {
  const uri =
    note.origin === 'user'
      ? vscode.Uri.parse(note.uri, true)
      : vscode.Uri.from({ scheme, path: `/${note.title}.md`, query: note.uri });
  const document = await vscode.workspace.openTextDocument(uri);
  const heading = note.outline.find(({ slug }) => slug === note.slug)?.heading;
  const line = heading === undefined ? 0 : lineOfHeading(document, heading);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
}

function lineOfHeading(document: vscode.TextDocument, heading: string): number {
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (/^#{1,6} /.test(text) && text.replace(/[#*_`]/g, '').trim() === heading) return line;
  }
  return 0;
}

/** Gives VS Code the text of bundled notes, which are no files. */
export function provideNoteTexts(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => server.ask<string>(noteTextRequest, { uri: uri.query }),
  });
}
