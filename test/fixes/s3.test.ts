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

fixSuite(
  'S3',
  "import * as s3 from 'aws-cdk-lib/aws-s3';\nimport * as s3n from 'aws-cdk-lib/aws-s3-notifications';",
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
  ],
);
