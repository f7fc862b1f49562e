/** The language server as a process: `--stdio`, or Node's IPC where a client started it as a module. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeServices } from '../host/nodeServices.ts';
import { startSession } from '../host/session.ts';

/** Starts the server on the channel that the command line names. */
export function serve(): void {
  // stdout carries the protocol and nothing else: whatever a library prints goes to stderr.
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  const connection = createConnection(ProposedFeatures.all);
  startSession(
    connection,
    nodeServices((message) => connection.console.log(message)),
  );
}
