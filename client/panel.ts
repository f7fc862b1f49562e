/** The side panel: a webview that shows what is being read. Its script is in panel/. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { type OpenNoteArguments, type SearchHit, searchRequest } from '../server/protocol.ts';
import { goTo } from './goTo.ts';
import { currentLanguage } from './language.ts';
import type { FromScript, ToScript } from './panel/messages.ts';
import { allowPictures, pictureAddresses } from './panelImages.ts';
import { createReading, type Reading } from './reading.ts';
import type { Server } from './server.ts';
import { say } from './strings.ts';

const viewId = 'kumonote.note';

export interface Panel extends vscode.Disposable {
  readonly reading: Reading;
  /** Opens the panel without taking the focus from the editor, and shows a note in it. */
  open(target: OpenNoteArguments | undefined): Promise<void>;
  /** Opens the panel with the focus in its search box. */
  search(): Promise<void>;
}

export function createPanel(context: vscode.ExtensionContext, server: Server): Panel {
  const files = vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel');
  let view: vscode.WebviewView | undefined;
  /** Whether the script listens; what happens before is shown when it does. */
  let ready = false;
  let searchWhenReady = false;

  const post = (message: ToScript): void => {
    if (ready) void view?.webview.postMessage(message);
  };

  function showNote({ note, pinned }: Reading, reveal: boolean): void {
    if (!note || !view) {
      post({ kind: 'nothing' });
      return;
    }
    // The page says that it is ready when it was loaded again, and then this note is shown.
    if (allowPictures(view.webview, files, note)) ready = false;
    else post({ kind: 'note', note, pictures: pictureAddresses(view.webview, note), reveal, pinned });
  }

  const reading = createReading(server, showNote, () => view?.visible === true);

  async function receive(message: FromScript): Promise<void> {
    switch (message.kind) {
      case 'ready':
        ready = true;
        if (reading.note) showNote(reading, true);
        else if (message.remembered) {
          const { uri, slug, pinned } = message.remembered;
          if (!(await reading.open({ uri, slug }))) post({ kind: 'nothing' });
          if (pinned) reading.pin(true);
        } else post({ kind: 'nothing' });
        if (searchWhenReady) post({ kind: 'focusSearch' });
        searchWhenReady = false;
        reading.refreshSoon();
        break;
      case 'open':
        await reading.open(
          message.slug === undefined ? { uri: message.uri } : { uri: message.uri, slug: message.slug },
        );
        break;
      case 'goTo':
        if (message.uri !== undefined) await goTo(vscode.Uri.parse(message.uri), message.range);
        else if (reading.document) await goTo(reading.document, message.range);
        break;
      case 'search': {
        const hits = await server.ask<SearchHit[]>(searchRequest, { query: message.query });
        post({ kind: 'hits', query: message.query, hits: hits ?? [] });
        break;
      }
    }
  }

  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView(resolved) {
      view = resolved;
      ready = false;
      resolved.webview.options = { enableScripts: true, localResourceRoots: [files] };
      resolved.webview.onDidReceiveMessage(receive);
      resolved.webview.html = page(resolved.webview, files);
      resolved.onDidChangeVisibility(() => {
        if (resolved.visible) reading.refreshSoon();
        else ready = false;
      });
      resolved.onDidDispose(() => {
        view = undefined;
        ready = false;
      });
    },
  };

  /** The view may be hidden behind another, or not made yet. */
  async function reveal(keepFocus: boolean): Promise<void> {
    if (view && keepFocus) view.show(true);
    else await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: keepFocus });
  }

  const registration = vscode.window.registerWebviewViewProvider(viewId, provider);
  return {
    reading,
    async open(target) {
      await reveal(true);
      const found = target ? await reading.open(target) : await reading.openAtCursor();
      if (!found) {
        const message = say(currentLanguage(), target ? 'noteGone' : 'nothingHere');
        vscode.window.setStatusBarMessage(`$(book) ${message}`, 5000);
      }
    },
    async search() {
      searchWhenReady = !ready;
      await reveal(false);
      post({ kind: 'focusSearch' });
    },
    dispose() {
      registration.dispose();
      reading.dispose();
    },
  };
}

/**
 * The page around the script. Nothing but our own script and style runs in it; what the script imports later shares
 * its nonce. Pictures come from the notes' folders only, which `localResourceRoots` sees to.
 */
function page(webview: vscode.Webview, files: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string): vscode.Uri => webview.asWebviewUri(vscode.Uri.joinPath(files, file));
  return `<!doctype html>
<html lang="${currentLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${webview.cspSource}; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<link rel="stylesheet" nonce="${nonce}" href="${address('view.css')}">
<title>Kumonote</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${address('view.js')}"></script>
</body>
</html>`;
}
