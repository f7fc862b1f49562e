/** The CDK reader: source in any CDK language → `Template`. */
import type { Parser } from '@vscode/tree-sitter-wasm';
import type { Resource, Template } from '../../model/template.ts';
import type { Reader, SourceText } from '../reader.ts';
import { judgeCertainty } from './certainty.ts';
import { definitionOf } from './constructs/index.ts';
import type { Evaluation } from './evaluate.ts';
import { Flow } from './flow.ts';
import { graft } from './graft.ts';
import { loadParser } from './grammars.ts';
import { findInstances, instancesOf, originOf } from './instances.ts';
import { type Made, unchanged } from './kept.ts';
import { languageOf, languages } from './languages/index.ts';
import type { CdkLanguage } from './languages/language.ts';
import { modulePathsIn } from './languages/modules.ts';
import { linked, type Program } from './link.ts';
import { type ParsedFile, parseFile } from './parsed.ts';
import { placeAt } from './place.ts';
import { makeConstructs, resourcesOf } from './resources.ts';
import type { CdkSource } from './source.ts';
import type { Body } from './syntax.ts';
import { walkProgram } from './walk.ts';

/** What is kept of a file that is open, for reading only what changes. */
interface Open {
  readonly source: SourceText;
  readonly others: readonly SourceText[];
  readonly parsed: ParsedFile;
  /** What it was found to be, with the files that it was read with. */
  readonly reading?: Reading | undefined;
}

/** A program that was followed to the resources that it makes. */
interface Reading {
  readonly body: Body;
  readonly others: readonly Program[];
  readonly evaluation: Evaluation;
  readonly made: Made;
}

const parsers = new Map<string, Parser>();
const open = new Map<string, Open>();
const programs = new WeakMap<SourceText, Program>();
const sources = new WeakMap<Template, CdkSource>();

export const cdkReader: Reader = {
  async load() {
    const all = languages.flatMap((language) => Object.keys(language.grammars));
    await Promise.all(all.map(loadLanguage));
  },

  read(source, previous, others = []) {
    const { uri, languageId, text } = source;
    const language = languageOf(languageId);
    const parser = parsers.get(language?.grammars[languageId] ?? '');
    if (!language || !parser || !language.mentionsCdk.test(text)) {
      cdkReader.forget(uri);
      return undefined;
    }
    const before = open.get(uri);
    const same = before?.source.languageId === languageId ? before : undefined;
    if (same?.source.text === text) {
      const program = programs.get(same.source);
      if (previous?.text === text && isSame(same.others, others)) return previous;
      if (program) {
        open.set(uri, { ...same, others });
        return templateOf(program, others.flatMap(programOf), uri);
      }
    }
    // Read before as one of the others of another file, and not open.
    const already = before ? undefined : programs.get(source);
    if (already) return templateOf(already, others.flatMap(programOf));
    const parsed = parseFile(parser, language, text, same?.parsed);
    if (!parsed) return undefined;
    if (!same) cdkReader.forget(uri);
    open.set(uri, { source, others, parsed, reading: same?.reading });
    const program = programIn(source, language, parsed.body);
    programs.set(source, program);
    return templateOf(program, others.flatMap(programOf), uri);
  },

  forget(uri) {
    open.get(uri)?.parsed.tree.delete();
    open.delete(uri);
  },
};

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

/**
 * The program in a file that others are read with, without code where it is none; nothing where its language was not
 * loaded.
 */
function programOf(source: SourceText): readonly Program[] {
  let program = programs.get(source);
  if (!program) {
    const { uri, languageId, text } = source;
    const language = languageOf(languageId);
    if (!language) {
      program = { file: { uri, text }, languageId, body: [], modulePaths: modulePathsIn(source) };
    } else {
      const parser = parsers.get(language.grammars[languageId] ?? '');
      const parsed = parser && parseFile(parser, language, text);
      if (!parsed) return [];
      program = programIn(source, language, parsed.body);
      parsed.tree.delete();
    }
    programs.set(source, program);
  }
  return [program];
}

function programIn({ uri, languageId, text }: SourceText, language: CdkLanguage, body: Body): Program {
  const { propName, memberName = propName } = language;
  return { file: { uri, text, propName, memberName }, languageId, body };
}

/** Loads what reading files of one language needs. */
export async function loadLanguage(languageId: string): Promise<void> {
  const grammar = languageOf(languageId)?.grammars[languageId];
  if (grammar) parsers.set(grammar, await loadParser(grammar));
}

/** What a template of this reader was read from. */
export function cdkSourceOf(template: Template): CdkSource | undefined {
  return sources.get(template);
}

/** Follows a program to the resources that it makes. */
function read(program: Program, others: readonly Program[]): Reading {
  const all = [program, ...others];
  const [main = linked(program, []), ...rest] = all.map((each) => linked(each, all));
  const flow = new Flow(walkProgram(main, rest));
  const { file } = program;
  const instances = findInstances(flow, file, definitionOf);
  judgeCertainty(flow, instances);
  const evaluation: Evaluation = { file, flow, instances, others: others.map((each) => each.file) };
  return { body: program.body, others, evaluation, made: makeConstructs(evaluation, new Map()) };
}

/** The same for a program that was read before, if it was edited only where that is enough. */
function readAgain(
  before: Reading | undefined,
  { body, file: { text } }: Program,
  others: readonly Program[],
): Reading | undefined {
  if (!before || !isSame(before.others, others)) return undefined;
  const { evaluation, made } = before;
  const grafted = graft(evaluation, before.body, body, text);
  if (!grafted) return undefined;
  const kept = unchanged(made, grafted.edited);
  return { body: grafted.body, others, evaluation, made: makeConstructs(evaluation, kept) };
}

/** @param opened the address where the file is open and was read before, or will be read again */
function templateOf(program: Program, others: readonly Program[], opened?: string): Template {
  const {
    file: { uri, text },
    languageId,
  } = program;
  const before = opened === undefined ? undefined : open.get(opened);
  // What is typed is put into it, so the file is its own.
  const own = before ? { ...program, file: { ...program.file } } : program;
  const reading = readAgain(before?.reading, program, others) ?? read(own, others);
  if (opened !== undefined && before) open.set(opened, { ...before, reading });
  const { evaluation, made } = reading;
  const { file, flow, instances } = evaluation;
  const resources = new Map<string, Resource>();
  const byType = new Map<string, Resource[]>();
  for (const resource of resourcesOf(made, file)) {
    resources.set(resource.id, resource);
    const alike = byType.get(resource.type);
    if (alike) alike.push(resource);
    else byType.set(resource.type, [resource]);
  }
  const source: CdkSource = {
    evaluation,
    flow,
    instances,
    instanceAt: (offset) =>
      instancesOf(instances).find((each) => each.call.site.file === file && originOf(each) === offset),
  };
  const template: Template = {
    uri,
    format: 'cdk',
    languageId,
    text,
    resources,
    byType,
    parameters: new Map(),
    mappings: undefined,
    problems: [],
    placeAt: (offset) => placeAt(template, source, offset),
  };
  sources.set(template, source);
  return template;
}
