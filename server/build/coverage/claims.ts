/** What is put to the peers: the examples of every rule, and traps that no tool should fall into. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schema } from '../../aws/schema.ts';
import { exampleText } from '../../host/exampleText.ts';
import type { Example } from '../../notes/note.ts';
import { readerFor } from '../../read/index.ts';
import { builtinRules } from '../../rules/builtin/index.ts';
import { declareRule } from '../../rules/declare.ts';
import type { Rule } from '../../rules/rule.ts';
import { runRules } from '../../rules/run.ts';
import type { Localized } from '../../text/localized.ts';
import { readKnowledge } from '../knowledge.ts';
import { builtinExamples } from '../ruleDocs.ts';
import { completeTemplate } from './template.ts';

/** What a rule stands for, with the templates that show it. */
export interface Claim {
  readonly rule: Rule;
  readonly bad: Sample;
  readonly good: Sample;
}

/** A template in which a tool might see what `rule` is about, although nothing is wrong. */
export interface Trap {
  readonly rule: Rule;
  readonly title: Localized;
  readonly sample: Sample;
}

export interface Sample {
  /** `elb/access-logs-disabled bad`. */
  readonly name: string;
  /** Whole, in JSON. */
  readonly template: string;
  /** Of the template. */
  readonly hash: string;
  /** The logical IDs of the resources that Kumonote's finding points at. */
  readonly places: readonly string[];
}

/** Where the traps are. Each begins with comments: the rule's id, then the title in English and in Japanese. */
export const trapFolder = 'test/coverage/traps';

/**
 * The claims of all bundled rules, in the order of their ids.
 * @throws where a rule has no YAML example, finds nothing in its bad one or something in its good one
 */
export async function readClaims(root: string, schema: Schema): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const rule of builtinRules) {
    claims.push(await claimOf(rule, await builtinExamples(root, rule.id), schema));
  }
  for (const { language, uri, ruleBlocks } of await readKnowledge(join(root, 'knowledge'))) {
    // The rule blocks are in one language only; a note is called as its topic.
    const topic = /([^/]+)\.md$/.exec(uri)?.[1] ?? '';
    for (const block of language === 'en' ? ruleBlocks : []) {
      const { rule } = declareRule(block.source, { subject: { topic } });
      if (rule) claims.push(await claimOf(rule, block.examples, schema));
    }
  }
  return claims.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

/** @throws where Kumonote falls into a trap itself */
export async function readTraps(
  root: string,
  claims: readonly Claim[],
  schema: Schema,
): Promise<readonly Trap[]> {
  const traps: Trap[] = [];
  for (const file of (await readdir(join(root, trapFolder))).sort()) {
    const text = await readFile(join(root, trapFolder, file), 'utf8');
    const [id = '', en = '', ja = ''] = [...text.matchAll(/^# (.*)$/gm)].map(([, comment]) => comment);
    const rule = claims.find((claim) => claim.rule.id === id)?.rule;
    if (!rule) throw new Error(`${trapFolder}/${file} is for ${id}, which is no rule`);
    const sample = await sampleOf(`trap ${file}`, text, rule, schema);
    if (sample.places.length > 0) throw new Error(`${id} finds something in ${trapFolder}/${file}`);
    traps.push({ rule, title: { en, ja }, sample });
  }
  return traps;
}

async function claimOf(rule: Rule, examples: readonly Example[], schema: Schema): Promise<Claim> {
  const sample = (verdict: Example['verdict']): Promise<Sample> => {
    const example = examples.find((each) => each.verdict === verdict && /^ya?ml$/.test(each.language));
    if (!example) throw new Error(`${rule.id} has no ${verdict} example in YAML`);
    return sampleOf(`${rule.id} ${verdict}`, exampleText(example, rule.on).text, rule, schema);
  };
  const bad = await sample('bad');
  const good = await sample('good');
  if (bad.places.length === 0) throw new Error(`${rule.id} finds nothing in its bad example`);
  if (good.places.length > 0) throw new Error(`${rule.id} finds something in its good example`);
  return { rule, bad, good };
}

/** Kumonote reads the very template that the peers are given. */
async function sampleOf(name: string, text: string, rule: Rule, schema: Schema): Promise<Sample> {
  const json = completeTemplate(text, schema);
  const reader = readerFor('json', '');
  await reader?.load();
  const template = reader?.read({ uri: 'example:', languageId: 'json', text: json }, undefined);
  const findings = template ? runRules([rule], template) : [];
  const places = findings.flatMap(({ resource, related }) => [
    resource.name,
    ...related.flatMap(({ span }) => template?.placeAt(span.start)?.resource?.name ?? []),
  ]);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 12);
  return { name, template: json, hash, places: [...new Set(places)] };
}
