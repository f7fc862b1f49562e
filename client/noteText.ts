/** Notes as text: the user's in their file, the bundled ones read-only. */
import * as vscode from 'vscode';
import { type NoteView, noteTextRequest } from '../server/protocol.ts';
import { currentLanguage } from './language.ts';
import { noteAddress } from './links.ts';
import type { Server } from './server.ts';
import { say } from './strings.ts';

const scheme = 'kumonote-note';

/** Opens the Markdown of `note` at the section that is shown, in the active group or in `column`. */
export async function openAsText(note: NoteView, column?: vscode.ViewColumn): Promise<void> {
  const uri =
    note.origin === 'user'
      ? vscode.Uri.parse(note.uri, true)
      : vscode.Uri.from({ scheme, path: `/${note.title}.md`, query: note.uri });
  const document = await vscode.workspace.openTextDocument(uri);
  const heading = note.outline.find(({ slug }) => slug === note.slug)?.heading;
  const line = heading === undefined ? 0 : lineOfHeading(document, heading);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(line, 0, line, 0),
    ...(column === undefined ? {} : { viewColumn: column }),
  });
}

/** Copies a link to the section that is shown: for Markdown where the note is a file, else for anywhere. */
export async function copyLink({ uri, slug, title, origin, outline }: NoteView): Promise<void> {
  const heading = outline.find((section) => section.slug === slug)?.heading ?? title;
  const file = vscode.Uri.parse(uri, true);
  const inFile = `${vscode.workspace.asRelativePath(file).replaceAll(' ', '%20')}#${slug}`;
  const link =
    origin === 'user'
      ? `[${heading.replace(/[\\[\]]/g, '\\$&')}](${inFile})`
      : noteAddress({ uri, slug }).toString();
  await vscode.env.clipboard.writeText(link);
  vscode.window.setStatusBarMessage(`$(link) ${say(currentLanguage(), 'linkCopied')}`, 3000);
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
