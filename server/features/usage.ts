/** What of the workspace's code each section of a note explains, and what of the code no note explains. */
import type { Location } from 'vscode-languageserver-types';
import type { Book, Match } from '../notes/book.ts';
import type { Note, Section } from '../notes/note.ts';
import type { Language } from '../text/localized.ts';
import { placeOfType } from './placeOfType.ts';

/** A resource in some file of the workspace. */
export interface UsedResource {
  readonly name: string;
  readonly type: string;
  readonly location: Location;
}

export interface Usage {
  /** The resources that a section explains, its sub-sections not counted. */
  ofSection(note: Note, section: Section): readonly UsedResource[];
  /** The resources that a note explains in any of its sections. */
  ofNote(note: Note): readonly UsedResource[];
  /** The resources by type, with who explains the type: nobody, only the bundled notes, or the user's. */
  types(): readonly UsedType[];
}

export interface UsedType {
  readonly type: string;
  readonly resources: readonly UsedResource[];
  readonly explainedBy: 'nobody' | 'bundled' | 'user';
}

/** Looks up what `book` says about `resources`, each type once. */
export function usageOf(resources: readonly UsedResource[], book: Book, language: Language): Usage {
  const byType = new Map<string, UsedResource[]>();
  for (const resource of resources) {
    const alike = byType.get(resource.type);
    if (alike) alike.push(resource);
    else byType.set(resource.type, [resource]);
  }
  const matches = new Map<string, readonly Match[]>();
  for (const type of byType.keys()) matches.set(type, book.sectionsFor(placeOfType(type), language));
  const where = (isMeant: (match: Match) => boolean): readonly UsedResource[] =>
    [...byType].flatMap(([type, own]) => (matches.get(type)?.some(isMeant) ? own : []));
  return {
    ofSection: (note, section) =>
      where((match) => match.note.uri === note.uri && match.section.slug === section.slug),
    ofNote: (note) => where((match) => match.note.uri === note.uri),
    types: () =>
      [...byType].map(([type, own]) => {
        const origins = (matches.get(type) ?? []).map(({ note }) => note.origin);
        const explainedBy = origins.includes('user') ? 'user' : origins.length > 0 ? 'bundled' : 'nobody';
        return { type, resources: own, explainedBy };
      }),
  };
}

/** How many files `resources` are in. */
export function filesOf(resources: readonly UsedResource[]): number {
  return new Set(resources.map(({ location }) => location.uri)).size;
}
