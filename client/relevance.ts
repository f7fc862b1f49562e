/** Keeps Kumonote out of windows that it has nothing to say in: no server runs until a text looks like ours. */
import * as vscode from 'vscode';
import { documentSelector } from './connect.ts';
import type { Server } from './server.ts';

/** Words without which a file is neither a template, nor CDK code, nor a note with rules. */
const telling = /\bAWS::|\baws[-_]?cdk|@aws-cdk\/|\bAmazon\.CDK\b|^ *[`~]{3,}rule\b/m;

/** How long typing rests before an edited file is looked at, in milliseconds. */
const rest = 500;

/** Starts `server` as soon as a document that concerns it is open. */
export function startWhenNeeded(server: Server): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (document: vscode.TextDocument): void => {
    if (server.started) {
      stop();
    } else if (
      vscode.languages.match(documentSelector as vscode.DocumentSelector, document) > 0 &&
      telling.test(document.getText())
    ) {
      stop();
      // A failure is told by the client itself, and stands in the output.
      server.start().catch(() => undefined);
    }
  };
  const stop = (): void => {
    clearTimeout(timer);
    for (const listener of listeners.splice(0)) listener.dispose();
  };
  listeners.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      clearTimeout(timer);
      timer = setTimeout(() => look(document), rest);
    }),
  );
  vscode.workspace.textDocuments.forEach(look);
  return { dispose: stop };
}
