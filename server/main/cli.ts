#!/usr/bin/env node
/** `kumonote`: the same engine as in the editor, for terminals, pipelines and other editors. */
import { parseArgs } from 'node:util';
import { CommandError } from './commandError.ts';

const help = `Usage: kumonote <command> [options]

Commands:
  check [paths]      Check templates and CDK code (default: this folder) against the notes.
  test [notes]       Run the bad and good examples beside the rules of notes.
  import <rules>     Make notes with rule blocks of AWS CloudFormation Guard rules (files or folders).
  lsp --stdio        Start the language server, for any editor.

Options of check:
  --format <format>  text (default) or json
  --notes <pattern>  Notes to use beside the bundled ones; may be repeated.
                     Default: kumonote.notes of .vscode/settings.json, or
                     notes/**/*.md, docs/**/*.md and .kumonote/**/*.md

Options of import:
  --out <folder>     Where the notes go (default: notes/guard)
  --severity <level> error, warning (default), information or hint
  --force            Write over notes that are there.

  --language <lang>  en or ja (default: from the environment)

  --help             Show this text.
  --version          Show the version.

Exit codes: check: 0 nothing found (or only information and hints), 1 warnings or errors found;
test: 0 all examples hold, 1 some do not; import: 0 every rule was taken, 1 some were not;
all: 2 the work could not be done.`;

/**
 * Runs one command line and answers with the exit code.
 * @param args what follows `kumonote`.
 */
export async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case 'check':
        return await check(rest);
      case 'test':
        return await testNotes(rest);
      case 'import':
        return await importRules(rest);
      case 'lsp':
        return await lsp(rest);
      case '--version':
      case '-v':
        console.log(await version());
        return 0;
      case 'help':
      case '--help':
      case '-h':
        console.log(help);
        return 0;
      default:
        throw new CommandError(command === undefined ? help : `Unknown command "${command}".\n\n${help}`);
    }
  } catch (error) {
    if (!isExpected(error)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** Serves on stdio, also where `--stdio` is left out; clients may name another channel and their process. */
async function lsp(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stdio: { type: 'boolean' },
      'node-ipc': { type: 'boolean' },
      socket: { type: 'string' },
      pipe: { type: 'string' },
      clientProcessId: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { serve } = await import('./serve.ts');
  serve();
  return new Promise<number>(() => {});
}

async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      notes: { type: 'string', multiple: true },
      language: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { format } = values;
  if (format !== 'text' && format !== 'json') {
    throw new CommandError(`Unknown format "${format}": use text or json.`);
  }
  const language = languageOption(values.language);
  const { checkCommand } = await import('./check.ts');
  return checkCommand({ paths: positionals, format, notes: values.notes, language });
}

async function testNotes(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { language: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const language = await languageFor(values.language);
  const { testNotesCommand } = await import('./testNotes.ts');
  return testNotesCommand(positionals, language);
}

async function importRules(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'notes/guard' },
      severity: { type: 'string', default: 'warning' },
      force: { type: 'boolean', default: false },
      language: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { severity } = values;
  if (severity !== 'error' && severity !== 'warning' && severity !== 'information' && severity !== 'hint') {
    throw new CommandError(`Unknown severity "${severity}": use error, warning, information or hint.`);
  }
  if (positionals.length === 0) throw new CommandError('Name the Guard files or folders to import.');
  const language = await languageFor(values.language);
  const { importCommand } = await import('./importRules.ts');
  return importCommand({ ...values, severity, paths: positionals, language });
}

/** The language that was asked for, or else that of the terminal. */
async function languageFor(given: string | undefined): Promise<'en' | 'ja'> {
  const { settingsFrom, environmentLanguage } = await import('../host/settings.ts');
  return settingsFrom({ language: languageOption(given) }, environmentLanguage(process.env)).language;
}

function languageOption(given: string | undefined): 'en' | 'ja' | undefined {
  if (given === undefined || given === 'en' || given === 'ja') return given;
  throw new CommandError(`Unknown language "${given}": use en or ja.`);
}

/** Errors that the user can mend: ours, and those of `parseArgs` about options. */
function isExpected(error: unknown): error is Error {
  if (error instanceof CommandError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

async function version(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.stack : error);
    process.exitCode = 2;
  },
);
