import assert from 'node:assert/strict';
import { builtin, checkFindings } from '../findings.ts';

const rules = builtin('elb/access-logs-disabled');
const check = (text: string) => checkFindings(text, { rules });

describe('elb/access-logs-disabled', () => {
  it('finds a load balancer without attributes, and offers to enable the logs', async () => {
    const [finding] = await check(`
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
          Properties:
            Scheme: internet-facing
    `);
    assert.match(finding?.message.en ?? '', /"Public".*access_logs\.s3\.enabled/);
    assert.match(finding?.message.ja ?? '', /「Public」.*既定値/);
    const [fix] = finding?.fixes ?? [];
    assert.equal(fix?.preferred, false);
    assert.deepEqual(
      fix?.edits.map(({ kind }) => kind),
      ['append'],
    );
  });

  it('marks the value that turns them off', async () => {
    const [finding] = await check(`
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            LoadBalancerAttributes:
              - Key: access_logs.s3.enabled
                Value: 'False'
                       ^^^^^^^ elb/access-logs-disabled warning
              - Key: access_logs.s3.bucket
                Value: logs
    `);
    assert.deepEqual(
      finding?.fixes[0]?.edits.map(({ kind }) => kind),
      ['replace'],
    );
  });

  it('is silent where they are on, whatever the order of the keys', () =>
    check(`
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            LoadBalancerAttributes:
              - { Value: logs, Key: access_logs.s3.bucket }
              - { Value: true, Key: access_logs.s3.enabled }
    `));

  it('takes other logs for other logs', () =>
    check(`
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
          Properties:
            LoadBalancerAttributes:
              - { Key: connection_logs.s3.enabled, Value: 'true' }
    `));

  it('is silent about what a parameter decides, with or without a default', () =>
    check(`
      Parameters:
        Logs: { Type: String }
        LogsToo: { Type: String, Default: 'false' }
      Resources:
        One:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: !Ref Logs }]
        Two:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: !Ref LogsToo }]
        Three:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            LoadBalancerAttributes: !Ref Attributes
    `));

  it('is graded lower where one branch of a condition turns them off', async () => {
    const [finding] = await check(`
      Conditions:
        Production: !Equals [!Ref Stage, production]
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            LoadBalancerAttributes:
              - Key: access_logs.s3.enabled
                Value: !If [Production, 'true', 'false']
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
              - { Key: access_logs.s3.bucket, Value: logs }
    `);
    assert.match(finding?.message.en ?? '', /\(when Production is false\)$/);
    assert.match(finding?.message.ja ?? '', /\(Production が偽の場合\)$/);
  });

  it('is silent about a Gateway Load Balancer, which has no access logs', () =>
    check(`
      Resources:
        Inspection:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties: { Type: gateway }
    `));

  it('asks a Network Load Balancer for logs only where it has a TLS listener', () =>
    check(`
      Resources:
        Plain:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties: { Type: network }
        PlainListener:
          Type: AWS::ElasticLoadBalancingV2::Listener
          Properties: { LoadBalancerArn: !Ref Plain, Protocol: TCP }
        Secure:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
          Properties: { Type: network }
        SecureListener:
          Type: AWS::ElasticLoadBalancingV2::Listener
          Properties: { LoadBalancerArn: !Ref Secure, Protocol: TLS }
    `));

  it('counts a delivery through CloudWatch Logs as access logs', () =>
    check(`
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Delivery:
          Type: AWS::Logs::DeliverySource
          Properties: { Name: alb, LogType: ALB_ACCESS_LOGS, ResourceArn: !Ref Public }
    `));

  it('does not count a delivery of another load balancer or of other logs', () =>
    check(`
      Resources:
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
        Other:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: 'true' }]
        Delivery:
          Type: AWS::Logs::DeliverySource
          Properties: { Name: alb, LogType: ALB_ACCESS_LOGS, ResourceArn: !Ref Other }
        Connections:
          Type: AWS::Logs::DeliverySource
          Properties: { Name: alb2, LogType: ALB_CONNECTION_LOGS, ResourceArn: !Ref Public }
    `));

  it('finds Classic Load Balancers, too', () =>
    check(`
      Resources:
        Classic:
          Type: AWS::ElasticLoadBalancing::LoadBalancer
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
        Off:
          Type: AWS::ElasticLoadBalancing::LoadBalancer
          Properties:
            AccessLoggingPolicy: { Enabled: false, S3BucketName: logs }
                                            ^^^^^ elb/access-logs-disabled warning
        On:
          Type: AWS::ElasticLoadBalancing::LoadBalancer
          Properties:
            AccessLoggingPolicy: { Enabled: true, S3BucketName: logs }
    `));
});
