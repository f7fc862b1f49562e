/** What is wrong with a `rule` block, said at its place in the block. */
import type * as v from 'valibot';
import { type Document, isAlias, isMap, isNode, isScalar, type Node, type Pair, visit } from 'yaml';
import type { Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import { suggestionFor } from '../text/suggestion.ts';
import { expectation, keysOfBlock, keysOfFix, keysOfSchema } from './ruleBlock.ts';

export interface RuleProblem {
  /** From the start of the block; never empty, unless the block is. */
  readonly span: Span;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: Localized;
}

export function problem(span: Span, message: Localized): RuleProblem {
  return { span, severity: 'error', message };
}

/** One mistake can make a parser complain about every line after it. */
export const mostProblems = 10;

/** What the YAML parser complains about, and aliases, with which a few lines can stand for gigabytes. */
export function yamlProblems(document: Document, source: string): readonly RuleProblem[] {
  const problems = document.errors.slice(0, mostProblems).map(({ message, pos }) => {
    const [reason = message] = message.split('\n', 1);
    return problem(visible({ start: pos[0], end: pos[1] }, source), {
      en: `This is not readable as YAML: ${reason.replace(/ at line.*$/, '')}.`,
      ja: `YAML として読み取れません: ${reason.replace(/ at line.*$/, '')}`,
    });
  });
  visit(document, (_, node) => {
    if (!isAlias(node)) return;
    problems.push(
      problem(spanOf(node, source), {
        en: 'Aliases (*name) cannot be used in a rule block; write the value out.',
        ja: 'rule ブロックではエイリアス(*name)を使えません。値を直接書いてください。',
      }),
    );
  });
  return problems;
}

/** One issue of valibot as a problem at the key or value that it is about. */
export function issueProblem(issue: v.BaseIssue<unknown>, document: Document, source: string): RuleProblem {
  const path = issue.path?.map((item) => item.key) ?? [];
  const key = String(path.at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const suggestion = suggestionFor(key, allowedKeys(path));
    return problem(keySpan(document, path, source), {
      en: `"${key}" is not known here.${suggestion ? ` Did you mean "${suggestion}"?` : ''}`,
      ja: `「${key}」は使えません。${suggestion ? `「${suggestion}」のことですか?` : ''}`,
    });
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined' && issue.input === undefined) {
    return problem(keySpan(document, path.slice(0, -1), source), {
      en: `"${key}" is missing.`,
      ja: `「${key}」がありません。`,
    });
  }
  const { en, ja } = expectation(issue.message);
  return problem(valueSpan(document, path, source), {
    en: key ? `"${key}" should be ${en}.` : `A rule block should be ${en}.`,
    ja: key ? `「${key}」に書けるのは${ja}です。` : `rule ブロックには${ja}を書きます。`,
  });
}

function allowedKeys(path: readonly unknown[]): readonly string[] {
  if (path.length === 1) return keysOfBlock;
  return path[0] === 'fix' ? keysOfFix : keysOfSchema;
}

/** The span of the value at `path`, or of the deepest thing on the way to it. */
export function valueSpan(document: Document, path: readonly unknown[], source: string): Span {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return spanOf(node, source);
  }
  return firstLine(source);
}

/** The span of the last key of `path`; of the block's first line where there is none. */
export function keySpan(document: Document, path: readonly unknown[], source: string): Span {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const key = path.at(-1);
  const pair = isMap(parent)
    ? (parent.items as Pair[]).find((each) => isScalar(each.key) && String(each.key.value) === String(key))
    : undefined;
  if (isNode(pair?.key)) return spanOf(pair.key, source);
  return path.length > 0 ? valueSpan(document, path, source) : firstLine(source);
}

function spanOf(node: Node, source: string): Span {
  const [start, end] = node.range ?? [0, 0];
  return visible({ start, end }, source);
}

function firstLine(source: string): Span {
  const start = Math.max(0, source.search(/\S/));
  const end = source.indexOf('\n', start);
  return visible({ start, end: end < 0 ? source.length : end }, source);
}

/** `span` made at least one character long and kept within the block. */
function visible({ start, end }: Span, source: string): Span {
  const from = Math.max(0, Math.min(start, source.length - 1));
  return { start: from, end: Math.min(source.length, Math.max(end, from + 1)) };
}
