import type { Topic } from '../topic.ts';

export const dynamodb: Topic = {
  id: 'dynamodb',
  title: { en: 'Amazon DynamoDB', ja: 'Amazon DynamoDB' },
  names: ['DynamoDB', 'Dynamo DB', 'DDB'],
  types: ['AWS::DynamoDB::*', 'AWS::DAX::*', 'AWS::Serverless::SimpleTable'],
  neighbours: ['AWS::DAX::*'],
  values: [
    {
      of: [
        'AWS::ApplicationAutoScaling::ScalableTarget.ServiceNamespace',
        'AWS::ApplicationAutoScaling::ScalingPolicy.ServiceNamespace',
      ],
      are: ['dynamodb'],
    },
  ],
  classes: [
    'aws-dynamodb.Table',
    'aws-dynamodb.TableV2',
    'aws-dynamodb.TableV2MultiAccountReplica',
    'aws-dynamodb.Billing',
    'aws-dynamodb.BillingMode',
    'aws-dynamodb.Capacity',
  ],
  aspects: [
    {
      id: 'subscriptions',
      within: 'appsync',
      names: [],
      namesInTopic: [
        'Real-time subscriptions',
        'Real-time updates',
        'サブスクリプション',
        'リアルタイム更新',
      ],
    },
    {
      id: 'appsync',
      names: ['AppSync', 'AWS AppSync', 'App Sync'],
      namesInTopic: ['GraphQL'],
      types: ['AWS::AppSync::*', 'AWS::Serverless::GraphQLApi'],
      members: [
        'aws-appsync.GraphqlApi',
        'aws-appsync.EventApi',
        'aws-appsync.ChannelNamespace',
        'aws-appsync.DynamoDbDataSource',
        'aws-appsync.AppSyncDynamoDbDataSource',
        'aws-appsync.AppsyncFunction',
        'aws-appsync.Resolver',
        'aws-appsync.SourceApiAssociation',
        'aws-appsync.GraphqlApi.addDynamoDbDataSource',
      ],
    },
  ],
};
