/** The language server: wires the editor's requests to the features. What they answer is decided there. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadSchema, type Schema } from '../aws/schema.ts';
import { codeActionKinds } from '../features/codeActionKinds.ts';
import { commandNoteLink, fileNoteLink, type NoteLink } from '../features/noteLinks.ts';
import type { Template } from '../model/template.ts';
import * as protocol from '../protocol.ts';
import type { Finding } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import { createAnalyses } from './analysis.ts';
import { createAnswers } from './answers.ts';
import { createAuthoring } from './authoring.ts';
import { offerCompletion } from './completionOffer.ts';
import { createKnowledge } from './knowledge.ts';
import { extensionOf, followedExtensions, imageExtensions, noteExtensions } from './languages.ts';
import { createLensRefresh } from './lensRefresh.ts';
import { createLinkedFiles } from './linkedFiles.ts';
import { foldersOf, isBelow, type NotePlace, notePlaces } from './notePlaces.ts';
import { createPictures } from './pictures.ts';
import { withProgress } from './progress.ts';
import { createPublisher } from './publisher.ts';
import { createReviews } from './reviews.ts';
import { createRuleDrafts } from './ruleDrafts.ts';
import { createRuleIds } from './ruleIds.ts';
import type { Services } from './services.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { sourceOf } from './sourceText.ts';
import { createSynthesized } from './synthesized.ts';
import { normalUri } from './uris.ts';
import { createUsages } from './usages.ts';
import { createWatching } from './watching.ts';
import { createWorkspaceIndex } from './workspaceIndex.ts';

/** How long typing in a note rests before the note is read again, in milliseconds. */
const noteRest = 150;
/** How long changes on disk are collected before new files are looked for, in milliseconds. */
const fileRest = 300;

/** Serves `connection` until it closes. */
export function startSession(connection: Connection, services: Services): void {
  const documents = new TextDocuments(TextDocument);
  const knowledge = createKnowledge(services);
  let options: Partial<protocol.InitializationOptions> = {};
  let settings: Settings = settingsFrom(undefined, undefined);
  let locale: string | undefined;
  let roots: readonly string[] = [];
  /** `kumonote.notes` of the workspace folders, each of which may have its own. */
  let notesOf: ReadonlyMap<string, readonly string[]> = new Map();
  let can = {
    configure: false,
    watchSettings: false,
    watchFiles: false,
    watchBelow: false,
    watchFolders: false,
    snippets: false,
    progress: false,
    refreshLenses: false,
    registerCompletion: false,
  };
  let noteLink: NoteLink = fileNoteLink;

  let loadedSchema: Promise<Schema> | undefined;
  const schema = (): Promise<Schema> => {
    loadedSchema ??= loadSchema(services.schemaBytes);
    return loadedSchema;
  };
  /** The open documents by their address in its normal form. */
  const opened = new Map<string, TextDocument>();
  const linked = createLinkedFiles(services.files, (uri) => {
    const document = opened.get(uri);
    return document && sourceOf(document);
  });
  const analyses = createAnalyses(knowledge.rules, () => settings, services.log, linked);
  const context = () => ({
    book: knowledge.book,
    language: settings.language,
    noteLink,
    snippets: can.snippets,
    roots,
    commands: options.uriScheme !== undefined,
  });
  const index = createWorkspaceIndex(services.files, linked, {
    all: () => opened.values(),
    document: (uri) => opened.get(uri),
    latest: analyses.latest,
    template: async (document) => (await analyses.of(document))?.template,
  });
  const refreshLenses = createLensRefresh(connection, () => can.refreshLenses);
  const authoring = createAuthoring(documents, index, knowledge, schema, context, () => {
    publisher.publishNotes();
    refreshLenses();
  });
  index.onDidChange(refreshLenses);
  const drafts = createRuleDrafts(
    documents,
    analyses,
    knowledge.rules,
    schema,
    context,
    () => settings.notes,
  );
  const pictures = createPictures(services.files);
  const watching = createWatching(connection, () => can);
  const usages = createUsages(documents, index, context);
  const findings = (template: Template, silenced = false): readonly Finding[] =>
    runRules(knowledge.rules(), template, { severities: settings.rules, silenced, onError: services.log });
  const reviews = createReviews(index, findings, context);
  const ruleIds = createRuleIds(documents, analyses, knowledge.rules, (it) => findings(it, true), context);
  const synthesized = createSynthesized({ files: services.files, index, findings }, () => roots);
  const publisher = createPublisher(
    connection,
    documents,
    analyses,
    knowledge,
    synthesized,
    context,
    authoring.problems,
  );
  const answers = createAnswers({
    services,
    documents,
    analyses,
    schema,
    pictures,
    synthesized,
    usage: usages.usage,
    context,
  });
  index.onDidChange(() => {
    synthesized.sourcesChanged();
    publisher.publishSynthesized();
  });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = (params.initializationOptions ?? {}) as Partial<protocol.InitializationOptions>;
    const { workspace } = params.capabilities ?? {};
    can = {
      configure: workspace?.configuration === true,
      watchSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
      watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
      watchBelow: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
      watchFolders: workspace?.workspaceFolders === true,
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
      progress: params.capabilities?.window?.workDoneProgress === true,
      refreshLenses: workspace?.codeLens?.refreshSupport === true,
      registerCompletion: params.capabilities?.textDocument?.completion?.dynamicRegistration === true,
    };
    const single = params.rootUri ? [{ uri: params.rootUri }] : [];
    roots = (params.workspaceFolders ?? single).map((folder) => normalUri(folder.uri));
    noteLink = options.uriScheme === undefined ? fileNoteLink : commandNoteLink;
    locale = params.locale;
    settings = settingsFrom(undefined, options.language ?? locale);
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        ...(can.registerCompletion ? {} : { completionProvider: {} }),
        codeLensProvider: {},
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: [...codeActionKinds] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'kumonote' },
    };
  });

  connection.onInitialized(async () => {
    // Each step is of use without the others, so a failure of one is told and passed over.
    const bundled = attempt('load the bundled notes', knowledge.loadBundled());
    await configure();
    await bundled;
    await knowledge.useBundled(settings.bundledNotes);
    publisher.start();
    await attempt('watch files and settings', watch());
    if (can.registerCompletion) await attempt('offer completion', offerCompletion(connection));
    await loadUserNotes();
    await loadIndex();
  });

  async function attempt(what: string, work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      services.log(`Could not ${what}: ${error instanceof Error ? error.stack : error}`);
    }
  }

  async function configure(): Promise<void> {
    if (!can.configure) return;
    await attempt(
      'read the settings',
      connection.workspace
        .getConfiguration([
          { section: 'kumonote' },
          ...roots.map((scopeUri) => ({ scopeUri, section: 'kumonote' })),
        ])
        .then(([sent, ...ofRoots]: unknown[]) => {
          settings = settingsFrom(sent, options.language ?? locale);
          notesOf = new Map(roots.map((root, at) => [root, settingsFrom(ofRoots[at], undefined).notes]));
        }),
    );
  }

  async function watch(): Promise<void> {
    if (can.watchSettings) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'kumonote' });
    }
    await watching.workspace();
    if (!can.watchFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      const removed = new Set(event.removed.map((folder) => normalUri(folder.uri)));
      const kept = roots.filter((root) => !removed.has(root));
      roots = [...kept, ...event.added.map((folder) => normalUri(folder.uri))];
      void configure().then(loadUserNotes);
      void loadIndex();
    });
  }

  async function loadIndex(): Promise<void> {
    const title = { en: 'Reading the workspace', ja: 'ワークスペースを読み取っています' }[settings.language];
    await attempt(
      'read the workspace',
      withProgress(connection, can.progress ? title : undefined, (progress) => index.load(roots, progress)),
    );
  }

  async function loadUserNotes(): Promise<void> {
    const places = placesOfNotes();
    const folders = await foldersOf(places, services.files);
    pictures.lookIn(folders);
    void attempt('watch the notes', watching.notes(folders, roots));
    const title = { en: 'Reading your notes', ja: 'ノートを読み取っています' }[settings.language];
    let isNewest = false;
    await withProgress(connection, can.progress ? title : undefined, async (progress) => {
      isNewest = await knowledge.loadUserNotes(places, progress);
    });
    if (!isNewest) return;
    // What an editor holds unsaved counts, not what is on disk.
    for (const document of documents.all()) {
      await knowledge.reload(normalUri(document.uri), document.getText());
    }
    notesChanged();
  }

  function placesOfNotes(): readonly NotePlace[] {
    return notePlaces(roots, (root) => notesOf.get(root ?? '') ?? settings.notes);
  }

  function notesChanged(): void {
    analyses.rulesChanged();
    publisher.publishAll();
    void connection.sendNotification(protocol.notesChangedNotification);
    for (const document of documents.all()) {
      if (knowledge.has(normalUri(document.uri))) void attempt('check a note', authoring.check(document));
    }
    refreshLenses();
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
    const before = JSON.stringify(placesOfNotes());
    if (can.configure) await configure();
    else settings = settingsFrom(sectionOf(change.settings), options.language ?? locale);
    await knowledge.useBundled(settings.bundledNotes);
    if (before === JSON.stringify(placesOfNotes())) notesChanged();
    else await loadUserNotes();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const open = new Set(documents.keys().map(normalUri));
    const notes = changes.filter(({ uri }) => noteExtensions.includes(extensionOf(uri)));
    if (changes.some(({ uri }) => imageExtensions.includes(extensionOf(uri)))) pictures.changed();
    if (changes.some(({ uri }) => extensionOf(uri) === '' && holdsNotes(normalUri(uri)))) loadUserNotesSoon();
    sourcesChanged(changes.filter(({ uri }) => followedExtensions.includes(extensionOf(uri))));
    for (const change of notes) {
      const uri = normalUri(change.uri);
      // A note that is open was read from the editor already.
      if (change.type !== FileChangeType.Deleted && knowledge.has(uri) && !open.has(uri)) {
        reloadNote(uri, undefined, 0);
      }
    }
    const comeOrGone = notes.some(
      ({ type, uri }) => (type === FileChangeType.Deleted) === knowledge.has(normalUri(uri)),
    );
    if (comeOrGone) loadUserNotesSoon();
  });

  /** Whether a folder is one of notes, or has some below it, or is below one. */
  function holdsNotes(uri: string): boolean {
    return pictures.folders().some((folder) => isBelow(uri, [folder]) || isBelow(folder, [uri]));
  }

  let notesTimer: ReturnType<typeof setTimeout> | undefined;
  function loadUserNotesSoon(): void {
    clearTimeout(notesTimer);
    notesTimer = setTimeout(() => void loadUserNotes(), fileRest);
  }

  let indexTimer: ReturnType<typeof setTimeout> | undefined;
  function sourcesChanged(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) index.deleted(normalUri(uri));
      else if (index.has(normalUri(uri))) void attempt('read a file', index.changed(normalUri(uri)));
      else {
        // Whether it is ignored, only a search tells.
        clearTimeout(indexTimer);
        indexTimer = setTimeout(() => void loadIndex(), fileRest);
      }
    }
  }

  linked.onChange((uris) => {
    for (const uri of uris) {
      const document = opened.get(uri);
      if (document) publisher.changed(document);
    }
  });
  let dependentsTimer: ReturnType<typeof setTimeout> | undefined;
  const typedIn = new Set<string>();
  /** Checks what is open and read with `uri`, once typing rests. */
  function checkDependents(uri: string): void {
    typedIn.add(uri);
    clearTimeout(dependentsTimer);
    dependentsTimer = setTimeout(() => {
      for (const each of typedIn) void linked.changed(each);
      typedIn.clear();
    }, fileRest);
  }

  documents.onDidOpen(({ document }) => opened.set(normalUri(document.uri), document));
  documents.onDidChangeContent(({ document }) => {
    const uri = normalUri(document.uri);
    if (knowledge.has(uri)) reloadNote(uri, document.getText(), noteRest);
    else {
      linked.note(sourceOf(document));
      publisher.changed(document);
      checkDependents(uri);
    }
    refreshLenses();
  });
  documents.onDidClose(({ document }) => {
    analyses.forget(document);
    authoring.forget(document.uri);
    const uri = normalUri(document.uri);
    opened.delete(uri);
    linked.closed(uri);
    if (knowledge.has(uri)) reloadNote(uri, undefined, 0);
    else publisher.closed(document.uri);
  });

  connection.onHover(async (params) => (await authoring.hover(params)) ?? answers.hover(params));
  connection.onCompletion(
    async (params) => (await authoring.completion(params)) ?? ruleIds.completion(params),
  );
  connection.onCodeLens(async (params, token) => {
    const ofRules = await authoring.lenses(params, token);
    return context().commands ? [...usages.lenses(params), ...ofRules] : ofRules;
  });
  connection.onRequest(protocol.runExamplesRequest, (params) => authoring.runExamples(params));
  connection.onDefinition((params) => answers.definition(params));
  connection.onCodeAction(async (params) => [
    ...(await answers.codeActions(params)),
    ...(await drafts.codeActions(params)),
  ]);
  connection.onRequest(protocol.draftRuleRequest, drafts.draft);
  connection.onRequest(protocol.noteAtRequest, answers.noteAt);
  connection.onRequest(protocol.noteRequest, answers.note);
  connection.onRequest(protocol.noteTextRequest, answers.noteText);
  connection.onRequest(protocol.noteCountRequest, answers.noteCount);
  connection.onRequest(protocol.coverageRequest, usages.coverage);
  connection.onRequest(protocol.reviewRequest, reviews.review);
  connection.onRequest(protocol.searchRequest, answers.search);

  documents.listen(connection);
  connection.listen();
}

/** Editors that push settings send them whole, or only our section. */
function sectionOf(sent: unknown): unknown {
  return typeof sent === 'object' && sent !== null && 'kumonote' in sent ? sent.kumonote : sent;
}
