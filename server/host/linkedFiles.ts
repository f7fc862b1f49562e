/**
 * Which files of the workspace are read together: what a file imports or names, and who imports it. Only that is
 * kept of every file; texts are at hand for what is read with an open document.
 */
import { modulePathsIn } from '../read/cdk/languages/modules.ts';
import { type Imports, importsIn } from '../read/index.ts';
import type { ModulePaths, SourceText, WorkspaceFiles } from '../read/reader.ts';
import type { Files } from './files.ts';
import { languageOf } from './languages.ts';

/** More files than this are not read together: each costs something at every keystroke. */
const mostFiles = 40;
/** So far imports are followed, and importers. */
const mostSteps = 6;
/** Longer files (in bytes) are not followed. */
const mostBytes = 500_000;

/** Tests instantiate stacks as nobody deploys them. */
const isTest = /\/(?:tests?|__tests__|spec)\/|[._](?:test|spec)\.\w+$|\/test_[^/]*$/;

export interface LinkedFiles {
  /** The workspace has these files, and no others but open documents. */
  setFiles(uris: Iterable<string>): void;
  /** Takes notice of what a file imports. */
  note(source: SourceText): void;
  /** The same, and keeps the text at hand until `release`. */
  hold(source: SourceText): void;
  /** Every file was noted: from now on it is known who imports a file. */
  complete(): void;
  /** What is read with an open document and is at hand; the rest is fetched, and listeners are told. */
  atHand(source: SourceText): readonly SourceText[];
  /** What is read with a file; with `imports`, only what it imports. */
  all(uri: string, which?: 'imports'): Promise<readonly SourceText[]>;
  /** Open documents that are read with `uri`. */
  dependents(uri: string): readonly string[];
  /** Files that import `uri`, directly or not. */
  importers(uri: string): readonly string[];
  /** A file was written or is gone. */
  changed(uri: string): Promise<void>;
  /** Lets go of the texts that no open document is read with. */
  release(): void;
  /** A document was closed. */
  closed(uri: string): void;
  /** Calls `listener` with the open documents that are to be read again. */
  onChange(listener: (uris: readonly string[]) => void): void;
}

/** @param open the text of an open document */
export function createLinkedFiles(files: Files, open: (uri: string) => SourceText | undefined): LinkedFiles {
  let known: ReadonlySet<string> = new Set();
  let isComplete = false;
  const imports = new Map<string, Imports>();
  /** What texts import: each is asked about several times at every keystroke. */
  const importsOfText = new WeakMap<SourceText, { readonly found: Imports | undefined }>();
  const resolved = new Map<string, readonly string[]>();
  /** What project files say of how imports name files. */
  const modulePaths = new Map<string, ModulePaths>();
  let importedBy: Map<string, string[]> | undefined;
  const texts = new Map<string, SourceText>();
  /** Files that are too long, or gone. */
  const unreadable = new Set<string>();
  const fetching = new Map<string, Promise<SourceText | undefined>>();
  /** What each open document is read with. */
  const readWith = new Map<string, readonly string[]>();
  const listeners: ((uris: readonly string[]) => void)[] = [];

  const view: WorkspaceFiles = {
    has: (uri) => known.has(uri) || open(uri) !== undefined,
    below: (folder) => [...known].filter((uri) => uri.startsWith(folder)),
    modulePaths: (uri) => modulePaths.get(uri),
  };

  function importsOf(uri: string): readonly string[] {
    let found = resolved.get(uri);
    if (!found) {
      found = imports.get(uri)?.(view) ?? [];
      resolved.set(uri, found);
    }
    return found;
  }

  function importersOf(uri: string): readonly string[] {
    if (!isComplete) return [];
    if (!importedBy) {
      importedBy = new Map();
      for (const importer of imports.keys()) {
        if (isTest.test(importer)) continue;
        for (const imported of importsOf(importer)) {
          const others = importedBy.get(imported);
          if (others) others.push(importer);
          else importedBy.set(imported, [importer]);
        }
      }
    }
    return importedBy.get(uri) ?? [];
  }

  function namesFor(uri: string, which?: 'imports'): readonly string[] {
    const found = new Set<string>();
    follow([uri], importsOf, found);
    if (which !== 'imports') {
      const above = new Set<string>();
      follow([uri], importersOf, above, mostFiles - found.size);
      for (const each of above) found.add(each);
      follow([...above], importsOf, found);
    }
    found.delete(uri);
    return [...found];
  }

  function fetch(uri: string): Promise<SourceText | undefined> {
    let fetched = fetching.get(uri);
    if (!fetched) {
      fetched = files.read(uri, mostBytes).then((text) => {
        fetching.delete(uri);
        if (text === undefined) {
          unreadable.add(uri);
          return undefined;
        }
        const source = { uri, languageId: languageOf(uri), text };
        texts.set(uri, source);
        linked.note(source);
        return source;
      });
      fetching.set(uri, fetched);
    }
    return fetched;
  }

  function tell(uris: readonly string[]): void {
    if (uris.length > 0) for (const listener of listeners) listener(uris);
  }

  const linked: LinkedFiles = {
    setFiles(uris) {
      known = new Set(uris);
      resolved.clear();
      importedBy = undefined;
      for (const uri of [...imports.keys(), ...texts.keys()]) {
        if (view.has(uri)) continue;
        imports.delete(uri);
        texts.delete(uri);
        modulePaths.delete(uri);
      }
      tell([...readWith.keys()]);
    },

    note(source) {
      const { uri } = source;
      const imported = importsOfText.get(source) ?? { found: importsIn(source) };
      importsOfText.set(source, imported);
      const { found } = imported;
      if (!found && !imports.has(uri)) return;
      const before = imports.has(uri) ? importsOf(uri) : undefined;
      if (found) imports.set(uri, found);
      else imports.delete(uri);
      const paths = modulePathsIn(source);
      if (paths) {
        modulePaths.set(uri, paths);
        resolved.clear();
        importedBy = undefined;
      }
      resolved.delete(uri);
      if (before?.join('\n') !== importsOf(uri).join('\n')) importedBy = undefined;
    },

    hold(source) {
      linked.note(source);
      texts.set(source.uri, source);
    },

    complete() {
      isComplete = true;
      tell([...readWith.keys()]);
    },

    atHand(source) {
      linked.note(source);
      const { uri } = source;
      const names = namesFor(uri);
      readWith.set(uri, names);
      const found: SourceText[] = [];
      const missing: string[] = [];
      for (const name of names) {
        const text = open(name) ?? texts.get(name);
        if (text) found.push(text);
        else if (!unreadable.has(name)) missing.push(name);
      }
      if (missing.length > 0) {
        void Promise.all(missing.map(fetch)).then((fetched) => {
          if (readWith.has(uri) && fetched.some(Boolean)) tell([uri]);
        });
      }
      return found;
    },

    async all(uri, which) {
      const found = await Promise.all(
        namesFor(uri, which).map((name) => open(name) ?? texts.get(name) ?? fetch(name)),
      );
      return found.filter((each) => each !== undefined);
    },

    dependents: (uri) => [...readWith].flatMap(([each, names]) => (names.includes(uri) ? [each] : [])),

    importers(uri) {
      const found = new Set<string>();
      follow([uri], importersOf, found);
      return [...found];
    },

    async changed(uri) {
      unreadable.delete(uri);
      if (texts.delete(uri)) await fetch(uri);
      tell(linked.dependents(uri));
    },

    release() {
      const needed = new Set([...readWith.values()].flat());
      for (const uri of texts.keys()) if (!needed.has(uri)) texts.delete(uri);
    },

    closed(uri) {
      readWith.delete(uri);
      linked.release();
      tell(linked.dependents(uri));
    },

    onChange(listener) {
      listeners.push(listener);
    },
  };
  return linked;
}

/** Adds what `next` leads to from `start`, nearest first, as long as a whole step has room. */
function follow(
  start: readonly string[],
  next: (uri: string) => readonly string[],
  found: Set<string>,
  most = mostFiles,
): void {
  let level = start;
  for (let steps = 0; steps < mostSteps && level.length > 0; steps++) {
    const further = [...new Set(level.flatMap(next))].filter(
      (uri) => !found.has(uri) && !start.includes(uri),
    );
    if (found.size + further.length > most) return;
    for (const uri of further) found.add(uri);
    level = further;
  }
}
