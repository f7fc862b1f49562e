import type { Correction } from '../correction.ts';

export const athena: readonly Correction[] = [
  {
    id: 'athena/billed-by-bytes-scanned',
    topic: 'athena',
    wordings: [
      {
        all: [
          /クエリ(?:の|を)?(?:実行)?(?:した)?(?:回数|件数|本数|数)|実行(?:した)?回数|結果の?(?:行数|件数|サイズ)|返され?た行|number of queries|how many queries|rows (?:it )?return|rows in the result|size of the result|result size/i,
          /課金|料金|請求|費用|\bbill|\bcharg|\bpay|\bpric|\bcost/i,
        ],
      },
    ],
    unless: [
      /スキャン|読み取|読み込|関係な|依存し(?:ない|ません)|よら(?:ず|ない)|ではな|DPU|プロビジョン/,
      /\bscan|\bread|\bnot\b|n't\b|regardless|no matter|independent|provisioned/i,
    ],
    correct: {
      en: 'By default Athena bills the bytes that a query scans, whatever the number of queries and the size of their results. Partitions, compression and columnar formats such as Parquet make queries cheaper.',
      ja: 'Athena の既定の課金は、クエリの回数や結果の量ではなく、スキャンしたバイト数に対するものです。パーティション、圧縮、Parquet などの列指向形式を使うと安くなります。',
    },
    source: 'https://aws.amazon.com/athena/pricing/',
  },
];
