/** The CDK reader: source in any CDK language → `Template`. */
import type { Parser, Tree } from '@vscode/tree-sitter-wasm';
import type { Resource, Template } from '../../model/template.ts';
import type { Reader } from '../reader.ts';
import { judgeCertainty } from './certainty.ts';
import { definitionOf } from './constructs/index.ts';
import type { Evaluation } from './evaluate.ts';
import { Flow } from './flow.ts';
import { loadParser, parse } from './grammars.ts';
import { findInstances } from './instances.ts';
import type { CdkLanguage } from './languages/language.ts';
import { python } from './languages/python/index.ts';
import { KnownStatements } from './languages/statements.ts';
import { typescript } from './languages/typescript/index.ts';
import { placeAt } from './place.ts';
import { makeResources } from './resources.ts';
import type { CdkSource } from './source.ts';
import type { Body } from './syntax.ts';
import { walkProgram } from './walk.ts';

const languages: readonly CdkLanguage[] = [typescript, python];

/** Trees of the files that are open, for parsing only what changes. */
interface Open {
  readonly text: string;
  readonly languageId: string;
  /** The text that the tree is of. */
  readonly parsed: string;
  readonly tree: Tree;
  readonly known: KnownStatements;
}

const parsers = new Map<string, Parser>();
const open = new Map<string, Open>();
const sources = new WeakMap<Template, CdkSource>();

export const cdkReader: Reader = {
  async load() {
    const all = languages.flatMap((language) => Object.keys(language.grammars));
    await Promise.all(all.map(loadLanguage));
  },

  read({ uri, languageId, text }, previous) {
    const language = languages.find((each) => Object.hasOwn(each.grammars, languageId));
    const parser = parsers.get(language?.grammars[languageId] ?? '');
    if (!language || !parser || !language.mentionsCdk.test(text)) {
      cdkReader.forget(uri);
      return undefined;
    }
    const before = open.get(uri);
    if (before && previous?.text === text && before.text === text && before.languageId === languageId)
      return previous;
    const same = before?.languageId === languageId ? before : undefined;
    const read = parseRepaired(parser, language, text, same);
    if (!read) return undefined;
    const { tree, parsed } = read;
    const known = new KnownStatements(same?.known);
    const program = language.read(tree.rootNode, text, known);
    before?.tree.delete();
    open.set(uri, { text, languageId, parsed, tree, known: known.settled() });
    return templateOf(uri, languageId, text, program, language);
  },

  forget(uri) {
    open.get(uri)?.tree.delete();
    open.delete(uri);
  },
};

/** Loads what reading files of one language needs. */
export async function loadLanguage(languageId: string): Promise<void> {
  const grammar = languages.find((each) => Object.hasOwn(each.grammars, languageId))?.grammars[languageId];
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

function templateOf(
  uri: string,
  languageId: string,
  text: string,
  program: Body,
  { propName }: CdkLanguage,
): Template {
  const flow = new Flow(walkProgram(program, text));
  const instances = findInstances(flow, text, definitionOf);
  judgeCertainty(flow, instances);
  const evaluation: Evaluation = { text, flow, instances, propName };
  const resources = new Map<string, Resource>();
  const byType = new Map<string, Resource[]>();
  for (const resource of makeResources(evaluation)) {
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
      [...instances.values()].find(
        ({ call: { expression, site } }) => site.base + expression.start === offset,
      ),
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
