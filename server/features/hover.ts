/** The hover: what the notes say about the thing under the cursor, what was found there, and the way on. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { cdkDocumentationLink, documentationLink } from '../aws/links.ts';
import type { Schema } from '../aws/schema.ts';
import type { Place } from '../model/template.ts';
import type { Book, Match } from '../notes/book.ts';
import { hoverMarkdown } from '../notes/hoverMarkdown.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Language } from '../text/localized.ts';
import { encloses } from '../text/span.ts';
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
}

/** A glance: more than this and the reader opens the note instead. */
const mostLines = 10;
const mostLinesOfSecond = 5;

const icons: Record<Severity, string> = { error: '⛔', warning: '⚠', information: 'ℹ', hint: '💡' };

/** The hover for `place`, or undefined where neither the notes, nor the rules, nor AWS's schema say anything. */
export function hoverAt(
  document: TextDocument,
  place: Place,
  findings: readonly Finding[],
  context: HoverContext,
): Hover | undefined {
  const matches = chooseMatches(context.book.sectionsFor(place, context.language));
  const parts = [
    ...matches.map((match, index) =>
      noteMarkdown(match, index === 0 ? mostLines : mostLinesOfSecond, context),
    ),
    findingsMarkdown(place, findings, context.language),
    schemaMarkdown(place, context.schema),
  ].filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  parts.push(linksMarkdown(place, matches[0], context));
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.filter((part) => part !== '').join('\n\n') },
    range: rangeOf(document, place.span),
  };
}

/** The best of the user's notes and the best of ours: one each says enough. */
function chooseMatches(matches: readonly Match[]): Match[] {
  const user = matches.find((match) => match.note.origin === 'user');
  const bundled = matches.find((match) => match.note.origin === 'bundled');
  return [user, bundled].filter((match) => match !== undefined);
}

function noteMarkdown(match: Match, lines: number, context: HoverContext): string {
  const title = match.note.origin === 'user' ? `*${escapeMarkdown(context.pathOf(match.note.uri))}*\n\n` : '';
  return title + hoverMarkdown(match, lines);
}

/** Each finding by its rule's title: the editor shows the whole message with the diagnostic itself. */
function findingsMarkdown(place: Place, findings: readonly Finding[], language: Language): string {
  const here = findings.filter(({ span }) => encloses(span, place.span) || encloses(place.span, span));
  return here
    .map(
      ({ rule, severity }) => `${icons[severity]} ${escapeMarkdown(rule.title[language])} · \`${rule.id}\``,
    )
    .join('\n\n');
}

/** AWS's own line on the type or property; of a CDK prop only where it stands for a property of its construct. */
function schemaMarkdown(place: Place, schema: Schema): string {
  if (place.type === undefined || place.kind === 'name' || place.kind === 'method') return '';
  if (place.kind === 'type' || place.kind === 'class') {
    const type = schema.type(place.type);
    return type?.description ? `\`${place.type}\` — ${escapeMarkdown(type.description)}` : '';
  }
  if (place.path.length === 0 || (place.cdk && place.resource?.construct?.primary === false)) return '';
  const property = schema.property(place.type, place.path);
  return property?.description ? `\`${place.path.join('.')}\` — ${escapeMarkdown(property.description)}` : '';
}

function linksMarkdown(place: Place, match: Match | undefined, context: HoverContext): string {
  const { language, noteLink, schema } = context;
  const links: string[] = [];
  const note = match && noteLink(match.note.uri, match.section.slug);
  if (note !== undefined) links.push(`[${words.openNote[language]}](${note})`);
  const owner = place.type && schema.property(place.type, place.path)?.owner;
  const documentation = place.cdk
    ? cdkDocumentationLink(place.cdk.module, place.cdk.className)
    : place.type && documentationLink(place.type, place.path, owner);
  if (documentation) links.push(`[${words.awsDocumentation[language]}](${documentation})`);
  return links.join(' · ');
}

/** Text as text: nothing in a message or a path becomes Markdown, but for the code spans that messages have. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')))
    .join('');
}
