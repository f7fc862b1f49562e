import { subjectKey } from '../../server/notes/link.ts';
import type { Note, Subject } from '../../server/notes/note.ts';
import { parseNote } from '../../server/notes/parse.ts';

/** `elb/access-logs`, `AWS::EC2::Volume.VolumeType`, `Vpc.natGateways`. */
export function showSubject(subject: Subject): string {
  return subjectKey(subject).replace(/^\w+ /, '').replace(/[./]$/, '');
}

export function showSubjects(subjects: readonly Subject[]): string {
  return subjects.map(showSubject).join(', ');
}

/** What a heading links to, alone in a note or with the lines of `above` before it. */
export function linksOf(heading: string, above = '', uri = 'file:///project/notes/memo.md'): string {
  const note = parseNote(uri, `${above}\n\n## ${heading}\n\nText.\n`, 'user');
  return showSubjects(note.sections.at(-1)?.subjects ?? []);
}

/** A note's sections, one a line: depth, heading, what they explain. */
export function showSections(note: Note): string {
  return note.sections
    .map(({ depth, heading, subjects }) => {
      const links = showSubjects(subjects);
      return `${'#'.repeat(depth) || '-'} ${heading}${links ? ` → ${links}` : ''}`;
    })
    .join('\n');
}
