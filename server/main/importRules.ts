/** `kumonote import`: rules of AWS CloudFormation Guard → notes with `rule` blocks. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type ImportedRule, importGuard } from '../guard/note.ts';
import type { Severity } from '../rules/rule.ts';
import type { Language, Localized } from '../text/localized.ts';
import { CommandError } from './commandError.ts';
import { guardFilesIn } from './guardFiles.ts';

export interface ImportOptions {
  /** Guard files, and folders of them. */
  readonly paths: readonly string[];
  /** The folder for the notes. */
  readonly out: string;
  readonly severity: Severity;
  /** Whether notes that are there may be written over. */
  readonly force: boolean;
  readonly language: Language;
}

interface Taken {
  readonly path: string;
  readonly rules: readonly ImportedRule[];
}

/**
 * Writes one note for each folder of Guard files, and says what it took and what it could not take.
 * @returns the exit code: 0 every rule was taken, 1 some were not
 * @throws CommandError where there is no Guard file, or a note is there already
 */
export async function importCommand(options: ImportOptions): Promise<number> {
  const { paths, out, severity, force, language } = options;
  const files = await guardFilesIn(paths);
  if (files.length === 0) throw new CommandError(nothingToImport(paths)[language]);
  const byFolder = new Map<string, Taken[]>();
  for (const path of files) {
    const rules = importGuard(await readFile(path, 'utf8'), severity, basename(path));
    const folder = basename(dirname(resolve(path)));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), { path, rules }]);
  }
  const notes = [...byFolder]
    .map(([folder, taken]) => ({ path: join(out, `${folder}.md`), text: noteText(folder, taken, language) }))
    .filter(({ text }) => text !== undefined);
  for (const { path } of notes) {
    if (!force && (await stat(path).catch(() => undefined)))
      throw new CommandError(alreadyThere(path)[language]);
  }
  await mkdir(out, { recursive: true });
  for (const { path, text } of notes) await writeFile(path, text ?? '');
  const all = [...byFolder.values()].flat();
  for (const { path, rules } of all) {
    for (const { name, reason, line } of rules) {
      if (reason) console.log(`${relative(process.cwd(), path)}:${line}: ${name}: ${reason[language]}`);
    }
  }
  const rules = all.flatMap((each) => each.rules);
  const taken = rules.filter(({ ids }) => ids.length > 0).length;
  console.log(summary(taken, rules.length, notes.length, relative(process.cwd(), out) || '.')[language]);
  return taken === rules.length ? 0 : 1;
}

/** The note about the Guard files of one folder; undefined where nothing could be taken. */
function noteText(folder: string, taken: readonly Taken[], language: Language): string | undefined {
  const sections = taken.flatMap(({ rules }) =>
    rules.flatMap(({ markdown }) => (markdown ? [markdown] : [])),
  );
  if (sections.length === 0) return undefined;
  const sources = taken.map(({ path }) => `\`${basename(path)}\``).join(', ');
  // Names of rules are full of names of services; hovers are for what people wrote about them.
  const frontMatter = `---\ntitle: 'Guard: ${folder.replaceAll("'", "''")}'\nhovers: false\n---`;
  return `${[frontMatter, `# ${heading[language]}`, intro(sources)[language], ...sections].join('\n\n')}\n`;
}

const heading: Localized = { en: 'Imported from Guard', ja: 'Guard から取り込んだルール' };

function intro(sources: string): Localized {
  return {
    en: `Made from ${sources} with \`kumonote import\`. The note is yours: say why each rule matters to your team, and add a \`bad\` and a \`good\` example below it.`,
    ja: `${sources} から \`kumonote import\` で作成したノートです。自由に編集できます。各ルールがチームにとって大切な理由を書き、その下に \`bad\` と \`good\` の例を加えてください。`,
  };
}

function nothingToImport(paths: readonly string[]): Localized {
  const where = paths.join(', ');
  return {
    en: `There is no Guard file (*.guard, *.ruleset) in ${where}.`,
    ja: `${where} に Guard のファイル(*.guard、*.ruleset)がありません。`,
  };
}

function alreadyThere(path: string): Localized {
  return {
    en: `${path} is there already. Choose another folder with --out, or write over it with --force.`,
    ja: `${path} はすでにあります。--out で別のフォルダーを選ぶか、--force で上書きしてください。`,
  };
}

function summary(taken: number, all: number, notes: number, out: string): Localized {
  const files = notes === 1 ? '1 note' : `${notes} notes`;
  return {
    en: `${taken} of ${all} rules taken, in ${files} in ${out}.`,
    ja: `${all} 個のルールのうち ${taken} 個を取り込みました(${out} のノート ${notes} 個)。`,
  };
}
