/** What of the extension's manifest follows from the rules: an editor completes their ids in its settings. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtinRules } from '../rules/builtin/index.ts';
import { declareRule } from '../rules/declare.ts';
import type { Rule } from '../rules/rule.ts';
import { readKnowledge } from './knowledge.ts';

const setting = 'kumonote.rules';
const texts = { 'package.nls.json': 'en', 'package.nls.ja.json': 'ja' } as const;

/** The manifest and its texts as they should be, by their path from the repository's root. */
export async function manifestFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const rules = await bundledRules(root);
  const files = new Map<string, string>();
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { properties } = manifest.contributes.configuration;
  const { properties: _, ...kept } = properties[setting];
  const { type, enum: severities } = kept.additionalProperties;
  properties[setting] = {
    ...kept,
    properties: Object.fromEntries(
      rules.map(({ id }) => [id, { type, enum: severities, description: `%${textKey(id)}%` }]),
    ),
  };
  files.set('package.json', json(manifest));
  for (const [path, language] of Object.entries(texts)) {
    const known = Object.entries(JSON.parse(await readFile(join(root, path), 'utf8')) as object);
    const titles = rules.map(({ id, title }) => [textKey(id), title[language]]);
    const others = known.filter(([key]) => !key.startsWith(textKey('')));
    files.set(path, json(Object.fromEntries([...others, ...titles])));
  }
  return files;
}

/** Writes them. */
export async function writeManifest(root: string): Promise<void> {
  for (const [path, text] of await manifestFiles(root)) await writeFile(join(root, path), text);
}

/** All rules that come with Kumonote, by their ids. */
async function bundledRules(root: string): Promise<readonly Rule[]> {
  const notes = await readKnowledge(join(root, 'knowledge'));
  const declared = notes.flatMap(({ ruleBlocks }) =>
    ruleBlocks.flatMap(({ source }) => declareRule(source, {}).rule ?? []),
  );
  return [...builtinRules, ...declared].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function textKey(id: string): string {
  return `rule.${id}`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
