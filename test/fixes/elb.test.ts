import { fixSuite } from './suite.ts';

const enable = {
  rule: 'elb/access-logs-disabled',
  title: 'Enable access logs (you choose the bucket)',
  titleJa: 'アクセスログを有効にする(バケットは選択)',
};

const policy = {
  rule: 'elb/log-bucket-policy-missing',
  title: 'Add a bucket policy that lets Elastic Load Balancing write',
  titleJa: 'ELB の書き込みを許可するバケットポリシーを追加する',
};

const newBucket = {
  rule: 'elb/access-logs-disabled',
  title: 'Enable access logs in a new bucket',
  titleJa: '新しいバケットを作り、アクセスログを有効にする',
};

const imports = {
  cdk: [
    "import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';",
    "import { Aws } from 'aws-cdk-lib';",
    "import * as s3 from 'aws-cdk-lib/aws-s3';",
  ].join('\n'),
  python: 'from aws_cdk import aws_elasticloadbalancingv2 as elbv2, aws_s3 as s3\nfrom aws_cdk import Aws',
};

fixSuite('ELB', imports, [
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
  {
    ...policy,
    template: {
      before: `
        Resources:
          Logs: # kept for a year
            Type: AWS::S3::Bucket

          # the shop
          Web:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            DependsOn: Attachment
            Properties:
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: 'true'
                - Key: access_logs.s3.bucket
                  Value:
                    Ref: Logs
                - Key: access_logs.s3.prefix
                  Value: web
      `,
      after: `
        Resources:
          Logs: # kept for a year
            Type: AWS::S3::Bucket

          LogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket:
                Ref: Logs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: logdelivery.elasticloadbalancing.amazonaws.com
                    Action: s3:PutObject
                    Resource:
                      Fn::Sub: $\{Logs.Arn}/web/AWSLogs/$\{AWS::AccountId}/*

          # the shop
          Web:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            DependsOn:
              - Attachment
              - LogsPolicy
            Properties:
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: 'true'
                - Key: access_logs.s3.bucket
                  Value:
                    Ref: Logs
                - Key: access_logs.s3.prefix
                  Value: web
      `.replaceAll('$\\{', '${'),
    },
    cdk: {
      before: `
        const logs = new s3.CfnBucket(this, 'Logs');
        const web = new elbv2.CfnLoadBalancer(this, 'Web', {
          loadBalancerAttributes: [
            { key: 'access_logs.s3.enabled', value: 'true' },
            { key: 'access_logs.s3.bucket', value: logs.ref },
          ],
        });
      `,
      after: `
        const logs = new s3.CfnBucket(this, 'Logs');
        const web = new elbv2.CfnLoadBalancer(this, 'Web', {
          loadBalancerAttributes: [
            { key: 'access_logs.s3.enabled', value: 'true' },
            { key: 'access_logs.s3.bucket', value: logs.ref },
          ],
        });
        web.addDependency(new s3.CfnBucketPolicy(this, 'LogsPolicy', { bucket: logs.ref, policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }, Action: 's3:PutObject', Resource: \`\${logs.attrArn}/AWSLogs/\${Aws.ACCOUNT_ID}/*\` }] } }));
      `,
    },
    python: {
      before: `
        logs = s3.CfnBucket(self, "Logs")
        web = elbv2.CfnLoadBalancer(self, "Web", load_balancer_attributes=[{"key": "access_logs.s3.enabled", "value": "true"}, {"key": "access_logs.s3.bucket", "value": logs.ref}])
      `,
      after: `
        logs = s3.CfnBucket(self, "Logs")
        web = elbv2.CfnLoadBalancer(self, "Web", load_balancer_attributes=[{"key": "access_logs.s3.enabled", "value": "true"}, {"key": "access_logs.s3.bucket", "value": logs.ref}])
        web.add_dependency(s3.CfnBucketPolicy(self, "LogsPolicy", bucket=logs.ref, policy_document={"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"}, "Action": "s3:PutObject", "Resource": f"{logs.attr_arn}/AWSLogs/{Aws.ACCOUNT_ID}/*"}]}))
      `,
    },
  },
  {
    ...newBucket,
    template: {
      before: `
        Conditions:
          HasWeb: {}
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Condition: HasWeb
            Properties:
              Subnets:
                Ref: Subnets
      `,
      after: `
        Conditions:
          HasWeb: {}
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Condition: HasWeb
            Properties:
              Subnets:
                Ref: Subnets
              AccessLoggingPolicy:
                Enabled: true
                S3BucketName:
                  Ref: WebAccessLogs
            DependsOn: WebAccessLogsPolicy
          WebAccessLogs:
            Type: AWS::S3::Bucket
            Condition: HasWeb
          WebAccessLogsPolicy:
            Type: AWS::S3::BucketPolicy
            Condition: HasWeb
            Properties:
              Bucket:
                Ref: WebAccessLogs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: logdelivery.elasticloadbalancing.amazonaws.com
                    Action: s3:PutObject
                    Resource:
                      Fn::Sub: \${WebAccessLogs.Arn}/AWSLogs/\${AWS::AccountId}/*
      `,
    },
    cdk: {
      before: `
        const web = new elbv2.ApplicationLoadBalancer(this, 'Web', { vpc }); // two zones
        web.addListener('Http', { port: 80 });
      `,
      after: `
        const web = new elbv2.ApplicationLoadBalancer(this, 'Web', { vpc }); // two zones
        web.logAccessLogs(new s3.Bucket(this, 'WebAccessLogs'));
        web.addListener('Http', { port: 80 });
      `,
    },
    python: {
      before: `
        web = elbv2.CfnLoadBalancer(self, "Web", scheme="internal")
      `,
      after: `
        web_access_logs = s3.CfnBucket(self, "WebAccessLogs")
        web = elbv2.CfnLoadBalancer(self, "Web", scheme="internal", load_balancer_attributes=[{"key": "access_logs.s3.enabled", "value": "true"}, {"key": "access_logs.s3.bucket", "value": web_access_logs.ref}])
        web.add_dependency(s3.CfnBucketPolicy(self, "WebAccessLogsPolicy", bucket=web_access_logs.ref, policy_document={"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"}, "Action": "s3:PutObject", "Resource": f"{web_access_logs.attr_arn}/AWSLogs/{Aws.ACCOUNT_ID}/*"}]}))
      `,
    },
  },
]);
