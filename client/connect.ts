/** How the language client is set up: which files it is for, how the server runs, what may be clicked. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  type DocumentSelector,
  LanguageClient,
  type LanguageClientOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { type InitializationOptions, openNoteCommand } from '../server/protocol.ts';
import { withOpenableCode } from './links.ts';

/** The files that can be templates, CDK code or notes. */
export const documentSelector: DocumentSelector = [
  ...[
    'yaml',
    'json',
    'jsonc',
    'typescript',
    'typescriptreact',
    'javascript',
    'javascriptreact',
    'python',
    'java',
    'csharp',
    'go',
    'markdown',
  ].flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]),
  { scheme: 'file', pattern: '**/*.template' },
];

/** A client for the server in `dist/`, not started yet. */
export function createClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClient {
  const module = context.asAbsolutePath(path.join('dist', 'server.mjs'));
  const transport = TransportKind.ipc;
  const initializationOptions: InitializationOptions = {
    language: vscode.env.language,
    uriScheme: vscode.env.uriScheme,
  };
  const options: LanguageClientOptions = {
    documentSelector,
    initializationOptions,
    outputChannel: output,
    traceOutputChannel: output,
    // "Open note" in a hover may run this one command; nothing else that a note says becomes a command.
    markdown: { isTrusted: { enabledCommands: [openNoteCommand] } },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withOpenableCode)),
    },
  };
  return new LanguageClient(
    'kumonote',
    'Kumonote',
    {
      run: { module, transport },
      debug: { module, transport, options: { execArgv: ['--enable-source-maps', '--inspect=6011'] } },
    },
    options,
  );
}
