/** Guard files → notes with `rule` blocks. */
import { Document } from 'yaml';
import type { Severity } from '../rules/rule.ts';
import type { Schema } from '../rules/schema.ts';
import type { Localized } from '../text/localized.ts';
import { type Condition, placed, toSchema } from './condition.ts';
import { NotTaken, reasonText } from './notTaken.ts';
import { parseGuard } from './parse.ts';
import type { GuardFile, GuardRule } from './syntax.ts';
import { type Demand, demandsOf } from './translate.ts';

export interface ImportedRule {
  /** As Guard calls it: `S3_BUCKET_VERSIONING_ENABLED`. */
  readonly name: string;
  /** The IDs of the blocks that it became; empty where it could not be taken. */
  readonly ids: readonly string[];
  /** Why it could not be taken, and from which line on. */
  readonly reason?: Localized;
  readonly line: number;
  /** The section of the note; empty where it could not be taken. */
  readonly markdown: string;
}

/** A value that a block has, as YAML writes it. */
type Entry = readonly [key: string, value: unknown];

/** Longer conditions are written on lines of their own. */
const longestInOneLine = 90;

/**
 * What becomes of the rules in a Guard file. Never throws.
 * @param fallback the name under which a file that cannot be read is told of
 */
export function importGuard(text: string, severity: Severity, fallback: string): readonly ImportedRule[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const orReason = (name: string, offset: number, work: () => readonly ImportedRule[]) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      const line = lineAt(error.offset ?? offset);
      return [{ name, ids: [], markdown: '', line, reason: reasonText(error.reason) }];
    }
  };
  return orReason(fallback, 0, () => {
    const file = parseGuard(text);
    return file.rules.flatMap((rule) =>
      orReason(rule.name, rule.offset, () => [imported(file, rule, severity, lineAt(rule.offset))]),
    );
  });
}

function imported(file: GuardFile, rule: GuardRule, severity: Severity, line: number): ImportedRule {
  const demands = demandsOf(file, rule);
  const id = `guard/${rule.name.toLowerCase().replaceAll('_', '-')}`;
  const ids = demands.map((_, index) => (demands.length === 1 ? id : `${id}-${index + 1}`));
  const said = sentences(rule.body.message) || file.description || rule.name;
  const blocks = demands.map((demand, index) =>
    block([
      ['id', ids[index]],
      ['on', demand.selection.types.length === 1 ? demand.selection.types[0] : demand.selection.types],
      ['severity', severity],
      ['title', rule.name],
      ['message', `{name}: ${said}`],
      ...conditionEntries(demand),
      ['equivalents', [...new Set([rule.name, ...demand.selection.suppressedAs])]],
    ]),
  );
  const reason = file.description === undefined ? [] : [file.description];
  const markdown = [`## \`${rule.name}\``, ...reason, ...blocks].join('\n\n');
  return { name: rule.name, ids, markdown, line };
}

function conditionEntries({ selection, condition }: Demand): readonly Entry[] {
  const when: readonly Entry[] = selection.when.kind === 'always' ? [] : [['when', toSchema(selection.when)]];
  const place = placed(condition);
  if (!place) return [...when, ['must', toSchema(condition)]];
  const { at, must, missing } = place;
  return [
    ...when,
    ['at', at],
    ...(must ? [['must', must] as const] : []),
    ...(must && missing === 'ignore' ? [['missing', 'ignore'] as const] : []),
    ...fix(condition, at, must),
  ];
}

/** Where there is one right value, it can be set. */
function fix(condition: Condition, at: string, must: Schema | undefined): readonly Entry[] {
  const [only, ...others] = must ? Object.keys(must) : [];
  const certain = only === 'const' && others.length === 0 && condition.kind === 'key' && condition.needed;
  return certain && !at.includes('[*]') ? [['fix', { set: must?.const }]] : [];
}

/** A fenced block; what fits stands in one line. */
function block(entries: readonly Entry[]): string {
  const lines = entries.map(([key, value]) => {
    const inOneLine = yaml(key, value, true);
    return inOneLine.length <= longestInOneLine || typeof value !== 'object'
      ? inOneLine
      : yaml(key, value, false);
  });
  return ['```rule', ...lines, '```'].join('\n');
}

function yaml(key: string, value: unknown, flow: boolean): string {
  const document = new Document({ [key]: value });
  document.set(key, document.createNode(value, { flow, aliasDuplicateObjects: false }));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

/** `Violation: …` and `Fix: …` as two sentences. */
function sentences(message: string | undefined): string {
  const parts = (message ?? '').split(/\b(?:Violation|Fix)\s*:/i);
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part.replace(/\s+\.$/, '.') : `${part}.`))
    .join(' ');
}
