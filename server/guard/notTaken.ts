/** Why a Guard rule has no counterpart among rule blocks. */
import type { Localized } from '../text/localized.ts';

const reasons = {
  syntax: {
    en: 'it is written in a way that cannot be read here',
    ja: 'ここでは読めない書き方が使われています',
  },
  parameters: { en: 'it takes parameters', ja: '引数を取ります' },
  functions: {
    en: 'it calls functions or compares with maps',
    ja: '関数の呼び出し、またはマップとの比較があります',
  },
  otherRule: { en: 'it refers to another rule', ja: '他のルールを参照しています' },
  everyType: { en: 'it is about resources of every type', ja: 'すべてのタイプのリソースが対象です' },
  severalKinds: {
    en: 'one condition speaks of several kinds of resources',
    ja: '1 つの条件で複数の種類のリソースを調べています',
  },
  notOneType: {
    en: 'it looks at more than the resources of one type',
    ja: '1 つのタイプのリソース以外も調べています',
  },
  notProperties: { en: 'it looks at more than properties', ja: 'プロパティ以外も調べています' },
  presence: {
    en: 'it demands that the template has some resource',
    ja: 'テンプレートに特定のリソースがあることを求めています',
  },
  query: {
    en: 'it queries in a way that rule blocks cannot',
    ja: 'rule ブロックにない方法で値を探しています',
  },
  intrinsics: { en: 'it looks into intrinsic functions', ja: '組み込み関数の中を調べています' },
  twoValues: { en: 'it compares one value with another', ja: '値どうしを比べています' },
  wholes: {
    en: 'it compares with a whole list, a range of texts or null',
    ja: 'リスト全体や null と比べています',
  },
  pattern: {
    en: 'its regular expression needs look-around or back-references',
    ja: '正規表現に先読み・後読みまたは後方参照が必要です',
  },
  nothing: { en: 'it demands nothing of properties', ja: 'プロパティに何も求めていません' },
} satisfies Record<string, Localized>;

export type Reason = keyof typeof reasons;

export class NotTaken extends Error {
  readonly reason: Reason;
  /** Where in the file, if it is known. */
  readonly offset: number | undefined;

  constructor(reason: Reason, offset?: number) {
    super(reasons[reason].en);
    this.name = 'NotTaken';
    this.reason = reason;
    this.offset = offset;
  }
}

/** The reason in words. */
export function reasonText(reason: Reason): Localized {
  return reasons[reason];
}
