/** Which places of a note lead to another one. */
import type { Span } from '../text/span.ts';
import { nameKey } from './fileNames.ts';
import { markdownLinksIn, markdownTarget, type NoteFinder } from './markdownLinks.ts';
import type { Note, Section } from './note.ts';
import { wikiLinksIn, wikiTarget } from './wikiLinks.ts';

/** A link to a note, where it stands. */
export interface Backlink {
  readonly from: Note;
  readonly span: Span;
  /** The section that it stands in; undefined in the front matter. */
  readonly section: Section | undefined;
  /** How many links to the same note stand before it, those of the front matter not counted. */
  readonly before: number;
}

/** A link of either kind, and the names of files that it may mean. */
interface WrittenLink {
  readonly span: Span;
  readonly keys: readonly string[];
  readonly target: (notes: NoteFinder) => string | undefined;
}

const known = new WeakMap<Note, readonly WrittenLink[]>();

/** Finds the links to `note` in another one, in order. */
export function linksTo(note: Note, notes: NoteFinder): (from: Note) => readonly Backlink[] {
  const key = nameKey(note.uri);
  return (from) => {
    if (from === note) return [];
    const links = linksIn(from).filter(
      ({ keys, target }) => keys.includes(key) && target(notes) === note.uri,
    );
    return placed(
      from,
      links.map(({ span }) => span),
    );
  };
}

function placed(from: Note, spans: readonly Span[]): readonly Backlink[] {
  const sections = spans.map(({ start }) => from.sections.findLast(({ span }) => span.start <= start));
  const unshown = sections.filter((section) => !section).length;
  return spans.map((span, index) => ({
    from,
    span,
    section: sections[index],
    before: Math.max(0, index - unshown),
  }));
}

/** Where they lead depends on the other notes, so that is asked only of links with the right name. */
function linksIn(from: Note): readonly WrittenLink[] {
  let links = known.get(from);
  if (!links) {
    const wiki = wikiLinksIn(from).map(
      ({ link, span }): WrittenLink => ({
        span,
        keys: [link.target, link.label ?? ''].map(nameKey),
        target: ({ named }) => wikiTarget(link, from, named)?.note.uri,
      }),
    );
    const markdown = markdownLinksIn(from).map(
      ({ href, span }): WrittenLink => ({
        span,
        keys: [nameKey(href.split('#')[0] ?? '')],
        target: (notes) => markdownTarget(href, from, notes)?.uri,
      }),
    );
    links = [...wiki, ...markdown].sort((a, b) => a.span.start - b.span.start);
    known.set(from, links);
  }
  return links;
}
