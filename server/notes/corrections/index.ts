/**
 * Known errors in what a user wrote: a hint at the sentence, never an edit. The errors are data, a file per topic in
 * `topics/`. Where there is doubt, nothing is said: a note that is right must not be called wrong.
 */
import { topics as awsTopics } from '../../aws/topics/index.ts';
import { coversType } from '../../aws/typePattern.ts';
import type { Span } from '../../text/span.ts';
import type { Note, NoteProblem } from '../note.ts';
import type { Correction, Wording } from './correction.ts';
import { type Paragraph, paragraphsOf, type Sentence } from './prose.ts';
import { corrections } from './topics/index.ts';

/**
 * The sentences of `note` that state a known error, each with what is true and the page of AWS that says so. A
 * sentence has at most one per topic; sentences in a row with the same error are one problem. Never throws, and takes
 * time in proportion to the note's length.
 */
export function correctionsIn(note: Note): readonly NoteProblem[] {
  const problems: NoteProblem[] = [];
  const said = new Set<Correction>();
  let section = 0;
  let around = topicsAround(note, section);
  for (const paragraph of paragraphsOf(note.text, note.sections[0]?.span.start ?? 0)) {
    const current = sectionAt(note, paragraph.start, section);
    if (current !== section) around = topicsAround(note, current);
    section = current;
    const context = { paragraph, sectionText: lazySectionText(note, section) };
    for (const [correction, span] of errorsIn(paragraph, around, context)) {
      if (correction.oncePerNote && said.has(correction)) continue;
      said.add(correction);
      problems.push(problemOf(correction, span));
    }
  }
  return problems;
}

interface Context {
  readonly paragraph: Paragraph;
  readonly sectionText: () => string;
}

function errorsIn(
  paragraph: Paragraph,
  around: ReadonlySet<string>,
  context: Context,
): (readonly [Correction, Span])[] {
  const found: (readonly [Correction, Span])[] = [];
  let before: readonly Correction[] = [];
  paragraph.sentences.forEach((sentence, index) => {
    const here: Correction[] = [];
    const denied = deniesItself(sentence, paragraph.sentences[index + 1]);
    for (const correction of denied ? [] : corrections) {
      const { topic } = correction;
      if (here.some((other) => other.topic === topic)) continue;
      if (!states(sentence, correction, context)) continue;
      if (topic !== undefined && !around.has(topic) && !names(sentence.text, topic)) continue;
      here.push(correction);
      const last = before.includes(correction)
        ? found.findLastIndex(([other]) => other === correction)
        : undefined;
      const start = last === undefined ? sentence.span.start : found[last]?.[1].start;
      const entry = [correction, { start: start ?? sentence.span.start, end: sentence.span.end }] as const;
      if (last === undefined) found.push(entry);
      else found[last] = entry;
    }
    before = here;
  });
  return found;
}

function states(sentence: Sentence, { wordings, unless }: Correction, context: Context): boolean {
  return wordings.some((wording) => {
    if (!wording.all.every((mark) => mark.test(sentence.text))) return false;
    if (!fitsAround(wording, context)) return false;
    const scope = wording.around ? context.paragraph.text : sentence.text;
    return !unless?.some((mark) => mark.test(scope));
  });
}

function fitsAround({ around, inSection, notInSection }: Wording, context: Context): boolean {
  return (
    (around ?? []).every((mark) => mark.test(context.paragraph.text)) &&
    (inSection ?? []).every((mark) => mark.test(context.sectionText())) &&
    !(notInSection ?? []).some((mark) => mark.test(context.sectionText()))
  );
}

/** Words with which people call a statement wrong or a thing of the past. */
const denial = [
  /誤り|誤解|誤った|誤って|間違|正しくは|正しくな|ではなく|わけでは|とは限ら|以前は|かつて|昔は|従来は|当時|古い|勘違い|俗説|思われがち|と書かれて|訂正/,
  /\b(?:wrong(?:ly)?|incorrect(?:ly)?|untrue|false|myth|misconception|mistaken(?:ly)?|outdated|used to|no longer|formerly|previously|contrary to|older|rather than)\b/i,
];
const denialOfBefore =
  /^(?:これ|それ|この|その|上記|前述)[^。]{0,12}(?:誤|間違|正しくな|古い|ではな)|^(?:that|this|it|which)(?:'s| is| was)? (?:not|wrong|incorrect|false|outdated|no longer|a myth)/i;

/** Whether a sentence asks, or says itself that it is not so, or the next one does. */
function deniesItself({ text }: Sentence, next: Sentence | undefined): boolean {
  if (text.endsWith('?') || denial.some((mark) => mark.test(text))) return true;
  return next !== undefined && denialOfBefore.test(next.text);
}

/** What a section and those around it speak of, and the note as a whole. */
function topicsAround(note: Note, index: number): Set<string> {
  const found = new Set<string>();
  const add = (at: number): void => {
    for (const subject of note.sections[at]?.subjects ?? []) {
      if (subject.kind === 'topic') found.add(subject.topic);
      if (subject.kind !== 'type') continue;
      for (const { id, types } of awsTopics) {
        if (types.some((written) => coversType(written, subject.type))) found.add(id);
      }
    }
  };
  for (let at: number | undefined = index; at !== undefined; at = note.sections[at]?.parent) add(at);
  if (note.sections[0]?.depth === 0) add(0);
  return found;
}

/** The last section that starts at or before `offset`, which is not above the section `from`. */
function sectionAt(note: Note, offset: number, from: number): number {
  let section = from;
  while ((note.sections[section + 1]?.headingSpan.start ?? Number.POSITIVE_INFINITY) <= offset) section += 1;
  return section;
}

function lazySectionText(note: Note, section: number): () => string {
  const { body } = note.sections[section] ?? {};
  let text: string | undefined;
  return () => {
    text ??= body ? note.text.slice(body.start, body.end).normalize('NFKC') : '';
    return text;
  };
}

const patterns = new Map<string, RegExp>();

/** Whether `sentence` names the topic. */
function names(sentence: string, topic: string): boolean {
  let pattern = patterns.get(topic);
  if (!pattern) {
    const written = awsTopics.find(({ id }) => id === topic)?.names ?? [];
    const words = written.map((name) =>
      name
        .normalize('NFKC')
        .replace(/s$/i, '')
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/[ -]/g, '[ -]?'),
    );
    pattern = new RegExp(`(?<![a-z0-9])(?:${words.join('|')})(?:e?s)?(?![a-z0-9])`, 'i');
    patterns.set(topic, pattern);
  }
  return pattern.test(sentence);
}

function problemOf({ correct, source }: Correction, span: Span): NoteProblem {
  const japanese = source
    .replace('//docs.aws.amazon.com/', '//docs.aws.amazon.com/ja_jp/')
    .replace('//aws.amazon.com/', '//aws.amazon.com/jp/');
  return {
    span,
    severity: 'information',
    message: { en: `${correct.en} AWS: ${source}`, ja: `${correct.ja} AWS: ${japanese}` },
  };
}
