/** Links as Obsidian and wikis write them: `[[Note]]`, `[[Note#Heading|text]]`, `![[embedded]]`. */
import { slug } from 'github-slugger';
import type { Span } from '../text/span.ts';
import type { Note, Section } from './note.ts';
import { withoutCode } from './withoutCode.ts';

export interface WikiLink {
  /** The name or path of a note or a file; empty for the note that the link stands in. */
  readonly target: string;
  /** A heading of it, or a block as `^id`. */
  readonly part: string | undefined;
  /** What is written to be shown; of an image, its width. */
  readonly label: string | undefined;
  readonly isEmbed: boolean;
}

/** The notes that a wiki link may mean, the one that it leads to first. */
export type NamedNotes = (target: string, from: string) => readonly Note[];

export interface PlacedWikiLink {
  readonly link: WikiLink;
  readonly span: Span;
}

/** In a table the bar is written `\|`. */
export const wikiLinkPattern =
  /(!?)\[\[([^[\]\n|#\\]{0,300})(?:#([^[\]\n|\\]{0,300}))?(?:\\?\|([^[\]\n]{0,300}))?\]\]/g;

const imagePattern = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/i;

const known = new WeakMap<Note, readonly PlacedWikiLink[]>();

/** The wiki links in a note's text, code left out. */
export function wikiLinksIn(note: Note): readonly PlacedWikiLink[] {
  let links = known.get(note);
  if (!links) {
    const text = note.text.includes('[[') ? withoutCode(note.text) : '';
    links = [...text.matchAll(wikiLinkPattern)].flatMap((match) => {
      const link = wikiLinkOf(match);
      return link ? [{ link, span: { start: match.index, end: match.index + match[0].length } }] : [];
    });
    known.set(note, links);
  }
  return links;
}

/** A match of `wikiLinkPattern` as a link; undefined where the brackets are empty. */
export function wikiLinkOf(match: readonly (string | undefined)[]): WikiLink | undefined {
  const [, mark, target = '', part, label] = match;
  if (target.trim() === '' && !part?.trim()) return undefined;
  return {
    target: target.trim(),
    part: part?.trim() || undefined,
    label: label?.trim() || undefined,
    isEmbed: mark === '!',
  };
}

/** Whether a name is that of a picture. */
export function isImageName(name: string): boolean {
  return imagePattern.test(name);
}

/** The words that stand for a link where it cannot be followed. */
export function wikiLinkText({ target, part, label }: WikiLink): string {
  if (label !== undefined) return label;
  const heading = part?.split('#').at(-1);
  if (target === '') return heading ?? '';
  return heading === undefined || heading.startsWith('^') ? target : `${target} › ${heading}`;
}

/** `text` with the words of its wiki links in their place; pictures are left out. */
export function withoutWikiLinks(text: string): string {
  if (!text.includes('[[')) return text;
  return text.replace(wikiLinkPattern, (...match: string[]) => {
    const link = wikiLinkOf(match.slice(0, 5));
    return link && !(link.isEmbed && isImageName(link.target)) ? wikiLinkText(link) : '';
  });
}

/** The note and the section that a link in the note `from` leads to; undefined where it leads nowhere. */
export function wikiTarget(
  { target, part, label }: WikiLink,
  from: Note,
  named: NamedNotes,
): { readonly note: Note; readonly section?: Section | undefined; readonly isTurned?: boolean } | undefined {
  const note = target === '' ? from : named(target, from.uri)[0];
  if (note) return { note, section: part === undefined ? undefined : sectionNamed(note, part) };
  // GitHub's wikis put the text before the name: `[[text|Name]]`.
  const turned = label === undefined ? undefined : named(label, from.uri)[0];
  return turned && { note: turned, isTurned: true };
}

/** The section that `part` of a link means, or undefined where there is none. */
export function sectionNamed(note: Note, part: string): Section | undefined {
  const name = part.split('#').at(-1)?.trim() ?? '';
  if (name.startsWith('^')) return sectionOfBlock(note, name);
  const [folded, slugged] = [fold(name), slug(name)];
  return note.sections.find(
    (section) => section.depth > 0 && (fold(section.heading) === folded || section.slug === slugged),
  );
}

/** The section with the paragraph that ends with `^id`. */
function sectionOfBlock(note: Note, id: string): Section | undefined {
  for (let at = note.text.indexOf(id); at >= 0; at = note.text.indexOf(id, at + 1)) {
    if (/^[ \t]*(?:\r?\n|$)/.test(note.text.slice(at + id.length, at + id.length + 20)))
      return note.sections.findLast(({ span }) => span.start <= at);
  }
  return undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
