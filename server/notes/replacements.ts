/** Bundled sections that notes of the user take the place of, as their front matter says: `replaces: elb/access-logs`. */
import { subjectKey } from './link.ts';
import type { Note, Section } from './note.ts';

/** A section of the user's. */
export interface Replacement {
  readonly note: Note;
  readonly section: Section;
}

export interface Replacements {
  add(note: Note): void;
  remove(note: Note): void;
  /** What is shown in place of a bundled section, or of one that it is in; undefined where it is shown itself. */
  of(note: Note, section: Section): Replacement | undefined;
}

export function createReplacements(): Replacements {
  /** By the key of what they replace. */
  const replacing = new Map<string, Replacement[]>();

  function add(note: Note): void {
    const [whole] = note.sections;
    if (!whole) return;
    for (const key of note.replaces.map(subjectKey)) {
      const section = note.sections.find(({ subjects }) => subjects.some((each) => subjectKey(each) === key));
      const all = [...(replacing.get(key) ?? []), { note, section: section ?? whole }];
      replacing.set(
        key,
        all.sort((a, b) => (a.note.uri < b.note.uri ? -1 : 1)),
      );
    }
  }

  function remove(note: Note): void {
    for (const key of note.replaces.map(subjectKey)) {
      const left = (replacing.get(key) ?? []).filter((each) => each.note !== note);
      if (left.length > 0) replacing.set(key, left);
      else replacing.delete(key);
    }
  }

  return {
    add,
    remove,
    of(note, section) {
      if (note.origin !== 'bundled' || replacing.size === 0) return undefined;
      for (let at: Section | undefined = section; at; at = parentOf(note, at)) {
        const found = at.subjects
          .filter(({ kind }) => kind === 'topic')
          .map((each) => replacing.get(subjectKey(each)));
        // What also speaks of something else is still of use.
        if (found[0] && found.every((each) => each !== undefined)) return found[0][0];
      }
      return undefined;
    },
  };
}

function parentOf(note: Note, { parent }: Section): Section | undefined {
  return parent === undefined ? undefined : note.sections[parent];
}
