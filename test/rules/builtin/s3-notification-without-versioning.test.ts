import { builtin, checkFindings } from '../findings.ts';

describe('s3/notification-without-versioning', () => {
  const rules = builtin('s3/notification-without-versioning');

  it('hints at buckets that notify of new objects and keep no versions', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Own:
          Type: AWS::S3::Bucket
                ^^^^^^^^^^^^^^^ s3/notification-without-versioning hint
          Properties:
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }]
        Suspended:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Suspended }
                                               ^^^^^^^^^ s3/notification-without-versioning hint
            NotificationConfiguration:
              LambdaConfigurations: [{ Event: 's3:ObjectCreated:Put', Function: arn }]
        Sam:
          Type: AWS::S3::Bucket
                ^^^^^^^^^^^^^^^ s3/notification-without-versioning hint
        Handler:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Upload: { Type: S3, Properties: { Bucket: !Ref Sam, Events: 's3:ObjectCreated:*' } }
    `,
      { rules },
    ));

  it('is silent with versions, for other events, for EventBridge and where it is unknown', () =>
    checkFindings(
      `
      Resources:
        Versioned:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Enabled }
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }]
        Removals:
          Type: AWS::S3::Bucket
          Properties:
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectRemoved:*', Queue: arn }]
        Bridge:
          Type: AWS::S3::Bucket
          Properties:
            NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }
        Asked:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: !Ref Versioning }
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }]
    `,
      { rules },
    ));
});
