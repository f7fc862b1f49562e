/** Rules that look at two resources at a time, with few cases each. */
import { suite } from '../suite.ts';

suite('sqs/visibility-timeout-too-short', {
  'compares with six times the timeout and the batching window': `
    Transform: AWS::Serverless-2016-10-31
    Globals: { Function: { Timeout: 10 } }
    Resources:
      Short:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: 59 }
                                         ^^ sqs/visibility-timeout-too-short information
      Enough:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: 60 }
      Default:
        Type: AWS::SQS::Queue
              ^^^^^^^^^^^^^^^ sqs/visibility-timeout-too-short information
      Asked:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: !Ref Seconds }
      Handler:
        Type: AWS::Serverless::Function
        Properties:
          Events:
            Short: { Type: SQS, Properties: { Queue: !GetAtt Short.Arn } }
            Enough: { Type: SQS, Properties: { Queue: !GetAtt Enough.Arn } }
            Default: { Type: SQS, Properties: { Queue: !GetAtt Default.Arn } }
            Asked: { Type: SQS, Properties: { Queue: !GetAtt Asked.Arn } }
  `,
  'is an error below the timeout itself': `
    Resources:
      Queue:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: 30 }
                                         ^^ sqs/visibility-timeout-too-short error
      Handler:
        Type: AWS::Lambda::Function
        Properties: { Timeout: 60 }
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Handler }
  `,
});

suite('sqs/no-dead-letter-queue', {
  'speaks of queues with a consumer here': `
    Resources:
      Consumed:
        Type: AWS::SQS::Queue
              ^^^^^^^^^^^^^^^ sqs/no-dead-letter-queue information
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Consumed.Arn, FunctionName: f }
      Unconsumed:
        Type: AWS::SQS::Queue
  `,
  'is silent about queues that have one, and that are one': `
    Resources:
      Main:
        Type: AWS::SQS::Queue
        Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 } }
      Dead:
        Type: AWS::SQS::Queue
      One:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Main.Arn, FunctionName: f }
      Two:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Dead.Arn, FunctionName: f }
  `,
});

suite('s3/notification-to-fifo', {
  'follows the destination to a queue or topic here, and knows the name of others': `
    Resources:
      Uploads:
        Type: AWS::S3::Bucket
        Properties:
          NotificationConfiguration:
            QueueConfigurations:
              - { Event: 's3:ObjectRemoved:*', Queue: !GetAtt Fifo.Arn }
                                                      ^^^^^^^^^^^^^^^^ s3/notification-to-fifo error
              - { Event: 's3:ObjectRemoved:*', Queue: !GetAtt Standard.Arn }
              - { Event: 's3:ObjectRemoved:*', Queue: !Ref Asked }
            TopicConfigurations:
              - { Event: 's3:ObjectRemoved:*', Topic: 'arn:aws:sns:us-east-1:111122223333:a.fifo' }
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ s3/notification-to-fifo error
      Fifo:
        Type: AWS::SQS::Queue
        Properties: { FifoQueue: true }
      Standard:
        Type: AWS::SQS::Queue
  `,
});

const bucket = (algorithm: string, mark: string) => `
      Logs:
        Type: AWS::S3::Bucket
        Properties:
          BucketEncryption:
            ServerSideEncryptionConfiguration:
              - ServerSideEncryptionByDefault: { SSEAlgorithm: ${algorithm} }
${mark}`;

suite('elb/alb-log-bucket-kms', {
  'finds SSE-KMS on the log bucket of an Application Load Balancer': `
    Resources:
      Public:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          LoadBalancerAttributes:
            - { Key: access_logs.s3.enabled, Value: 'true' }
            - { Key: access_logs.s3.bucket, Value: !Ref Logs }${bucket('aws:kms', '                                                               ^^^^^^^ elb/alb-log-bucket-kms error')}
  `,
  'is silent about SSE-S3': `
    Resources:
      Public:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          LoadBalancerAttributes:
            - { Key: access_logs.s3.enabled, Value: 'true' }
            - { Key: access_logs.s3.bucket, Value: !Ref Logs }${bucket('AES256', '')}
  `,
  'is silent about a Network Load Balancer, which can write to it': `
    Resources:
      Internal:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          Type: network
          LoadBalancerAttributes:
            - { Key: access_logs.s3.enabled, Value: 'true' }
            - { Key: access_logs.s3.bucket, Value: !Ref Logs }${bucket('aws:kms', '')}
  `,
});

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

suite('apigateway/throttling-zero', {
  'finds a zero wherever a limit can stand': `
    Resources:
      Rest:
        Type: AWS::ApiGateway::Stage
        Properties:
          MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 0 }]
                                                                                       ^ apigateway/throttling-zero warning
      Http:
        Type: AWS::ApiGatewayV2::Stage
        Properties:
          RouteSettings: { 'GET /': { ThrottlingBurstLimit: '0' } }
                                                            ^^^ apigateway/throttling-zero warning
          DefaultRouteSettings: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: !Ref Burst }
      Plan:
        Type: AWS::ApiGateway::UsagePlan
        Properties:
          Throttle: { RateLimit: !If [Closed, 0, 10], BurstLimit: 5 }
                                 ^^^^^^^^^^^^^^^^^^^ apigateway/throttling-zero information
  `,
});

suite('dynamodb-streams/too-many-readers', {
  'counts readers that are there for certain': `
    Resources:
      Busy:
        Type: AWS::DynamoDB::Table
        Properties:
          StreamSpecification: { StreamViewType: KEYS_ONLY }
          ^^^^^^^^^^^^^^^^^^^ dynamodb-streams/too-many-readers warning
      Quiet:
        Type: AWS::DynamoDB::Table
        Properties:
          StreamSpecification: { StreamViewType: KEYS_ONLY }
      One: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Busy.StreamArn } }
      Two: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Busy.StreamArn } }
      Three: { Type: AWS::Pipes::Pipe, Properties: { Source: !GetAtt Busy.StreamArn } }
      Four: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Quiet.StreamArn } }
      Five: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Quiet.StreamArn } }
      Six:
        Type: AWS::Lambda::EventSourceMapping
        Condition: Extra
        Properties: { EventSourceArn: !GetAtt Quiet.StreamArn }
      Role: { Type: AWS::IAM::Policy, Properties: { Statement: [{ Resource: !GetAtt Quiet.StreamArn }] } }
  `,
});

suite('route53/failover-alias-evaluate-target-health', {
  'finds aliases that are never unhealthy': `
    Resources:
      Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }
      Primary:
        Type: AWS::Route53::RecordSet
        Properties:
          Failover: PRIMARY
          AliasTarget: { DNSName: !GetAtt Balancer.DNSName, HostedZoneId: !GetAtt Balancer.CanonicalHostedZoneID }
          ^^^^^^^^^^^ route53/failover-alias-evaluate-target-health error
      Secondary:
        Type: AWS::Route53::RecordSet
        Properties:
          Failover: SECONDARY
          AliasTarget: { DNSName: site, HostedZoneId: Z3AQBSTGFYJSTF, EvaluateTargetHealth: false }
                                                                                            ^^^^^ route53/failover-alias-evaluate-target-health information
  `,
  'is silent about evaluated, checked and CloudFront targets, and unknown ones': `
    Resources:
      Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }
      Site: { Type: AWS::CloudFront::Distribution }
      Evaluated:
        Type: AWS::Route53::RecordSet
        Properties:
          Failover: PRIMARY
          AliasTarget: { DNSName: !GetAtt Balancer.DNSName, HostedZoneId: z, EvaluateTargetHealth: true }
      Checked:
        Type: AWS::Route53::RecordSet
        Properties: { Failover: PRIMARY, HealthCheckId: c, AliasTarget: { DNSName: a, HostedZoneId: z } }
      CloudFront:
        Type: AWS::Route53::RecordSet
        Properties: { Failover: PRIMARY, AliasTarget: { DNSName: !GetAtt Site.DomainName, HostedZoneId: Z2FDTNDATAQYW2 } }
      Unknown:
        Type: AWS::Route53::RecordSet
        Properties: { Failover: PRIMARY, AliasTarget: { DNSName: !Ref Name, HostedZoneId: !Ref Zone } }
  `,
});

suite('route53/failover-pair-incomplete', {
  'finds a record without the other one': `
    Resources:
      Records:
        Type: AWS::Route53::RecordSetGroup
        Properties:
          HostedZoneId: !Ref Zone
          RecordSets:
            - { Name: a.example.com, Type: A, SetIdentifier: one, Failover: PRIMARY }
            - { Name: A.example.com., Type: A, SetIdentifier: two, Failover: SECONDARY }
            - { Name: b.example.com, Type: A, SetIdentifier: one, Failover: SECONDARY }
                                                                            ^^^^^^^^^ route53/failover-pair-incomplete information
            - { Name: c.example.com, Type: A }
  `,
  'is silent where a role or a name is a parameter': `
    Resources:
      Role:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a.example.com, Type: A, Failover: !Ref Role }
      Alone:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: b.example.com, Type: A, Failover: PRIMARY }
      Named:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: !Ref Name, Type: A, Failover: SECONDARY }
  `,
});

suite('route53/active-active-without-health-check', {
  'finds a group of which no record is checked': `
    Resources:
      One:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a, Type: A, SetIdentifier: one, Weight: 50 }
                                                                                     ^^ route53/active-active-without-health-check information
      Two:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a, Type: A, SetIdentifier: two, Weight: 50 }
      Near:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: b, Type: A, SetIdentifier: one, Region: us-east-1, HealthCheckId: c }
      Far:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: b, Type: A, SetIdentifier: two, Region: eu-west-1 }
      Single:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: c, Type: A, SetIdentifier: one, Weight: 1 }
  `,
});
