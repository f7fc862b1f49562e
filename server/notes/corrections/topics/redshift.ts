import type { Correction } from '../correction.ts';

export const redshift: readonly Correction[] = [
  {
    id: 'redshift/dc2-is-retired',
    topic: 'redshift',
    wordings: [
      {
        all: [
          /\bDC2\b/i,
          /推奨|おすすめ|お勧め|を選(?:ぶ|び|択)|最新|現行|が標準|(?:使用|利用)(?:でき(?:る|ます)|する$|する。)|使え(?:る|ます)|を使う|recommend|\bchoose\b|\bpick\b|^use\b|\bavailable\b|latest|good (?:fit|choice)|\bbest\b/i,
        ],
      },
    ],
    unless: [
      /廃止|終了|非推奨|旧|移行|置き換|乗り換|代わり|でき(?:ない|ません)|作れ|避け|やめ|しない|使わ|選ば|RA3を(?:推奨|選)|推奨され(?:ない|ません)/,
      /retire|deprecat|end of|legacy|\bold\b|migrat|replac|discontinu|cannot|can't|\bnot\b|n't\b|never|avoid|instead|upgrade|unavailable/i,
    ],
    correct: {
      en: 'DC2 nodes are retired: AWS announced their end in April 2025. Choose RA3 or a newer generation, or Redshift Serverless.',
      ja: 'DC2 ノードは、2025 年 4 月に AWS が提供終了を発表しました。RA3 以降の世代か Redshift Serverless を選んでください。',
    },
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html',
  },
  {
    id: 'redshift/name',
    topic: 'redshift',
    // Only the capital letter tells the name from the right one.
    wordings: [{ all: [/RedShift|Red Shift/] }],
    oncePerNote: true,
    correct: {
      en: 'The service is called Amazon Redshift, with a small "s".',
      ja: 'サービス名は「Amazon Redshift」です(s は小文字)。',
    },
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/welcome.html',
  },
];
