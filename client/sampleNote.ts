/** A first note of the user's own, to read and to change. */
import * as vscode from 'vscode';
import { currentLanguage } from './language.ts';
import { say } from './strings.ts';

/** Opens the sample note of the workspace, which is written where there is none. Without a workspace it has no file. */
export async function openSampleNote({ extensionUri }: vscode.ExtensionContext): Promise<void> {
  const language = currentLanguage();
  const sample = vscode.Uri.joinPath(extensionUri, 'client', 'media', 'sample', `${language}.md`);
  const content = await vscode.workspace.fs.readFile(sample);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) {
    const text = new TextDecoder().decode(content);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await vscode.window.showTextDocument(document);
    return;
  }
  const uri = vscode.Uri.joinPath(folder, 'notes', say(language, 'sampleNote'));
  if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, content);
  await vscode.window.showTextDocument(uri);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
