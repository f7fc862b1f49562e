import { suite } from '../suite.ts';

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
