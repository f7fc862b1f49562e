/** The CDK reader: source in any CDK language → `Template`. */
import type { Parser, Tree } from '@vscode/tree-sitter-wasm';
import type { Resource, Template } from '../../model/template.ts';
import type { Reader, SourceText } from '../reader.ts';
import { judgeCertainty } from './certainty.ts';
import { definitionOf } from './constructs/index.ts';
import { meanTheSame, type Understood } from './edited.ts';
import type { Evaluation } from './evaluate.ts';
import { Flow } from './flow.ts';
import { loadParser, parse } from './grammars.ts';
import { findInstances, type Instance, originOf } from './instances.ts';
import { type MadeConstruct, unchanged } from './kept.ts';
import { languageOf, languages } from './languages/index.ts';
import type { CdkLanguage } from './languages/language.ts';
import { modulePathsIn } from './languages/modules.ts';
import { KnownStatements } from './languages/statements.ts';
import { linked, type Program } from './link.ts';
import { placeAt } from './place.ts';
import { type Made, makeConstructs, resourcesOf } from './resources.ts';
import type { CdkSource } from './source.ts';
import type { Body } from './syntax.ts';
import { walkProgram } from './walk.ts';

/** What is kept of a file that is open, for reading only what changes. */
interface Open {
  readonly source: SourceText;
  readonly others: readonly SourceText[];
  /** The text that the tree is of. */
  readonly parsed: string;
  readonly tree: Tree;
  readonly known: KnownStatements;
  /** What it was found to be, with the files that it was read with. */
  readonly reading?: Reading | undefined;
}

/** A program that was followed to the resources that it makes. */
interface Reading extends Understood {
  readonly others: readonly Program[];
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
    const read = parseRepaired(parser, language, text, same);
    if (!read) return undefined;
    const { tree, parsed } = read;
    const known = new KnownStatements(text, parsed, same?.known);
    const body = language.read(tree.rootNode, text, known);
    before?.tree.delete();
    open.set(uri, { source, others, parsed, tree, known: known.settled(), reading: same?.reading });
    const program = programIn(source, language, body);
    programs.set(source, program);
    return templateOf(program, others.flatMap(programOf), uri);
  },

  forget(uri) {
    open.get(uri)?.tree.delete();
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
      const read = parser && parseRepaired(parser, language, text, undefined);
      if (!read) return [];
      const known = new KnownStatements(text, read.parsed);
      program = programIn(source, language, language.read(read.tree.rootNode, text, known));
      read.tree.delete();
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

/** The tree of `text`, or of what the language can make of it where it is half-typed. */
function parseRepaired(
  parser: Parser,
  language: CdkLanguage,
  text: string,
  before: Open | undefined,
): Pick<Open, 'tree' | 'parsed'> | undefined {
  const tree = parse(parser, text, before?.tree, before?.parsed ?? '');
  if (!tree?.rootNode.hasError || !language.repaired) return tree && { tree, parsed: text };
  const parsed = language.repaired(text);
  const better = parsed === text ? undefined : parse(parser, parsed, tree, text);
  if (!better) return { tree, parsed: text };
  tree.delete();
  return { tree: better, parsed };
}

/** What a template of this reader was read from. */
export function cdkSourceOf(template: Template): CdkSource | undefined {
  return sources.get(template);
}

/** What an edit leaves as it was. */
function keptOf(
  before: Reading | undefined,
  others: readonly Program[],
  now: Understood,
): ReadonlyMap<Instance, MadeConstruct> {
  const isKnown = before && isSame(before.others, others) && meanTheSame(before, now);
  return isKnown ? unchanged(before.made, now) : new Map();
}

/** @param opened the address where the file is open and was read before, or will be read again */
function templateOf(program: Program, others: readonly Program[], opened?: string): Template {
  const { file, languageId } = program;
  const { uri, text } = file;
  const all = [program, ...others];
  const [main = linked(program, []), ...rest] = all.map((each) => linked(each, all));
  const flow = new Flow(walkProgram(main, rest));
  const instances = findInstances(flow, file, definitionOf);
  judgeCertainty(flow, instances);
  const evaluation: Evaluation = { file, flow, instances, others: others.map((each) => each.file) };
  const before = opened === undefined ? undefined : open.get(opened);
  const understood: Understood = { body: program.body, flow, instances };
  const made = makeConstructs(evaluation, keptOf(before?.reading, others, understood));
  if (opened !== undefined && before)
    open.set(opened, { ...before, reading: { ...understood, others, made } });
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
      [...instances.byCall.values()]
        .flat()
        .find((each) => each.call.site.file === file && originOf(each) === offset),
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
