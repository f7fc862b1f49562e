import { fixSuite } from './suite.ts';

const reader = `
  Reader:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: reader
      StartingPosition: LATEST
      EventSourceArn:
        Fn::GetAtt:
          - Orders
          - StreamArn
`;

const imports = [
  "import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';",
  "import * as lambda from 'aws-cdk-lib/aws-lambda';",
  "import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';",
  "const handler = new lambda.Function(this, 'Handler', { runtime, handler: 'index.handler', code });",
].join('\n');

const read =
  '\nhandler.addEventSource(new DynamoEventSource(orders, { startingPosition: lambda.StartingPosition.LATEST }));\n';

fixSuite('DynamoDB Streams', { cdk: imports }, [
  {
    rule: 'dynamodb-streams/stream-not-enabled',
    title: 'Enable the stream (new and old images)',
    titleJa: 'ストリームを有効にする(変更前後のイメージ)',
    template: {
      before: `Resources:${reader}  Orders:\n    Type: AWS::DynamoDB::Table # no properties yet\n`,
      after: `Resources:${reader}  Orders:
    Type: AWS::DynamoDB::Table # no properties yet
    Properties:
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES
`,
    },
    cdk: {
      before: `const orders = new dynamodb.Table(this, 'Orders', {\n  partitionKey, // order number\n});${read}`,
      after: `const orders = new dynamodb.Table(this, 'Orders', {\n  partitionKey, // order number\n  stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,\n});${read}`,
    },
  },
  {
    rule: 'dynamodb-streams/stream-not-enabled',
    title: 'Enable the stream (new and old images)',
    titleJa: 'ストリームを有効にする(変更前後のイメージ)',
    template: {
      before: `Resources:${reader}  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      Tags:
        - Key: purpose
          Value: |
            orders
            of today
    DeletionPolicy: Retain
`,
      after: `Resources:${reader}  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      Tags:
        - Key: purpose
          Value: |
            orders
            of today
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES
    DeletionPolicy: Retain
`,
    },
  },
]);
