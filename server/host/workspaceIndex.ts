/**
 * What all templates and CDK files of the workspace make, read in the background. Of each file only a summary is
 * kept; who needs more asks for its template. What an editor holds open counts before what is on disk.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { absoluteSpan, type Template } from '../model/template.ts';
import { mayBeSource, readerFor } from '../read/index.ts';
import type { Span } from '../text/span.ts';
import type { Files } from './files.ts';
import { languageOf, sourceExtensions } from './languages.ts';
import { normalUri } from './uris.ts';

/** Larger files are not read: they were made by programs. */
const mostBytes = 2 * 1024 * 1024;
/** How long files are read before others get their turn, in milliseconds. */
const turn = 8;

export interface IndexedFile {
  readonly uri: string;
  /** The LSP language identifier. */
  readonly languageId: string;
  /** In the order of the text. */
  readonly resources: readonly IndexedResource[];
}

export interface IndexedResource {
  readonly id: string;
  /** The logical ID or the construct ID. */
  readonly name: string;
  readonly type: string;
  /** The type or the CDK class as written, from the file's start: the place to go to. */
  readonly span: Span;
}

export interface WorkspaceIndex {
  /** The files that make resources, as far as they were read, ordered by address. */
  files(): readonly IndexedFile[];
  /** What one file makes; undefined where it makes nothing, or was not read yet. */
  file(uri: string): IndexedFile | undefined;
  /** The template of a file, to run rules on. That of a closed file is read anew: keep it no longer than needed. */
  template(uri: string): Promise<Template | undefined>;
  /** Reads the folders, and again what is new in them. Earlier calls that still run come to an end. */
  load(roots: readonly string[], progress?: IndexProgress): Promise<void>;
  /** A file on disk was written. */
  changed(uri: string): Promise<void>;
  /** A file or folder on disk is gone. */
  deleted(uri: string): void;
  /** Whether `uri` is a file on disk that is followed. */
  has(uri: string): boolean;
  /** Calls `listener` when what closed files make is known anew; not for what is typed in open ones. */
  onDidChange(listener: () => void): void;
}

/** Hears how many of the files were read. */
export type IndexProgress = (done: number, all: number) => void;

/** What the index needs to know of the documents that an editor holds open. */
export interface OpenDocuments {
  all(): readonly TextDocument[];
  /** What a document was last read to. */
  latest(document: TextDocument): Template | undefined;
  /** The newest template of a document. */
  template(document: TextDocument): Promise<Template | undefined>;
}

export function createWorkspaceIndex(files: Files, open: OpenDocuments): WorkspaceIndex {
  /** The files of the workspace; undefined for those that make nothing. */
  const indexed = new Map<string, IndexedFile | undefined>();
  const summaries = new WeakMap<Template, IndexedFile>();
  const listeners: (() => void)[] = [];
  let loads = 0;

  function openDocument(uri: string): TextDocument | undefined {
    return open.all().find((document) => normalUri(document.uri) === uri);
  }

  /** What an open document makes as it was read last; undefined before it is read, or where it makes nothing. */
  function ofDocument(document: TextDocument): IndexedFile | undefined {
    const template = open.latest(document);
    if (!template) return undefined;
    let summary = summaries.get(template);
    if (!summary) {
      summary = summaryOf(normalUri(document.uri), template);
      summaries.set(template, summary);
    }
    return summary;
  }

  async function onDisk(uri: string): Promise<Template | undefined> {
    const languageId = languageOf(uri);
    const reader = readerFor(languageId, uri);
    const text = reader && (await files.read(uri, mostBytes));
    if (!reader || text === undefined || !mayBeSource(languageId, text)) return undefined;
    await reader.load();
    const template = reader.read({ uri, languageId, text }, undefined);
    // The document may have been opened meanwhile; then what is kept for it is in use.
    if (!openDocument(uri)) reader.forget(uri);
    return template;
  }

  async function read(uri: string): Promise<void> {
    const template = await onDisk(uri);
    indexed.set(uri, template && summaryOf(uri, template));
  }

  function told(): void {
    for (const listener of listeners) listener();
  }

  return {
    files() {
      const found = new Map<string, IndexedFile>();
      for (const [uri, file] of indexed) if (file) found.set(uri, file);
      for (const document of open.all()) {
        const file = ofDocument(document);
        if (file) found.set(file.uri, file);
      }
      return [...found.values()]
        .filter(({ resources }) => resources.length > 0)
        .sort((a, b) => (a.uri < b.uri ? -1 : 1));
    },

    file(uri) {
      const document = openDocument(uri);
      return (document && ofDocument(document)) ?? indexed.get(uri);
    },

    async template(uri) {
      const document = openDocument(uri);
      return document ? open.template(document) : onDisk(uri);
    },

    async load(roots, progress) {
      loads += 1;
      const load = loads;
      const found = new Set<string>();
      for (const root of roots) {
        for (const uri of await files.findSources(root, sourceExtensions)) found.add(uri);
      }
      if (load !== loads) return;
      const gone = [...indexed.keys()].filter((uri) => !found.has(uri));
      for (const uri of gone) indexed.delete(uri);
      const unread = [...found].filter((uri) => !indexed.has(uri));
      let turnStart = performance.now();
      for (const [done, uri] of unread.entries()) {
        await read(uri);
        if (load !== loads) return;
        if (performance.now() - turnStart < turn) continue;
        progress?.(done + 1, unread.length);
        await new Promise((resolve) => setTimeout(resolve, 0));
        turnStart = performance.now();
      }
      if (gone.length + unread.length > 0) told();
    },

    async changed(uri) {
      if (!indexed.has(uri)) return;
      await read(uri);
      told();
    },

    deleted(uri) {
      const gone = [...indexed.keys()].filter((each) => each === uri || each.startsWith(`${uri}/`));
      for (const each of gone) indexed.delete(each);
      if (gone.length > 0) told();
    },

    has: (uri) => indexed.has(uri),

    onDidChange(listener) {
      listeners.push(listener);
    },
  };
}

function summaryOf(uri: string, template: Template): IndexedFile {
  const resources = [...template.resources.values()].map((resource) => ({
    id: resource.id,
    name: resource.name,
    type: resource.type,
    span: absoluteSpan(resource, resource.typeSpan),
  }));
  return { uri, languageId: template.languageId, resources };
}
