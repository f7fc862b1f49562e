/** Rules in, marked text out: the findings stand below what they mark, as `rule severity`. */
import assert from 'node:assert/strict';
import type { Template } from '../../server/model/template.ts';
import { readerFor } from '../../server/read/index.ts';
import { builtinRules } from '../../server/rules/builtin/index.ts';
import type { Finding, Rule } from '../../server/rules/rule.ts';
import { type RunOptions, runRules } from '../../server/rules/run.ts';
import { dedent, mark, parseMarked } from '../support/marked.ts';

export interface Checked {
  readonly language?: string;
  readonly rules?: readonly Rule[];
  readonly options?: RunOptions;
}

/** Asserts that the rules find what is marked in `marked`, and nothing else. */
export async function checkFindings(marked: string, checked: Checked = {}): Promise<readonly Finding[]> {
  const { text } = parseMarked(marked);
  const findings = await findingsIn(text, checked);
  assert.equal(annotated(text, findings), dedent(marked));
  return findings;
}

/** What the rules find in `text`; the common indentation goes. */
export async function findingsIn(text: string, checked: Checked = {}): Promise<readonly Finding[]> {
  const template = await read(dedent(text), checked.language ?? 'yaml');
  return runRules(checked.rules ?? builtinRules, template, {
    onError: (message) => assert.fail(message),
    ...checked.options,
  });
}

/** The template in `text`, which has to be one. */
export async function read(text: string, language: string): Promise<Template> {
  const uri = `file:///test.${language === 'typescript' ? 'ts' : language}`;
  const reader = readerFor(language, uri);
  assert.ok(reader, `no reader for ${language}`);
  await reader.load();
  const template = reader.read({ uri, languageId: language, text }, undefined);
  assert.ok(template, 'not a template');
  return template;
}

function annotated(text: string, findings: readonly Finding[]): string {
  return mark(
    text,
    findings.map(({ span, rule, severity }) => ({ span, label: `${rule.id} ${severity}` })),
  );
}

/** A rule of the built-in ones by its id. */
export function builtin(...ids: readonly string[]): readonly Rule[] {
  const rules = builtinRules.filter((rule) => ids.includes(rule.id));
  assert.equal(rules.length, ids.length, `unknown rule among ${ids.join(', ')}`);
  return rules;
}
