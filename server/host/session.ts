/** The language server: wires the editor's requests to the features. What they answer is decided there. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActionKinds } from '../features/codeActions.ts';
import { commandNoteLink, fileNoteLink, type NoteLink } from '../features/noteLinks.ts';
import * as protocol from '../protocol.ts';
import { createAnalyses } from './analysis.ts';
import { createAnswers } from './answers.ts';
import { createKnowledge } from './knowledge.ts';
import { createPublisher } from './publisher.ts';
import type { Services } from './services.ts';
import { type Settings, settingsFrom } from './settings.ts';

/** How long typing in a note rests before the note is read again, in milliseconds. */
const noteRest = 150;

/** Serves `connection` until it closes. */
export function startSession(connection: Connection, services: Services): void {
  const documents = new TextDocuments(TextDocument);
  const knowledge = createKnowledge(services);
  let options: Partial<protocol.InitializationOptions> = {};
  let settings: Settings = settingsFrom(undefined, undefined);
  let roots: readonly string[] = [];
  let can = {
    configure: false,
    watchSettings: false,
    watchFiles: false,
    watchFolders: false,
    snippets: false,
  };
  let noteLink: NoteLink = fileNoteLink;

  const analyses = createAnalyses(knowledge.rules, () => settings, services.log);
  const context = () => ({
    book: knowledge.book,
    language: settings.language,
    noteLink,
    snippets: can.snippets,
    roots,
  });
  const publisher = createPublisher(connection, documents, analyses, knowledge, context);
  const answers = createAnswers(services, documents, analyses, context);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = (params.initializationOptions ?? {}) as Partial<protocol.InitializationOptions>;
    const { workspace } = params.capabilities;
    can = {
      configure: workspace?.configuration === true,
      watchSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
      watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
      watchFolders: workspace?.workspaceFolders === true,
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    };
    roots = (params.workspaceFolders ?? []).map((folder) => folder.uri);
    noteLink = options.uriScheme === undefined ? fileNoteLink : commandNoteLink;
    settings = settingsFrom(undefined, options.language ?? params.locale);
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [...codeActionKinds] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'kumonote' },
    };
  });

  connection.onInitialized(async () => {
    const bundled = knowledge.loadBundled();
    await configure();
    await bundled;
    publisher.start();
    await watch();
    await loadUserNotes();
  });

  async function configure(): Promise<void> {
    if (!can.configure) return;
    const sent: unknown = await connection.workspace.getConfiguration('kumonote');
    settings = settingsFrom(sent, options.language);
  }

  async function watch(): Promise<void> {
    if (can.watchSettings) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'kumonote' });
    }
    if (can.watchFiles) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{md,markdown}' }],
      });
    }
    if (!can.watchFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      const removed = new Set(event.removed.map((folder) => folder.uri));
      const kept = roots.filter((root) => !removed.has(root));
      roots = [...kept, ...event.added.map((folder) => folder.uri)];
      void loadUserNotes();
    });
  }

  async function loadUserNotes(): Promise<void> {
    await knowledge.loadUserNotes(roots, settings.notes);
    // What an editor holds unsaved counts, not what is on disk.
    for (const document of documents.all()) await knowledge.reload(document.uri, document.getText());
    notesChanged();
  }

  function notesChanged(): void {
    analyses.rulesChanged();
    publisher.publishAll();
    void connection.sendNotification(protocol.notesChangedNotification);
  }

  const noteTimers = new Map<string, ReturnType<typeof setTimeout>>();
  function reloadNote(uri: string, text: string | undefined, rest: number): void {
    clearTimeout(noteTimers.get(uri));
    const timer = setTimeout(async () => {
      noteTimers.delete(uri);
      if (await knowledge.reload(uri, text)) notesChanged();
    }, rest);
    noteTimers.set(uri, timer);
  }

  connection.onDidChangeConfiguration(async (change) => {
    const before = settings;
    if (can.configure) await configure();
    else settings = settingsFrom(sectionOf(change.settings), options.language);
    if (String(before.notes) === String(settings.notes)) notesChanged();
    else await loadUserNotes();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const known = changes.every((change) => change.type === 2 && knowledge.has(change.uri));
    if (!known) {
      void loadUserNotes();
      return;
    }
    // A note that is open was read from the editor already.
    for (const { uri } of changes) if (!documents.get(uri)) reloadNote(uri, undefined, 0);
  });

  documents.onDidChangeContent(({ document }) => {
    if (knowledge.has(document.uri)) reloadNote(document.uri, document.getText(), noteRest);
    else publisher.changed(document);
  });
  documents.onDidClose(({ document }) => {
    analyses.forget(document.uri);
    publisher.closed(document.uri);
    if (knowledge.has(document.uri)) reloadNote(document.uri, undefined, 0);
  });

  connection.onHover((params) => answers.hover(params));
  connection.onCodeAction((params) => answers.codeActions(params));
  connection.onRequest(protocol.noteAtRequest, answers.noteAt);
  connection.onRequest(protocol.noteRequest, answers.note);
  connection.onRequest(protocol.noteTextRequest, answers.noteText);
  connection.onRequest(protocol.noteCountRequest, answers.noteCount);
  connection.onRequest(protocol.searchRequest, answers.search);

  documents.listen(connection);
  connection.listen();
}

/** Editors that push settings send them whole, or only our section. */
function sectionOf(sent: unknown): unknown {
  return typeof sent === 'object' && sent !== null && 'kumonote' in sent ? sent.kumonote : sent;
}
