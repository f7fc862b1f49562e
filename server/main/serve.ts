/** The language server as a process: on stdin and stdout, or on the channel that the command line names. */
import { Console } from 'node:console';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeServices } from '../host/nodeServices.ts';
import { startSession } from '../host/session.ts';

/** How a client that does not use stdio names its channel. */
const otherChannel = /^--(?:node-ipc|(?:socket|pipe)(?:=.*)?)$/;

/** Starts the server; the process ends when the client goes. */
export function serve(): void {
  // stdout carries the protocol and nothing else: whatever a library prints goes to stderr.
  globalThis.console = new Console(process.stderr);
  keepRunning();
  const connection = process.argv.some((argument) => otherChannel.test(argument))
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  startSession(
    connection,
    nodeServices((message) => connection.console.log(message)),
  );
}

/** An error that nobody caught costs its own answer at most, never the others of the session. */
function keepRunning(): void {
  process.on('uncaughtException', (error, origin) => {
    console.error(`${origin}: ${error instanceof Error ? error.stack : error}`);
  });
}
