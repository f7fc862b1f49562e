import type { Pairs } from './pair.ts';

export const athena: Pairs = {
  'athena/billed-by-bytes-scanned': {
    under: 'Amazon Athena',
    bad: [
      'クエリの回数に応じて課金される。',
      '料金は結果の行数で決まります。',
      'You are billed by the number of queries.',
      'The price depends on the size of the result.',
    ],
    good: [
      '料金はクエリがスキャンしたデータ量で決まり、クエリの回数は関係ない。',
      '実行したクエリに対してのみ課金される。',
      'クエリの件数が増えると待ち時間が延びる。',
      'Queries are billed by the bytes scanned, not by the number of queries.',
      'You pay only for the queries you run.',
    ],
  },
};
