/** Writes `docs/rules/`: a page for every rule, from the rule itself, its examples and the note that gives its reason. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { topics } from '../aws/topics/index.ts';
import { exampleText, withoutMarks } from '../host/exampleText.ts';
import type { Template } from '../model/template.ts';
import { blocksOf } from '../notes/blocks.ts';
import { type Book, createBook, type Match } from '../notes/book.ts';
import type { Example, Note, Section } from '../notes/note.ts';
import { readerFor } from '../read/index.ts';
import { builtinRules } from '../rules/builtin/index.ts';
import { declareRule } from '../rules/declare.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import type { Language } from '../text/localized.ts';
import { encloses } from '../text/span.ts';
import { readKnowledge } from './knowledge.ts';
import { indexPage, pageFolders, pagePath, type Reason, type RulePage, rulePage } from './rulePage.ts';

/** Where the examples of the rules in TypeScript are: `<rule id with a dash>/bad.yaml` and `good.yaml`. */
export const exampleFolder = 'test/golden/rules';

/**
 * The pages as they should be, by their path from the repository's root.
 * @throws where a rule has no examples or no section that gives its reason
 */
export async function ruleDocs(root: string): Promise<ReadonlyMap<string, string>> {
  const notes = await readKnowledge(join(root, 'knowledge'));
  const rules = [...(await builtinPages(root, notes)), ...(await declaredPages(notes))];
  const pages = new Map<string, string>();
  for (const language of ['en', 'ja'] as const) {
    pages.set(`${pageFolders[language]}/README.md`, indexPage(topics, rules, language));
    for (const page of rules) pages.set(pagePath(page.rule.id, language), rulePage(page, language));
  }
  return pages;
}

/** Writes the pages and removes those of rules that are gone. */
export async function writeRuleDocs(root: string): Promise<void> {
  const pages = await ruleDocs(root);
  for (const path of await existingRuleDocs(root)) {
    if (!pages.has(path)) await rm(join(root, path));
  }
  for (const [path, text] of pages) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** The pages that there are, by their path from the repository's root. */
export async function existingRuleDocs(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of Object.values(pageFolders)) {
    const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const name of names) {
      if (name.endsWith('.md')) found.push(`${folder}/${name.replaceAll('\\', '/')}`);
    }
  }
  return found.sort();
}

/** The bad and the good example of a rule that is written in TypeScript. */
export async function builtinExamples(root: string, id: string): Promise<readonly Example[]> {
  const examples: Example[] = [];
  for (const verdict of ['bad', 'good'] as const) {
    const path = `${exampleFolder}/${id.replaceAll('/', '-')}/${verdict}.yaml`;
    const source = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (source === undefined) throw new Error(`Rule ${id} has no ${verdict} example: write ${path}`);
    examples.push({ verdict, language: 'yaml', source, span: { start: 0, end: source.length } });
  }
  return examples;
}

async function builtinPages(root: string, notes: readonly Note[]): Promise<RulePage[]> {
  const book = createBook();
  for (const note of notes) book.add(note);
  const pages: RulePage[] = [];
  for (const rule of builtinRules) {
    const examples = await builtinExamples(root, rule.id);
    const found = await firstFinding(rule, examples);
    const reasonIn = (language: Language): Reason => {
      const match = book.sectionFor(rule.subject, language);
      if (!match) throw new Error(`Rule ${rule.id} has no reason: no note explains its subject`);
      return reason(match.note, sectionOnValue(match, book, found, language) ?? match.section);
    };
    pages.push(pageOf(rule, examples, found.finding, { en: reasonIn('en'), ja: reasonIn('ja') }));
  }
  return pages;
}

/** The part of the section that names the very value that was found in its heading: it says most. */
function sectionOnValue(
  { note, section }: Match,
  book: Book,
  { template, finding }: Found,
  language: Language,
): Section | undefined {
  const place = template.placeAt(finding.span.start);
  const value = place?.value?.toLowerCase();
  if (!place || value === undefined) return undefined;
  return book
    .sectionsFor(place, language)
    .map((match) => match.section)
    .find((each) => each.heading.toLowerCase().includes(value) && isPart(each, section, note));
}

function isPart(inner: Section, outer: Section, { sections }: Note): boolean {
  return sections.includes(inner) && encloses(outer.span, inner.span);
}

async function declaredPages(notes: readonly Note[]): Promise<RulePage[]> {
  const pages: RulePage[] = [];
  for (const note of notes) {
    for (const block of note.ruleBlocks) {
      const { rule } = declareRule(block.source, { subject: { topic: topicOf(note) } });
      if (!rule) throw new Error(`A rule block in ${note.uri} cannot be read`);
      const reasonIn = (language: Language): Reason => {
        const translated = notes.find(
          (other) => other.language === language && topicOf(other) === topicOf(note),
        );
        const section = translated?.sections[block.section];
        if (!translated || !section) throw new Error(`${note.uri} has no counterpart for ${rule.id}`);
        return reason(translated, section);
      };
      const { finding } = await firstFinding(rule, block.examples);
      pages.push(pageOf(rule, block.examples, finding, { en: reasonIn('en'), ja: reasonIn('ja') }));
    }
  }
  return pages;
}

/** A bundled note is called as its topic. */
function topicOf(note: Note): string {
  return /([^/]+)\.md$/.exec(note.uri)?.[1] ?? '';
}

function reason(note: Note, section: Section): Reason {
  return {
    path: `knowledge/${note.language}/${topicOf(note)}.md`,
    title: note.title === section.heading ? note.title : `${note.title}: ${section.heading}`,
    slug: section.slug,
    text: withoutRules(note.text.slice(section.body.start, section.body.end)).trim(),
  };
}

/** `body` without the rules in it and their examples, which have places of their own on the page. */
function withoutRules(body: string): string {
  let text = body;
  for (const { language, meta, span } of [...blocksOf(body).fences].reverse()) {
    if (language.toLowerCase() !== 'rule' && !/^(?:good|bad)\b/i.test(meta)) continue;
    text = text.slice(0, span.start) + text.slice(span.end).replace(/^\n{1,2}/, '');
  }
  return text;
}

function pageOf(
  rule: Rule,
  examples: readonly Example[],
  finding: Finding,
  reasons: RulePage['reasons'],
): RulePage {
  const shown = examples.map((example) => ({ ...example, source: withoutMarks(example.source) }));
  return { rule, examples: shown, finding, reasons };
}

interface Found {
  readonly template: Template;
  readonly finding: Finding;
}

/** What `rule` finds first in its first bad example. */
async function firstFinding(rule: Rule, examples: readonly Example[]): Promise<Found> {
  const bad = examples.find(({ verdict }) => verdict === 'bad');
  if (bad) {
    const { languageId, text } = exampleText(bad, rule.on);
    const reader = readerFor(languageId, '');
    await reader?.load();
    const template = reader?.read({ uri: 'example:', languageId, text }, undefined);
    const finding = template && runRules([rule], template)[0];
    if (finding) return { template, finding };
  }
  throw new Error(`Rule ${rule.id} has no bad example in which it finds something`);
}
