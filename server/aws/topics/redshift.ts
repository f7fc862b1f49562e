import type { Topic } from '../topic.ts';

export const redshift: Topic = {
  id: 'redshift',
  title: { en: 'Amazon Redshift', ja: 'Amazon Redshift' },
  names: ['Redshift', 'Redshift Serverless'],
  types: ['AWS::Redshift::*', 'AWS::RedshiftServerless::*'],
  properties: ['AWS::KinesisFirehose::DeliveryStream.RedshiftDestinationConfiguration.*'],
  classes: [
    '@aws-cdk/aws-redshift-alpha.Cluster',
    '@aws-cdk/aws-redshift-alpha.ClusterParameterGroup',
    '@aws-cdk/aws-redshift-alpha.ClusterSubnetGroup',
    '@aws-cdk/aws-redshift-alpha.Table',
    '@aws-cdk/aws-redshift-alpha.User',
  ],
  aspects: [
    {
      id: 'node-types',
      names: [],
      namesInTopic: ['Node type', 'RA3', 'DC2', 'DS2', 'ノードタイプ', 'ノードの種類'],
      properties: [
        'AWS::Redshift::Cluster.NodeType',
        'AWS::Redshift::ScheduledAction.TargetAction.ResizeCluster.NodeType',
      ],
      members: ['@aws-cdk/aws-redshift-alpha.NodeType', '@aws-cdk/aws-redshift-alpha.Cluster.nodeType'],
    },
  ],
};
