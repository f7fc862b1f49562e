/** The words of docs/coverage.md. */
import type { Localized } from '../../text/localized.ts';

const what: Readonly<Record<string, Localized>> = {
  'cdk-nag': {
    en: 'from npm. All its packs (AwsSolutions, Serverless, HIPAA Security, NIST 800-53 R4 and R5, PCI DSS), on the template included in a CDK app with `CfnInclude`. Rules that are in no pack were not run; one of them, `LambdaEventSourceSQSVisibilityTimeout`, is about the claim of `sqs/visibility-timeout-too-short`. Rules of the last four packs are named above without the pack',
    ja: 'npm から導入。すべてのルールパック(AwsSolutions、Serverless、HIPAA Security、NIST 800-53 R4・R5、PCI DSS)を、`CfnInclude` で CDK アプリに取り込んだテンプレートに適用。どのパックにも入っていないルールは実行していません。そのうち `LambdaEventSourceSQSVisibilityTimeout` は `sqs/visibility-timeout-too-short` と同じ内容を扱います。後の 4 つのパックのルールは、上の表ではパック名を省いて記載',
  },
  'cloudformation-validate': {
    en: '`@aws/cloudformation-validate` from npm, with the rules it brings',
    ja: 'npm の `@aws/cloudformation-validate` を、付属のルールで実行',
  },
  'cfn-lint': {
    en: 'from PyPI, with its informational rules',
    ja: 'PyPI から導入。情報レベルのルールも有効',
  },
  Checkov: { en: 'from PyPI, its CloudFormation checks', ja: 'PyPI から導入。CloudFormation 用のチェック' },
  'Guard registry': {
    en: '`cfn-guard` from crates.io, with every rule of the [AWS Guard Rules Registry](https://github.com/aws-cloudformation/aws-guard-rules-registry)',
    ja: 'crates.io の `cfn-guard` で、[AWS Guard Rules Registry](https://github.com/aws-cloudformation/aws-guard-rules-registry) の全ルールを実行',
  },
};

export const words = {
  made: {
    en: '<!-- Made by `npm run coverage`: change the examples, or the sources in server/build/coverage, instead. -->',
    ja: '<!-- `npm run coverage` が生成します。変更するときは、例か server/build/coverage のソースを編集してください。 -->',
  },
  title: { en: 'What other tools find', ja: 'ほかのツールが検出する内容' },
  otherLanguage: { en: '日本語', ja: 'English' },
  intro: {
    en: 'Every rule of Kumonote stands for a claim of a note, and has an example that breaks it and one that keeps it (the first of each, where there are more). This page shows what other tools that check CloudFormation templates say about these examples: whether somebody checks the claim already, and where a tool warns although nothing is wrong.',
    ja: 'Kumonote の各ルールはノートに書かれた 1 つの注意点に対応し、それに反する例と従う例を備えています(複数あるものは最初の例を使用)。このページでは、CloudFormation テンプレートを検査するほかのツールに同じ例を与えた結果を示します。注意点がすでにどこかで検査されているか、問題のない箇所に警告するツールがないかがわかります。',
  },
  summary: (claims: number, traps: number, counts: readonly string[], together: number): Localized => ({
    en: `**Of ${claims} bad examples, the claim itself is found in: ${counts.join(', ')}; by all of them together in ${together}.** Kumonote finds its own in all ${claims}, and nothing of the kind in the good examples or in the ${traps} traps.`,
    ja: `**悪い例 ${claims} 件のうち、注意点そのものを検出した件数: ${counts.join('、')}。全ツールを合わせて ${together} 件。** Kumonote は ${claims} 件すべてで検出し、良い例と ${traps} 件の紛らわしい例では検出しません。`,
  }),
  fairness: {
    en: 'Read it with care. The examples are ours, so it is no wonder that Kumonote finds what is in them; the page says what is not checked elsewhere, not which tool is better. The others check hundreds of things that Kumonote does not, above all security, and belong beside it. cdk-nag is made for CDK apps, whose constructs set more properties than a template does.',
    ja: '読むときの注意: 例は Kumonote のために書いたものなので、Kumonote が検出できるのは当然です。示しているのはほかで検査されていない内容であり、ツールの優劣ではありません。ほかのツールはセキュリティを中心に Kumonote にない多数の検査を備えており、併用をお勧めします。cdk-nag は CDK アプリ向けで、コンストラクトはテンプレートより多くのプロパティを設定します。',
  },
  byTopic: { en: 'By topic', ja: 'トピック別' },
  legend: {
    en: [
      '- ✔ it says the same, by the rules named',
      '- ⚠ its rule for this ends with an error, and that is what the user sees',
      '- ~ it says something about the resource for another reason; where that comes close to the claim, its rules are named',
      '- – it says nothing about the resource',
      '- ? it was not run on this version of the example',
      '',
      'False alarms are rules that have to do with the claim and report in the good example all the same, or fail there (⚠). Some are right by their own, broader wording.',
    ].join('\n'),
    ja: [
      '- ✔ 同じ内容を検出する(そのルール)',
      '- ⚠ 該当するルールがエラーで終わり、利用者にはそのエラーが表示される',
      '- ~ 別の理由でそのリソースを指摘する。注意点に近い場合はルール名を記載',
      '- – そのリソースについて何も指摘しない',
      '- ? この版の例では実行していない',
      '',
      '誤検出は、注意点に関係するルールが良い例でも報告した、またはエラーになった(⚠)ものです。ルール自身の、より広い文言に照らせば正しいものもあります。',
    ].join('\n'),
  },
  traps: { en: 'Traps', ja: '紛らわしい例' },
  trapsIntro: {
    en: 'Templates in which nothing is wrong, although it looks so. Kumonote is silent on all of them, which each run checks. They are in [test/coverage/traps](../test/coverage/traps).',
    ja: '問題があるように見えて、実際には問題のないテンプレートです。Kumonote はどれにも警告しません(生成のたびに確認しています)。[test/coverage/traps](../../test/coverage/traps) にあります。',
  },
  how: { en: 'How it was made', ja: '作成方法' },
  command: {
    en: 'What an example refers to but does not define, and what AWS requires but it leaves out, is made a parameter without a default; every tool gets that same template, as JSON. Which rules are about the same was decided by people, in `server/build/coverage/reviewed.ts`.',
    ja: '例が参照するだけで定義していないものと、AWS では必須でも例で省いたものは、既定値のないパラメータで補います。どのツールにも同じテンプレートを JSON で与えます。どのルールが同じ内容かは人が判断し、`server/build/coverage/reviewed.ts` に記録しています。',
  },
  optional: {
    en: 'This runs the tools from npm, and `cfn-lint`, `checkov` and `cfn-guard` where they are on the `PATH`, the last one with `-- --guard-rules <folder of the registry’s rules>`. What the others said is kept from the run before. Neither Kumonote nor its tests need any of them.',
    ja: 'npm のツールを実行します。`cfn-lint`・`checkov`・`cfn-guard` は `PATH` にあれば実行します(`cfn-guard` には `-- --guard-rules <レジストリのルールのフォルダー>` も指定)。実行しなかったツールは前回の結果を残します。Kumonote 本体とテストには、いずれも必要ありません。',
  },
  notRun: {
    en: 'Not run: cfn_nag, which needs Ruby, and the proactive controls of AWS Control Tower, which have no package.',
    ja: '実行していないもの: Ruby の必要な cfn_nag と、パッケージのない AWS Control Tower のプロアクティブコントロール。',
  },
  what,
  peer: { en: 'tool', ja: 'ツール' },
  version: { en: 'version', ja: 'バージョン' },
  notOn: (examples: number): Localized => ({
    en: `not run on ${examples} of the examples`,
    ja: `例 ${examples} 件では未実行`,
  }),
  whatRan: { en: 'what was run', ja: '実行したもの' },
  claim: { en: 'what is wrong', ja: '問題' },
  rule: { en: 'rule', ja: 'ルール' },
  trap: { en: 'trap', ja: '紛らわしい例' },
  finds: { en: '✔ finds it', ja: '✔ 検出' },
  fails: { en: '⚠ fails', ja: '⚠ エラー' },
  other: { en: '~ another reason', ja: '~ 別の理由' },
  nothing: { en: '– nothing', ja: '– なし' },
  alarmsInGood: { en: 'false alarms in the good example', ja: '良い例での誤検出' },
  alarmsInTraps: { en: 'false alarms in traps', ja: '紛らわしい例での誤検出' },
  falseAlarms: { en: 'false alarms', ja: '誤検出' },
  none: { en: '–', ja: '–' },
};
