/** What jsonc-parser's error codes mean to someone who writes a template. */
import type { Localized } from '../../text/localized.ts';

export const jsonMessages = {
  commaMissing: {
    en: 'A comma is missing before this.',
    ja: 'この前にカンマがありません。',
  },
  textAfterEnd: {
    en: 'The template has ended before this. Remove what follows, or delete the brace that closes it too early.',
    ja: 'テンプレートはこの前で終わっています。以降を削除するか、早すぎる閉じ括弧を取り除いてください。',
  },
  invalidSymbol: {
    en: 'This is no JSON value. Texts need double quotes; other values are numbers, true, false and null.',
    ja: 'JSON の値ではありません。文字列は二重引用符で囲んでください。ほかに書けるのは数値、true、false、null です。',
  },
  nameExpected: {
    en: 'A name in double quotes is expected here.',
    ja: 'ここには二重引用符で囲んだ名前が必要です。',
  },
  valueExpected: {
    en: 'A value is missing here.',
    ja: 'ここに値がありません。',
  },
  colonMissing: {
    en: 'A colon is missing after the name.',
    ja: '名前の後にコロンがありません。',
  },
  braceMissing: {
    en: 'This object is not closed; a `}` is missing.',
    ja: 'オブジェクトが閉じられていません。`}` を補ってください。',
  },
  bracketMissing: {
    en: 'This list is not closed; a `]` is missing.',
    ja: 'リストが閉じられていません。`]` を補ってください。',
  },
  quoteMissing: {
    en: 'This text has no closing quote.',
    ja: '文字列の閉じ引用符がありません。',
  },
  commentNotClosed: {
    en: 'This comment is not closed; `*/` is missing.',
    ja: 'コメントが閉じられていません。`*/` を補ってください。',
  },
  badEscape: {
    en: 'This escape sequence does not exist in JSON. Write `\\\\` for a backslash.',
    ja: 'JSON にこのエスケープはありません。バックスラッシュは `\\\\` と書いてください。',
  },
  badCharacter: {
    en: 'A text cannot hold this character as it is; write a line break as `\\n` and a tab as `\\t`.',
    ja: '文字列にこの文字をそのまま書くことはできません。改行は `\\n`、タブは `\\t` と書いてください。',
  },
  badNumber: {
    en: 'This number is not finished.',
    ja: '数値が途中で終わっています。',
  },
} satisfies Record<string, Localized>;

/** By `ParseErrorCode` of jsonc-parser, which is a const enum and so not there at run time. */
export const jsonMessageByCode: readonly (Localized | undefined)[] = [
  undefined,
  jsonMessages.invalidSymbol,
  jsonMessages.badNumber,
  jsonMessages.nameExpected,
  jsonMessages.valueExpected,
  jsonMessages.colonMissing,
  jsonMessages.commaMissing,
  jsonMessages.braceMissing,
  jsonMessages.bracketMissing,
  jsonMessages.textAfterEnd,
  undefined,
  jsonMessages.commentNotClosed,
  jsonMessages.quoteMissing,
  jsonMessages.badNumber,
  jsonMessages.badEscape,
  jsonMessages.badEscape,
  jsonMessages.badCharacter,
];
