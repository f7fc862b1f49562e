import type { Pairs } from './pair.ts';

export const redshift: Pairs = {
  'redshift/dc2-is-retired': {
    under: 'Amazon Redshift',
    bad: [
      '小さなクラスターには DC2 がおすすめです。',
      '最新のノードタイプは RA3 と DC2 です。',
      '安く済ませるなら dc2.large を選択する。',
      'We recommend dc2.large for small clusters.',
      'Choose DC2 for compute-heavy work.',
    ],
    good: [
      'DC2 は提供終了が発表されたので、RA3 を選ぶ。',
      'いまも dc2.large で動いている。',
      'DC2 から RA3 への移行を推奨します。',
      'DC2 is retired; choose RA3.',
      'Our cluster has four dc2.large nodes.',
      'Do not choose DC2 any more.',
    ],
  },
  'redshift/name': {
    under: 'データウェアハウス',
    bad: ['Amazon RedShift に毎晩ロードする。', 'RedShift holds the history.'],
    good: ['Amazon Redshift に毎晩ロードする。', 'Redshift holds the history.', 'redshift の設定を見る。'],
  },
};
