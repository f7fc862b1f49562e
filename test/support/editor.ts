/**
 * An editor without a window: drives the language server over streams in memory, with the built data of `dist/`
 * and files that exist only in the test. Everything but the process boundary is real.
 */
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  createConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type MarkupContent,
  ProposedFeatures,
  type Registration,
  type RegistrationParams,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nodeServices } from '../../server/host/nodeServices.ts';
import { startSession } from '../../server/host/session.ts';
import { type AnyTextEdit, applyEdits } from './applyEdits.ts';
import { memoryFiles } from './memoryFiles.ts';
import { root } from './serverProcess.ts';

export interface Editor {
  readonly initialized: InitializeResult;
  /** Opens a file of the workspace with this text and waits for its diagnostics. */
  open(path: string, languageId: string, text: string): Promise<Diagnostic[]>;
  /** Types `text` in place of all there is, and waits for new diagnostics of `watched` (the file itself). */
  type(path: string, text: string, watched?: string): Promise<Diagnostic[]>;
  close(path: string): void;
  /** The Markdown of the hover, or undefined. */
  hover(path: string, offset: number): Promise<string | undefined>;
  /** Fixes offered at `offset`, with the diagnostics there. */
  codeActions(path: string, offset: number): Promise<CodeAction[]>;
  /** The file's text after the fix. */
  apply(path: string, action: CodeAction): string;
  request<Result>(method: string, params: unknown): Promise<Result>;
  /** Writes a file that is no note, or deletes it, and tells the server. */
  saveFile(path: string, text: string | undefined): Promise<void>;
  /** The diagnostics that are published next for a file. */
  nextDiagnostics(path: string): Promise<Diagnostic[]>;
  /** Writes a note of the workspace and tells the server; undefined deletes it. */
  writeFile(path: string, text: string | undefined): Promise<void>;
  /** Writes a file as programs do that write another one and rename it: what is told is that a file was created. */
  replaceFile(path: string, text: string): Promise<void>;
  changeSettings(settings: Record<string, unknown>): Promise<void>;
  /** The diagnostics that were last published for a file. */
  diagnostics(path: string): Diagnostic[];
  /** Resolves when the server next says that notes changed. */
  notesChanged(): Promise<void>;
  /** What was shown of progress so far: `begin Reading your notes`, `report 2 / 3`, `end`. */
  readonly progress: readonly string[];
  /** What the server asked to be told of or asked for. */
  readonly registrations: readonly Registration[];
  dispose(): void;
}

export interface EditorOptions {
  /** Files of the workspace by path, `notes/storage.md`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Record<string, unknown>;
  /** The editor's display language. */
  readonly language?: string;
  readonly capabilities?: ClientCapabilities;
  /** Holds up reading a file from disk. */
  readonly beforeReading?: (path: string) => Promise<void>;
}

interface ShownProgress {
  readonly value: { readonly kind: string; readonly title?: string; readonly message?: string };
}

const workspace = 'file:///workspace/';

const capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** Starts a server and the editor that talks to it; `dispose` ends both. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const files = new Map(Object.entries(options.files ?? {}));
  let settings = options.settings ?? {};
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const services = nodeServices(() => {}, new URL(`file://${root}dist/`));
  const inMemory = memoryFiles(workspace.slice(0, -1), files);
  startSession(createConnection(ProposedFeatures.all, toServer, toClient), {
    ...services,
    files: {
      ...inMemory,
      async read(uri, maxBytes) {
        await options.beforeReading?.(uri.slice(workspace.length));
        return inMemory.read(uri, maxBytes);
      },
    },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );

  const documents = new Map<string, TextDocument>();
  const published = new Map<string, Diagnostic[]>();
  const listeners = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  let notesListeners: (() => void)[] = [];
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: Diagnostic[] }) => {
      published.set(params.uri, params.diagnostics);
      const waiting = listeners.get(params.uri) ?? [];
      listeners.delete(params.uri);
      for (const listener of waiting) listener(params.diagnostics);
    },
  );
  connection.onNotification('kumonote/notesChanged', () => {
    const waiting = notesListeners;
    notesListeners = [];
    for (const listener of waiting) listener();
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => settings),
  );
  const registrations: Registration[] = [];
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    registrations.push(...params.registrations);
    return null;
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  const progress: string[] = [];
  connection.onNotification('$/progress', ({ value: { kind, title, message } }: ShownProgress) => {
    progress.push([kind, title, message].filter(Boolean).join(' '));
  });
  connection.listen();

  const nextDiagnostics = (uri: string): Promise<Diagnostic[]> =>
    new Promise((resolve) => listeners.set(uri, [...(listeners.get(uri) ?? []), resolve]));
  const notesChanged = (): Promise<void> => new Promise((resolve) => notesListeners.push(resolve));
  const documentOf = (path: string): TextDocument => {
    const document = documents.get(path);
    if (!document) throw new Error(`${path} is not open`);
    return document;
  };

  async function write(path: string, text: string | undefined): Promise<void> {
    const existed = files.has(path);
    if (text === undefined) files.delete(path);
    else files.set(path, text);
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: workspace + path, type: text === undefined ? 3 : existed ? 2 : 1 }],
    });
  }

  const loaded = notesChanged();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? capabilities,
    workspaceFolders: [{ uri: workspace.slice(0, -1), name: 'workspace' }],
    initializationOptions: { language: options.language ?? 'en', uriScheme: 'vscode' },
  });
  await connection.sendNotification('initialized', {});
  await loaded;

  return {
    initialized,
    async open(path, languageId, text) {
      const document = TextDocument.create(workspace + path, languageId, 1, text);
      documents.set(path, document);
      const next = nextDiagnostics(document.uri);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: document.uri, languageId, version: 1, text },
      });
      return next;
    },
    async type(path, text, watched = path) {
      const document = TextDocument.update(documentOf(path), [{ text }], documentOf(path).version + 1);
      const next = nextDiagnostics(workspace + watched);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: document.uri, version: document.version },
        contentChanges: [{ text }],
      });
      return next;
    },
    close(path) {
      documents.delete(path);
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: workspace + path } });
    },
    async hover(path, offset) {
      const document = documentOf(path);
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: document.uri },
        position: document.positionAt(offset),
      });
      return hover ? (hover.contents as MarkupContent).value : undefined;
    },
    async codeActions(path, offset) {
      const document = documentOf(path);
      const position = document.positionAt(offset);
      return connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: document.uri },
        range: { start: position, end: position },
        context: { diagnostics: published.get(document.uri) ?? [] },
      });
    },
    apply(path, action) {
      const [change] = action.edit?.documentChanges ?? [];
      if (!change || !('edits' in change)) throw new Error('the fix edits nothing');
      return applyEdits(documentOf(path), change.edits as AnyTextEdit[]);
    },
    request: (method, params) => connection.sendRequest(method, params),
    saveFile: write,
    nextDiagnostics: (path) => nextDiagnostics(workspace + path),
    async writeFile(path, text) {
      const changed = notesChanged();
      await write(path, text);
      await changed;
    },
    async replaceFile(path, text) {
      files.set(path, text);
      const changed = notesChanged();
      await connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: workspace + path, type: 1 }],
      });
      await changed;
    },
    async changeSettings(changed) {
      settings = changed;
      const done = notesChanged();
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await done;
    },
    diagnostics: (path) => published.get(workspace + path) ?? [],
    notesChanged,
    progress,
    registrations,
    // The streams stay open: a server whose input ends takes its process with it, which here is the test's.
    dispose: () => connection.dispose(),
  };
}
