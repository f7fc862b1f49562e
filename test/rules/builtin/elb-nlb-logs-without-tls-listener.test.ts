import { suite } from '../suite.ts';

suite('elb/nlb-logs-without-tls-listener', {
  'looks at the listeners that are here': `
    Resources:
      Plain:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          Type: network
          LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: 'true' }]
                                                                         ^^^^^^ elb/nlb-logs-without-tls-listener information
      PlainListener:
        Type: AWS::ElasticLoadBalancingV2::Listener
        Properties: { LoadBalancerArn: !Ref Plain, Protocol: TCP }
      Secure:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          Type: network
          LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: 'true' }]
      SecureListener:
        Type: AWS::ElasticLoadBalancingV2::Listener
        Properties: { LoadBalancerArn: !Ref Secure, Protocol: TLS }
      Elsewhere:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          Type: network
          LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: 'true' }]
  `,
});
