/** Which reader a file needs, and what readers give beside a template. */
import type { Problem, Template } from '../model/template.ts';
import { modulesOf } from './cdk/languages/modules.ts';
import { jsonReader } from './json/index.ts';
import type { Reader, SourceText, WorkspaceFiles } from './reader.ts';
import { schemaFilesOfCode, schemaFilesOfTemplate, schemaNamesInCode } from './schemaFiles.ts';
import { ReadTemplate } from './template.ts';
import { yamlReader } from './yaml/index.ts';

/** Reads JSON or YAML as the text's first character tells, for files whose name says neither. */
const templateReader: Reader = {
  load: () => Promise.resolve(),
  read: (source, ...rest) =>
    (/^[\s\ufeff]*(?:\{|\/[/*])/.test(source.text) ? jsonReader : yamlReader).read(source, ...rest),
  forget: () => {},
};

/** Longer programs (in characters) are made by programs; they are left alone. */
const longestProgram = 500_000;

/** The reader for CDK code, which brings a parser of some megabytes that users of templates never load. */
function cdkReader(languageId: string): Reader {
  let loaded: Reader | undefined;
  return {
    load: async () => {
      const module = await import('./cdk/index.ts');
      await module.loadLanguage(languageId);
      loaded = module.cdkReader;
    },
    read: (source, previous, others) =>
      source.text.length > longestProgram ? undefined : loaded?.read(source, previous, others),
    forget: (uri) => loaded?.forget(uri),
  };
}

/** The languages of CDK code. */
const programs: ReadonlySet<string> = new Set([
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'python',
  'java',
  'csharp',
  'go',
]);

const byLanguage = new Map<string, Reader>([
  ['yaml', yamlReader],
  ['yml', yamlReader],
  ['cloudformation', templateReader],
  ['json', jsonReader],
  ['jsonc', jsonReader],
  ...[...programs].map((each) => [each, cdkReader(each)] as const),
]);

/**
 * The reader for a file, or undefined where no reader knows its kind.
 * @param languageId the LSP language identifier; a file called `*.template` may have any
 */
export function readerFor(languageId: string, uri: string): Reader | undefined {
  if (/\.template$/i.test(uri)) return templateReader;
  return byLanguage.get(languageId);
}

/** What `importsIn` finds: the addresses of the files that are meant, of those there are. */
export type Imports = (files: WorkspaceFiles) => readonly string[];

/**
 * The files that a text takes names from or whose text it takes, and the project file that says what it calls them;
 * undefined where there are none. Nothing is loaded or parsed for it, and the text is not kept.
 */
export function importsIn(source: SourceText): Imports | undefined {
  const { uri, text } = source;
  const modules = modulesOf(source);
  if (!modules) {
    const named = schemaFilesOfTemplate(text, uri);
    return named.length > 0 ? (files) => named.filter((each) => files.has(each)) : undefined;
  }
  const specifiers = copied(modules.specifiersIn(text));
  const schemas = copied(schemaNamesInCode(text));
  return (files) => {
    const imported = specifiers.flatMap((each) => modules.resolve(each, uri, files));
    const found = new Set([...imported, ...schemaFilesOfCode(schemas, uri, files)]);
    const project = modules.projectOf?.(uri, files);
    if (project !== undefined) found.add(project);
    found.delete(uri);
    return [...found];
  };
}

/** The same texts: a part of a text holds on to the whole, a copy does not. */
function copied(texts: readonly string[]): readonly string[] {
  return JSON.parse(JSON.stringify(texts)) as readonly string[];
}

/** Whether files of a language are CDK code, if they are anything. */
export function isProgram(languageId: string): boolean {
  return programs.has(languageId);
}

/** Whether `text` may be a template or CDK code: a look before a grammar is loaded for it. */
export function mayBeSource(languageId: string, text: string): boolean {
  return !programs.has(languageId) || /aws.?cdk|amazon\.cdk/i.test(text);
}

/**
 * The problems inside the sections and resources of `template`, a step for each of them, so that a host can check
 * a large file in slices while nothing else is to do. A step parses what nobody has looked into yet. What is wrong
 * between them is in `template.problems` already.
 */
export function syntaxProblems(template: Template): Iterable<readonly Problem[]> {
  return template instanceof ReadTemplate ? template.pieceProblems() : [];
}
