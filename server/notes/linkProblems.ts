/** Links between notes that do not lead where their author may think. */
import type { Span } from '../text/span.ts';
import type { Note, NoteProblem } from './note.ts';
import { isImageName, type NamedNotes, wikiLinksIn } from './wikiLinks.ts';

/** Embeds that are followed from one note: enough for any note, and an end for a knot of them. */
const mostEmbeds = 500;

/** Links of `note` to a name that several notes have, and embeds that lead back to it. */
export function linkProblemsIn(note: Note, named: NamedNotes): readonly NoteProblem[] {
  return wikiLinksIn(note).flatMap(({ link, span }) => {
    const { target, part, isEmbed } = link;
    if (target === '' || isImageName(target)) return [];
    const [found, other] = named(target, note.uri);
    if (!found) return [];
    const circle = isEmbed && part === undefined ? circleFrom(note, found, named) : undefined;
    if (circle) return [circleProblem(circle, span)];
    return other && isBeside(note, found) === isBeside(note, other)
      ? [nameProblem(target, found, other, span)]
      : [];
  });
}

/** The notes of a circle of embeds that begins with `note` and `embedded`. */
function circleFrom(note: Note, embedded: Note, named: NamedNotes): readonly Note[] | undefined {
  const ways: (readonly Note[])[] = [[note, embedded]];
  const seen = new Set<Note>();
  for (let way = ways.shift(); way && seen.size < mostEmbeds; way = ways.shift()) {
    const last = way.at(-1);
    if (last === note) return way;
    if (!last || seen.has(last)) continue;
    seen.add(last);
    for (const { link } of wikiLinksIn(last)) {
      if (!link.isEmbed || link.part !== undefined || link.target === '') continue;
      const next = named(link.target, last.uri)[0];
      if (next) ways.push([...way, next]);
    }
  }
  return undefined;
}

function isBeside(note: Note, other: Note): boolean {
  return other.uri.startsWith(note.uri.slice(0, note.uri.lastIndexOf('/') + 1));
}

function circleProblem(circle: readonly Note[], span: Span): NoteProblem {
  const way = circle.map(({ title }) => title).join(' → ');
  return {
    span,
    severity: 'information',
    message: {
      en: `This embed leads back to this note (${way}). It is shown as a link; other programs may not show it at all.`,
      ja: `この埋め込みはこのノートに戻ってきます(${way})。ここではリンクとして表示しますが、表示できないアプリもあります。`,
    },
  };
}

function nameProblem(target: string, found: Note, other: Note, span: Span): NoteProblem {
  const [one, two] = [shortPath(found.uri), shortPath(other.uri)];
  return {
    span,
    severity: 'information',
    message: {
      en: `Several notes are called "${target}". This link leads to ${one}; for ${two} write its folder before the name.`,
      ja: `「${target}」という名前のノートが複数あります。このリンクは ${one} を開きます。${two} を指すには、名前の前にフォルダーを書いてください。`,
    },
  };
}

/** The file and the folder that it is in. */
function shortPath(uri: string): string {
  const path = uri.split('/').slice(-2).join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
