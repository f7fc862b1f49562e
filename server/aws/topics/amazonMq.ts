import type { Topic } from '../topic.ts';
import { inSamEvents, samEvents } from './samEvents.ts';

export const amazonMq: Topic = {
  id: 'amazon-mq',
  title: { en: 'Amazon MQ', ja: 'Amazon MQ' },
  names: ['Amazon MQ', 'AWS MQ'],
  namesInAws: ['MQ', 'ActiveMQ', 'RabbitMQ'],
  types: ['AWS::AmazonMQ::*'],
  properties: [
    'AWS::Lambda::EventSourceMapping.Queues',
    'AWS::Lambda::EventSourceMapping.SourceAccessConfigurations.*',
    'AWS::Pipes::Pipe.SourceParameters.ActiveMQBrokerParameters.*',
    'AWS::Pipes::Pipe.SourceParameters.RabbitMQBrokerParameters.*',
  ],
  values: [samEvents('MQ')],
  groups: [inSamEvents('MQ')],
  classes: [
    '@cdklabs/cdk-amazonmq.ActiveMqBrokerInstance',
    '@cdklabs/cdk-amazonmq.ActiveMqBrokerRedundantPair',
    '@cdklabs/cdk-amazonmq.RabbitMqBrokerInstance',
    '@cdklabs/cdk-amazonmq.RabbitMqBrokerCluster',
  ],
  aspects: [
    {
      id: 'new-applications',
      names: [],
      namesInTopic: ['New applications', '新しいアプリケーション', '新規アプリケーション'],
    },
    {
      id: 'single-instance',
      within: 'deployment-modes',
      names: [],
      namesInTopic: ['Single-instance brokers', 'Single-instance broker', '単一インスタンスブローカー'],
      values: [{ of: ['AWS::AmazonMQ::Broker.DeploymentMode'], are: ['SINGLE_INSTANCE'] }],
    },
    {
      id: 'deployment-modes',
      names: [],
      namesInTopic: [
        'Deployment mode',
        'Deployment option',
        'Active/standby',
        'High availability',
        'Availability',
        'Multi-AZ',
        'Broker architecture',
        'デプロイモード',
        'デプロイメントモード',
        'アクティブスタンバイ',
        '冗長化',
        '可用性',
        '高可用性',
      ],
      properties: ['AWS::AmazonMQ::Broker.DeploymentMode'],
      members: [
        '@cdklabs/cdk-amazonmq.ActiveMqBrokerInstance',
        '@cdklabs/cdk-amazonmq.ActiveMqBrokerRedundantPair',
        '@cdklabs/cdk-amazonmq.RabbitMqBrokerInstance',
        '@cdklabs/cdk-amazonmq.RabbitMqBrokerCluster',
      ],
    },
  ],
};
