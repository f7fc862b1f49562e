/** The pictures of notes in the panel: which folders it may load files from, and under which addresses. */
import * as vscode from 'vscode';
import type { NoteView } from '../server/protocol.ts';

/**
 * Lets `webview` load files from the folders of the note's pictures, besides its own `files`, and from nowhere else.
 * @returns true where this was not so before; the page in the webview is then loaded again
 */
export function allowPictures(webview: vscode.Webview, files: vscode.Uri, note: NoteView): boolean {
  const before = webview.options.localResourceRoots ?? [];
  const folders = note.imageFolders.map((folder) => vscode.Uri.parse(folder, true));
  const missing = folders.filter((folder) => !before.some((root) => root.toString() === folder.toString()));
  if (missing.length === 0) return false;
  webview.options = { ...webview.options, localResourceRoots: [files, ...folders] };
  return true;
}

/** Where the webview finds each picture of the note. */
export function pictureAddresses(webview: vscode.Webview, note: NoteView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    note.images.map((image) => [image, webview.asWebviewUri(vscode.Uri.parse(image, true)).toString()]),
  );
}
