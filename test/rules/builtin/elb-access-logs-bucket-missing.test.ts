import { suite } from '../suite.ts';

suite('elb/access-logs-bucket-missing', {
  'finds logs that are on and have no bucket': `
    Resources:
      Missing:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: true }]
                                                                         ^^^^ elb/access-logs-bucket-missing error
      Empty:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          LoadBalancerAttributes:
            - { Key: access_logs.s3.enabled, Value: 'true' }
                                                    ^^^^^^ elb/access-logs-bucket-missing error
            - { Key: access_logs.s3.bucket, Value: '' }
      Perhaps:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: !If [Logs, 'true', 'false'] }]
          ^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-bucket-missing warning
  `,
  'is silent where logs are off, a bucket is named, or an entry cannot be told': `
    Resources:
      Off:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties: { LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: false }] }
      Named:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          LoadBalancerAttributes:
            - { Key: access_logs.s3.enabled, Value: true }
            - { Key: access_logs.s3.bucket, Value: !ImportValue Logs }
      Conditional:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          LoadBalancerAttributes:
            - { Key: access_logs.s3.enabled, Value: true }
            - !If [Own, { Key: access_logs.s3.bucket, Value: logs }, { Key: access_logs.s3.bucket, Value: other }]
      Asked:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties: { LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: !Ref Logs }] }
  `,
});
