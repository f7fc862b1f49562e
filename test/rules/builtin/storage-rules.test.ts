/** Rules about volumes, log buckets and event notifications, with the traps of each. */
import { suite } from '../suite.ts';

suite('ebs/magnetic-previous-generation', {
  'finds magnetic volumes wherever they are described': `
    Resources:
      Disk: { Type: AWS::EC2::Volume, Properties: { VolumeType: standard, Size: 50 } }
                                                                ^^^^^^^^ ebs/magnetic-previous-generation information
      Host:
        Type: AWS::EC2::Instance
        Properties:
          BlockDeviceMappings: [{ DeviceName: /dev/sda1, Ebs: { VolumeType: standard } }]
                                                                            ^^^^^^^^ ebs/magnetic-previous-generation information
      Logs:
        Type: AWS::EC2::Volume
        Properties: { VolumeType: !If [Cheap, standard, gp3] }
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ ebs/magnetic-previous-generation hint
      Hadoop:
        Type: AWS::EMR::Cluster
        Properties:
          Instances:
            CoreInstanceGroup:
              EbsConfiguration:
                EbsBlockDeviceConfigs: [{ VolumeSpecification: { VolumeType: standard, SizeInGB: 100 } }]
                                                                             ^^^^^^^^ ebs/magnetic-previous-generation information
            MasterInstanceFleet:
              InstanceTypeConfigs:
                - EbsConfiguration: { EbsBlockDeviceConfigs: [{ VolumeSpecification: { VolumeType: st1 } }] }
  `,
  'leaves the others to other rules, and what is unknown alone': `
    Resources:
      Database: { Type: AWS::EC2::Volume, Properties: { VolumeType: standard, Tags: [{ Key: Name, Value: postgres }] } }
      WithIops: { Type: AWS::EC2::Volume, Properties: { VolumeType: standard, Iops: 300 } }
      Asked: { Type: AWS::EC2::Volume, Properties: { VolumeType: !Ref Type } }
      Modern: { Type: AWS::EC2::Volume, Properties: { VolumeType: st1, Size: 500 } }
      Cluster: { Type: AWS::DocDB::DBCluster, Properties: { StorageType: standard } }
  `,
});

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

suite('s3/notification-permission-missing', {
  'finds destinations that do not let S3 in': `
    Resources:
      Uploads:
        Type: AWS::S3::Bucket
        Properties:
          NotificationConfiguration:
            LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: !GetAtt Resize.Arn }]
                                                                            ^^^^^^^^^^^^^^^^^^ s3/notification-permission-missing warning
            QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: !GetAtt Work.Arn }]
                                                                        ^^^^^^^^^^^^^^^^ s3/notification-permission-missing warning
            TopicConfigurations: [{ Event: 's3:ObjectCreated:*', Topic: !Ref News }]
                                                                        ^^^^^^^^^ s3/notification-permission-missing warning
      Resize: { Type: AWS::Lambda::Function }
      Work: { Type: AWS::SQS::Queue }
      News: { Type: AWS::SNS::Topic }
      Other: { Type: AWS::SQS::Queue }
      ByApi: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Resize, Principal: apigateway.amazonaws.com } }
      OtherPolicy: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: [!Ref Other] } }
  `,
  'is silent where the permission is there, or may be': `
    Resources:
      Uploads:
        Type: AWS::S3::Bucket
        DependsOn: [LetS3, WorkPolicy, NewsPolicy]
        Properties:
          NotificationConfiguration:
            LambdaConfigurations:
              - { Event: 's3:ObjectCreated:*', Function: !GetAtt Resize.Arn }
              - { Event: 's3:ObjectCreated:*', Function: !GetAtt Named.Arn }
              - { Event: 's3:ObjectCreated:*', Function: !GetAtt Sam.Arn }
              - { Event: 's3:ObjectCreated:*', Function: !Ref Elsewhere }
            QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: !GetAtt Work.Arn }]
            TopicConfigurations: [{ Event: 's3:ObjectCreated:*', Topic: !Ref News }]
      Resize: { Type: AWS::Lambda::Function }
      Named: { Type: AWS::Lambda::Function, Properties: { FunctionName: name-it } }
      Sam: { Type: AWS::Serverless::Function }
      Work: { Type: AWS::SQS::Queue }
      News: { Type: AWS::SNS::Topic }
      LetS3: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !GetAtt Resize.Arn, Principal: s3.amazonaws.com } }
      LetSomebody: { Type: AWS::Lambda::Permission, Properties: { FunctionName: name-it, Principal: !Ref Who } }
      WorkPolicy: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: [!Ref Work] } }
      NewsPolicy: { Type: AWS::SNS::TopicInlinePolicy, Properties: { TopicArn: !Ref News } }
  `,
  'hints at a bucket that does not wait for the permission': `
    Resources:
      Uploads:
        Type: AWS::S3::Bucket
        Properties:
          NotificationConfiguration:
          ^^^^^^^^^^^^^^^^^^^^^^^^^ s3/notification-permission-missing hint
            QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: !GetAtt Work.Arn }]
      Work: { Type: AWS::SQS::Queue }
      WorkPolicy: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: [!Ref Work] } }
  `,
});
