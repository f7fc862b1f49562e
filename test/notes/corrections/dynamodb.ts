import type { Pairs } from './pair.ts';

export const dynamodb: Pairs = {
  'dynamodb/no-aggregate-queries': {
    under: 'DynamoDB',
    bad: [
      'GROUP BY で集計できるクエリをサポートしています。',
      '集計関数を使えるので、売上の合計も 1 回で求められる。',
      'It supports GROUP BY and SUM.',
      'You can use aggregate functions in a query.',
    ],
    good: [
      'GROUP BY や SUM は使えません。',
      'Streams と Lambda で更新すれば、集計クエリなしで合計を表示できる。',
      'エクスポートを Athena で読めば集計関数を使える。',
      'It does not support GROUP BY.',
      'An export to S3 can be queried with aggregate functions in Athena.',
    ],
  },
};
