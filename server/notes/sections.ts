/** The sections of a note and what each of them explains. */
import GithubSlugger from 'github-slugger';
import type { Blocks } from './blocks.ts';
import type { FrontMatter } from './frontMatter.ts';
import { plainHeading } from './headings.ts';
import {
  type HeadingText,
  linkHeading,
  nowhere,
  type Surroundings,
  subjectKey,
  surroundingsOf,
} from './link.ts';
import type { Section, Subject } from './note.ts';

/** A section whose subjects are not known yet. */
interface Outline {
  readonly section: Omit<Section, 'subjects'>;
  readonly heading: HeadingText;
}

/** How many services a note must name for its other headings to be read as speaking of AWS. */
const servicesThatMakeAws = 2;

/** The note's title: as the front matter has it, else its first heading, else the file's name. */
export function titleOf(uri: string, blocks: Blocks, frontMatter: FrontMatter): string {
  const first = blocks.headings[0];
  return frontMatter.title || (first && plainHeading(first.markdown).text) || namesInPath(uri)[0] || uri;
}

export function sectionsOf(
  text: string,
  uri: string,
  title: string,
  blocks: Blocks,
  frontMatter: FrontMatter,
): Section[] {
  const declared = declaredSubjects(frontMatter);
  const { replaces } = frontMatter;
  const outlines = outline(text, title, blocks, declared.length + replaces.length > 0);
  const around = noteSurroundings(uri, title, frontMatter);
  let linked = linkAll(outlines, around);
  const spokenOf = new Set(
    linked.flat().map((subject) => (subject.kind === 'topic' ? subject.topic : subjectKey(subject))),
  );
  if (!around.aws && spokenOf.size >= servicesThatMakeAws)
    linked = linkAll(outlines, { ...around, aws: true });
  const sections = outlines.map(({ section }, index) => ({ ...section, subjects: linked[index] ?? [] }));
  const [first, ...rest] = sections;
  if (!first) return [];
  const whole =
    declared.length > 0 || first.subjects.length > 0
      ? declared
      : wholeNoteSubjects(uri, frontMatter.title, around);
  // What no heading of the note is about, the note as a whole says in place of ours.
  const said = new Set(sections.flatMap(({ subjects }) => subjects.map(subjectKey)));
  const replaced = replaces.filter((subject) => !said.has(subjectKey(subject)));
  return [{ ...first, subjects: unique([...whole, ...first.subjects, ...replaced]) }, ...rest];
}

function outline(text: string, title: string, blocks: Blocks, needsTop: boolean): Outline[] {
  const { headings, contentStart, firstText } = blocks;
  const slugger = new GithubSlugger();
  const outlines: Outline[] = [];
  const firstHeading = headings[0];
  const textFirst =
    firstText !== undefined && firstText < (firstHeading?.span.start ?? Number.POSITIVE_INFINITY);
  if (!firstHeading || textFirst || (needsTop && firstHeading.depth > 1)) {
    const end = headings.find(({ depth }) => depth === 1)?.span.start ?? text.length;
    const section = {
      heading: title,
      depth: 0,
      slug: '',
      parent: undefined,
      headingSpan: { start: contentStart, end: contentStart },
      span: { start: contentStart, end },
      body: { start: contentStart, end: firstHeading?.span.start ?? text.length },
    };
    outlines.push({ section, heading: { text: '', code: [] } });
  }
  const open: number[] = outlines.length > 0 ? [0] : [];
  headings.forEach(({ depth, span, markdown }, at) => {
    const { text: heading, code, rendered } = plainHeading(markdown);
    while (open.length > 0 && (outlines[open.at(-1) ?? 0]?.section.depth ?? 0) >= depth) open.pop();
    // Text above the only title of a note is not what the title is in.
    if (depth === 1) open.length = 0;
    const next = headings.slice(at + 1, at + 1000).find((other) => other.depth <= depth);
    const section = {
      heading,
      depth,
      slug: slugger.slug(rendered),
      parent: open.at(-1),
      headingSpan: span,
      span: { start: span.start, end: next?.span.start ?? text.length },
      body: { start: span.end, end: headings[at + 1]?.span.start ?? text.length },
    };
    open.push(outlines.length);
    outlines.push({ section, heading: { text: heading, code } });
  });
  return outlines;
}

function linkAll(outlines: readonly Outline[], note: Surroundings): (readonly Subject[])[] {
  const inside: Surroundings[] = [];
  return outlines.map(({ section, heading }, index) => {
    const around = section.parent === undefined ? note : (inside[section.parent] ?? note);
    if (section.depth === 0) {
      inside[index] = note;
      return [];
    }
    const linked = linkHeading(heading, around);
    inside[index] = linked.inside;
    return linked.subjects;
  });
}

/** What the path and the title say, the nearest having the last word. */
function noteSurroundings(uri: string, title: string, frontMatter: FrontMatter): Surroundings {
  const [file = '', ...folders] = namesInPath(uri);
  const names = [file, ...frontMatter.aliases, title];
  return names.reduce((around, name) => surroundingsOf(name, around), folderSurroundings(folders.reverse()));
}

let lastFolders: { readonly key: string; readonly surroundings: Surroundings } | undefined;

/** What the folders around a note say. Notes come folder by folder, so that of the last one is kept. */
function folderSurroundings(folders: readonly string[]): Surroundings {
  const key = folders.join('/');
  if (lastFolders?.key !== key) {
    const surroundings = folders.reduce((around, name) => surroundingsOf(name, around), nowhere);
    lastFolders = { key, surroundings };
  }
  return lastFolders.surroundings;
}

/** A file called `ec2.md` or a title "Amazon EC2" is about EC2; `ec2-migration-plan.md` is about a migration. */
function wholeNoteSubjects(uri: string, title: string | undefined, around: Surroundings): readonly Subject[] {
  for (const name of [title ?? '', namesInPath(uri)[0] ?? '']) {
    const { subjects, leftover } = linkHeading(plainHeading(name.replace(/_/g, ' ')), around);
    if (subjects.length > 0 && leftover === 0) return subjects;
  }
  return [];
}

function declaredSubjects({ subjects, aliases }: FrontMatter): readonly Subject[] {
  const named = aliases.flatMap(
    (alias) => linkHeading({ text: alias, code: [alias] }, { ...nowhere, aws: true }).subjects,
  );
  return unique([...subjects, ...named]);
}

function unique(subjects: readonly Subject[]): Subject[] {
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}

/** The file's name without its ending, then the two folders around it. */
function namesInPath(uri: string): string[] {
  const path = uri.replace(/^[a-z-]+:\/*/i, '').split('/');
  const names = path.slice(-3).reverse().map(decode);
  return [names[0]?.replace(/\.[^.]*$/, '') ?? '', ...names.slice(1)];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
