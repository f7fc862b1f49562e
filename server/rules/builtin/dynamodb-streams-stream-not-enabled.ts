import type { Resource } from '../../model/template.ts';
import { get } from '../../model/value.ts';
import { absentWhen, allOf, existsWhen } from '../claims.ts';
import { attributeReaders } from '../references.ts';
import type { Fix, Report, Rule } from '../rule.ts';

const simpleTable = 'AWS::Serverless::SimpleTable';

/** A table whose StreamArn is read although it has no stream. */
export const streamNotEnabled: Rule = {
  id: 'dynamodb-streams/stream-not-enabled',
  title: { en: 'Stream is read but not enabled', ja: '有効でないストリームを参照している' },
  severity: 'error',
  subject: { topic: 'dynamodb-streams', aspect: 'enabling' },
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', simpleTable],
  check(table, template) {
    const noStream = absentWhen(template, get(table.properties, 'StreamSpecification'));
    // Where the stream depends on a condition, its readers usually do, too.
    if (!noStream || noStream.length > 0) return [];
    // Most tables have no stream and nobody asks for one: then no other resource need be parsed.
    if (template.format !== 'cdk' && !template.text.includes('StreamArn')) return [];
    const readers = attributeReaders(template, table, 'StreamArn');
    const first = readers[0];
    if (!first) return [];
    const certain = readers.find((reader) => reader.when.length === 0);
    const when = certain
      ? existsWhen(table, certain.resource.condition)
      : allOf(first.when, existsWhen(table, first.resource.condition));
    if (!when) return [];
    const report: Report = {
      message: message(table),
      span: table.typeSpan,
      when,
      related: readers.map(({ resource, value }) => ({
        resource,
        span: value.span,
        message: {
          en: `"${resource.name}" reads the stream here`,
          ja: `「${resource.name}」がここでストリームを参照`,
        },
      })),
      fixes: table.type === simpleTable ? [] : [enableStream(table)],
    };
    return [report];
  },
};

function message(table: Resource): Report['message'] {
  if (table.type === simpleTable) {
    return {
      en: `Table "${table.name}" is an AWS::Serverless::SimpleTable, which cannot have a stream, so its StreamArn does not exist and deployment fails. Use AWS::DynamoDB::Table with a StreamSpecification.`,
      ja: `テーブル「${table.name}」は AWS::Serverless::SimpleTable のためストリームを持てず、StreamArn が存在しないのでデプロイに失敗します。AWS::DynamoDB::Table に StreamSpecification を指定してください。`,
    };
  }
  return {
    en: `Table "${table.name}" has no StreamSpecification, so its StreamArn does not exist and deployment fails. Enable the stream with the StreamViewType that its readers need.`,
    ja: `テーブル「${table.name}」に StreamSpecification がないため StreamArn は存在せず、デプロイに失敗します。読み取り側に必要な StreamViewType を選び、ストリームを有効にしてください。`,
  };
}

function enableStream(table: Resource): Fix {
  return {
    title: {
      en: 'Enable the stream (new and old images)',
      ja: 'ストリームを有効にする(変更前後のイメージ)',
    },
    preferred: true,
    safe: true,
    edits: [
      {
        kind: 'set',
        resource: table,
        path: ['StreamSpecification'],
        to: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      },
    ],
  };
}
