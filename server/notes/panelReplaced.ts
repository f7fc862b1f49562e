/** Sections of a bundled note that the user's notes replace: only the way to what is shown instead is left of them. */
import type { Paragraph, Root } from 'mdast';
import type { Note } from './note.ts';
import type { PanelSources } from './panelSources.ts';
import { linkTo } from './panelVault.ts';

/** Changes `tree`, which was read from `note`. */
export function leaveOutReplaced(tree: Root, note: Note, { replacementOf }: PanelSources): void {
  let shownUpTo = 0;
  for (const section of note.sections) {
    const replacement = section.span.start >= shownUpTo ? replacementOf(note, section) : undefined;
    if (!replacement) continue;
    shownUpTo = section.span.end;
    const isBelow = ({ position }: Root['children'][number]): boolean =>
      (position?.start.offset ?? -1) >= section.body.start &&
      (position?.start.offset ?? -1) < section.span.end;
    const at = tree.children.findIndex(isBelow);
    const left = tree.children.filter((node) => !isBelow(node));
    if (at < 0) continue;
    left.splice(at, 0, pointer(note, replacement.note, replacement.section.slug));
    tree.children = left;
  }
}

function pointer(note: Note, by: Note, slug: string): Paragraph {
  const link = linkTo(by, slug, { type: 'text', value: by.title });
  const [before, after] =
    note.language === 'ja' ? ['自分のノート「', '」に置き換えています。'] : ['Replaced by your note “', '”.'];
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: before }, link, { type: 'text', value: after }],
  };
}
