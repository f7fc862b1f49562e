/** `kumonote check`: reads the files, runs the rules of all notes, prints what was found. */
import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse as parseJsonc } from 'jsonc-parser';
import { reasonFor } from '../features/reason.ts';
import { createKnowledge, type Knowledge } from '../host/knowledge.ts';
import { languageOf, sourcePatterns } from '../host/languages.ts';
import { nodeFiles } from '../host/nodeFiles.ts';
import { nodeServices } from '../host/nodeServices.ts';
import { environmentLanguage, type Settings, settingsFrom } from '../host/settings.ts';
import { configureGrammars } from '../read/cdk/grammars.ts';
import { readerFor } from '../read/index.ts';
import type { CheckedFile } from '../report/checkedFile.ts';
import { jsonReport } from '../report/json.ts';
import { textReport } from '../report/text.ts';
import { runRules } from '../rules/run.ts';
import type { Language } from '../text/localized.ts';
import { CommandError } from './commandError.ts';

export interface CheckOptions {
  /** Files and folders; the current folder where empty. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly notes: readonly string[] | undefined;
  readonly language: Language | undefined;
}

/** Larger files are no templates. */
const mostBytes = 8 * 1024 * 1024;

/** Prints the findings and answers with the exit code. */
export async function checkCommand(options: CheckOptions): Promise<number> {
  const services = nodeServices((message) => console.error(message));
  configureGrammars(services.grammar);
  const settings = await commandSettings(options);
  const files = await filesToCheck(options.paths);
  const knowledge = createKnowledge(services);
  await knowledge.loadBundled();
  await knowledge.loadUserNotes([pathToFileURL(`${process.cwd()}/`).href], settings.notes);
  for (const { uri, problems } of knowledge.problems()) {
    for (const problem of problems) {
      if (problem.severity === 'error')
        console.error(`${pathOf(uri)}: ${problem.message[settings.language]}`);
    }
  }

  const checked: CheckedFile[] = [];
  for (const uri of files) {
    const file = await checkFile(uri, knowledge, settings);
    if (file) checked.push(file);
  }
  const noteTitle = (finding: CheckedFile['findings'][number]): string | undefined =>
    reasonFor(finding.rule, knowledge.book, settings.language)?.note.title;
  const context = {
    language: settings.language,
    noteTitle,
    colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
  console.log(options.format === 'json' ? jsonReport(checked, context) : textReport(checked, context));
  const failed = checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  return failed ? 1 : 0;
}

async function checkFile(
  uri: string,
  knowledge: Knowledge,
  settings: Settings,
): Promise<CheckedFile | undefined> {
  const languageId = languageOf(uri);
  const reader = readerFor(languageId, uri);
  if (!reader) return undefined;
  const text = await nodeFiles.read(uri, mostBytes);
  if (text === undefined) {
    console.error(
      `${pathOf(uri)}: cannot be read, or is larger than ${mostBytes / 1024 / 1024} MB; left out.`,
    );
    return undefined;
  }
  await reader.load();
  const template = reader.read({ uri, languageId, text }, undefined);
  if (!template) return undefined;
  const findings = runRules(knowledge.rules(), template, { severities: settings.rules });
  reader.forget(uri);
  return { path: pathOf(uri), text, findings };
}

async function filesToCheck(paths: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(path);
    const what = await stat(absolute).catch(() => undefined);
    if (!what) throw new CommandError(`No such file or folder: ${path}`);
    const uri = pathToFileURL(absolute).href;
    if (what.isDirectory()) {
      for (const each of await nodeFiles.find(`${uri}/`, sourcePatterns)) found.add(each);
    } else {
      found.add(uri);
    }
  }
  return [...found];
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
