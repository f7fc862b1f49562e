import { fixSuite } from './suite.ts';

const enable = {
  rule: 's3/notification-without-versioning',
  title: 'Enable versioning (old versions cost storage)',
  titleJa: 'バージョニングを有効にする(旧版のストレージ料金がかかります)',
};

const bucket = (rest: string): string => `
  Resources:
    Uploads:
      Type: AWS::S3::Bucket
      Properties:
        NotificationConfiguration:
          LambdaConfigurations:
            - Event: s3:ObjectCreated:* # every upload
              Function: arn:aws:lambda:us-east-1:111122223333:function:resize
${rest}`;

const permit = (type: string) => ({
  rule: 's3/notification-permission-missing',
  title: `Let S3 send to Target (adds an ${type})`,
  titleJa: `S3 から Target への送信を許可する(${type} を追加)`,
});

const notified = (list: string, key: string, type: string, dependsOn = '', added = ''): string => `
Resources:
  Target: # by the team of the shop
    Type: ${type}
${added}  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        ${list}:
          - Event: s3:ObjectRemoved:*
            ${key}:
              Fn::GetAtt:
                - Target
                - ${type === 'AWS::SNS::Topic' ? 'TopicArn' : 'Arn'}
${dependsOn && `    DependsOn: ${dependsOn}\n`}`;

const waiting = (
  dependsOn: string,
): string => `${notified('LambdaConfigurations', 'Function', 'AWS::Lambda::Function')}${dependsOn}  Allow:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName:
        Ref: Target
      Principal: s3.amazonaws.com
      Action: lambda:InvokeFunction
`;

fixSuite(
  'S3',
  {
    cdk: [
      "import * as cdk from 'aws-cdk-lib';",
      "import * as lambda from 'aws-cdk-lib/aws-lambda';",
      "import * as s3 from 'aws-cdk-lib/aws-s3';",
      "import * as s3n from 'aws-cdk-lib/aws-s3-notifications';",
    ].join('\n'),
    python: 'import aws_cdk as cdk\nfrom aws_cdk import aws_s3 as s3, aws_sns as sns',
  },
  [
    {
      ...enable,
      template: {
        before: bucket(''),
        after: bucket('        VersioningConfiguration:\n          Status: Enabled\n'),
      },
      cdk: {
        before: `
        const uploads = new s3.Bucket(this, 'Uploads'); // pictures
        uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(resize));
      `,
        after: `
        const uploads = new s3.Bucket(this, 'Uploads', { versioned: true }); // pictures
        uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(resize));
      `,
      },
    },
    {
      ...enable,
      template: {
        before: bucket('        VersioningConfiguration:\n          Status: Suspended # to save\n'),
        after: bucket('        VersioningConfiguration:\n          Status: Enabled # to save\n'),
      },
    },
    {
      ...permit('AWS::Lambda::Permission'),
      template: {
        before: notified('LambdaConfigurations', 'Function', 'AWS::Lambda::Function'),
        after: notified(
          'LambdaConfigurations',
          'Function',
          'AWS::Lambda::Function',
          'TargetPermission',
          `  TargetPermission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName:
        Ref: Target
      Principal: s3.amazonaws.com
      SourceAccount:
        Ref: AWS::AccountId
`,
        ),
      },
      cdk: {
        before: `
          const target = new lambda.CfnFunction(this, 'Target', { runtime, role, code });
          const uploads = new s3.CfnBucket(this, 'Uploads', {
            notificationConfiguration: { lambdaConfigurations: [{ event: 's3:ObjectRemoved:*', function: target.attrArn }] },
          });
        `,
        after: `
          const target = new lambda.CfnFunction(this, 'Target', { runtime, role, code });
          const uploads = new s3.CfnBucket(this, 'Uploads', {
            notificationConfiguration: { lambdaConfigurations: [{ event: 's3:ObjectRemoved:*', function: target.attrArn }] },
          });
          uploads.node.addDependency(new lambda.CfnPermission(this, 'TargetPermission', { action: 'lambda:InvokeFunction', functionName: target.ref, principal: 's3.amazonaws.com', sourceAccount: cdk.Aws.ACCOUNT_ID }));
        `,
      },
    },
    {
      ...permit('AWS::SQS::QueuePolicy'),
      template: {
        before: notified('QueueConfigurations', 'Queue', 'AWS::SQS::Queue'),
        after: notified(
          'QueueConfigurations',
          'Queue',
          'AWS::SQS::Queue',
          'TargetQueuePolicy',
          `  TargetQueuePolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues:
        - Ref: Target
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: s3.amazonaws.com
            Action: sqs:SendMessage
            Resource:
              Fn::GetAtt:
                - Target
                - Arn
            Condition:
              StringEquals:
                aws:SourceAccount:
                  Ref: AWS::AccountId
`,
        ),
      },
    },
    {
      ...permit('AWS::SNS::TopicPolicy'),
      python: {
        before: `
          target = sns.CfnTopic(self, "Target")
          uploads = s3.CfnBucket(self, "Uploads", notification_configuration={"topicConfigurations": [{"event": "s3:ObjectRemoved:*", "topic": target.ref}]})
        `,
        after: `
          target = sns.CfnTopic(self, "Target")
          uploads = s3.CfnBucket(self, "Uploads", notification_configuration={"topicConfigurations": [{"event": "s3:ObjectRemoved:*", "topic": target.ref}]})
          uploads.node.add_dependency(sns.CfnTopicPolicy(self, "TargetTopicPolicy", topics=[target.ref], policy_document={"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sns:Publish", "Resource": target.ref, "Condition": {"StringEquals": {"aws:SourceAccount": cdk.Aws.ACCOUNT_ID}}}]}))
        `,
      },
      template: {
        before: notified('TopicConfigurations', 'Topic', 'AWS::SNS::Topic'),
        after: notified(
          'TopicConfigurations',
          'Topic',
          'AWS::SNS::Topic',
          'TargetTopicPolicy',
          `  TargetTopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics:
        - Ref: Target
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: s3.amazonaws.com
            Action: sns:Publish
            Resource:
              Ref: Target
            Condition:
              StringEquals:
                aws:SourceAccount:
                  Ref: AWS::AccountId
`,
        ),
      },
    },
    {
      ...permit(''),
      title: 'Let Uploads depend on Allow',
      titleJa: 'Uploads の DependsOn に Allow を指定する',
      template: { before: waiting(''), after: waiting('    DependsOn: Allow\n') },
    },
  ],
);
