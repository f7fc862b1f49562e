/** Runs the examples beside the rules of a note: what a `bad` one must have found in it, a `good` one must not. */
import type { Schema } from '../aws/schema.ts';
import type { Example, Note, NoteProblem, RuleBlock } from '../notes/note.ts';
import { readerFor, syntaxProblems } from '../read/index.ts';
import { declareRule } from '../rules/declare.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import type { Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import { type ExampleText, exampleText } from './exampleText.ts';

/** What came of one rule block. */
export interface RuleResult {
  readonly block: RuleBlock;
  /** Undefined where the block has errors. */
  readonly rule: Rule | undefined;
  readonly problems: readonly NoteProblem[];
  readonly examples: readonly ExampleResult[];
}

export interface ExampleResult {
  readonly example: Example;
  /** How it fails, at its place in the note; none where it does what it says. */
  readonly problems: readonly NoteProblem[];
}

/**
 * Runs every example of `note` against the rule that it stands below, and that rule alone. Examples of CDK code need
 * the grammars to be configured. Never throws.
 * @param schema where it is given, names that AWS does not know are problems, too
 */
export async function runExamples(note: Note, schema?: Schema): Promise<readonly RuleResult[]> {
  const results: RuleResult[] = [];
  for (const block of note.ruleBlocks) {
    const { rule, problems } = readRule(block, schema);
    const examples: ExampleResult[] = [];
    for (const example of rule ? block.examples : []) {
      if (rule) examples.push({ example, problems: await runExample(rule, example) });
    }
    results.push({ block, rule, problems, examples });
  }
  return results;
}

/** The rule in `block`, and what is wrong with it, counted from the note's start. */
export function readRule(block: RuleBlock, schema?: Schema): Pick<RuleResult, 'block' | 'rule' | 'problems'> {
  const { rule, problems } = declareRule(block.source, schema ? { schema } : {});
  return { block, rule, problems: problems.map((each) => moved(each, block.span)) };
}

/** How `example` fails for `rule`; spans count from the note's start. */
export async function runExample(rule: Rule, example: Example): Promise<readonly NoteProblem[]> {
  const prepared = exampleText(example, rule.on);
  const problemAt = (span: Span, message: Localized): NoteProblem =>
    moved({ span: prepared.toSource(span), severity: 'error', message }, example.span);
  const everywhere = { start: 0, end: prepared.text.length };

  const uri = `kumonote-example:/${rule.id}`;
  const reader = readerFor(prepared.languageId, uri);
  if (!reader) return [problemAt(everywhere, unknownLanguage(example.language))];
  await reader.load();
  const template = reader.read({ uri, languageId: prepared.languageId, text: prepared.text }, undefined);
  reader.forget(uri);
  if (!template || template.resources.size === 0) {
    return [problemAt(everywhere, noTemplate(prepared.languageId))];
  }
  const syntax = [...template.problems, ...[...syntaxProblems(template)].flat()];
  if (syntax.length > 0) return syntax.map(({ span, message }) => problemAt(span, message));

  const failures: string[] = [];
  const findings = runRules([rule], template, { onError: (message) => failures.push(message) });
  if (failures.length > 0) {
    return failures.map((failure) => problemAt(everywhere, { en: failure, ja: failure }));
  }
  return unexpected(rule, example, findings, prepared).map(([span, message]) => problemAt(span, message));
}

function unexpected(
  rule: Rule,
  example: Example,
  findings: readonly Finding[],
  { text, marks }: ExampleText,
): (readonly [Span, Localized])[] {
  if (example.verdict === 'good') {
    return findings.map(({ span, message }) => [span, foundInGood(rule, message)] as const);
  }
  if (findings.length === 0) return [[marks[0] ?? { start: 0, end: text.length }, notFound(rule)]];
  if (marks.length === 0) return [];
  const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
  const missed = marks.filter((mark) => !findings.some(({ span }) => same(span, mark)));
  const elsewhere = findings.filter(({ span }) => !marks.some((mark) => same(span, mark)));
  return [
    ...missed.map((mark) => [mark, notFoundHere(rule)] as const),
    ...elsewhere.map(({ span }) => [span, foundElsewhere(rule)] as const),
  ];
}

function moved(problem: NoteProblem, by: Span): NoteProblem {
  const { start, end } = problem.span;
  return { ...problem, span: { start: start + by.start, end: end + by.start } };
}

function unknownLanguage(language: string): Localized {
  return {
    en: `Examples can be yaml, json, typescript, javascript, python, java, csharp or go; this one is "${language}".`,
    ja: `例に使える言語は yaml・json・typescript・javascript・python・java・csharp・go です。この例は「${language}」です。`,
  };
}

function noTemplate(languageId: string): Localized {
  if (!/^(?:yaml|jsonc?)$/.test(languageId)) {
    return {
      en: 'No CDK construct is found in this example. Import the construct library (such as aws-cdk-lib) in it.',
      ja: 'この例には CDK のコンストラクトが見つかりません。コンストラクトライブラリ(aws-cdk-lib など)の import も書いてください。',
    };
  }
  return {
    en: 'This example is no template. Write a resource with its Type, or, if the rule is for one type, its properties.',
    ja: 'この例はテンプレートとして読み取れません。Type のあるリソースか、ルールの対象が 1 つのタイプならそのプロパティを書いてください。',
  };
}

function notFound({ id }: Rule): Localized {
  return {
    en: `This example is bad, but ${id} finds nothing in it.`,
    ja: `bad の例ですが、${id} は何も検出しません。`,
  };
}

function foundInGood({ id }: Rule, message: Localized): Localized {
  return {
    en: `This example is good, but ${id} finds: ${message.en}`,
    ja: `good の例ですが、${id} が検出します: ${message.ja}`,
  };
}

function notFoundHere({ id }: Rule): Localized {
  return { en: `${id} finds nothing at this mark.`, ja: `${id} は、印のあるこの場所では何も検出しません。` };
}

function foundElsewhere({ id }: Rule): Localized {
  return {
    en: `${id} finds something here, where there is no mark (^^^).`,
    ja: `${id} は、印(^^^)のないこの場所で検出します。`,
  };
}
