/** The review page: a webview beside the code, and what can be saved of it. Its script is in review/. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import {
  type OpenNoteArguments,
  type ReviewParams,
  type ReviewView,
  reviewRequest,
} from '../server/protocol.ts';
import { goTo } from './goTo.ts';
import { currentLanguage } from './language.ts';
import type { FromReview, ToReview } from './review/messages.ts';
import { reviewPage, savedPage } from './review/page.ts';
import type { Server } from './server.ts';
import { say } from './strings.ts';

/**
 * Opens the review of the active file, of the workspace, or of what the user chooses where there are both.
 * @param openNote shows a note in the side panel
 */
export async function openReview(
  context: vscode.ExtensionContext,
  server: Server,
  openNote: (target: OpenNoteArguments) => unknown,
): Promise<void> {
  const scope = await chooseScope();
  if (!scope) return;
  const review = await server.ask<ReviewView>(reviewRequest, scope);
  const language = currentLanguage();
  if (!review) {
    void vscode.window.showInformationMessage(say(language, 'nothingToReview'));
    return;
  }
  const files = vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel');
  const title = `${say(language, 'review')}: ${review.path || say(language, 'wholeWorkspace')}`;
  const panel = vscode.window.createWebviewPanel('kumonote.review', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [files],
  });
  panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'client', 'media', 'kumonote.svg');
  let shown = review;
  const style = async (): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(files, 'review.css')));
  const post = (): Thenable<boolean> =>
    panel.webview.postMessage({ kind: 'review', review: shown } satisfies ToReview);
  panel.webview.onDidReceiveMessage(async (message: FromReview) => {
    switch (message.kind) {
      case 'ready':
        await post();
        break;
      case 'refresh':
        shown = (await server.ask<ReviewView>(reviewRequest, scope)) ?? shown;
        await post();
        break;
      case 'goTo':
        await goTo(vscode.Uri.parse(message.uri), message.range, vscode.ViewColumn.Beside);
        break;
      case 'note':
        await openNote({ uri: message.uri, slug: message.slug });
        break;
      case 'saveMarkdown':
        await save('md', 'Markdown', shown.markdown);
        break;
      case 'saveHtml':
        await save('html', 'HTML', savedPage(message.title, message.body, await style(), language));
        break;
    }
  });
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string): string =>
    String(panel.webview.asWebviewUri(vscode.Uri.joinPath(files, file)));
  panel.webview.html = reviewPage(nonce, language, address('review.css'), address('review.js'));
}

async function chooseScope(): Promise<ReviewParams | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || document.languageId === 'markdown') return {};
  const language = currentLanguage();
  const path = vscode.workspace.asRelativePath(document.uri);
  const chosen = await vscode.window.showQuickPick(
    [
      { label: say(language, 'thisFile'), description: path, scope: { uri: document.uri.toString() } },
      { label: say(language, 'wholeWorkspace'), scope: {} },
    ],
    { placeHolder: say(language, 'whatToReview') },
  );
  return chosen?.scope;
}

async function save(extension: string, kind: string, content: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `design-review.${extension}`) } : {}),
    filters: { [kind]: [extension] },
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  if (extension === 'md') await vscode.window.showTextDocument(uri);
  else await vscode.env.openExternal(uri);
}
