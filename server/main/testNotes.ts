/** `kumonote test`: runs the examples beside the rules of notes, and says which do not do what they say. */
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadSchema, type Schema } from '../aws/schema.ts';
import { type RuleResult, runExamples } from '../host/examples.ts';
import { noteExtensions } from '../host/languages.ts';
import { nodeFiles } from '../host/nodeFiles.ts';
import { nodeServices } from '../host/nodeServices.ts';
import { defaultNotes } from '../host/settings.ts';
import type { Note, NoteProblem } from '../notes/note.ts';
import { parseNote } from '../notes/parse.ts';
import { configureGrammars } from '../read/cdk/grammars.ts';
import { positionsIn } from '../report/position.ts';
import { snippet } from '../report/snippet.ts';
import type { Language } from '../text/localized.ts';
import { CommandError } from './commandError.ts';

/** Larger notes are not read in the editor either. */
const mostBytes = 1024 * 1024;

/**
 * Tests the rules of notes and prints how each does.
 * @param paths notes and folders of notes; where empty, the folders in which the editor looks by default
 * @returns the exit code: 0 all examples do what they say, 1 some do not or a rule cannot be read, 2 there is none
 * @throws CommandError where a path does not exist
 */
export async function testNotesCommand(paths: readonly string[], language: Language): Promise<number> {
  const services = nodeServices((message) => console.error(message));
  configureGrammars(services.grammar);
  let schema: Schema | undefined;
  const total = { notes: 0, rules: 0, passed: 0, failed: 0, untested: 0 };
  for (const uri of await notesIn(paths)) {
    const text = await nodeFiles.read(uri, mostBytes);
    const path = relative(process.cwd(), fileURLToPath(uri));
    if (text === undefined) {
      console.error(unreadable(path)[language]);
      total.failed += 1;
      continue;
    }
    total.notes += 1;
    const note = parseNote(uri, text, 'user');
    if (note.ruleBlocks.length > 0) schema ??= await loadSchema(services.schemaBytes);
    const results = await runExamples(note, schema);
    if (results.length === 0) continue;
    console.log(noteReport(path, note, results, language));
    for (const result of results) {
      const failed = result.examples.filter(({ problems }) => problems.length > 0).length;
      total.rules += 1;
      total.passed += result.examples.length - failed;
      total.failed += failed + (result.rule ? 0 : 1);
      if (result.rule && result.examples.length === 0) total.untested += 1;
    }
  }
  console.log(summary(total, language));
  if (total.failed > 0) return 1;
  return total.rules === 0 ? 2 : 0;
}

async function notesIn(paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0)
    return nodeFiles.find(pathToFileURL(`${process.cwd()}/`).href, defaultNotes, noteExtensions);
  const found = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(path);
    const what = await stat(absolute).catch(() => undefined);
    if (!what) throw new CommandError(`No such file or folder: ${path}`);
    const uri = pathToFileURL(absolute).href;
    const files = what.isDirectory() ? await nodeFiles.find(uri, ['.'], noteExtensions) : [uri];
    for (const each of files) found.add(each);
  }
  return [...found];
}

/**
 *     notes/storage.md
 *       ✔ ours/log-disks: 1 bad, 2 good
 *       ✖ ours/backup: 1 bad, 1 good
 *         notes/storage.md:48:11: This example is bad, but ours/backup finds nothing in it.
 *             BackupRetentionPeriod: 0
 *             ^^^^^^^^^^^^^^^^^^^^^^^^
 */
function noteReport(path: string, note: Note, results: readonly RuleResult[], language: Language): string {
  const positionAt = positionsIn(note.text);
  const problemLines = ({ span, message }: NoteProblem): string[] => {
    const { line, column } = positionAt(span.start);
    const shown = snippet(note.text, span);
    return [
      `    ${path}:${line}:${column}: ${message[language]}`,
      `        ${shown.line}`,
      `        ${shown.carets}`,
    ];
  };
  const lines = results.flatMap(({ block, rule, problems, examples }) => {
    const all = [...problems, ...examples.flatMap((example) => example.problems)];
    const name = rule?.id ?? note.sections[block.section]?.heading ?? note.title;
    const count = (verdict: string): number =>
      examples.filter(({ example }) => example.verdict === verdict).length;
    const said = rule ? examplesSaid(count('bad'), count('good'), language) : brokenBlock[language];
    const passed = all.length > 0 ? '⚠' : examples.length > 0 ? '✔' : '–';
    const sign = all.some(({ severity }) => severity === 'error') ? '✖' : passed;
    return [`  ${sign} ${name}: ${said}`, ...all.flatMap(problemLines)];
  });
  return [path, ...lines, ''].join('\n');
}

const brokenBlock = { en: 'this rule block cannot be used', ja: 'この rule ブロックは使えません' };

function unreadable(path: string): { en: string; ja: string } {
  const most = `${mostBytes / 1024} KB`;
  return {
    en: `${path}: cannot be read, or is larger than ${most}.`,
    ja: `${path}: 読み取れないか、${most} を超えています。`,
  };
}

function examplesSaid(bad: number, good: number, language: Language): string {
  if (bad + good === 0) {
    return language === 'ja'
      ? '例がありません(ルールの下に ```yaml bad と ```yaml good を書きます)'
      : 'no examples (write ```yaml bad and ```yaml good below the rule)';
  }
  return language === 'ja' ? `bad ${bad} 件、good ${good} 件` : `${bad} bad, ${good} good`;
}

function summary(
  total: { notes: number; rules: number; passed: number; failed: number; untested: number },
  language: Language,
): string {
  const { notes, rules, passed, failed, untested } = total;
  if (rules === 0 && failed === 0) {
    return language === 'ja'
      ? `${notes} 個のノートに rule ブロックはありませんでした。`
      : `There is no rule block in ${notes} ${notes === 1 ? 'note' : 'notes'}.`;
  }
  if (language === 'ja') {
    const without = untested > 0 ? `、例のないルール ${untested} 個` : '';
    return `ルール ${rules} 個の例: 成功 ${passed} 件、失敗 ${failed} 件${without}。`;
  }
  const without = untested > 0 ? `, ${untested} without examples` : '';
  return `Examples of ${rules} ${rules === 1 ? 'rule' : 'rules'}: ${passed} passed, ${failed} failed${without}.`;
}
