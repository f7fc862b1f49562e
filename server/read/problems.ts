/** The problems that readers report, in words for people who write templates rather than parsers. */
import type { Problem } from '../model/template.ts';
import type { Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';

/** Names and texts in messages are shortened to this many characters. */
const longestName = 60;

/** A problem whose span is made to hold at least one character of `text`, unless the text is empty. */
export function problem(
  text: string,
  at: Span,
  message: Localized,
  severity: Problem['severity'] = 'error',
): Problem {
  let start = Math.max(0, Math.min(at.start, text.length));
  let end = Math.max(start, Math.min(at.end, text.length));
  if (start === end) {
    if (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
    else {
      // At the end of a line there is nothing to mark but what stands before it.
      while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
      end = Math.max(start, Math.min(end, start));
      if (start > 0) start--;
      else end = Math.min(1, text.length);
    }
  }
  return { span: { start, end }, severity, message };
}

/**
 * Of errors in the order of the text, the first of each line: one slip often gives several, and the first tells most.
 * @param offsetOf where an error begins in `text`
 */
export function firstOfEachLine<E>(
  errors: readonly E[],
  text: string,
  offsetOf: (error: E) => number,
): readonly E[] {
  let reportedUpTo = -1;
  return errors.filter((error) => {
    const at = offsetOf(error);
    if (at <= reportedUpTo) return false;
    const lineEnd = text.indexOf('\n', at);
    reportedUpTo = lineEnd < 0 ? text.length : lineEnd;
    return true;
  });
}

/** `name` as messages show it. */
export function shortName(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

export const messages = {
  missingType: (name: string): Localized => ({
    en: `"${shortName(name)}" has no Type, so CloudFormation cannot tell what to create. Add one such as \`Type: AWS::S3::Bucket\`.`,
    ja: `「${shortName(name)}」に Type がなく、何を作成するか決まりません。\`Type: AWS::S3::Bucket\` のように指定してください。`,
  }),
  notAMap: (name: string): Localized => ({
    en: `"${shortName(name)}" should be followed by a colon and, indented below it, its Type and Properties.`,
    ja: `「${shortName(name)}」の後にコロンを付け、その下に字下げして Type と Properties を書いてください。`,
  }),
  duplicateKey: (name: string): Localized => ({
    en: `"${shortName(name)}" is given twice here; only the last one counts. Rename or remove one of them.`,
    ja: `「${shortName(name)}」がここで重複しています。最後のものだけが有効です。片方の名前を変えるか、削除してください。`,
  }),
  tooLong: {
    en: 'This template is longer than the 1 MB that CloudFormation takes, and is not checked. Split it into nested stacks or modules.',
    ja: 'このテンプレートは CloudFormation の上限 (1 MB) を超えているため、検査されません。ネストしたスタックやモジュールに分割してください。',
  },
  tooDeep: {
    en: 'This is nested too deeply to be read; what is inside is not checked.',
    ja: '入れ子が深すぎるため読み取れません。この内側は検査されません。',
  },
  tooManyAliases: {
    en: 'The aliases of this file unfold into too many values; the rest of them is not checked.',
    ja: 'エイリアスを展開すると値が多くなりすぎます。残りは検査されません。',
  },
  unknownAlias: (name: string): Localized => ({
    en: `There is no anchor \`&${shortName(name)}\` above this alias. Define it first, or quote the text if it should start with an asterisk.`,
    ja: `このエイリアスより前にアンカー \`&${shortName(name)}\` がありません。先に定義するか、アスタリスクで始まる文字列なら引用符で囲んでください。`,
  }),
  controlCharacter: {
    en: 'There is an invisible control character (NUL) here, which no template may contain. Delete it.',
    ja: 'ここに見えない制御文字 (NUL) があります。テンプレートには使えないため、削除してください。',
  },
  moreDocuments: {
    en: 'A template is a single YAML document; what follows this `---` is not read. Move it to a file of its own.',
    ja: 'テンプレートは 1 つの YAML 文書です。この `---` より後は読み取られません。別のファイルに分けてください。',
  },
  unreadable: {
    en: 'This part could not be read and is not checked.',
    ja: 'この部分は読み取れなかったため、検査されません。',
  },
};
