/** `kumonote check`: reads the files, runs the rules of all notes, prints what was found. */
import { access, constants, readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse as parseJsonc } from 'jsonc-parser';
import { reasonFor } from '../features/reason.ts';
import { createKnowledge, type Knowledge } from '../host/knowledge.ts';
import {
  extensionOf,
  followedExtensions,
  languageOf,
  noteExtensions,
  sourceExtensions,
} from '../host/languages.ts';
import { createLinkedFiles, type LinkedFiles } from '../host/linkedFiles.ts';
import { nodeFiles } from '../host/nodeFiles.ts';
import { nodeServices } from '../host/nodeServices.ts';
import { environmentLanguage, type Settings, settingsFrom } from '../host/settings.ts';
import { normalUri } from '../host/uris.ts';
import type { Problem, Template } from '../model/template.ts';
import type { NoteProblem } from '../notes/note.ts';
import { configureGrammars } from '../read/cdk/grammars.ts';
import { modulesOf } from '../read/cdk/languages/modules.ts';
import { importsIn, mayBeSource, readerFor, syntaxProblems } from '../read/index.ts';
import type { SourceText } from '../read/reader.ts';
import type { CheckedFile } from '../report/checkedFile.ts';
import { jsonReport } from '../report/json.ts';
import { positionsIn } from '../report/position.ts';
import { textReport } from '../report/text.ts';
import { runRules } from '../rules/run.ts';
import type { Language, Localized } from '../text/localized.ts';

export interface CheckOptions {
  /** Files and folders; the current folder where empty. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly notes: readonly string[] | undefined;
  readonly language: Language | undefined;
}

/** Larger files are not read. */
const mostBytes = 16 * 1024 * 1024;

const messages = {
  noSuchPath: {
    en: 'there is no such file or folder, or it may not be read.',
    ja: 'ファイルやフォルダーがないか、読み取る権限がありません。',
  },
  noNotes: { en: 'no notes are found there.', ja: 'ここにノートは見つかりません。' },
  unreadable: {
    en: 'cannot be read, or is larger than 16 MB; left out.',
    ja: '読み取れないか、16 MB を超えているため、対象から外しました。',
  },
  notOurs: {
    en: 'is neither a template nor CDK code; left out.',
    ja: 'テンプレートでも CDK のコードでもないため、対象から外しました。',
  },
} satisfies Record<string, Localized>;

/**
 * Prints the findings to stdout, and what kept files and notes from being read to stderr.
 * @returns the exit code: 0 nothing found, 1 warnings or errors found, 2 something that was asked for cannot be read;
 * what can be read is checked and printed all the same
 */
export async function checkCommand(options: CheckOptions): Promise<number> {
  const services = nodeServices((message) => console.error(message));
  configureGrammars(services.grammar);
  const settings = await commandSettings(options);
  const here = pathToFileURL(`${process.cwd()}/`).href;
  let isMissing = false;
  const miss = (name: string, message: Localized): void => {
    console.error(`${name}: ${message[settings.language]}`);
    isMissing = true;
  };
  for (const pattern of options.notes ?? []) {
    const found = await nodeFiles.find(here, [pattern], noteExtensions);
    if (found.length === 0) miss(pattern, messages.noNotes);
  }
  const toCheck = await filesToCheck(options.paths);
  const { files, named, missing } = toCheck;
  for (const path of missing) miss(path, messages.noSuchPath);
  const knowledge = createKnowledge(services);
  await knowledge.loadBundled();
  await knowledge.useBundled(settings.bundledNotes);
  await knowledge.loadUserNotes([{ root: here, patterns: settings.notes }]);
  for (const { uri, text, problems } of await knowledge.problems()) {
    printErrors(pathOf(uri), text, problems, settings.language);
  }

  const linked = await linkedFilesOf(toCheck, here);
  const checked: CheckedFile[] = [];
  for (const uri of files) {
    const path = pathOf(uri);
    const text = await nodeFiles.read(uri, mostBytes);
    if (text === undefined) {
      if (named.has(uri)) miss(path, messages.unreadable);
      else console.error(`${path}: ${messages.unreadable[settings.language]}`);
      continue;
    }
    const file = await checkFile(uri, text, knowledge, settings, linked);
    if (file) checked.push(file);
    else if (named.has(uri)) console.error(`${path}: ${messages.notOurs[settings.language]}`);
  }
  const noteTitle = (finding: CheckedFile['findings'][number]): string | undefined =>
    reasonFor(finding.rule, knowledge.book, settings.language)?.note.title;
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
  linked: LinkedFiles,
): Promise<CheckedFile | undefined> {
  const languageId = languageOf(uri);
  const reader = readerFor(languageId, uri);
  const source = { uri, languageId, text };
  linked.note(source);
  const others = mayBeSource(languageId, text) ? await linked.all(uri) : [];
  for (const each of new Set([languageId, ...others.map((other) => other.languageId)]))
    await readerFor(each, uri)?.load();
  const template = reader?.read(source, undefined, others);
  if (!reader || !template) return undefined;
  const findings = runRules(knowledge.rules(), template, {
    severities: settings.rules,
    onError: (message) => console.error(message),
  });
  printErrors(pathOf(uri), text, problemsOf(template), settings.language);
  reader.forget(uri);
  return { path: pathOf(uri), text, findings };
}

/**
 * What files are read with: the files to check and, where some are named that are read with others, all files of the
 * current folder.
 */
async function linkedFilesOf({ files, named, beside }: FilesToCheck, here: string): Promise<LinkedFiles> {
  const all = new Set([...files, ...beside]);
  const linked = createLinkedFiles(nodeFiles, () => undefined);
  const sourceAt = async (uri: string): Promise<SourceText | undefined> => {
    const text = await nodeFiles.read(uri, mostBytes);
    return text === undefined ? undefined : { uri, languageId: languageOf(uri), text };
  };
  const ofNamed = await Promise.all([...named].map(sourceAt));
  if (ofNamed.some((each) => each && importsIn(each))) {
    for (const uri of await nodeFiles.findSources(here, followedExtensions)) all.add(uri);
  }
  linked.setFiles(all);
  for (const uri of all) {
    const isLinked = modulesOf({ uri, languageId: languageOf(uri) }) !== undefined;
    const source = isLinked ? await sourceAt(uri) : undefined;
    if (source) linked.note(source);
  }
  linked.complete();
  return linked;
}

function problemsOf(template: Template): readonly Problem[] {
  return [...template.problems, ...[...syntaxProblems(template)].flat()];
}

/** A problem of a template or of a note. */
type Located = Pick<NoteProblem, 'span' | 'severity' | 'message'>;

/** Says on stderr what is wrong with a file itself, where part of it may not have been checked. */
function printErrors(path: string, text: string, problems: readonly Located[], language: Language): void {
  const serious = problems.filter(({ severity }) => severity !== 'information');
  if (serious.length === 0) return;
  const positionAt = positionsIn(text);
  for (const { span, message } of serious) {
    const { line, column } = positionAt(span.start);
    console.error(`${path}:${line}:${column}: ${message[language]}`);
  }
}

interface FilesToCheck {
  readonly files: ReadonlySet<string>;
  /** Those of `files` that were named rather than found in a folder. */
  readonly named: ReadonlySet<string>;
  /** Others that were found there, whose text `files` may take. */
  readonly beside: ReadonlySet<string>;
  /** Paths where there is nothing, or nothing that may be looked into. */
  readonly missing: readonly string[];
}

async function filesToCheck(paths: readonly string[]): Promise<FilesToCheck> {
  const files = new Set<string>();
  const named = new Set<string>();
  const beside = new Set<string>();
  const missing: string[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(path);
    const what = await stat(absolute).catch(() => undefined);
    if (!what || (what.isDirectory() && !(await isListable(absolute)))) {
      missing.push(path);
      continue;
    }
    const uri = normalUri(pathToFileURL(absolute).href);
    if (what.isDirectory()) {
      for (const each of await nodeFiles.findSources(uri, followedExtensions)) {
        (sourceExtensions.includes(extensionOf(each)) ? files : beside).add(each);
      }
    } else {
      files.add(uri);
      named.add(uri);
    }
  }
  return { files, named, beside, missing };
}

function isListable(folder: string): Promise<boolean> {
  return access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
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
    bundledNotes: given['kumonote.bundledNotes'],
  };
  return settingsFrom(sent, environmentLanguage(process.env));
}

function pathOf(uri: string): string {
  return relative(process.cwd(), fileURLToPath(uri)) || '.';
}
