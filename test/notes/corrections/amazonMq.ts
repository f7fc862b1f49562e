import type { Pairs } from './pair.ts';

export const amazonMq: Pairs = {
  'amazon-mq/existing-application': {
    inJapaneseOnly: true,
    under: 'Amazon MQ',
    bad: [
      '規定のアプリがメッセージングを使っている場合に移行先とする。',
      '規定の App のブローカーをクラウドへ移す。',
    ],
    good: [
      '既存のアプリがメッセージングを使っている場合に移行先とする。',
      '規定の手順でブローカーを移行する。',
    ],
  },
};
