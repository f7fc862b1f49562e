/** What a note in the panel leads to, or shows, that is not in the note itself. */
import type { Note, Section } from './note.ts';
import type { Replacement } from './replacements.ts';
import type { NamedNotes } from './wikiLinks.ts';

export interface PanelSources {
  readonly note: (uri: string) => Note | undefined;
  readonly named: NamedNotes;
  /**
   * The address of a picture that may be shown: a path from the note `from`, or else the name of a file anywhere
   * among the notes.
   */
  readonly image: (target: string, from: string) => string | undefined;
  readonly replacementOf: (note: Note, section: Section) => Replacement | undefined;
}

/** For a note alone. */
export const noSources: PanelSources = {
  note: () => undefined,
  named: () => [],
  image: () => undefined,
  replacementOf: () => undefined,
};
