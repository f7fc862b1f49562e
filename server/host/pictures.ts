/** The pictures beside the user's notes. They are looked for when a note that has some is first shown. */
import { createFileNames, type FileNames } from '../notes/fileNames.ts';
import type { Note } from '../notes/note.ts';
import type { Files } from './files.ts';
import { imageExtensions } from './languages.ts';
import { normalUri } from './uris.ts';

export interface Pictures {
  /** The folders of the user's notes, with all that is below them. */
  folders(): readonly string[];
  /** Notes are now in these folders. */
  lookIn(folders: readonly string[]): void;
  /** Pictures have come or gone. */
  changed(): void;
  /** Finds the pictures of `note`: a path from it, or the name of a file in any of the folders. */
  finder(note: Note): Promise<(target: string, from: string) => string | undefined>;
}

interface Found {
  readonly uris: ReadonlySet<string>;
  readonly names: FileNames;
}

export function createPictures(files: Files): Pictures {
  let folders: readonly string[] = [];
  let found: Promise<Found> | undefined;

  async function find(): Promise<Found> {
    const uris = new Set<string>();
    const names = createFileNames();
    for (const folder of folders) {
      for (const uri of await files.find(folder, ['.'], imageExtensions)) {
        if (!uris.has(uri)) names.add(uri);
        uris.add(uri);
      }
    }
    return { uris, names };
  }

  return {
    folders: () => folders,
    lookIn(now) {
      folders = now;
      found = undefined;
    },
    changed() {
      found = undefined;
    },
    async finder(note) {
      if (note.origin === 'bundled' || !note.text.includes('![')) return () => undefined;
      found ??= find();
      const { uris, names } = await found;
      return (target, from) => {
        const path = decoded(target);
        if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return undefined;
        const beside = URL.canParse(target, from) ? normalUri(new URL(target, from).href) : undefined;
        return beside !== undefined && uris.has(beside) ? beside : names.find(path, from)[0];
      };
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
