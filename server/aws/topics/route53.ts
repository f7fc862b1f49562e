import type { Topic } from '../topic.ts';

const records = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup.RecordSets'];

const recordClasses = [
  'ARecord',
  'AaaaRecord',
  'CaaRecord',
  'CaaAmazonRecord',
  'CnameRecord',
  'DsRecord',
  'HttpsRecord',
  'MxRecord',
  'NsRecord',
  'RecordSet',
  'SrvRecord',
  'SvcbRecord',
  'TxtRecord',
].map((name) => `aws-route53.${name}`);

export const route53: Topic = {
  id: 'route53',
  title: { en: 'Amazon Route 53', ja: 'Amazon Route 53' },
  names: ['Route 53'],
  types: [
    'AWS::Route53::*',
    'AWS::Route53RecoveryControl::*',
    'AWS::Route53RecoveryReadiness::*',
    'AWS::Route53Resolver::*',
    'AWS::Route53Profiles::*',
  ],
  neighbours: [
    'AWS::Route53RecoveryControl::*',
    'AWS::Route53RecoveryReadiness::*',
    'AWS::Route53Resolver::*',
    'AWS::Route53Profiles::*',
  ],
  classes: [
    ...recordClasses,
    'aws-route53.RecordTarget',
    'aws-route53.HealthCheck',
    'aws-route53.HostedZone',
    'aws-route53.PublicHostedZone',
    'aws-route53.PrivateHostedZone',
    'aws-route53-targets.LoadBalancerTarget',
    'aws-route53-targets.ClassicLoadBalancerTarget',
    'aws-route53-targets.CloudFrontTarget',
    'aws-route53-targets.ApiGateway',
    'aws-route53-targets.ApiGatewayDomain',
    'aws-route53-targets.ApiGatewayv2DomainProperties',
    'aws-route53-targets.BucketWebsiteTarget',
    'aws-route53-targets.GlobalAcceleratorTarget',
    'aws-route53-targets.InterfaceVpcEndpointTarget',
    'aws-route53-targets.Route53RecordTarget',
    'aws-route53-targets.UserPoolDomainTarget',
    'aws-route53-targets.ElasticBeanstalkEnvironmentEndpointTarget',
  ],
  aspects: [
    {
      id: 'health-checks',
      names: ['Route 53 health checks', 'Route 53 のヘルスチェック', 'Route 53 ヘルスチェック'],
      namesInTopic: ['Health check', 'ヘルスチェック'],
      types: ['AWS::Route53::HealthCheck'],
      properties: [
        'AWS::Route53::HealthCheck.HealthCheckConfig.*',
        ...records.flatMap((record) => [
          `${record}.HealthCheckId`,
          `${record}.AliasTarget.EvaluateTargetHealth`,
        ]),
      ],
      members: [
        'aws-route53.HealthCheck',
        'aws-route53.HealthCheckType',
        ...recordClasses.slice(0, 2).map((name) => `${name}.healthCheck`),
        'aws-route53-targets.LoadBalancerTarget.evaluateTargetHealth',
      ],
    },
    {
      id: 'active-active',
      names: [],
      namesInTopic: [
        'Active-Active',
        'Active-Active Failover',
        'Active/Active',
        'アクティブ-アクティブ',
        'アクティブ/アクティブ',
        'アクティブアクティブフェイルオーバー',
        'Weighted routing',
        '加重ルーティング',
        'Multivalue answer',
        '複数値回答',
      ],
      properties: records.flatMap((record) =>
        ['Weight', 'MultiValueAnswer', 'Region', 'GeoLocation.*'].map((property) => `${record}.${property}`),
      ),
      members: recordClasses
        .slice(0, 2)
        .flatMap((name) =>
          ['weight', 'multiValueAnswer', 'region', 'geoLocation'].map((prop) => `${name}.${prop}`),
        ),
    },
    {
      id: 'active-passive',
      names: ['Route 53 failover', 'Route 53 フェイルオーバー', 'Route 53 のフェイルオーバー'],
      namesInTopic: [
        'Active-Passive',
        'Active-Passive Failover',
        'Active/Passive',
        'アクティブ-パッシブ',
        'アクティブ/パッシブ',
        'アクティブパッシブフェイルオーバー',
        'Failover',
        'Failover routing',
        'フェイルオーバー',
        'フェールオーバー',
        'フェイルオーバールーティング',
      ],
      properties: records.map((record) => `${record}.Failover`),
      members: ['aws-route53.Failover', ...recordClasses.slice(0, 2).map((name) => `${name}.failover`)],
    },
  ],
};
