/** Asks the editor to tell of files that come, change or go: in the workspace, and in the folders of notes. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { followedExtensions, imageExtensions, noteExtensions } from './languages.ts';

export interface Watching {
  /** Watches the files of the workspace. */
  workspace(): Promise<void>;
  /**
   * Watches all that is below `folders`, wherever they are, and whether they come or go: of a folder that is dropped
   * in or moved away, editors do not tell every file. No other folders are watched any longer.
   */
  notes(folders: readonly string[], roots: readonly string[]): Promise<void>;
}

/** @param can what the editor watches: files at all, and patterns below a folder that is given with them */
export function createWatching(
  connection: Connection,
  can: () => { readonly watchFiles: boolean; readonly watchBelow: boolean },
): Watching {
  let watched = '';
  let registration: Disposable | undefined;

  return {
    async workspace() {
      if (!can().watchFiles) return;
      const extensions = [...noteExtensions, ...imageExtensions, ...followedExtensions];
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/*.{${extensions.join(',')}}` }],
      });
    },

    async notes(folders, roots) {
      if (!can().watchFiles || !can().watchBelow) return;
      const wanted = [...folders, '', ...roots].join('\n');
      if (wanted === watched) return;
      watched = wanted;
      registration?.dispose();
      registration = undefined;
      const watchers = folders.flatMap((folder) => watchersOf(folder, roots));
      if (watchers.length === 0) return;
      registration = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}

function watchersOf(folder: string, roots: readonly string[]): FileSystemWatcher[] {
  // All of a workspace is too much to be told of; its notes are among its files.
  if (roots.includes(folder)) return [];
  const root = roots.find((each) => folder.startsWith(`${each}/`));
  if (root === undefined) return [{ globPattern: { baseUri: folder, pattern: '**' } }];
  const path = decodeURIComponent(folder.slice(root.length + 1)).replace(/[*?{}[\]]/g, '[$&]');
  return [path, `${path}/**`].map((pattern) => ({ globPattern: { baseUri: root, pattern } }));
}
