import type { Correction } from '../correction.ts';

const notifications = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html';

export const s3: readonly Correction[] = [
  {
    id: 's3/versioning-is-optional-for-notifications',
    topic: 's3',
    wordings: [
      {
        all: [
          /バージョニング|バージョン管理|versioning/i,
          /有効|オン|必要|必須|前提|\benabl|turn(?:ed)? on|switch(?:ed)? on|activat|\brequir|\bneed|\bmust\b|prerequisite/i,
        ],
        around: [
          /通知|notif/i,
          /ため|為|たびに|度に|ごと|必要|必須|前提|漏れ|取りこぼ|失わ|確実|so that|because|since|\brequir|\bneed|\bmust\b|ensure|guarantee|every|\beach\b|in order to|otherwise|prerequisite/i,
        ],
      },
    ],
    unless: [
      /不要|必要は?(?:な|あり)|必須で(?:は)?(?:な|あり)|なくても|なしでも|任意|バージョンID|復元|復旧|上書き|誤削除|レプリケーション|ライフサイクル|費用|確認/,
      /versionId|version ID|not (?:required|needed|necessary|a prerequisite)|(?:not|n't) (?:requir|need)|\bwithout\b|optional|\bno need|restor|recover|protect|rollback|replicat|object lock|\bcosts?\b|lifecycle/i,
    ],
    correct: {
      en: 'Event notifications do not require versioning: S3 notifies of every write at least once without it (advice to the contrary is from about 2021 and gone from the documentation). Enable it if you need the versionId in the event.',
      ja: 'イベント通知にバージョニングは必須ではなく、なくても書き込みは少なくとも 1 回通知されます(必要とする説明は 2021 年頃のもので、現在の文書にはありません)。イベントの versionId が必要な場合に有効にします。',
    },
    source: notifications,
  },
  {
    id: 's3/notification-is-sent',
    topic: 's3',
    wordings: [{ all: [/通知を(?:指|差|刺)(?:せ|す|し)/] }],
    correct: {
      en: 'Probably a slip for 通知を送信させる or 通知を出せる: notifications are sent, not pointed at.',
      ja: '「通知を指せる」は、「通知を送信させる」などの誤変換と思われます。',
    },
    source: notifications,
  },
  {
    id: 's3/no-fifo-destination',
    topic: 's3',
    wordings: [
      {
        all: [
          /通知|notif/i,
          /FIFO/i,
          /送(?:れ|信でき)(?:る|ます)|(?:送信|指定|設定|利用|使用)(?:可能|でき(?:る|ます))|対応し(?:て|ます)|サポート(?:し|され)て|使え(?:る|ます)|\bcan\b|\bsupports?\b|deliver|\bsends? /i,
        ],
      },
    ],
    unless: [
      /ない|ません|不可|非対応|のみ|だけ|標準|経由/,
      /EventBridge|cannot|can't|\bnot\b|n't\b|never|except|\bonly\b|standard|\bvia\b|through|reject/i,
    ],
    correct: {
      en: 'S3 cannot send notifications to a FIFO queue or FIFO topic; the deployment fails. Use a standard queue or topic, or send to EventBridge and let a rule feed the FIFO queue.',
      ja: 'S3 のイベント通知は FIFO キューや FIFO トピックに送れず、デプロイが失敗します。標準のキューやトピックを使うか、EventBridge に送り、ルールから FIFO キューに渡します。',
    },
    source:
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html',
  },
  {
    id: 's3/notifications-at-least-once',
    topic: 's3',
    wordings: [
      {
        all: [
          /通知|notif/i,
          /[1一](?:回|度)(?:だけ|のみ|限り|きり)|重複(?:は|も|が)?(?:なく|ない|ありません|しない|しません)|順序は?(?:が|も)?保証され(?:る|て|ます)|exactly[- ]once|(?:only|just) once|no duplicates|never (?:duplicated|twice)|in (?:the )?(?:right |correct )?order\b|order is guarantee/i,
          /届|配信|送(?:ら|信)|deliver|\bsent\b|\barriv|\bsends\b/i,
        ],
      },
    ],
    unless: [
      /冪等|処理|ない場合|限ら|少なくとも|保証(?:は|され)(?:ない|ません|あり)|確認|テスト|EventBridge|\bSQS\b|FIFO/i,
      /idempoten|process|at least|\bnot\b|n't\b|no guarantee|cannot|sequencer|\btest|email|e-mail/i,
    ],
    correct: {
      en: 'S3 delivers notifications at least once: sometimes twice, and not always in order. Make the consumer idempotent and compare the sequencer of events for one key.',
      ja: 'S3 のイベント通知は「少なくとも 1 回」の配信で、重複することも順序が入れ替わることもあります。受け手の処理を冪等にし、同じキーのイベントは sequencer で順序を判断します。',
    },
    source: notifications,
  },
];
