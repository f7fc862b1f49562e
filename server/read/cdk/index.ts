/** The CDK reader: source in any CDK language → `Template`. */
import type { Parser, Tree } from '@vscode/tree-sitter-wasm';
import type { Resource, Template } from '../../model/template.ts';
import type { Reader } from '../reader.ts';
import { judgeCertainty } from './certainty.ts';
import { definitionOf } from './constructs/index.ts';
import type { Evaluation } from './evaluate.ts';
import { Flow } from './flow.ts';
import { loadParser, parse } from './grammars.ts';
import { findInstances, type Instance, type Instances } from './instances.ts';
import type { CdkLanguage } from './languages/language.ts';
import { KnownStatements } from './languages/statements.ts';
import { typescript } from './languages/typescript.ts';
import { placeAt } from './place.ts';
import { makeResources } from './resources.ts';
import { walkProgram } from './scopes.ts';
import type { Body } from './syntax.ts';

/** What a template was read from; for writing changes back. */
export interface CdkSource {
  readonly evaluation: Evaluation;
  readonly flow: Flow;
  readonly instances: Instances;
  /** The construct whose instantiation starts at an offset: where its resources have their origin. */
  instanceAt(offset: number): Instance | undefined;
}

const languages: readonly CdkLanguage[] = [typescript];

/** Trees of the files that are open, for parsing only what changes. */
interface Open {
  readonly text: string;
  readonly languageId: string;
  readonly tree: Tree;
  readonly known: KnownStatements;
}

const parsers = new Map<string, Parser>();
const open = new Map<string, Open>();
const sources = new WeakMap<Template, CdkSource>();

export const cdkReader: Reader = {
  async load() {
    const names = new Set(languages.flatMap((language) => Object.values(language.grammars)));
    await Promise.all([...names].map(async (name) => parsers.set(name, await loadParser(name))));
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
    const tree = parse(parser, text, same?.tree, same?.text ?? '');
    if (!tree) return undefined;
    const known = new KnownStatements(same?.known);
    const program = language.read(tree.rootNode, text, known);
    before?.tree.delete();
    open.set(uri, { text, languageId, tree, known: known.settled() });
    return templateOf(uri, languageId, text, program);
  },

  forget(uri) {
    open.get(uri)?.tree.delete();
    open.delete(uri);
  },
};

/** What a template of this reader was read from. */
export function cdkSourceOf(template: Template): CdkSource | undefined {
  return sources.get(template);
}

function templateOf(uri: string, languageId: string, text: string, program: Body): Template {
  const flow = new Flow(walkProgram(program, text));
  const instances = findInstances(flow, text, definitionOf);
  judgeCertainty(flow, instances);
  const evaluation: Evaluation = { text, flow, instances };
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
