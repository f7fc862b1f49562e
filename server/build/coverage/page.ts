/** docs/coverage.md, in two languages. */
import { posix } from 'node:path';
import type { Topic } from '../../aws/topic.ts';
import type { Language, Localized } from '../../text/localized.ts';
import { pagePath } from '../rulePage.ts';
import type { Claim, Trap } from './claims.ts';
import { failed, type Recorded } from './recorded.ts';
import { falseAlarms, type Verdict, verdictOn } from './verdict.ts';
import { words } from './words.ts';

export interface Coverage {
  readonly topics: readonly Topic[];
  readonly claims: readonly Claim[];
  readonly traps: readonly Trap[];
  /** The names of the peers, in the order of the columns. */
  readonly peers: readonly string[];
  readonly recorded: Recorded;
}

/** Where the page in a language is, from the repository's root. */
export const coveragePaths: Readonly<Record<Language, string>> = {
  en: 'docs/coverage.md',
  ja: 'docs/ja/coverage.md',
};

const marks: Readonly<Record<Verdict['kind'], string>> = {
  finds: '✔',
  fails: '⚠',
  near: '~',
  other: '~',
  nothing: '–',
  unknown: '?',
};

/** The page as Markdown. */
export function coveragePage(coverage: Coverage, language: Language): string {
  const { topics, claims, traps, peers } = coverage;
  const say = (text: Localized): string => text[language];
  const other = language === 'en' ? 'ja' : 'en';
  const parts = [
    say(words.made),
    `# ${say(words.title)}`,
    `[${say(words.otherLanguage)}](${posix.relative(posix.dirname(coveragePaths[language]), coveragePaths[other])})`,
    say(words.intro),
    summaryLine(coverage, language),
    summaryTable(coverage, language),
    say(words.fairness),
    `## ${say(words.byTopic)}`,
    say(words.legend),
  ];
  for (const { id, title } of topics) {
    const rows = claims.filter(({ rule }) => rule.subject.topic === id);
    if (rows.length > 0) parts.push(`### ${say(title)}`, topicTable(coverage, rows, language));
  }
  const trapRows = traps.map(({ rule, title, sample }) => [
    say(title),
    ruleLink(rule.id, language),
    alarms(coverage, rule, sample, language),
  ]);
  parts.push(`## ${say(words.traps)}`, say(words.trapsIntro));
  parts.push(table([words.trap, words.rule, words.falseAlarms].map(say), trapRows));
  parts.push(`## ${say(words.how)}`, say(words.command), '```sh\nnpm run coverage\n```', say(words.optional));
  const versions = peers.map((name) => [name, say(words.what[name] ?? { en: '', ja: '' })]);
  parts.push(table([words.peer, words.whatRan].map(say), versions), say(words.notRun));
  return `${parts.join('\n\n')}\n`;
}

function summaryLine({ claims, traps, peers, recorded }: Coverage, language: Language): string {
  const found = (name: string): boolean[] =>
    claims.map((claim) => verdictOn(claim, recorded[name]).kind === 'finds');
  const counts = peers.map((name) => `${name} ${found(name).filter(Boolean).length}`);
  const together = claims.filter((_, index) => peers.some((name) => found(name)[index])).length;
  return words.summary(claims.length, traps.length, counts, together)[language];
}

function summaryTable({ claims, traps, peers, recorded }: Coverage, language: Language): string {
  const heads = [
    words.peer,
    words.version,
    words.finds,
    words.fails,
    words.other,
    words.nothing,
    words.alarmsInGood,
    words.alarmsInTraps,
  ];
  const rows = peers.map((name) => {
    const peer = recorded[name];
    const verdicts = claims.map((claim) => verdictOn(claim, peer).kind);
    const count = (...kinds: Verdict['kind'][]): string =>
      String(verdicts.filter((kind) => kinds.includes(kind)).length);
    const missing = verdicts.filter((kind) => kind === 'unknown').length;
    const unknown = missing > 0 ? [words.notOn(missing)[language]] : [];
    const alarmed = (samples: readonly (readonly string[] | undefined)[]): string =>
      String(samples.filter((rules) => rules && rules.length > 0).length);
    return [
      name,
      [peer?.version ?? '–', ...unknown].join(', '),
      count('finds'),
      count('fails'),
      count('near', 'other'),
      count('nothing'),
      alarmed(claims.map(({ rule, good }) => falseAlarms(rule, good, peer))),
      alarmed(traps.map(({ rule, sample }) => falseAlarms(rule, sample, peer))),
    ];
  });
  return table(
    heads.map((head) => head[language]),
    rows,
    2,
  );
}

function topicTable(coverage: Coverage, claims: readonly Claim[], language: Language): string {
  const heads = [words.claim[language], ...coverage.peers, words.alarmsInGood[language]];
  const rows = claims.map((claim) => [
    `${claim.rule.title[language]}<br>${ruleLink(claim.rule.id, language)}`,
    ...coverage.peers.map((name) => cell(verdictOn(claim, coverage.recorded[name]))),
    alarms(coverage, claim.rule, claim.good, language),
  ]);
  return table(heads, rows);
}

function cell({ kind, rules }: Verdict): string {
  // That they failed is said once.
  const names = kind === 'fails' ? rules.map((rule) => code(rule.slice(0, -failed.length))) : rules.map(code);
  return [marks[kind], names.join(', ')].join(' ').trim();
}

/** Which peers cry wolf in `sample`. */
function alarms(
  { peers, recorded }: Coverage,
  rule: Claim['rule'],
  sample: Claim['good'],
  language: Language,
): string {
  const by = peers.flatMap((name) => {
    const rules = falseAlarms(rule, sample, recorded[name]);
    return rules && rules.length > 0 ? [`${name}: ${rules.map(code).join(', ')}`] : [];
  });
  return by.join('<br>') || words.none[language];
}

function code(rule: string): string {
  return rule.endsWith(failed) ? `\`${rule.slice(0, -failed.length)}\` ${marks.fails}` : `\`${rule}\``;
}

function ruleLink(id: string, language: Language): string {
  return `[\`${id}\`](${posix.relative(posix.dirname(coveragePaths[language]), pagePath(id, language))})`;
}

/** @param numbersFrom the first column that is aligned right */
function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbersFrom = heads.length,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, column) => (column < numbersFrom ? '---' : '---:'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}
