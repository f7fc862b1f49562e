import { fixSuite } from './suite.ts';

const enable = {
  rule: 'elb/access-logs-disabled',
  title: 'Enable access logs (you choose the bucket)',
  titleJa: 'アクセスログを有効にする(バケットは選択)',
};

fixSuite('ELB', { cdk: "import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';" }, [
  {
    ...enable,
    template: {
      before: `
        Resources:
          Web: # public
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: 'web' # short
              Subnets:
                - subnet-1
                - subnet-2 # the other zone
        # the end
      `,
      after: `
        Resources:
          Web: # public
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: 'web' # short
              Subnets:
                - subnet-1
                - subnet-2 # the other zone
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: '«true»'
                - Key: access_logs.s3.bucket
                  Value: «my-log-bucket»
        # the end
      `.replace('«true»', 'true'),
    },
    cdk: {
      before: `
        // the public one
        const lb = new elbv2.ApplicationLoadBalancer(this, 'Web', { vpc }); // two zones
        lb.addListener('Http', { port: 80 });
      `,
      after: `
        // the public one
        const lb = new elbv2.ApplicationLoadBalancer(this, 'Web', { vpc }); // two zones
        lb.logAccessLogs(«bucket»);
        lb.addListener('Http', { port: 80 });
      `,
    },
  },
  {
    ...enable,
    template: {
      before: `
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              LoadBalancerAttributes:
              - Key: access_logs.s3.enabled
                Value: "false" # noisy
              - Key: idle_timeout.timeout_seconds
                Value: "30"
              Scheme: internal
      `,
      after: `
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              LoadBalancerAttributes:
              - Key: access_logs.s3.enabled
                Value: "true" # noisy
              - Key: idle_timeout.timeout_seconds
                Value: "30"
              - Key: access_logs.s3.bucket
                Value: «my-log-bucket»
              Scheme: internal
      `,
    },
    cdk: {
      before: `
        new elbv2.CfnLoadBalancer(this, 'Web', {
          loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: '30' }],
        });
      `,
      after: `
        new elbv2.CfnLoadBalancer(this, 'Web', {
          loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: '30' }, { key: 'access_logs.s3.enabled', value: 'true' }, { key: 'access_logs.s3.bucket', value: '«my-log-bucket»' }],
        });
      `,
    },
  },
  {
    ...enable,
    template: {
      before: `
        Resources:
          Classic:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - LoadBalancerPort: "80"
                  InstancePort: "80"
                  Protocol: HTTP
      `,
      after: `
        Resources:
          Classic:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - LoadBalancerPort: "80"
                  InstancePort: "80"
                  Protocol: HTTP
              AccessLoggingPolicy:
                Enabled: true
                S3BucketName: «my-log-bucket»
      `,
    },
  },
  {
    rule: 'elb/alb-log-bucket-kms',
    title: 'Encrypt with SSE-S3 (AES256)',
    titleJa: 'SSE-S3(AES256)で暗号化する',
    template: {
      before: `
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: "true"
                - Key: access_logs.s3.bucket
                  Value:
                    Ref: Logs
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: aws:kms # company policy
                      KMSMasterKeyID: alias/logs
      `,
      after: `
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: "true"
                - Key: access_logs.s3.bucket
                  Value:
                    Ref: Logs
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256 # company policy
      `,
    },
  },
]);
