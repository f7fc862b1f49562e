/** The language server, started when something first needs it. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { notesChangedNotification } from '../server/protocol.ts';

export interface Server {
  /** Starts the server, once. Resolves when it answers. */
  start(): Promise<void>;
  readonly started: boolean;
  /** The answer to one of the requests in protocol.ts; undefined where there is none, or the server failed. */
  ask<Answer>(request: string, parameters: object): Promise<Answer | undefined>;
  /** Notes were loaded or edited, or findings are new. */
  readonly onDidChange: vscode.Event<void>;
}

export function createServer(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  client: LanguageClient,
): Server {
  const changed = new vscode.EventEmitter<void>();
  let starting: Promise<void> | undefined;
  context.subscriptions.push(
    changed,
    client,
    client.onNotification(notesChangedNotification, () => changed.fire()),
    vscode.languages.onDidChangeDiagnostics(() => changed.fire()),
  );
  return {
    start() {
      starting ??= client.start();
      return starting;
    },
    get started() {
      return starting !== undefined;
    },
    async ask<Answer>(request: string, parameters: object) {
      try {
        await this.start();
        return (await client.sendRequest<Answer | null>(request, parameters)) ?? undefined;
      } catch (error) {
        output.error(`${request}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
    },
    onDidChange: changed.event,
  };
}
