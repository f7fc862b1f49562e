import { suite } from '../suite.ts';

const balancer = (bucket: string, more = '') => `
      Web:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          ${more}
          LoadBalancerAttributes:
            - { Key: access_logs.s3.enabled, Value: 'true' }
            - { Key: access_logs.s3.bucket, Value: ${bucket} }`;

suite('elb/log-bucket-policy-missing', {
  'finds a log bucket without a policy': `
    Resources:${balancer('!Ref Logs')}
      Classic:
        Type: AWS::ElasticLoadBalancing::LoadBalancer
        Properties: { AccessLoggingPolicy: { Enabled: true, S3BucketName: !Ref ClassicLogs } }
      Logs: { Type: AWS::S3::Bucket }
                    ^^^^^^^^^^^^^^^ elb/log-bucket-policy-missing warning
      ClassicLogs: { Type: AWS::S3::Bucket }
                           ^^^^^^^^^^^^^^^ elb/log-bucket-policy-missing warning
      Data: { Type: AWS::S3::Bucket }
      DataPolicy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Data } }
  `,
  'is silent where there is a policy, whatever it says': `
    Resources:${balancer('!Ref Logs')}
      Logs: { Type: AWS::S3::Bucket }
      Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Logs } }
  `,
  'is silent where a policy may be meant for it': `
    Resources:${balancer('!Ref Logs')}
      Logs: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'logs-\${AWS::AccountId}' } }
      Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Sub 'logs-\${AWS::AccountId}' } }
  `,
  'is silent where a nested stack may write it': `
    Resources:${balancer('!Ref Logs')}
      Logs: { Type: AWS::S3::Bucket }
      Nested: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Bucket: !Ref Logs } } }
  `,
  'is silent about Network Load Balancers, for which AWS may write the policy': `
    Resources:${balancer('!Ref Logs', 'Type: network')}
      Logs: { Type: AWS::S3::Bucket }
  `,
});
