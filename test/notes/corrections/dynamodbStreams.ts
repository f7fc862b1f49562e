import type { Pairs } from './pair.ts';

export const dynamodbStreams: Pairs = {
  'dynamodb-streams/record-content': {
    under: 'DynamoDB Streams',
    bad: [
      'ストリームレコードには主キーだけが入る。',
      '変更があると、プライマリキーの情報を含むレコードが書き込まれる。',
      'Stream records hold only the primary key.',
      'Each change writes a record with the primary key of the item.',
    ],
    good: [
      'レコードの内容は StreamViewType で決まり、KEYS_ONLY なら主キーだけが入る。',
      '主キーだけでなく、変更前後のイメージもレコードに入れられる。',
      '各レコードにはキー属性が入っている。',
      'With KEYS_ONLY a record holds only the key attributes.',
      'Records hold the primary key and, depending on the view type, the item.',
      'Every record carries the key attributes.',
    ],
  },
  'dynamodb-streams/stream-record': {
    under: 'DynamoDB Streams',
    bad: ['新しいストレージレコードがあると Lambda が動く。', 'Lambda polls the stream for storage records.'],
    good: ['新しいストリームレコードがあると Lambda が動く。', 'Lambda polls the shards for stream records.'],
  },
  'dynamodb-streams/retention': {
    under: 'DynamoDB Streams',
    bad: [
      'レコードは 7 日間保持される。',
      'ストリームの内容は無期限に残ります。',
      'Stream records are kept for seven days.',
      'Records are retained for up to 365 days.',
    ],
    good: [
      'レコードは 24 時間保持される。',
      'Kinesis に流せばレコードを 365 日保持できる。',
      'レコードは 1 日で消えるため、障害は 24 時間以内に直す。',
      'Records are kept for 24 hours.',
      'If records are needed for seven days, archive them.',
    ],
  },
  'dynamodb-streams/order': {
    under: 'DynamoDB Streams',
    bad: [
      'テーブル全体で変更の順序が保証される。',
      'すべてのアイテムの変更が順番どおりに届く。',
      'Changes are ordered across the whole table.',
      'The order of changes to all items is guaranteed.',
    ],
    good: [
      '同じアイテムへの変更は順序が守られるが、テーブル全体の順序は保証されない。',
      '変更はアイテムごとに順番どおり届く。',
      'Changes to the same item stay in order.',
      'There is no order across the entire table, so nothing is guaranteed.',
    ],
  },
  'dynamodb-streams/name': {
    under: 'DynamoDB',
    bad: ['DynamoDB Stream を有効にする。', 'DynamoDB Stream'],
    good: ['DynamoDB Streams を有効にする。', 'Each table can have one DynamoDB stream.'],
  },
};
