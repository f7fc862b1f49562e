/**
 * What all templates and CDK files of the workspace make, read in the background. Of each file only a summary is
 * kept; who needs more asks for its template. What an editor holds open counts before what is on disk.
 */
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf } from '../features/positions.ts';
import { absoluteSpan, type Template, writtenResources } from '../model/template.ts';

import { isProgram, mayBeSource, readerFor } from '../read/index.ts';
import type { SourceText } from '../read/reader.ts';

import type { Files } from './files.ts';
import { followedExtensions, languageOf } from './languages.ts';
import type { LinkedFiles } from './linkedFiles.ts';
import { createTurns } from './turns.ts';
import { normalUri } from './uris.ts';

/** Larger files are not read: they were made by programs. */
const mostBytes = 2 * 1024 * 1024;

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
  /** The type or the CDK class as written: the place to go to. */
  readonly range: Range;
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
  all(): Iterable<TextDocument>;
  document(uri: string): TextDocument | undefined;
  /** What a document was last read to. */
  latest(document: TextDocument): Template | undefined;
  /** The newest template of a document. */
  template(document: TextDocument): Promise<Template | undefined>;
}

export function createWorkspaceIndex(files: Files, linked: LinkedFiles, open: OpenDocuments): WorkspaceIndex {
  /** The files of the workspace; undefined for those that make nothing. */
  const indexed = new Map<string, IndexedFile | undefined>();
  const summaries = new WeakMap<Template, IndexedFile>();
  const listeners: (() => void)[] = [];
  let loads = 0;

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

  /** The text of a file on disk that may be a template or CDK code; what it imports is noted in any case. */
  async function textOf(uri: string): Promise<SourceText | undefined> {
    const languageId = languageOf(uri);
    const text = readerFor(languageId, uri) && (await files.read(uri, mostBytes));
    if (text === undefined) return undefined;
    const source = { uri, languageId, text };
    const isOurs = mayBeSource(languageId, text);
    if (!open.document(uri)) {
      // CDK code is read on its own and with others: once, if it is the same object.
      if (isOurs && isProgram(languageId)) linked.hold(source);
      else linked.note(source);
    }
    return isOurs ? source : undefined;
  }

  async function templateOf(source: SourceText, which?: 'imports'): Promise<Template | undefined> {
    const { uri, languageId } = source;
    const reader = readerFor(languageId, uri);
    if (!reader) return undefined;
    const others = await linked.all(uri, which);
    const languages = new Set([source, ...others].map((each) => each.languageId));
    for (const each of languages) await readerFor(each, uri)?.load();
    const document = open.document(uri);
    if (document) return open.template(document);
    const template = reader.read(source, undefined, others);
    reader.forget(uri);
    return template;
  }

  async function summarize(source: SourceText): Promise<void> {
    const template = await templateOf(source, 'imports');
    indexed.set(source.uri, template && summaryOf(source.uri, template));
  }

  function tell(): void {
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
      const document = open.document(uri);
      return (document && ofDocument(document)) ?? indexed.get(uri);
    },

    async template(uri) {
      const document = open.document(uri);
      if (document) return open.template(document);
      const source = await textOf(uri);
      const template = source && (await templateOf(source));
      linked.release();
      return template;
    },

    async load(roots, progress) {
      loads += 1;
      const load = loads;
      const found = new Set<string>();
      for (const root of roots) {
        for (const uri of await files.findSources(root, followedExtensions)) found.add(uri);
      }
      if (load !== loads) return;
      linked.setFiles(found);
      const gone = [...indexed.keys()].filter((uri) => !found.has(uri));
      for (const uri of gone) indexed.delete(uri);
      const unread = [...found].filter((uri) => !indexed.has(uri));
      /** CDK code, which is read once it is known what its imports mean. */
      const programs: SourceText[] = [];
      const rest = createTurns();
      let done = 0;
      for (const uri of unread) {
        const source = await textOf(uri);
        if (source && isProgram(source.languageId)) programs.push(source);
        else if (source) await summarize(source);
        if (load !== loads) return;
        if (!indexed.has(uri)) indexed.set(uri, undefined);
        if (!source || !isProgram(source.languageId)) done += 1;
        progress?.(done, unread.length);
        await rest();
      }
      linked.complete();
      for (const source of programs) {
        await summarize(source);
        if (load !== loads) return;
        done += 1;
        progress?.(done, unread.length);
        await rest();
      }
      linked.release();
      if (gone.length + unread.length > 0) tell();
    },

    async changed(uri) {
      if (!indexed.has(uri)) return;
      // What it makes may be made by those who import it, too.
      for (const each of [uri, ...linked.importers(uri)]) {
        const source = await textOf(each);
        if (source) await summarize(source);
        else indexed.set(each, undefined);
      }
      await linked.changed(uri);
      tell();
    },

    deleted(uri) {
      const gone = [...indexed.keys()].filter((each) => each === uri || each.startsWith(`${uri}/`));
      for (const each of gone) indexed.delete(each);
      if (gone.length === 0) return;
      linked.setFiles(indexed.keys());
      tell();
    },

    has: (uri) => indexed.has(uri),

    onDidChange(listener) {
      listeners.push(listener);
    },
  };
}

function summaryOf(uri: string, template: Template): IndexedFile {
  const text = TextDocument.create(uri, template.languageId, 0, template.text);
  const resources = writtenResources(template).map((resource) => ({
    id: resource.id,
    name: resource.name,
    type: resource.type,
    range: rangeOf(text, absoluteSpan(resource, resource.typeSpan)),
  }));
  return { uri, languageId: template.languageId, resources };
}
