/** Where a rule's reason is written. */
import type { Book } from '../notes/book.ts';
import type { Note, Section } from '../notes/note.ts';
import type { Rule } from '../rules/rule.ts';
import type { Language } from '../text/localized.ts';

/**
 * The section that gives the reason for `rule`: the one that a user declared it in; for ours, what the notes say
 * about its subject, the user's own first.
 */
export function reasonFor(
  rule: Rule,
  book: Book,
  language: Language,
): { readonly note: Note; readonly section: Section } | undefined {
  const note = rule.declaredIn && book.note(rule.declaredIn.uri);
  const section =
    note?.origin === 'user' ? note.sections.find(({ slug }) => slug === rule.declaredIn?.slug) : undefined;
  return note && section ? { note, section } : book.sectionFor(rule.subject, language);
}
