/** What the `yaml` package's error codes mean to someone who writes a template. */
import type { ErrorCode } from 'yaml';
import type { Localized } from '../../text/localized.ts';
import { messages } from '../problems.ts';

const indentation: Localized = {
  en: 'The indentation does not fit. Line this up with the other keys of the same level, with spaces.',
  ja: '字下げが合っていません。同じ階層のキーと位置を揃えてください(空白を使います)。',
};
const unexpected: Localized = {
  en: 'This is not expected here. A key, a colon or a quote is probably missing just before it.',
  ja: 'ここに書けない内容です。直前のキー、コロン、または引用符が抜けている可能性があります。',
};
const implicitKey: Localized = {
  en: 'This line reads as a key that goes on over several lines. A colon is probably missing at its end, or the indentation is wrong.',
  ja: 'この行は複数行にわたるキーとして読まれています。行末のコロンが抜けているか、字下げが誤っている可能性があります。',
};
const twice: Localized = {
  en: 'A value can have only one tag and one anchor. Remove one of them; nested functions need the long form, such as `Fn::Sub`.',
  ja: '1 つの値に付けられるタグとアンカーはそれぞれ 1 つです。片方を削除してください。関数を入れ子にするときは `Fn::Sub` のような完全形を使います。',
};

const byCode: { readonly [code in ErrorCode]?: Localized } = {
  ALIAS_PROPS: {
    en: 'An alias can have neither a tag nor an anchor. Remove them.',
    ja: 'エイリアスにはタグもアンカーも付けられません。削除してください。',
  },
  BAD_ALIAS: {
    en: 'This alias has no valid name. If the text should start with an asterisk, quote it: `"*"`.',
    ja: 'エイリアスの名前が正しくありません。アスタリスクで始まる文字列なら `"*"` のように引用符で囲んでください。',
  },
  BAD_DIRECTIVE: {
    en: 'This `%` directive is not understood. Templates need none; remove it.',
    ja: 'この `%` ディレクティブは解釈できません。テンプレートには不要なので、削除してください。',
  },
  BAD_DQ_ESCAPE: {
    en: 'This escape sequence does not exist in double quotes. Write `\\\\` for a backslash, or use single quotes.',
    ja: '二重引用符の中でこのエスケープは使えません。バックスラッシュは `\\\\` と書くか、一重引用符を使ってください。',
  },
  BAD_INDENT: indentation,
  BAD_SCALAR_START: {
    en: 'A plain text cannot start with this character. Put the text in quotes.',
    ja: '引用符なしの文字列はこの文字で始められません。引用符で囲んでください。',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'There are two `key: value` on one line. Put the second on a line of its own, or quote a text that contains a colon.',
    ja: '1 行に `キー: 値` が 2 つあります。2 つ目を次の行に書くか、コロンを含む文字列なら引用符で囲んでください。',
  },
  BLOCK_IN_FLOW: {
    en: 'Inside `[…]` and `{…}` values are separated by commas; lines with `-` or indentation do not work there.',
    ja: '`[…]` や `{…}` の中では値をカンマで区切ります。`-` や字下げによる書き方は使えません。',
  },
  KEY_OVER_1024_CHARS: {
    en: 'A key can have at most 1,024 characters. A colon may be missing earlier in this line.',
    ja: 'キーは 1,024 文字までです。この行のもっと前でコロンが抜けている可能性があります。',
  },
  MISSING_CHAR: {
    en: 'Something is missing here: a closing quote, a bracket, a colon with a space after it, or a comma.',
    ja: 'ここに足りない文字があります。閉じ引用符、括弧、コロンとその後の空白、カンマのいずれかを確認してください。',
  },
  MULTILINE_IMPLICIT_KEY: implicitKey,
  MULTIPLE_ANCHORS: twice,
  MULTIPLE_TAGS: twice,
  MULTIPLE_DOCS: messages.moreDocuments,
  RESOURCE_EXHAUSTION: messages.tooDeep,
  TAB_AS_INDENT: {
    en: 'YAML does not allow tabs for indentation. Replace the tab with spaces.',
    ja: 'YAML では字下げにタブを使えません。空白に置き換えてください。',
  },
  TAG_RESOLVE_FAILED: {
    en: 'This tag does not fit the value that follows it.',
    ja: 'このタグは後に続く値に使えません。',
  },
  UNEXPECTED_TOKEN: unexpected,
};

/** The message for an error of the `yaml` package. `detail` is its own wording, which tells cases of one code apart. */
export function yamlMessage(code: ErrorCode, detail: string): Localized {
  if (code === 'MISSING_CHAR' && detail.includes('quote')) {
    return {
      en: 'This text has no closing quote. Add it where the text ends.',
      ja: '文字列の閉じ引用符がありません。文字列の終わりに付けてください。',
    };
  }
  if (code === 'MISSING_CHAR' && detail.startsWith('Implicit map keys')) {
    return {
      en: 'A colon is missing after this. Write `Key: value`, or delete the line.',
      ja: 'この後にコロンがありません。`キー: 値` の形で書くか、行を削除してください。',
    };
  }
  if (code === 'MISSING_CHAR' && detail.includes('Missing ,')) {
    return {
      en: 'A comma is missing before this.',
      ja: 'この前にカンマがありません。',
    };
  }
  if (code === 'MISSING_CHAR' && detail.includes('must be separated')) {
    return {
      en: 'A space is missing before this.',
      ja: 'この前に空白が必要です。',
    };
  }
  if (/end with/.test(detail)) {
    return {
      en: 'A closing bracket is missing here.',
      ja: 'ここに閉じ括弧がありません。',
    };
  }
  return byCode[code] ?? unexpected;
}
