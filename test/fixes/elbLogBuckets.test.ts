import { fixSuite } from './suite.ts';

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

const removeAttribute = {
  rule: 'elb/gateway-lb-access-logs',
  title: 'Remove the attribute',
  titleJa: 'この属性を削除する',
};

const gateway = (attributes: string): string => `
        Resources:
          Inspection:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Type: gateway
              LoadBalancerAttributes:${attributes}`;

const imports = {
  cdk: [
    "import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';",
    "import { Aws } from 'aws-cdk-lib';",
    "import * as s3 from 'aws-cdk-lib/aws-s3';",
  ].join('\n'),
  python: 'from aws_cdk import aws_elasticloadbalancingv2 as elbv2, aws_s3 as s3\nfrom aws_cdk import Aws',
};

fixSuite('ELB log buckets', imports, [
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
        web.node.addDependency(new s3.CfnBucketPolicy(this, 'LogsPolicy', { bucket: logs.ref, policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }, Action: 's3:PutObject', Resource: \`\${logs.attrArn}/AWSLogs/\${Aws.ACCOUNT_ID}/*\` }] } }));
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
        web.node.add_dependency(s3.CfnBucketPolicy(self, "LogsPolicy", bucket=logs.ref, policy_document={"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"}, "Action": "s3:PutObject", "Resource": f"{logs.attr_arn}/AWSLogs/{Aws.ACCOUNT_ID}/*"}]}))
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
        web.node.add_dependency(s3.CfnBucketPolicy(self, "WebAccessLogsPolicy", bucket=web_access_logs.ref, policy_document={"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"}, "Action": "s3:PutObject", "Resource": f"{web_access_logs.attr_arn}/AWSLogs/{Aws.ACCOUNT_ID}/*"}]}))
      `,
    },
  },
  {
    ...removeAttribute,
    template: {
      before: gateway(`
                - Key: access_logs.s3.enabled
                  Value: 'true'
                - Key: load_balancing.cross_zone.enabled
                  Value: 'true' # both zones
`),
      after: gateway(`
                - Key: load_balancing.cross_zone.enabled
                  Value: 'true' # both zones
`),
    },
    cdk: {
      before:
        "new elbv2.CfnLoadBalancer(this, 'In', { type: 'gateway', loadBalancerAttributes: [{ key: 'deletion_protection.enabled', value: 'true' }, { key: 'access_logs.s3.enabled', value: 'true' }] });",
      after:
        "new elbv2.CfnLoadBalancer(this, 'In', { type: 'gateway', loadBalancerAttributes: [{ key: 'deletion_protection.enabled', value: 'true' }] });",
    },
  },
  {
    ...removeAttribute,
    template: {
      before: gateway(`
                - Key: load_balancing.cross_zone.enabled
                  Value: 'true' # both zones
                - Key: access_logs.s3.enabled
                  Value: 'true'
`),
      after: gateway(`
                - Key: load_balancing.cross_zone.enabled
                  Value: 'true' # both zones
`),
    },
    python: {
      before:
        'elbv2.CfnLoadBalancer(self, "In", type="gateway", load_balancer_attributes=[{"key": "access_logs.s3.enabled", "value": "true"}])',
      after: 'elbv2.CfnLoadBalancer(self, "In", type="gateway")',
    },
  },
]);
