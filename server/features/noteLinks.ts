/** How an answer of the server leads to a note: depends on what the editor can open. */
import { type OpenNoteArguments, openNoteCommand } from '../protocol.ts';

/** Makes the address of a note's section for this editor; undefined where it has no way to open one. */
export type NoteLink = (uri: string, slug: string | undefined) => string | undefined;

/** For VS Code: a command that opens the side panel. */
export const commandNoteLink: NoteLink = (uri, slug) => {
  const target: OpenNoteArguments = slug === undefined ? { uri } : { uri, slug };
  return `command:${openNoteCommand}?${encodeURIComponent(JSON.stringify([target]))}`;
};

/** For editors without our panel: the note's file, where there is one. */
export const fileNoteLink: NoteLink = (uri, slug) => {
  if (!uri.startsWith('file:')) return undefined;
  return slug === undefined ? uri : `${uri}#${slug}`;
};
