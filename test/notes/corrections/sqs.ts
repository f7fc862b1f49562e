import type { Pairs } from './pair.ts';

export const sqs: Pairs = {
  'sqs/message-size': {
    under: 'Amazon SQS',
    bad: [
      'メッセージは最大 256 KB まで。',
      'A message can be up to 256 KiB.',
      'Payloads larger than 262,144 bytes go to S3, because SQS does not take them.',
    ],
    good: [
      'メッセージは最大 1 MiB。',
      '以前は 256 KB が上限だった。',
      'SNS のメッセージは最大 256 KB。',
      'A message can be up to 1 MiB; until 2025 it was 256 KiB.',
      'EventBridge entries are limited to 256 KB, unlike SQS messages.',
    ],
  },
};
