import type { Pairs } from './pair.ts';

export const s3: Pairs = {
  's3/versioning-is-optional-for-notifications': {
    under: 'Amazon S3',
    bad: [
      'イベント通知を使うにはバージョニングの有効化が必須です。',
      '書き込みのたびに通知されるよう、バージョニングを有効にしておく。',
      'バージョン管理をオンにする必要がある: そうしないと通知に漏れが出る。',
      'Event notifications require versioning to be enabled.',
      'Enable versioning to ensure that every write triggers a notification.',
    ],
    good: [
      'イベント通知にバージョニングは不要です。',
      '誤削除に備えてバージョニングを有効にする。通知は EventBridge に送る。',
      'イベントの versionId が必要なら、通知のためにバージョニングを有効にする。',
      'バケットはバージョニングを有効にする。',
      'Notifications do not need versioning.',
      'Enable versioning if the consumer of the notification needs the versionId.',
      'Versioning is enabled on this bucket, and notifications go to SQS.',
    ],
  },
  's3/notification-is-sent': {
    inJapaneseOnly: true,
    under: 'S3',
    bad: ['書き込みのたびに通知を指せるようにする。', 'S3 event: 通知を差す。'],
    good: ['書き込みのたびに通知を出せるようにする。', 'S3 sends a notification for every write.'],
  },
  's3/no-fifo-destination': {
    under: 'S3 のイベント通知',
    bad: [
      '通知は FIFO キューにも送れます。',
      '通知の送信先として SQS FIFO キューを指定できる。',
      'Notifications can go to a FIFO queue.',
      'S3 supports FIFO topics for notifications.',
    ],
    good: [
      '通知は FIFO キューに送れません。',
      '通知の送信先は標準キューのみで、FIFO は非対応。',
      'EventBridge を経由すれば通知を FIFO キューに渡せる。',
      'Notifications cannot go to a FIFO queue.',
      'S3 sends notifications to EventBridge, and a rule can feed a FIFO queue.',
    ],
  },
  's3/notifications-at-least-once': {
    under: 'Amazon S3',
    bad: [
      '通知は 1 回だけ届くので、重複を考えなくてよい。',
      'イベント通知の配信では順序が保証される。',
      'Each notification is delivered exactly once.',
      'Notifications arrive in order.',
    ],
    good: [
      '通知は少なくとも 1 回配信され、重複することがある。',
      '通知の設定は一度だけ行えばよい。',
      '通知の順序は保証されない。',
      'Notifications are delivered at least once and not always in order.',
      'Set up the notification only once.',
    ],
  },
};
