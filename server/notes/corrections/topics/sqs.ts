import type { Correction } from '../correction.ts';

export const sqs: readonly Correction[] = [
  {
    id: 'sqs/message-size',
    topic: 'sqs',
    wordings: [
      {
        all: [
          /メッセージ|ペイロード|\bmessages?\b|payload|\bSQS\b/i,
          /(?<![\d,.])256 ?(?:KB|KiB|キロ)|262,?144/i,
          /最大|上限|まで|以下|以内|超え|maximum|\bmax\b|\blimit|up to|at most|no (?:more|larger)|(?:larger|bigger) than|exceed/i,
        ],
      },
    ],
    unless: [
      /(?<![\d.])1 ?M(?:i?B)|1,?048,?576|EventBridge|\bSNS\b|Lambda|Step Functions|\bIoT\b|Kinesis|\bwas\b|until|MaximumMessageSize|設定|うちの|our\b/i,
    ],
    correct: {
      en: 'An SQS message can be up to 1 MiB (1,048,576 bytes); 256 KiB was the limit until 2025.',
      ja: 'SQS のメッセージは最大 1 MiB(1,048,576 バイト)です。256 KiB は 2025 年までの上限です。',
    },
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
  },
];
