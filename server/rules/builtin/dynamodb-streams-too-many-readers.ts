import { placeOfMissing } from '../claims.ts';
import { attributeReaders } from '../references.ts';
import type { Report, Rule } from '../rule.ts';

/** What reads a stream itself; others only mention its ARN. */
const readerTypes: readonly string[] = [
  'AWS::Lambda::EventSourceMapping',
  'AWS::Serverless::Function',
  'AWS::Pipes::Pipe',
];

/** More processes than a shard serves without throttling. */
const most = 2;

/** A stream that more than two consumers read. */
export const tooManyReaders: Rule = {
  id: 'dynamodb-streams/too-many-readers',
  title: { en: 'More than two readers of a stream', ja: '3 つ以上のコンシューマーが読むストリーム' },
  severity: 'warning',
  subject: { topic: 'dynamodb-streams', aspect: 'readers' },
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table, template) {
    const readers = attributeReaders(template, table, 'StreamArn', ...readerTypes).filter(
      ({ key, when }) => when.length === 0 && sourceKeys.includes(key ?? ''),
    );
    if (readers.length <= most) return [];
    const report: Report = {
      message: {
        en: `${readers.length} consumers read the stream of table "${table.name}"; more than two per shard are throttled. Let one reader fan out (SNS, EventBridge), or use Kinesis Data Streams for DynamoDB.`,
        ja: `テーブル「${table.name}」のストリームを ${readers.length} 個のコンシューマーが読み取っています。シャードあたり 3 つ以上の読み取りはスロットリングの原因になります。1 つのコンシューマーから SNS や EventBridge へ配るか、DynamoDB 用の Kinesis Data Streams を使ってください。`,
      },
      span: placeOfMissing(table, 'StreamSpecification'),
      related: readers.map(({ resource, value }) => ({
        resource,
        span: value.span,
        message: { en: `"${resource.name}" reads it`, ja: `「${resource.name}」が読み取り` },
      })),
    };
    return [report];
  },
};

const sourceKeys: readonly string[] = ['EventSourceArn', 'Stream', 'Source'];
