import { suite } from '../suite.ts';

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
