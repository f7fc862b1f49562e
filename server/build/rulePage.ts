/** The pages on rules, as Markdown in two languages. */
import { posix } from 'node:path';
import type { Topic } from '../aws/topic.ts';
import type { Example } from '../notes/note.ts';
import type { Finding, Rule, Severity } from '../rules/rule.ts';
import type { Language, Localized } from '../text/localized.ts';

export interface RulePage {
  readonly rule: Rule;
  readonly examples: readonly Example[];
  /** What the rule says about the first bad example. */
  readonly finding: Finding;
  readonly reasons: Readonly<Record<Language, Reason>>;
}

/** The section of a note that gives a rule's reason. */
export interface Reason {
  /** From the repository's root. */
  readonly path: string;
  readonly title: string;
  readonly slug: string;
  readonly text: string;
}

const severities: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'information', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
};

const words = {
  other: { en: '日本語', ja: 'English' },
  looksAt: { en: 'Looks at', ja: '対象:' },
  finds: { en: 'What it finds', ja: '検出する内容' },
  says: {
    en: 'On the first example, Kumonote says:',
    ja: '最初の例に対して、Kumonote は次のように伝えます。',
  },
  bad: { en: 'Bad', ja: '悪い例' },
  good: { en: 'Good', ja: '良い例' },
  why: { en: 'Why', ja: '理由' },
  from: { en: 'From the note', ja: '出典のノート:' },
  fix: { en: 'How to fix', ja: '修正方法' },
  asGood: {
    en: 'There is no quick fix; change the code as in the good example.',
    ja: 'クイックフィックスはありません。良い例のように変更してください。',
  },
  quickFixes: { en: 'Quick fixes in the editor:', ja: 'エディターのクイックフィックス:' },
  silence: { en: 'How to silence', ja: '無効にする方法' },
  here: {
    en: 'For one line or resource, in a comment above it (in CDK code with `//`):',
    ja: '1 つの行やリソースだけ: その上のコメント(CDK のコードでは `//`)',
  },
  resource: {
    en: "For one resource, in the template's metadata:",
    ja: '1 つのリソースだけ: テンプレートのメタデータ',
  },
  everywhere: {
    en: 'For the whole project, in the settings (or give it another severity):',
    ja: 'プロジェクト全体: 設定(別の重大度にすることもできます)',
  },
  elsewhere: { en: 'The same check in other tools', ja: 'ほかのツールの同じチェック' },
  honoured: {
    en: 'Where one of these is suppressed on a resource, so is this rule.',
    ja: 'リソースでこれらが抑止されていれば、このルールも抑止されます。',
  },
  index: { en: 'Rules', ja: 'ルール' },
  intro: {
    en: 'What Kumonote finds in CloudFormation, SAM and CDK code out of the box. Notes of your own can add rules.',
    ja: 'Kumonote が CloudFormation・SAM・CDK のコードから標準で検出する内容です。自分のノートでルールを追加できます。',
  },
  rule: { en: 'rule', ja: 'ルール' },
  severity: { en: 'severity', ja: '重大度' },
  what: { en: 'what it finds', ja: '検出する内容' },
} satisfies Record<string, Localized>;

const made: Localized = {
  en: '<!-- Made by `npm run docs`: change the rule, its examples or its note instead. -->',
  ja: '<!-- `npm run docs` が生成します。変更するときは、ルール・その例・ノートを編集してください。 -->',
};

/** Where the pages in a language are, from the repository's root. */
export const pageFolders: Readonly<Record<Language, string>> = { en: 'docs/rules', ja: 'docs/ja/rules' };

/** The path of a rule's page from the repository's root. */
export function pagePath(id: string, language: Language): string {
  return `${pageFolders[language]}/${id}.md`;
}

/** The page on one rule. */
export function rulePage({ rule, examples, finding, reasons }: RulePage, language: Language): string {
  const say = (key: keyof typeof words): string => words[key][language];
  const linkTo = (path: string): string => posix.relative(posix.dirname(pagePath(rule.id, language)), path);
  const reason = reasons[language];
  const parts = [
    made[language],
    `# ${rule.title[language]}`,
    `\`${rule.id}\` · ${severities[rule.severity][language]} · [${say('other')}](${linkTo(pagePath(rule.id, otherThan(language)))})`,
    `${say('looksAt')} ${rule.on.map((type) => `\`${type}\``).join(', ')}`,
    `## ${say('finds')}`,
    say('says'),
    `> ${finding.message[language]}`,
    ...exampleParts(examples, 'bad', say('bad')),
    ...exampleParts(examples, 'good', say('good')),
    `## ${say('why')}`,
    reason.text,
    `${say('from')} [${reason.title}](${linkTo(reason.path)}${reason.slug ? `#${reason.slug}` : ''})`,
    `## ${say('fix')}`,
    ...fixParts(finding, language),
    `## ${say('silence')}`,
    say('here'),
    fenced('yaml', `# kumonote-disable-next-line ${rule.id}`),
    say('resource'),
    fenced('yaml', `Metadata:\n  kumonote:\n    disable: [${rule.id}]`),
    say('everywhere'),
    fenced('json', `"kumonote.rules": { "${rule.id}": "off" }`),
    ...equivalentParts(rule, language),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** All rules, by topic. */
export function indexPage(topics: readonly Topic[], pages: readonly RulePage[], language: Language): string {
  const say = (key: keyof typeof words): string => words[key][language];
  const other = posix.relative(pageFolders[language], `${pageFolders[otherThan(language)]}/README.md`);
  const groups = topics.flatMap((topic) => {
    const rules = pages.map(({ rule }) => rule).filter(({ subject }) => subject.topic === topic.id);
    if (rules.length === 0) return [];
    const rows = rules
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(
        ({ id, title, severity }) =>
          `| [\`${id}\`](${id}.md) | ${severities[severity][language]} | ${title[language]} |`,
      );
    const head = `| ${say('rule')} | ${say('severity')} | ${say('what')} |\n| --- | --- | --- |`;
    return [`## ${topic.title[language]}`, [head, ...rows].join('\n')];
  });
  const parts = [made[language], `# ${say('index')}`, say('intro'), `[${say('other')}](${other})`, ...groups];
  return `${parts.join('\n\n')}\n`;
}

function otherThan(language: Language): Language {
  return language === 'en' ? 'ja' : 'en';
}

function exampleParts(examples: readonly Example[], verdict: Example['verdict'], heading: string): string[] {
  const shown = examples.filter((example) => example.verdict === verdict);
  if (shown.length === 0) return [];
  return [`### ${heading}`, ...shown.map(({ language, source }) => fenced(language, source.trimEnd()))];
}

function fixParts({ fixes }: Finding, language: Language): string[] {
  if (fixes.length === 0) return [words.asGood[language]];
  return [words.quickFixes[language], fixes.map(({ title }) => `- ${title[language]}`).join('\n')];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Whose identifiers look like this; the first that fits. */
const tools: readonly (readonly [RegExp, string])[] = [
  [/^(?:AwsSolutions|HIPAA\.Security|NIST\.800\.53\.R\d|PCI\.DSS\.321|Serverless)-/, 'cdk-nag'],
  [/^CKV2?_AWS_/, 'Checkov'],
  [/^[WF]\d{1,3}$/, 'cfn_nag'],
  [/^[EWI]\d{4}$/, 'cfn-lint, cloudformation-validate'],
  [/^CT\./, 'AWS Control Tower'],
  [/^[A-Z0-9]+_[A-Z0-9_]+$/, 'CloudFormation Guard'],
  // A rule that is in none of cdk-nag's packs goes by its function's name.
  [/^[A-Z][A-Za-z]+$/, 'cdk-nag'],
];

function equivalentParts({ equivalents = [] }: Rule, language: Language): string[] {
  if (equivalents.length === 0) return [];
  const byTool = new Map<string, string[]>();
  for (const id of equivalents) {
    const tool = tools.find(([pattern]) => pattern.test(id))?.[1] ?? '–';
    byTool.set(tool, [...(byTool.get(tool) ?? []), `\`${id}\``]);
  }
  const lines = [...byTool].map(([tool, ids]) => `- ${tool}: ${ids.join(', ')}`);
  return [`## ${words.elsewhere[language]}`, lines.join('\n'), words.honoured[language]];
}
