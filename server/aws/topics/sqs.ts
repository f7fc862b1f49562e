import type { Topic } from '../topic.ts';
import { inSamEvents, samEvents } from './samEvents.ts';

export const sqs: Topic = {
  id: 'sqs',
  title: { en: 'Amazon SQS', ja: 'Amazon SQS' },
  names: ['SQS', 'Simple Queue Service'],
  types: ['AWS::SQS::*'],
  properties: [
    'AWS::Pipes::Pipe.SourceParameters.SqsQueueParameters.*',
    'AWS::Pipes::Pipe.TargetParameters.SqsQueueParameters.*',
  ],
  values: [samEvents('SQS')],
  groups: [inSamEvents('SQS')],
  classes: [
    'aws-sqs.Queue',
    'aws-sqs.QueuePolicy',
    'aws-lambda-event-sources.SqsEventSource',
    'aws-lambda-event-sources.SqsDlq',
    'aws-lambda-destinations.SqsDestination',
    'aws-s3-notifications.SqsDestination',
    'aws-sns-subscriptions.SqsSubscription',
    'aws-events-targets.SqsQueue',
    'aws-ecs-patterns.QueueProcessingFargateService',
    'aws-ecs-patterns.QueueProcessingEc2Service',
  ],
  aspects: [
    {
      id: 'queue-types',
      names: ['SQS FIFO queue', 'SQS FIFO キュー'],
      namesInTopic: [
        'Queue type',
        'Standard and FIFO queues',
        'FIFO',
        'FIFO queue',
        'キューの種類',
        'FIFO キュー',
        '標準キューと FIFO キュー',
      ],
      properties: ['FifoQueue', 'ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'].map(
        (property) => `AWS::SQS::Queue.${property}`,
      ),
      members: ['aws-sqs.Queue.fifo', 'aws-sqs.Queue.contentBasedDeduplication'],
    },
    {
      id: 'dead-letter-queue',
      names: ['SQS dead-letter queue', 'SQS DLQ', 'SQS デッドレターキュー'],
      namesInTopic: [
        'Dead-letter queue',
        'Dead letter',
        'DLQ',
        'Redrive',
        'デッドレターキュー',
        'デッドレター',
      ],
      properties: ['AWS::SQS::Queue.RedrivePolicy.*', 'AWS::SQS::Queue.RedriveAllowPolicy.*'],
      members: [
        'aws-sqs.Queue.deadLetterQueue',
        'aws-sqs.Queue.redriveAllowPolicy',
        'aws-lambda-event-sources.SqsDlq',
      ],
    },
    {
      id: 'visibility-and-function-timeout',
      within: 'visibility-timeout',
      names: [],
      namesInTopic: ['Visibility timeout and function timeout', '可視性タイムアウトと関数のタイムアウト'],
    },
    {
      id: 'visibility-timeout',
      names: [
        'SQS visibility timeout',
        'Visibility timeout',
        'Message visibility timeout',
        '可視性タイムアウト',
      ],
      namesInTopic: ['Visibility', '可視性', 'タイムアウト'],
      properties: ['AWS::SQS::Queue.VisibilityTimeout'],
      members: ['aws-sqs.Queue.visibilityTimeout'],
    },
  ],
};
