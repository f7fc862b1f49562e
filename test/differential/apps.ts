/** One app: its source against its templates. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createKnowledge } from '../../server/host/knowledge.ts';
import { nodeServices } from '../../server/host/nodeServices.ts';
import { configureGrammars } from '../../server/read/cdk/grammars.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { type Comparison, compare } from './compare.ts';
import { sourceFindings, templateFindings } from './findings.ts';
import { type Machine, type Synthesis, synthesize } from './synthesize.ts';

/** The rules of the bundled notes. */
export async function rulesForComparing(): Promise<readonly Rule[]> {
  const services = nodeServices(
    (message) => console.error(message),
    new URL('../../../dist/', import.meta.url),
  );
  configureGrammars(services.grammar);
  const knowledge = createKnowledge(services);
  await knowledge.loadBundled();
  return knowledge.rules();
}

/** The comparison of the app in `folder`, or why there is none. */
export async function comparisonOf(
  folder: string,
  rules: readonly Rule[],
  machine: Machine,
): Promise<Comparison | { readonly failed: string }> {
  const templates = await synthesize(folder, machine);
  return 'failed' in templates ? templates : comparisonWith(folder, templates, rules);
}

/** The comparison of the source in `folder` with templates. */
export async function comparisonWith(
  folder: string,
  templates: Exclude<Synthesis, { failed: string }>,
  rules: readonly Rule[],
): Promise<Comparison> {
  const { found, made } = await sourceFindings(folder, rules);
  const synthesized = [];
  for (const [name, text] of templates) synthesized.push(...(await templateFindings(name, text, rules)));
  return compare(found, synthesized, made);
}

/** Our own apps are written in several languages; what that in TypeScript synthesizes to is compared with each. */
const languages = ['typescript', 'javascript', 'python'];

/** The comparisons of one of our own apps in every language that it is written in. */
export async function ownComparisons(
  folder: string,
  rules: readonly Rule[],
  machine: Machine,
): Promise<Map<string, Comparison>> {
  const templates = await synthesize(join(folder, 'typescript'), machine);
  if ('failed' in templates) throw new Error(`${folder}: ${templates.failed}`);
  const compared = new Map<string, Comparison>();
  for (const language of languages) {
    const own = join(folder, language);
    if (existsSync(own))
      compared.set(`${basename(folder)}/${language}`, await comparisonWith(own, templates, rules));
  }
  return compared;
}
