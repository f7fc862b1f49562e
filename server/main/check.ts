/** `kumonote check`: reads the files, runs the rules of all notes, prints what was found. */
import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse as parseJsonc } from 'jsonc-parser';
import { createKnowledge, type Knowledge } from '../host/knowledge.ts';
import { languageOf, noteExtensions, sourceExtensions } from '../host/languages.ts';
import { nodeFiles } from '../host/nodeFiles.ts';
import { nodeServices } from '../host/nodeServices.ts';
import { environmentLanguage, type Settings, settingsFrom } from '../host/settings.ts';
import { normalUri } from '../host/uris.ts';
import type { Problem, Template } from '../model/template.ts';
import type { NoteProblem } from '../notes/note.ts';
import { configureGrammars } from '../read/cdk/grammars.ts';
import { readerFor, syntaxProblems } from '../read/index.ts';
import type { CheckedFile } from '../report/checkedFile.ts';
import { jsonReport } from '../report/json.ts';
import { positionsIn } from '../report/position.ts';
import { textReport } from '../report/text.ts';
import { runRules } from '../rules/run.ts';
import type { Language } from '../text/localized.ts';
import { CommandError } from './commandError.ts';
import { withoutIgnored } from './ignored.ts';

export interface CheckOptions {
  /** Files and folders; the current folder where empty. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly notes: readonly string[] | undefined;
  readonly language: Language | undefined;
}

/** Larger files are not read. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Prints the findings to stdout, and what kept files and notes from being read to stderr.
 * @returns the exit code: 0 nothing found, 1 warnings or errors found, 2 a file that was asked for cannot be read
 * @throws CommandError where a path does not exist, or no note is where `--notes` says
 */
export async function checkCommand(options: CheckOptions): Promise<number> {
  const services = nodeServices((message) => console.error(message));
  configureGrammars(services.grammar);
  const settings = await commandSettings(options);
  const here = pathToFileURL(`${process.cwd()}/`).href;
  for (const pattern of options.notes ?? []) {
    const found = await nodeFiles.find(here, [pattern], noteExtensions);
    if (found.length === 0) throw new CommandError(`No notes found: ${pattern}`);
  }
  const { files, named } = await filesToCheck(options.paths);
  const knowledge = createKnowledge(services);
  await knowledge.loadBundled();
  await knowledge.loadUserNotes([here], settings.notes);
  for (const { uri, text, problems } of knowledge.problems()) {
    printErrors(pathOf(uri), text, problems, settings.language);
  }

  const checked: CheckedFile[] = [];
  let isMissing = false;
  for (const uri of files) {
    const languageId = languageOf(uri);
    if (!readerFor(languageId, uri)) continue;
    const text = await nodeFiles.read(uri, mostBytes);
    if (text === undefined) {
      console.error(unreadable(pathOf(uri))[settings.language]);
      isMissing ||= named.has(uri);
      continue;
    }
    const file = await checkFile(uri, text, knowledge, settings);
    if (file) checked.push(file);
  }
  const noteTitle = (finding: CheckedFile['findings'][number]): string | undefined =>
    knowledge.book.sectionFor(finding.rule.subject, settings.language)?.note.title;
  const context = {
    language: settings.language,
    noteTitle,
    colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
  console.log(options.format === 'json' ? jsonReport(checked, context) : textReport(checked, context));
  if (isMissing) return 2;
  const failed = checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  return failed ? 1 : 0;
}

async function checkFile(
  uri: string,
  text: string,
  knowledge: Knowledge,
  settings: Settings,
): Promise<CheckedFile | undefined> {
  const languageId = languageOf(uri);
  const reader = readerFor(languageId, uri);
  await reader?.load();
  const template = reader?.read({ uri, languageId, text }, undefined);
  if (!reader || !template) return undefined;
  const findings = runRules(knowledge.rules(), template, {
    severities: settings.rules,
    onError: (message) => console.error(message),
  });
  printErrors(pathOf(uri), text, problemsOf(template), settings.language);
  reader.forget(uri);
  return { path: pathOf(uri), text, findings };
}

function problemsOf(template: Template): readonly Problem[] {
  return [...template.problems, ...[...syntaxProblems(template)].flat()];
}

/** A problem of a template or of a note. */
type Located = Pick<NoteProblem, 'span' | 'severity' | 'message'>;

/** Says on stderr what could not be read of a file, and so was not checked. */
function printErrors(path: string, text: string, problems: readonly Located[], language: Language): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const positionAt = positionsIn(text);
  for (const { span, message } of errors) {
    const { line, column } = positionAt(span.start);
    console.error(`${path}:${line}:${column}: ${message[language]}`);
  }
}

function unreadable(path: string): Readonly<Record<Language, string>> {
  const size = mostBytes / 1024 / 1024;
  return {
    en: `${path}: cannot be read, or is larger than ${size} MB; left out.`,
    ja: `${path}: 読み取れないか、${size} MB を超えているため、対象から外しました。`,
  };
}

/** The files to check, and which of them were named rather than found in a folder. */
async function filesToCheck(
  paths: readonly string[],
): Promise<{ readonly files: Iterable<string>; readonly named: ReadonlySet<string> }> {
  const files = new Set<string>();
  const named = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(path);
    const what = await stat(absolute).catch(() => undefined);
    if (!what) throw new CommandError(`No such file or folder: ${path}`);
    const uri = normalUri(pathToFileURL(absolute).href);
    if (what.isDirectory()) {
      const found = await nodeFiles.find(uri, ['.'], sourceExtensions);
      const kept = await withoutIgnored(
        absolute,
        found.map((each) => fileURLToPath(each)),
      );
      for (const each of kept) files.add(normalUri(pathToFileURL(each).href));
    } else {
      files.add(uri);
      named.add(uri);
    }
  }
  return { files, named };
}

/** The settings that the editor would have in this folder, so that both say the same. */
async function commandSettings({ notes, language }: CheckOptions): Promise<Settings> {
  const text = await readFile(resolve('.vscode/settings.json'), 'utf8').catch(() => '{}');
  const file: unknown = parseJsonc(text);
  const given = typeof file === 'object' && file !== null ? (file as Record<string, unknown>) : {};
  const sent = {
    notes: notes ?? given['kumonote.notes'],
    language: language ?? given['kumonote.language'],
    rules: given['kumonote.rules'],
  };
  return settingsFrom(sent, environmentLanguage(process.env));
}

function pathOf(uri: string): string {
  return relative(process.cwd(), fileURLToPath(uri)) || '.';
}
