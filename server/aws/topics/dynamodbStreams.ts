import { get, type MapValue } from '../../model/value.ts';
import type { Topic } from '../topic.ts';
import { inSamEvents, samEvents } from './samEvents.ts';

export const dynamodbStreams: Topic = {
  id: 'dynamodb-streams',
  title: { en: 'DynamoDB Streams', ja: 'DynamoDB Streams' },
  names: ['DynamoDB Streams', 'DynamoDB のストリーム', 'DynamoDB ストリーム', 'DDB Streams'],
  namesUnder: { dynamodb: ['Streams', 'ストリーム', 'Change data capture', 'CDC', '変更データキャプチャ'] },
  types: [],
  properties: [
    'AWS::DynamoDB::Table.StreamSpecification.*',
    'AWS::DynamoDB::Table.KinesisStreamSpecification.*',
    'AWS::DynamoDB::GlobalTable.StreamSpecification.*',
    'AWS::DynamoDB::GlobalTable.Replicas.KinesisStreamSpecification.*',
    'AWS::DynamoDB::GlobalTable.Replicas.ReplicaStreamSpecification.*',
    'AWS::Pipes::Pipe.SourceParameters.DynamoDBStreamParameters.*',
  ],
  members: [
    'aws-dynamodb.StreamViewType',
    'aws-dynamodb.Table.stream',
    'aws-dynamodb.Table.kinesisStream',
    'aws-dynamodb.Table.tableStreamArn',
    'aws-dynamodb.TableV2.dynamoStream',
    'aws-dynamodb.TableV2.kinesisStream',
    'aws-dynamodb.TableV2.tableStreamArn',
  ],
  attributes: ['AWS::DynamoDB::Table.StreamArn', 'AWS::DynamoDB::GlobalTable.StreamArn'],
  classes: ['aws-lambda-event-sources.DynamoEventSource'],
  aspects: [
    {
      id: 'view-type',
      names: [],
      namesInTopic: ['StreamViewType', 'Stream view type', 'View type', 'ビュータイプ', '表示タイプ'],
      properties: [
        'AWS::DynamoDB::Table.StreamSpecification.StreamViewType',
        'AWS::DynamoDB::GlobalTable.StreamSpecification.StreamViewType',
      ],
      members: [
        'aws-dynamodb.StreamViewType',
        'aws-dynamodb.Table.stream',
        'aws-dynamodb.TableV2.dynamoStream',
      ],
    },
    {
      id: 'enabling',
      names: [],
      namesInTopic: ['Enabling the stream', 'Enable streams', 'ストリームの有効化', 'ストリームを有効にする'],
      properties: [
        'AWS::DynamoDB::Table.StreamSpecification',
        'AWS::DynamoDB::GlobalTable.StreamSpecification',
      ],
    },
    {
      id: 'retries',
      within: 'lambda',
      names: [],
      namesInTopic: ['Batch failures and retries', 'Retries', 'バッチの失敗と再試行', '再試行'],
    },
    {
      id: 'readers',
      within: 'lambda',
      names: [],
      namesInTopic: ['Readers per shard', 'シャードあたりの読み取り数'],
    },
    {
      id: 'lambda',
      names: ['DynamoDB Streams and Lambda', 'DynamoDB Streams と Lambda'],
      namesInTopic: [
        'Lambda',
        'AWS Lambda',
        'Lambda trigger',
        'Trigger',
        'トリガー',
        'Lambda 関数',
        'Lambda 連携',
      ],
      values: [samEvents('DynamoDB')],
      // The same properties serve Kinesis and Kafka.
      groups: [inSamEvents('DynamoDB'), { of: ['AWS::Lambda::EventSourceMapping'], where: readsTableStream }],
      members: [
        'aws-lambda-event-sources.DynamoEventSource',
        'aws-lambda-event-sources.DynamoEventSource.bisectBatchOnError',
        'aws-lambda-event-sources.DynamoEventSource.retryAttempts',
        'aws-lambda-event-sources.DynamoEventSource.maxRecordAge',
        'aws-lambda-event-sources.DynamoEventSource.startingPosition',
      ],
    },
  ],
};

function readsTableStream(mapping: MapValue): boolean {
  const source = get(mapping, 'EventSourceArn');
  if (source.kind === 'reference') return source.attribute === 'StreamArn';
  return source.kind === 'scalar' && /^arn:[^:]*:dynamodb:/.test(String(source.value));
}
