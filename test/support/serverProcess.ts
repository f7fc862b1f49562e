/** The built server as an editor runs it: a process that speaks LSP over stdio. Nothing is mocked. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The repository's root, seen from `out/test/support/`. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** Milliseconds from spawning to the answer of `initialize`. */
  readonly startTime: number;
  /** Opens a document; `change` replaces part of it. Versions are counted here. */
  open(uri: string, languageId: string, text: string): void;
  /** The next diagnostics published for `uri` from now on. */
  nextDiagnostics(uri: string): Promise<Diagnostic[]>;
  /** What the server asked to be told of. */
  readonly registrations: readonly Registration[];
  /** Resident memory of the process, in bytes (Linux). */
  residentMemory(): number;
  stop(): Promise<void>;
}

/**
 * Starts `dist/server.mjs` and initializes it.
 * @param settings answers `workspace/configuration`, for the folder of the workspace that is asked about
 */
export async function startServer(
  initialize: Partial<InitializeParams> = {},
  settings: (scopeUri: string | undefined) => unknown = () => ({}),
): Promise<ServerProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [`${root}dist/server.mjs`, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: Diagnostic[] }) => {
      const listeners = waiting.get(params.uri) ?? [];
      waiting.delete(params.uri);
      for (const listener of listeners) listener(params.diagnostics);
    },
  );
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ scopeUri }) => settings(scopeUri)),
  );
  const registrations: Registration[] = [];
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    registrations.push(...params.registrations);
    return null;
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: null,
    ...initialize,
  });
  const startTime = performance.now() - began;
  await connection.sendNotification('initialized', {});

  return {
    connection,
    process: child,
    startTime,
    registrations,
    open(uri, languageId, text) {
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    nextDiagnostics: (uri) =>
      new Promise((resolve) => {
        waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]);
      }),
    residentMemory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    },
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      child.kill();
    },
  };
}
