import type { Correction } from '../correction.ts';

const streams = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html';

export const dynamodbStreams: readonly Correction[] = [
  {
    id: 'dynamodb-streams/record-content',
    topic: 'dynamodb-streams',
    wordings: [
      {
        all: [
          /主キー|プライマリー?キー|キー属性|primary[- ]key|key attributes/i,
          /レコード|\brecords?\b/i,
          /だけ|のみ|しか|\bonly\b|nothing (?:but|else|more)/i,
        ],
      },
      {
        all: [
          /(?:主キー|プライマリー?キー|キー属性)(?:の?属性|の?情報)?を(?:持つ|もつ|含む|含んだ)(?:ストリーム)?レコード/,
        ],
      },
      {
        all: [
          /\brecords? (?:that (?:holds?|contains?|has|have|carr(?:y|ies)) |with |containing |holding )(?:only |just )?(?:the |its )?(?:primary[- ]key|key attributes)/i,
        ],
      },
    ],
    unless: [
      /KEYS_ONLY|View ?Type|ビューの?タイプ|イメージ|に加え|だけでな|のみでな|場合|設定|次第|によって|により|による|応じ|選(?:ぶ|択)|パーティション/i,
      /\bimages?\b|depend|configur|setting|besides|in addition|as well|along with|\bif\b|\bnot\b|n't\b|partition/i,
    ],
    correct: {
      en: 'What a stream record holds beside the key is decided by StreamViewType: KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES.',
      ja: 'ストリームレコードにキーのほか何が入るかは、StreamViewType(KEYS_ONLY・NEW_IMAGE・OLD_IMAGE・NEW_AND_OLD_IMAGES)で決まります。',
    },
    source: streams,
  },
  {
    id: 'dynamodb-streams/stream-record',
    topic: 'dynamodb-streams',
    wordings: [
      { all: [/ストレージレコード/] },
      { all: [/\bstorage records?\b/i, /stream|lambda|\bpoll|shard/i] },
    ],
    correct: {
      en: 'What Lambda polls for are new stream records. The Lambda service does the polling, by an event source mapping, and then invokes the function.',
      ja: 'Lambda が検知するのは、新しい「ストリームレコード」です。イベントソースマッピングにより Lambda サービスがポーリングし、関数を呼び出します。',
    },
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html',
  },
  {
    id: 'dynamodb-streams/retention',
    topic: 'dynamodb-streams',
    wordings: [
      {
        all: [
          /ストリーム|レコード|\bstreams?\b|\brecords?\b/i,
          /保持|残(?:る|り|さ)|保存|\bretain|retention|\bkept\b|\bkeeps?\b|available for|\bstored\b/i,
          /(?<!\d)(?:[2-9]|[1-9]\d{1,3})日|[1-9数]週間|[1-9]か月|無期限|永久|(?<!\d)(?:[2-9]|[1-9]\d{1,3}|two|three|seven|several)[ -]days?|\bweeks?\b|\bmonths?\b|forever|indefinitely/i,
        ],
      },
    ],
    unless: [
      /Kinesis|24|バックアップ|PITR|復旧|\bTTL\b|\bS3\b|ログ|\bSQS\b|DLQ|キュー|でき(?:ない|ません)|され(?:ない|ません)|したい|する場合|には/i,
      /backup|point-in-time|\blogs?\b|queue|cannot|can't|\bnot\b|n't\b|longer than|\bif\b|need|archive/i,
    ],
    correct: {
      en: 'DynamoDB Streams keeps records for 24 hours, and that cannot be changed. For longer, use Kinesis Data Streams for DynamoDB.',
      ja: 'DynamoDB Streams のレコードの保持期間は 24 時間で、変更できません。より長く必要なら Kinesis Data Streams for DynamoDB を使います。',
    },
    source: streams,
  },
  {
    id: 'dynamodb-streams/order',
    topic: 'dynamodb-streams',
    wordings: [
      {
        all: [
          /テーブル全体|全ての?アイテム|すべてのアイテム|異なるアイテム|アイテム間|アイテムをまたい|(?:whole|entire) table|across (?:all |different )?items|between (?:all |different )?items|all items/i,
          /順序|順番|順に|順で|\border(?:ed|ing)?\b/i,
          /保証|守ら|保た|維持|どおり|通り|guarante|preserv|\bordered\b|in (?:the )?order|\bkept\b|\bkeeps?\b/i,
        ],
      },
    ],
    unless: [
      /ない|ません|(?:され|し|れ)ず|アイテム(?:単位|ごと)|シャード|同じアイテム|同一アイテム/,
      /\bnot\b|n't\b|\bno\b|never|\bonly\b|shard|(?:per|each|same) item/i,
    ],
    correct: {
      en: 'Only changes to the same item are in order. Different items can be in different shards, so there is no order across the table.',
      ja: '順序が保たれるのは、同じアイテムへの変更どうしだけです。別のアイテムは別のシャードに入ることがあり、テーブル全体の順序はありません。',
    },
    source: streams,
  },
  {
    id: 'dynamodb-streams/name',
    topic: 'dynamodb-streams',
    // "A DynamoDB stream" is one of a table; as the name of the feature it has an "s".
    wordings: [{ all: [/^(?:Amazon )?DynamoDB Stream$|DynamoDB Stream(?=[\u3041-\u30ff\u4e00-\u9fff])/] }],
    oncePerNote: true,
    correct: {
      en: 'The feature is called DynamoDB Streams, with an "s".',
      ja: '機能名は「DynamoDB Streams」です(末尾に s が付きます)。',
    },
    source: streams,
  },
];
