/** Listing folders at a measured pace, for searches that may begin at the root of a disk. */
import { type Dirent, readdir } from 'node:fs';

/** Folders listed at the same time. Node has four threads for files, and what an editor waits for needs some of them. */
const mostAtOnce = 2;
/** A search ends after this many folders. */
const mostFolders = 100_000;

type Done = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/** A `readdir` for one search: like that of Node, but the search does not hold up other work, and has an end. */
export function pacedReaddir(): typeof readdir {
  const waiting: (() => void)[] = [];
  let running = 0;
  let listed = 0;
  const next = (): void => {
    if (running < mostAtOnce) waiting.shift()?.();
  };
  const paced = (path: string, options: { withFileTypes: true }, done: Done): void => {
    listed += 1;
    if (listed > mostFolders) {
      setImmediate(() => done(null, []));
      return;
    }
    waiting.push(() => {
      running += 1;
      readdir(path, options, (error, entries) => {
        running -= 1;
        done(error, entries);
        next();
      });
    });
    next();
  };
  // Only the form that searches use.
  return paced as unknown as typeof readdir;
}
