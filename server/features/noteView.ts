/** What the side panel shows: a note, and how it bears on the open document. */
import { absoluteSpan, type Resource, type Template, writtenResources } from '../model/template.ts';
import type { Backlink } from '../notes/backlinks.ts';
import type { Book } from '../notes/book.ts';
import type { Note } from '../notes/note.ts';
import type { PanelPage } from '../notes/panelHtml.ts';
import { sentenceAround } from '../notes/sentence.ts';
import type { FindingView, NoteView } from '../protocol.ts';
import type { Language } from '../text/localized.ts';
import type { CheckedTemplate } from './checkedTemplate.ts';
import { placeOfType } from './placeOfType.ts';
import { rangeOf } from './positions.ts';
import { reasonFor } from './reason.ts';
import type { UsedResource } from './usage.ts';

export interface NoteViewContext {
  readonly book: Book;
  readonly language: Language;
  readonly pathOf: (uri: string) => string;
  /** What the workspace has that a note explains. */
  readonly uses: (note: Note) => readonly UsedResource[];
  /** The links to the note in others. */
  readonly backlinks: readonly Backlink[];
  /** Renders a note's Markdown as sanitised HTML. */
  readonly page: (note: Note) => PanelPage;
  /** The folders of the user's notes. */
  readonly noteFolders: readonly string[];
}

/** The note at `slug`, or at its top. */
export function noteView(
  note: Note,
  slug: string | undefined,
  open: CheckedTemplate | undefined,
  context: NoteViewContext,
): NoteView {
  const { html, images } = context.page(note);
  const shown = note.sections.find((section) => section.slug === slug) ?? note.sections[0];
  return {
    uri: note.uri,
    title: note.title,
    origin: note.origin,
    path: note.origin === 'user' ? context.pathOf(note.uri) : '',
    html,
    images,
    imageFolders: images.length > 0 ? context.noteFolders : [],
    slug: shown?.slug ?? '',
    outline: note.sections
      .filter((section) => section.depth > 0)
      .map(({ slug, heading, depth }) => ({ slug, heading, depth })),
    findings: open ? findingViews(note, open, context) : [],
    resources: open ? explainedResources(note, open, context) : [],
    elsewhere: elsewhere(note, open, context),
    backlinks: backlinkViews(context),
    moreBacklinks: Math.max(0, context.backlinks.length - mostBacklinks),
    seeAlso: seeAlso(note, context),
  };
}

function findingViews(
  note: Note,
  { document, findings }: CheckedTemplate,
  { book, language }: NoteViewContext,
): FindingView[] {
  return findings.map((finding) => ({
    rule: finding.rule.id,
    severity: finding.severity,
    message: finding.message[language],
    range: rangeOf(document, finding.span),
    here: reasonFor(finding.rule, book, language)?.note.uri === note.uri,
  }));
}

function explainedResources(
  note: Note,
  { document, template }: CheckedTemplate,
  context: NoteViewContext,
): NoteView['resources'] {
  const types = [...template.byType.keys()].filter((type) => {
    const matches = context.book.sectionsFor(placeOfType(type), context.language);
    return matches.some((match) => match.note.uri === note.uri);
  });
  return writtenResources(template)
    .filter((resource) => types.includes(resource.type) && (resource.construct?.primary ?? true))
    .map((resource) => ({
      name: resource.name,
      type: resource.type,
      range: rangeOf(document, headSpan(resource)),
    }));
}

/** Enough to see where a note is used; a code lens in the note lists all. */
const mostElsewhere = 30;

function elsewhere(
  note: Note,
  open: CheckedTemplate | undefined,
  { uses, pathOf }: NoteViewContext,
): NoteView['elsewhere'] {
  const here = open && normalised(open.document.uri);
  return uses(note)
    .filter(({ location }) => normalised(location.uri) !== here)
    .slice(0, mostElsewhere)
    .map(({ name, type, location: { uri, range } }) => ({ name, type, uri, path: pathOf(uri), range }));
}

/** Addresses of one file as an editor and as the workspace's index write them. */
function normalised(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function headSpan(resource: Resource): { start: number; end: number } {
  return absoluteSpan(resource, resource.nameSpan);
}

/** More than that nobody reads through, and the whole list comes again with each move of the cursor. */
const mostBacklinks = 100;

function backlinkViews({ backlinks, pathOf }: NoteViewContext): NoteView['backlinks'] {
  return backlinks.slice(0, mostBacklinks).map(({ from, span, section, before }) => ({
    uri: from.uri,
    slug: section?.slug ?? '',
    title: from.title,
    heading: section?.depth ? section.heading : '',
    path: pathOf(from.uri),
    sentence: sentenceAround(from.text, span),
    before,
  }));
}

/** Notes that speak of the same things; the other one's section comes with it. */
function seeAlso(note: Note, { book, language }: NoteViewContext): NoteView['seeAlso'] {
  const others = new Map<string, NoteView['seeAlso'][number]>();
  for (const { subjects } of note.sections) {
    for (const subject of subjects) {
      for (const match of book.sectionsAbout(subject, language)) {
        const { uri, title, origin } = match.note;
        if (uri === note.uri || others.has(uri)) continue;
        others.set(uri, { uri, title, origin, slug: match.section.slug });
      }
    }
  }
  return [...others.values()].slice(0, 8);
}

/** The notes that explain a resource of `template`. */
export function notesAbout(template: Template, book: Book, language: Language): readonly Note[] {
  const matches = [...template.byType.keys()].flatMap((type) =>
    book.sectionsFor(placeOfType(type), language),
  );
  return [...new Set(matches.map((match) => match.note))];
}
