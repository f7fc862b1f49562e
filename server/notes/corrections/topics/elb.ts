import type { Correction } from '../correction.ts';

export const elb: readonly Correction[] = [
  {
    id: 'elb/classic-logs-are-not-compressed',
    topic: 'elb',
    wordings: [
      {
        all: [/Classic|\bCLB\b|クラシック/i, /圧縮|gzip|\.gz\b|\bcompress/i, /ログ|\blogs?\b/i],
      },
    ],
    unless: [
      /非圧縮|無圧縮|圧縮な(?:し|い)|圧縮は?(?:され|し)?(?:ない|ません|ず)|平文|テキスト|以外|除/,
      /uncompressed|\bnot\b|n't\b|plain|except|unlike|\bno\b/i,
    ],
    correct: {
      en: 'Access logs of ALB and NLB are gzip files (.log.gz); a Classic Load Balancer writes plain text (.log).',
      ja: 'ALB と NLB のアクセスログは gzip ファイル(.log.gz)ですが、Classic Load Balancer は圧縮せずテキスト(.log)で保存します。',
    },
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html',
  },
  {
    id: 'elb/gateway-has-no-access-logs',
    topic: 'elb',
    wordings: [
      {
        all: [
          /Gateway Load Balancer|\bGWLB\b|ゲートウェイロードバランサ/i,
          /アクセスログ|access logs?/i,
          /有効|記録|取得|対応し|対応する|サポート|保存|\benabl|turn on|\bsupports?\b|\brecords?\b|\bwrites?\b|\bhas\b|\bhave\b|provide/i,
        ],
      },
    ],
    unless: [
      /ない|ません|なし|非対応|不可|除|以外|代わり|のみ|だけ|フローログ/,
      /\bno\b|\bnot\b|n't\b|never|cannot|except|instead|without|none|neither|\bonly\b|flow logs?|reject|other than/i,
    ],
    correct: {
      en: 'A Gateway Load Balancer has no access logs; setting the access_logs attributes on one is rejected. VPC flow logs show its traffic.',
      ja: 'Gateway Load Balancer にアクセスログはなく、access_logs の属性を設定すると拒否されます。通信は VPC フローログで確認できます。',
    },
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-load-balancers.html',
  },
];
