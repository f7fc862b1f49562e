/** The hover: what the notes say about the thing under the cursor, what was found there, and the way on. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { cdkDocumentationLink, documentationLink } from '../aws/links.ts';
import type { Schema } from '../aws/schema.ts';
import { topics } from '../aws/topics/index.ts';
import { coversType } from '../aws/typePattern.ts';
import type { Place } from '../model/template.ts';
import type { Book, Match } from '../notes/book.ts';
import { focusOf } from '../notes/focus.ts';
import { hoverMarkdown, teaser } from '../notes/hoverMarkdown.ts';
import { linesOf } from '../notes/hoverText.ts';
import type { Note, Section } from '../notes/note.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Language } from '../text/localized.ts';
import { encloses } from '../text/span.ts';
import { type MadeAt, madeAtLink } from './madeAt.ts';
import type { NoteLink } from './noteLinks.ts';
import { rangeOf } from './positions.ts';
import { words } from './words.ts';

export interface HoverContext {
  readonly book: Book;
  readonly schema: Schema;
  readonly language: Language;
  readonly noteLink: NoteLink;
  /** Path of a note as the user knows it, for its name above what it says. */
  readonly pathOf: (uri: string) => string;
  /** Where the resource was made, in templates that CDK synthesized. */
  readonly madeAt?: MadeAt | undefined;
}

/** A glance: more than this and the reader opens the note instead. */
const mostLines = 15;
const mostLinesOfNotes = 10;

const icons: Record<Severity, string> = { error: '⛔', warning: '⚠', information: 'ℹ', hint: '💡' };

/** The hover for `place`, or undefined where neither the notes, nor the rules, nor AWS's schema say anything. */
export function hoverAt(
  document: TextDocument,
  place: Place,
  findings: readonly Finding[],
  context: HoverContext,
): Hover | undefined {
  const here = findings.filter(({ span }) => encloses(span, place.span) || encloses(place.span, span));
  const found = findingsMarkdown(here, context.language);
  const matches = context.book.sectionsFor(place, context.language);
  const beside = isNeighbour(place, matches[0]);
  const schema = schemaMarkdown(place, context.schema);
  const left = mostLines - 1 - linesOf(schema) - linesOf(found);
  const said = notesMarkdown(place, matches, here, Math.min(left, beside ? 4 : mostLinesOfNotes), context);
  const notes = said.map(({ markdown }) => markdown);
  const parts = [...(beside ? [schema, ...notes, found] : [...notes, found, schema])].filter(
    (part) => part !== '',
  );
  if (parts.length === 0) return undefined;
  parts.push(linksMarkdown(place, said[0] ?? matches[0], context));
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.filter((part) => part !== '').join('\n\n') },
    range: rangeOf(document, place.span),
  };
}

/** What a note says, and where. */
interface Said {
  readonly note: Note;
  readonly section: Section;
  readonly markdown: string;
}

/** The best of the user's notes and the best of ours: one each says enough, and ours is the shorter. */
function notesMarkdown(
  place: Place,
  matches: readonly Match[],
  findings: readonly Finding[],
  maxLines: number,
  context: HoverContext,
): readonly Said[] {
  const user = best(place, matches, 'user');
  const bundled = best(place, matches, 'bundled');
  const said: Said[] = [];
  let left = maxLines;
  for (const match of [user, bundled]) {
    if (!match) continue;
    const both = user !== undefined && bundled !== undefined;
    const lines = both && match === user ? Math.ceil((left * 3) / 5) : left;
    const text = noteMarkdown(place, match, findings, lines - (both ? 1 : 0), context);
    said.push({ note: match.note, ...text });
    left -= linesOf(text.markdown);
  }
  return said;
}

function best(place: Place, matches: readonly Match[], origin: Note['origin']): Match | undefined {
  return matches.filter(({ note }) => note.origin === origin).find(isAboutPlace(place));
}

/** Notes on a resource as a whole have nothing to say on each of its properties. */
function isAboutPlace({ kind, cdk }: Place): (match: Match) => boolean {
  const whole =
    kind === 'type' || kind === 'class' || kind === 'name' || (kind === 'enum' && cdk?.member === undefined);
  return ({ specificity }) => whole || (specificity !== 'type' && specificity !== 'topic');
}

function noteMarkdown(
  place: Place,
  match: Match,
  findings: readonly Finding[],
  maxLines: number,
  context: HoverContext,
): { markdown: string; section: Section } {
  const { note } = match;
  const path = note.origin === 'user' ? `*${escapeMarkdown(context.pathOf(note.uri))}*` : '';
  const focus = focusOf(place);
  const { markdown, section, focused } = hoverMarkdown(match, {
    maxLines,
    ...(focus && { focus }),
    // A user's section may say all it has to say in its sub-headings.
    subsections: place.kind !== 'name' && (findings.length === 0 || note.origin === 'user'),
  });
  const reason = focused ? undefined : reasonSection(match, findings, context);
  const room = maxLines - linesOf(markdown);
  const why = reason && room > 1 ? teaser(note, reason, Math.min(room, 3)) : '';
  return { markdown: [path, markdown, why].filter((part) => part !== '').join('\n\n'), section };
}

/** The section of the same note that gives the reason for what was found. */
function reasonSection(
  { note, section }: Match,
  findings: readonly Finding[],
  { book, language }: HoverContext,
): Section | undefined {
  for (const { rule } of findings) {
    if (rule.subject.aspect === undefined) continue;
    const reasons = book.sectionsAbout({ kind: 'topic', ...rule.subject }, language);
    const reason = reasons.find((each) => each.note === note);
    if (reason && reason.section !== section) return reason.section;
  }
  return undefined;
}

/** Whether the place is a resource that the best note speaks of only because of something beside it. */
function isNeighbour({ type, kind }: Place, match: Match | undefined): boolean {
  if (type === undefined || match?.specificity !== 'topic' || match.note.origin === 'user') return false;
  if (kind !== 'type' && kind !== 'class') return false;
  const { subject } = match;
  const topic = subject.kind === 'topic' ? topics.find(({ id }) => id === subject.topic) : undefined;
  return topic?.neighbours?.some((written) => coversType(written, type)) ?? false;
}

/** Each finding by its rule's title: the editor shows the whole message with the diagnostic itself. */
function findingsMarkdown(findings: readonly Finding[], language: Language): string {
  return findings
    .map(
      ({ rule, severity }) => `${icons[severity]} ${escapeMarkdown(rule.title[language])} · \`${rule.id}\``,
    )
    .join('\n\n');
}

/**
 * AWS's own line on the type or the property. Of a CDK prop only where it stands for a property of its construct.
 */
function schemaMarkdown(place: Place, schema: Schema): string {
  const { type, kind, path } = place;
  if (type === undefined || kind === 'name' || kind === 'method') return '';
  if (path.length === 0) {
    const described = kind === 'type' || kind === 'class' ? schema.type(type) : undefined;
    return described?.description ? withName(type, described.description) : '';
  }
  if (place.cdk && place.resource?.construct?.primary === false) return '';
  const property = schema.property(type, path);
  return property?.description ? withName(path.join('.'), property.description) : '';
}

/** A description that begins with the name needs none before it. */
function withName(name: string, description: string): string {
  const text = escapeMarkdown(description);
  return description.includes(name) && name.includes('::') ? text : `\`${name}\` — ${text}`;
}

function linksMarkdown(
  place: Place,
  match: { readonly note: Note; readonly section: Section } | undefined,
  context: HoverContext,
): string {
  const { language, noteLink, schema, madeAt } = context;
  const links: string[] = [];
  const note = match && noteLink(match.note.uri, match.section.slug);
  if (note !== undefined) links.push(`[${words.openNote[language]}](${note})`);
  const owner = place.type && schema.property(place.type, place.path)?.owner;
  const documentation = place.cdk
    ? cdkDocumentationLink(place.cdk.module, place.cdk.className)
    : place.type && documentationLink(place.type, place.path, owner);
  if (documentation) links.push(`[${words.awsDocumentation[language]}](${documentation})`);
  if (madeAt) links.push(madeAtLink(madeAt, language));
  return links.join(' · ');
}

/** Text as text: nothing in a message or a path becomes Markdown, but for the code spans that messages have. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')))
    .join('');
}
