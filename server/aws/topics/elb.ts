import { get } from '../../model/value.ts';
import type { Topic } from '../topic.ts';

export const elb: Topic = {
  id: 'elb',
  title: { en: 'Elastic Load Balancing (ELB)', ja: 'Elastic Load Balancing (ELB)' },
  names: [
    'Elastic Load Balancing',
    'Elastic Load Balancer',
    'ELB',
    'ELBv2',
    'ALB',
    'NLB',
    'CLB',
    'GWLB',
    'Application Load Balancer',
    'Network Load Balancer',
    'Classic Load Balancer',
    'Gateway Load Balancer',
    'アプリケーションロードバランサー',
    'ネットワークロードバランサー',
    'アプリケーションロードバランサ',
    'ネットワークロードバランサ',
    'エラスティックロードバランシング',
  ],
  namesInAws: [
    'Load Balancer',
    'Load Balancing',
    'ロードバランサー',
    'ロードバランサ',
    'ロードバランシング',
    '負荷分散',
  ],
  types: ['AWS::ElasticLoadBalancing::*', 'AWS::ElasticLoadBalancingV2::*'],
  classes: [
    'aws-elasticloadbalancing.LoadBalancer',
    'aws-elasticloadbalancingv2.ApplicationLoadBalancer',
    'aws-elasticloadbalancingv2.NetworkLoadBalancer',
    'aws-elasticloadbalancingv2.ApplicationListener',
    'aws-elasticloadbalancingv2.ApplicationListenerRule',
    'aws-elasticloadbalancingv2.NetworkListener',
    'aws-elasticloadbalancingv2.ApplicationTargetGroup',
    'aws-elasticloadbalancingv2.NetworkTargetGroup',
    'aws-elasticloadbalancingv2.TrustStore',
    'aws-elasticloadbalancingv2.TrustStoreRevocation',
    'aws-ecs-patterns.ApplicationLoadBalancedFargateService',
    'aws-ecs-patterns.ApplicationLoadBalancedEc2Service',
    'aws-ecs-patterns.NetworkLoadBalancedFargateService',
    'aws-ecs-patterns.NetworkLoadBalancedEc2Service',
    'aws-ecs-patterns.ApplicationMultipleTargetGroupsFargateService',
    'aws-ecs-patterns.ApplicationMultipleTargetGroupsEc2Service',
    'aws-ecs-patterns.NetworkMultipleTargetGroupsFargateService',
    'aws-ecs-patterns.NetworkMultipleTargetGroupsEc2Service',
  ],
  aspects: [
    {
      id: 'access-log-bucket',
      within: 'access-logs',
      names: [],
      namesInTopic: [
        'Access log bucket',
        'Log bucket',
        'アクセスログのバケット',
        'アクセスログ用バケット',
        'ログ用バケット',
      ],
      properties: [
        'AWS::ElasticLoadBalancing::LoadBalancer.AccessLoggingPolicy.S3BucketName',
        'AWS::ElasticLoadBalancing::LoadBalancer.AccessLoggingPolicy.S3BucketPrefix',
      ],
      values: [
        {
          of: ['AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes.Key'],
          are: ['access_logs.s3.bucket', 'access_logs.s3.prefix'],
        },
      ],
    },
    {
      id: 'access-log-support',
      within: 'access-logs',
      names: [],
      namesInTopic: [
        'Which load balancers have access logs',
        'Load balancers with access logs',
        'アクセスログに対応するロードバランサー',
      ],
      values: [
        {
          of: ['AWS::ElasticLoadBalancingV2::LoadBalancer.Type'],
          are: ['application', 'network', 'gateway'],
        },
      ],
    },
    {
      id: 'access-logs',
      names: [],
      namesInTopic: [
        'Access log',
        'Access logging',
        'Connection log',
        'Logging',
        'Logs',
        'アクセスログ',
        '接続ログ',
        'ログ',
      ],
      properties: [
        'AWS::ElasticLoadBalancing::LoadBalancer.AccessLoggingPolicy.*',
        'AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes',
      ],
      values: [
        {
          of: ['AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes.Key'],
          are: ['access_logs.*'],
        },
        { of: ['AWS::Logs::DeliverySource.LogType'], are: ['ALB_ACCESS_LOGS', 'NLB_ACCESS_LOGS'] },
      ],
      groups: [
        {
          of: ['AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes'],
          where: (attribute) => {
            const key = get(attribute, 'Key');
            return key.kind === 'scalar' && String(key.value).startsWith('access_logs.');
          },
        },
      ],
      members: [
        'aws-elasticloadbalancing.LoadBalancer.accessLoggingPolicy',
        'aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs',
        'aws-elasticloadbalancingv2.NetworkLoadBalancer.logAccessLogs',
      ],
    },
  ],
};
