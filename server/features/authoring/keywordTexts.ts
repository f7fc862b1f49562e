/** What each keyword of a `rule` block does, for hover and completion. */
import type { Localized } from '../../text/localized.ts';

export interface KeywordText {
  readonly what: Localized;
  /** Lines of a block. */
  readonly example: string;
}

/** By the place where the keyword stands, then by its name. */
export const keywordTexts: Readonly<Record<string, Readonly<Record<string, KeywordText>>>> = {
  block: {
    id: {
      what: {
        en: 'Names the rule: shown with every finding, and used to silence it or to change its severity.',
        ja: 'ルールの名前です。検出結果に表示され、抑止や重大度の変更にも使います。',
      },
      example: 'id: team/bucket-encryption',
    },
    on: {
      what: {
        en: 'The resource types that the rule looks at: one, a list, or all of a service with `*`.',
        ja: 'ルールの対象になるリソースタイプです。1 つ、リスト、または `*` でサービス全体を指定します。',
      },
      example: 'on: [AWS::SQS::Queue, AWS::SNS::*]',
    },
    severity: {
      what: {
        en: '`error` where the deployment fails, `warning` where it is certain and costly, `information` for good advice, `hint` where only the reader can know.',
        ja: 'デプロイが失敗するなら `error`、確実で影響が大きいなら `warning`、よい助言なら `information`、書いた人にしか判断できないなら `hint` です。',
      },
      example: 'severity: warning',
    },
    title: {
      what: {
        en: 'What the rule finds, in a few words. Without it, the message serves.',
        ja: 'ルールが検出することを短く表します。省略すると message を使います。',
      },
      example: 'title: A bucket without our key',
    },
    message: {
      what: {
        en: 'What the reader of a finding sees: what is wrong, why it matters, what to do. `{name}` is the name of the resource, `{value}` the value that was found.',
        ja: '検出したときに表示する文です。何が問題で、なぜ困り、どうすればよいかを書きます。`{name}` はリソースの名前、`{value}` は見つかった値になります。',
      },
      example: "message: { en: 'Encrypt \"{name}\".', ja: '「{name}」を暗号化してください。' }",
    },
    when: {
      what: {
        en: 'To which resources the rule applies: those whose properties surely satisfy these conditions.',
        ja: 'ルールを適用するリソースの条件です。プロパティがこの条件を確実に満たすリソースだけが対象になります。',
      },
      example: 'when: { required: [KmsMasterKeyId] }',
    },
    at: {
      what: {
        en: 'The property to look at, and the place that is marked: a path with dots, and `[*]` for every item of a list. Without it, `must` speaks of all properties.',
        ja: '調べるプロパティであり、印が付く場所です。ドット区切りのパスで、リストの各要素は `[*]` と書きます。省略すると `must` はプロパティ全体の条件になります。',
      },
      example: 'at: LifecycleConfiguration.Rules[*].Status',
    },
    must: {
      what: {
        en: 'What the value must satisfy. What cannot be known from the text is never reported.',
        ja: '値が満たすべき条件です。テキストから分からない値は検出されません。',
      },
      example: 'must: { enum: [Enabled] }',
    },
    missing: {
      what: {
        en: 'What a missing property means: `fail` (the default) reports it, `ignore` does not.',
        ja: 'プロパティがない場合の扱いです。`fail`(既定)は検出し、`ignore` は検出しません。',
      },
      example: 'missing: ignore',
    },
    unlessReferredBy: {
      what: {
        en: 'Leaves alone what a resource of this type refers to.',
        ja: 'このタイプのリソースから参照されているものは対象外にします。',
      },
      example: 'unlessReferredBy: AWS::Athena::CapacityReservation',
    },
    fix: {
      what: {
        en: 'The quick fix: which value to write at the place, or that it is taken out.',
        ja: 'クイックフィックスです。その場所に書く値か、削除することを指定します。',
      },
      example: 'fix: { set: true, preferred: true }',
    },
    equivalents: {
      what: {
        en: 'Identifiers of the same check in cdk-nag, cfn-guard, Checkov or cfn_nag: where it is suppressed for them, this rule is silent, too.',
        ja: 'cdk-nag・cfn-guard・Checkov・cfn_nag での同じチェックの ID です。それらで抑止されている場所では、このルールも表示されません。',
      },
      example: 'equivalents: [AwsSolutions-S1, CKV_AWS_18]',
    },
  },
  schema: {
    const: {
      what: { en: 'The value is exactly this one.', ja: '値がこれと一致することを求めます。' },
      example: 'must: { const: aws:kms }',
    },
    enum: {
      what: { en: 'The value is one of these.', ja: '値がこのどれかであることを求めます。' },
      example: 'must: { enum: [gp3, io2] }',
    },
    pattern: {
      what: {
        en: 'The text matches this regular expression of RE2: no look-around, no back-references. It may match anywhere; `^` and `$` tie it down.',
        ja: '文字列が RE2 の正規表現に一致することを求めます(先読み・後読みと後方参照は使えません)。部分一致なので、全体には `^` と `$` を使います。',
      },
      example: "must: { pattern: '^arn:aws:kms:' }",
    },
    minimum: {
      what: { en: 'The number is at least this.', ja: '数値がこれ以上であることを求めます。' },
      example: 'must: { minimum: 7 }',
    },
    maximum: {
      what: { en: 'The number is at most this.', ja: '数値がこれ以下であることを求めます。' },
      example: 'must: { maximum: 900 }',
    },
    minLength: {
      what: {
        en: 'The text has at least this many characters.',
        ja: '文字列がこの文字数以上であることを求めます。',
      },
      example: 'must: { minLength: 1 }',
    },
    maxLength: {
      what: {
        en: 'The text has at most this many characters.',
        ja: '文字列がこの文字数以下であることを求めます。',
      },
      example: 'must: { maxLength: 64 }',
    },
    type: {
      what: { en: 'The value is of this kind.', ja: '値の種類を限定します。' },
      example: 'must: { type: boolean }',
    },
    required: {
      what: { en: 'These properties are there.', ja: 'これらのプロパティがあることを求めます。' },
      example: 'must: { required: [KmsMasterKeyId] }',
    },
    properties: {
      what: {
        en: 'Conditions for properties below this one, by name. A property that is missing breaks none of them: add `required` where it must be there.',
        ja: '下位のプロパティの条件を名前ごとに書きます。ないプロパティは条件に反しません。必要なら `required` も書いてください。',
      },
      example: 'must: { properties: { Status: { const: Enabled } }, required: [Status] }',
    },
    items: {
      what: {
        en: 'Every item of the list satisfies this.',
        ja: 'リストのすべての要素がこれを満たすことを求めます。',
      },
      example: 'must: { items: { required: [KmsKeyId] } }',
    },
    contains: {
      what: {
        en: 'At least one item of the list satisfies this.',
        ja: 'リストの少なくとも 1 つの要素がこれを満たすことを求めます。',
      },
      example: 'must: { contains: { properties: { Key: { const: owner } }, required: [Key] } }',
    },
    minItems: {
      what: {
        en: 'The list has at least this many items.',
        ja: 'リストの要素数がこれ以上であることを求めます。',
      },
      example: 'must: { minItems: 2 }',
    },
    maxItems: {
      what: {
        en: 'The list has at most this many items.',
        ja: 'リストの要素数がこれ以下であることを求めます。',
      },
      example: 'must: { maxItems: 5 }',
    },
    allOf: {
      what: { en: 'All of these conditions hold.', ja: 'これらの条件をすべて満たすことを求めます。' },
      example: "must: { allOf: [{ minLength: 3 }, { pattern: '^prod-' }] }",
    },
    anyOf: {
      what: {
        en: 'At least one of these conditions holds.',
        ja: 'これらの条件の少なくとも 1 つを満たすことを求めます。',
      },
      example: "must: { anyOf: [{ const: public }, { pattern: '^team-' }] }",
    },
    not: {
      what: { en: 'This condition does not hold.', ja: 'この条件を満たさないことを求めます。' },
      example: "must: { not: { pattern: '^t2[.]' } }",
    },
    if: {
      what: {
        en: 'Where this holds, `then` must, and `else` where it does not.',
        ja: 'これを満たすなら `then` を、満たさないなら `else` を満たすことを求めます。',
      },
      example: 'must: { if: { required: [FifoQueue] }, then: { required: [DeduplicationScope] } }',
    },
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name in JSON Schema
    then: {
      what: { en: 'What must hold where `if` does.', ja: '`if` を満たすときの条件です。' },
      example: 'then: { required: [DeduplicationScope] }',
    },
    else: {
      what: { en: 'What must hold where `if` does not.', ja: '`if` を満たさないときの条件です。' },
      example: 'else: { maximum: 900 }',
    },
    refersTo: {
      what: {
        en: 'The value refers to a resource of this type in the same file. A name in text, a parameter or an import counts as unknown.',
        ja: '値が、同じファイルにあるこのタイプのリソースを参照することを求めます。文字列の名前、パラメーター、インポートは不明な値として扱います。',
      },
      example: 'must: { refersTo: AWS::KMS::Key }',
    },
  },
  fix: {
    set: {
      what: {
        en: 'The value to write; `{ placeholder: … }` where the reader has to choose it.',
        ja: '書き込む値です。利用者が決めるところには `{ placeholder: … }` と書きます。',
      },
      example: 'fix: { set: { KmsMasterKeyId: { placeholder: alias/our-key } } }',
    },
    remove: {
      what: {
        en: 'Instead of `set`: true takes out what was found, with the item of a list that it is in.',
        ja: '`set` の代わりに true を指定すると、見つかったものを(リストの中ならその項目ごと)削除します。',
      },
      example: 'fix: { remove: true }',
    },
    title: {
      what: {
        en: 'How the fix is offered. Without it: "Set <property> to <value>".',
        ja: '修正の表示名です。省略すると「<プロパティ> を <値> にする」になります。',
      },
      example: 'fix: { set: 1209600, title: Keep messages for two weeks }',
    },
    preferred: {
      what: {
        en: 'True where it is the one obvious thing to do; the editor offers it first.',
        ja: 'ほかに選択肢がない修正なら true にします。エディターが最初に提案します。',
      },
      example: 'fix: { set: true, preferred: true }',
    },
    safe: {
      what: {
        en: 'True where it may be applied to a whole file unseen ("Fix all").',
        ja: '内容を見ずにファイル全体へ適用してよい修正なら true にします(「すべて修正」の対象)。',
      },
      example: 'fix: { set: true, safe: true }',
    },
  },
  message: {
    en: {
      what: { en: 'The text for readers of English.', ja: '英語の読者に見せる文です。' },
      example: 'en: Encrypt this bucket.',
    },
    ja: {
      what: { en: 'The text for readers of Japanese.', ja: '日本語の読者に見せる文です。' },
      example: 'ja: このバケットを暗号化してください。',
    },
  },
};
