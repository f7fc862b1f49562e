/** Asks the editor to tell of files that come, change or go: in the workspace, and in folders of notes elsewhere. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { imageExtensions, noteExtensions, sourceExtensions } from './languages.ts';
import { isBelow } from './notePlaces.ts';

export interface Watching {
  /** Watches the workspace itself. */
  workspace(): Promise<void>;
  /** Watches those of `folders` that are not below `roots`, and no others any longer. */
  notes(folders: readonly string[], roots: readonly string[]): Promise<void>;
}

const besideNotes = [...noteExtensions, ...imageExtensions];

/** @param can whether the editor watches files at all, and also those outside the workspace */
export function createWatching(
  connection: Connection,
  can: () => { readonly watchFiles: boolean; readonly watchOutside: boolean },
): Watching {
  let watched = '';
  let registration: Disposable | undefined;

  return {
    async workspace() {
      if (!can().watchFiles) return;
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: patternFor([...besideNotes, ...sourceExtensions]) }],
      });
    },

    async notes(folders, roots) {
      if (!can().watchFiles || !can().watchOutside) return;
      const outside = folders.filter((folder) => !isBelow(folder, roots));
      if (outside.join('\n') === watched) return;
      watched = outside.join('\n');
      registration?.dispose();
      registration = undefined;
      if (outside.length === 0) return;
      registration = await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: outside.map((baseUri) => ({ globPattern: { baseUri, pattern: patternFor(besideNotes) } })),
      });
    },
  };
}

function patternFor(extensions: readonly string[]): string {
  return `**/*.{${extensions.join(',')}}`;
}
