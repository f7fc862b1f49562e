/** Links to notes as Markdown writes them: `[text](../Queues.md#limits)`. */
import type { Span } from '../text/span.ts';
import type { Note } from './note.ts';
import { type NamedNotes, sectionNamed } from './wikiLinks.ts';
import { withoutCode } from './withoutCode.ts';

/** Where a link to a note leads. */
export interface MarkdownTarget {
  readonly uri: string;
  readonly slug: string | undefined;
}

/** Finds notes by their address, and by their name. */
export interface NoteFinder {
  readonly note: (uri: string) => Note | undefined;
  readonly named: NamedNotes;
}

export interface PlacedMarkdownLink {
  /** As it is written, without angle brackets. */
  readonly href: string;
  readonly span: Span;
}

/** Text in brackets with a target and perhaps a title, with a label, or as a label itself. */
const linkPattern =
  /(?<!!)\[((?:[^[\]\\]|\\.|\[[^[\]]{0,300}\]){0,500})\](?:\([ \t]*(?:<([^<>\n]{1,500})>|((?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,500}))(?:[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ \t]*\)|\[([^[\]]{0,200})\])?/g;
const definitionPattern =
  /^ {0,3}\[([^[\]]{1,200})\]:[ \t]*(?:\r?\n[ \t]*)?(?:<([^<>\n]{1,500})>|(\S{1,500}))/gm;
const endingPattern = /\.(?:md|markdown)$/i;

const known = new WeakMap<Note, readonly PlacedMarkdownLink[]>();

/** The links in a note's text whose target ends as notes do, code left out. */
export function markdownLinksIn(note: Note): readonly PlacedMarkdownLink[] {
  let links = known.get(note);
  if (!links) {
    links = /\.(?:md|markdown)\b/i.test(note.text) ? linksIn(withoutCode(note.text)) : [];
    known.set(note, links);
  }
  return links;
}

function linksIn(text: string): readonly PlacedMarkdownLink[] {
  const defined = new Map<string, string>();
  const links = text.replace(
    definitionPattern,
    (whole: string, label: string, bracketed?: string, bare = '') => {
      const key = labelKey(label);
      if (!defined.has(key)) defined.set(key, bracketed ?? bare);
      return ' '.repeat(whole.length);
    },
  );
  return [...links.matchAll(linkPattern)].flatMap((match) => {
    const [whole, words = '', bracketed, bare, label] = match;
    const href = bracketed ?? bare ?? defined.get(labelKey(label || words));
    if (href === undefined || !isNotePath(href.split('#')[0] ?? '')) return [];
    return [{ href, span: { start: match.index, end: match.index + whole.length } }];
  });
}

/**
 * Where a link in the note `from` leads: to the note at its path, or else, as Obsidian writes it, to one of that
 * name anywhere. Undefined for what is no path of a note.
 */
export function markdownTarget(href: string, from: Note, notes: NoteFinder): MarkdownTarget | undefined {
  const [path = '', fragment] = href.split('#');
  if (path === '' && fragment === undefined) return undefined;
  if (path !== '' && !isNotePath(path)) return undefined;
  const address = path === '' ? from.uri : resolved(path, from.uri);
  if (address === undefined) return undefined;
  const note = path === '' ? from : (notes.note(address) ?? notes.named(decoded(path), from.uri)[0]);
  const part = fragment === undefined ? undefined : decoded(fragment);
  const section = part === undefined || !note ? undefined : sectionNamed(note, part);
  return { uri: note?.uri ?? address, slug: section?.slug ?? part };
}

function isNotePath(path: string): boolean {
  return endingPattern.test(path) && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path);
}

function resolved(path: string, from: string): string | undefined {
  return URL.canParse(path, from) ? new URL(path, from).href : undefined;
}

/** Labels are compared without regard to case and spaces. */
function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
