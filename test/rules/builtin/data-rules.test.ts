/** Rules about brokers, tables and their streams, with the traps of each. */
import { suite } from '../suite.ts';

suite('mq/deployment-mode-mismatch', {
  'finds the mode of the other engine, however the engine is spelled': `
    Parameters:
      Mode: { Type: String, Default: CLUSTER_MULTI_AZ }
    Resources:
      A: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RabbitMQ, DeploymentMode: ACTIVE_STANDBY_MULTI_AZ } }
                                                                                            ^^^^^^^^^^^^^^^^^^^^^^^ mq/deployment-mode-mismatch error
      B: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: ACTIVEMQ, DeploymentMode: CLUSTER_MULTI_AZ } }
                                                                                            ^^^^^^^^^^^^^^^^ mq/deployment-mode-mismatch error
      C: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: ActiveMQ, DeploymentMode: !Ref Mode } }
                                                                                            ^^^^^^^^^ mq/deployment-mode-mismatch warning
  `,
  'is silent about matching pairs, single instances and unknown ones': `
    Resources:
      A: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RABBITMQ, DeploymentMode: CLUSTER_MULTI_AZ } }
      B: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: ACTIVEMQ, DeploymentMode: ACTIVE_STANDBY_MULTI_AZ } }
      C: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RABBITMQ, DeploymentMode: SINGLE_INSTANCE } }
      D: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: !Ref Engine, DeploymentMode: CLUSTER_MULTI_AZ } }
      E: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RABBITMQ, DeploymentMode: !Ref Mode } }
  `,
});

const api = (definition: string, mark = '', type = 'AMAZON_DYNAMODB') => `
    Resources:
      Api: { Type: AWS::AppSync::GraphQLApi }
      Cards: { Type: AWS::AppSync::DataSource, Properties: { ApiId: !GetAtt Api.ApiId, Type: ${type} } }
      Schema:
        Type: AWS::AppSync::GraphQLSchema
        Properties:
          ApiId: !GetAtt Api.ApiId
          ${definition}${mark ? `\n          ${mark}` : ''}
`;
const found = '^^^^^^^^^^ dynamodb/appsync-without-subscription hint';

suite('dynamodb/appsync-without-subscription', {
  'finds a schema without subscriptions over a table': api(
    'Definition: "type Query { card: Card } type Card { id: ID }"',
    found,
  ),
  'does not take a comment or a description for one': api(
    "Definition: 'type Query { card: Card } # no type Subscription yet'",
    found,
  ),
  'is silent about a schema with one': api(
    'Definition: "type Query { card: Card } type Subscription { moved: Card }"',
  ),
  'is silent about a subscription type of another name': api(
    'Definition: "schema { query: Query subscription: Live } type Query { card: Card } type Live { moved: Card }"',
  ),
  'is silent about a schema elsewhere': api('DefinitionS3Location: s3://schemas/board.graphql'),
  'is silent about a text with variables': api(`Definition: !Sub 'type Query { card: Card } \${Rest}'`),
  'is silent about what is no whole schema': api('Definition: "type Query { card: Card"'),
  'is silent without a table': api('Definition: "type Query { card: Card }"', '', 'AWS_LAMBDA'),
  'is silent beside a merged API': `${api('Definition: "type Query { card: Card }"')}
      Merge: { Type: AWS::AppSync::SourceApiAssociation }
  `,
  'knows the API of SAM': `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Board:
        Type: AWS::Serverless::GraphQLApi
        Properties:
          SchemaInline: 'type Query { card: Card }'
          ^^^^^^^^^^^^ dynamodb/appsync-without-subscription hint
          DataSources: { DynamoDb: { Cards: { TableName: cards } } }
      Uploaded:
        Type: AWS::Serverless::GraphQLApi
        Properties:
          SchemaUri: ./schema.graphql
          DataSources: { DynamoDb: { Cards: { TableName: cards } } }
  `,
});

suite('dynamodb-streams/no-failure-handling', {
  'finds readers that retry for a day': `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Orders: { Type: AWS::DynamoDB::Table }
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/no-failure-handling information
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, FunctionResponseTypes: [ReportBatchItemFailures] }
      ByArn:
        Type: AWS::Lambda::EventSourceMapping
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/no-failure-handling information
        Properties: { EventSourceArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/a/stream/b' }
      Handler:
        Type: AWS::Serverless::Function
        Properties:
          Events:
            Changes: { Type: DynamoDB, Properties: { Stream: !Ref Stream } }
            ^^^^^^^ dynamodb-streams/no-failure-handling information
            Handled: { Type: DynamoDB, Properties: { Stream: !Ref Stream, MaximumRetryAttempts: 5 } }
            Work: { Type: SQS, Properties: { Queue: !Ref Queue } }
  `,
  'is silent where one of the remedies is there, or may be': `
    Resources:
      Orders: { Type: AWS::DynamoDB::Table }
      Stream: { Type: AWS::Kinesis::Stream }
      Retries:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRetryAttempts: !Ref Retries }
      Age:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRecordAgeInSeconds: 3600 }
      Bisected:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, BisectBatchOnFunctionError: true }
      Told:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, DestinationConfig: { OnFailure: { Destination: d } } }
      Perhaps:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRetryAttempts: !If [Few, 3, !Ref 'AWS::NoValue'] }
      Kinesis:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Stream.Arn }
      Elsewhere:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !Ref Arn }
  `,
});
