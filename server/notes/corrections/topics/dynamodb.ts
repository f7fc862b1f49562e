import type { Correction } from '../correction.ts';

export const dynamodb: readonly Correction[] = [
  {
    id: 'dynamodb/no-aggregate-queries',
    topic: 'dynamodb',
    wordings: [
      {
        all: [
          /GROUP BY|\bSUM\b|\bAVG\b|集計関数|集約関数|集計クエリ|aggregat(?:e|ion) (?:function|quer)/i,
          /使え(?:る|ます)|(?:使用|利用|実行)(?:でき|可能)|サポート(?:し|され)て|サポートする|対応し(?:て|ます)|\bcan\b|\bsupports?\b|\boffers?\b|\bprovides?\b/i,
        ],
      },
    ],
    unless: [
      /ない|ません|非対応|cannot|can't|\bnot\b|n't\b|\bno\b|without/i,
      /Athena|Redshift|Streams?\b|ストリーム|Lambda|export|エクスポート|zero-?ETL|\bEMR\b|OpenSearch|Spark/i,
    ],
    correct: {
      en: 'DynamoDB has no GROUP BY, SUM or AVG. Keep the totals in items of their own, with atomic counters or with DynamoDB Streams and Lambda; or query an export with Athena.',
      ja: 'DynamoDB には GROUP BY・SUM・AVG のような集計機能がありません。アトミックカウンターや DynamoDB Streams と Lambda で集計値を更新しておくか、エクスポートしたデータを Athena で集計します。',
    },
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-functions.html',
  },
];
