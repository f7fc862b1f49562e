import { fixSuite } from './suite.ts';

const queue = (properties: string): string => `
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
${properties}
    Worker:
      Type: AWS::Lambda::Function
      Properties:
        Timeout: 20
    Mapping:
      Type: AWS::Lambda::EventSourceMapping
      Properties:
        FunctionName:
          Ref: Worker
        EventSourceArn:
          Fn::GetAtt:
            - Jobs
            - Arn
`;

const code = (jobs: string): string => `
  const jobs = new sqs.Queue(this, 'Jobs'${jobs});
  const worker = new lambda.Function(this, 'Worker', { timeout: cdk.Duration.seconds(20), runtime, handler, code });
  worker.addEventSource(new SqsEventSource(jobs));
`;

const imports = [
  "import * as cdk from 'aws-cdk-lib';",
  "import * as lambda from 'aws-cdk-lib/aws-lambda';",
  "import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';",
  "import * as sqs from 'aws-cdk-lib/aws-sqs';",
].join('\n');

fixSuite('SQS', imports, [
  {
    rule: 'sqs/visibility-timeout-too-short',
    title: 'Set VisibilityTimeout to 120 seconds',
    titleJa: 'VisibilityTimeout を 120 秒にする',
    template: {
      before: queue('      Properties:\n        VisibilityTimeout: 10 # quick'),
      after: queue('      Properties:\n        VisibilityTimeout: 120 # quick'),
    },
    cdk: {
      before: code(', { visibilityTimeout: cdk.Duration.seconds(10) }'),
      after: code(', { visibilityTimeout: cdk.Duration.seconds(120) }'),
    },
  },
  {
    rule: 'sqs/visibility-timeout-too-short',
    title: 'Set VisibilityTimeout to 120 seconds',
    titleJa: 'VisibilityTimeout を 120 秒にする',
    template: {
      before: queue('      DeletionPolicy: Retain'),
      after: queue('      DeletionPolicy: Retain\n      Properties:\n        VisibilityTimeout: 120'),
    },
    cdk: { before: code(''), after: code(', { visibilityTimeout: cdk.Duration.seconds(120) }') },
  },
  {
    rule: 'sqs/no-dead-letter-queue',
    title: 'Add a redrive policy (you name the dead-letter queue)',
    titleJa: 'RedrivePolicy を追加する(デッドレターキューは入力)',
    template: {
      before: queue('      Properties:\n        QueueName: "jobs"'),
      after: queue(
        '      Properties:\n        QueueName: "jobs"\n        RedrivePolicy:\n          deadLetterTargetArn: «DeadLetterQueueArn»\n          maxReceiveCount: 5',
      ),
    },
    cdk: {
      before: code(''),
      after: code(', { deadLetterQueue: { queue: «deadLetterQueue», maxReceiveCount: 5 } }'),
    },
  },
]);
