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

const pythonCode = (jobs: string): string => `
  class Jobs(cdk.Stack):
      def __init__(self, scope):
          jobs = sqs.Queue(self, "Jobs"${jobs})
          worker = lambda_.Function(self, "Worker", runtime=runtime, handler=handler, code=code)
          worker.add_event_source(SqsEventSource(jobs))
`;

const addQueue = {
  rule: 'sqs/no-dead-letter-queue',
  title: 'Add a dead-letter queue',
  titleJa: 'デッドレターキューを追加する',
};

const python = [
  'import aws_cdk as cdk',
  'from aws_cdk import aws_lambda as lambda_, aws_sqs as sqs',
  'from aws_cdk.aws_lambda_event_sources import SqsEventSource',
].join('\n');

const imports = [
  "import * as cdk from 'aws-cdk-lib';",
  "import * as lambda from 'aws-cdk-lib/aws-lambda';",
  "import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';",
  "import * as sqs from 'aws-cdk-lib/aws-sqs';",
].join('\n');

fixSuite('SQS', { cdk: imports, python }, [
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
    ...addQueue,
    template: {
      before: queue('      Properties:\n        QueueName: "jobs"'),
      after: queue(
        `      Properties:
        QueueName: "jobs"
        RedrivePolicy:
          deadLetterTargetArn:
            Fn::GetAtt:
              - JobsDeadLetterQueue
              - Arn
          maxReceiveCount: 5
    JobsDeadLetterQueue:
      Type: AWS::SQS::Queue
      Properties:
        MessageRetentionPeriod: 1209600`,
      ),
    },
    cdk: {
      before: code(''),
      after: code(
        ", { deadLetterQueue: { queue: new sqs.Queue(this, 'JobsDeadLetterQueue', { retentionPeriod: cdk.Duration.days(14) }), maxReceiveCount: 5 } }",
      ),
    },
    python: {
      before: pythonCode(''),
      after: pythonCode(
        ', dead_letter_queue=sqs.DeadLetterQueue(queue=sqs.Queue(self, "JobsDeadLetterQueue", retention_period=cdk.Duration.days(14)), max_receive_count=5)',
      ),
    },
  },
  {
    ...addQueue,
    template: {
      before: queue('      Condition: InProduction\n      Properties:\n        FifoQueue: true'),
      after: queue(
        `      Condition: InProduction
      Properties:
        FifoQueue: true
        RedrivePolicy:
          deadLetterTargetArn:
            Fn::GetAtt:
              - JobsDeadLetterQueue
              - Arn
          maxReceiveCount: 5
    JobsDeadLetterQueue:
      Type: AWS::SQS::Queue
      Condition: InProduction
      Properties:
        FifoQueue: true
        MessageRetentionPeriod: 1209600`,
      ),
    },
    cdk: {
      before: `
        const jobs = new sqs.CfnQueue(this, 'Jobs', { fifoQueue: true });
        new lambda.CfnEventSourceMapping(this, 'Mapping', { eventSourceArn: jobs.attrArn, functionName: 'worker' });
      `,
      after: `
        const jobs = new sqs.CfnQueue(this, 'Jobs', { fifoQueue: true, redrivePolicy: { deadLetterTargetArn: new sqs.CfnQueue(this, 'JobsDeadLetterQueue', { fifoQueue: true, messageRetentionPeriod: 1209600 }).attrArn, maxReceiveCount: 5 } });
        new lambda.CfnEventSourceMapping(this, 'Mapping', { eventSourceArn: jobs.attrArn, functionName: 'worker' });
      `,
    },
  },
]);
