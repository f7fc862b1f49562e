import { suite } from '../suite.ts';

suite('dynamodb-streams/no-failure-handling', {
  'finds readers that retry for a day': `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Orders: { Type: AWS::DynamoDB::Table }
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/no-failure-handling information
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, FunctionResponseTypes: [ReportBatchItemFailures] }
      ByArn:
        Type: AWS::Lambda::EventSourceMapping
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/no-failure-handling information
        Properties: { EventSourceArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/a/stream/b' }
      Handler:
        Type: AWS::Serverless::Function
        Properties:
          Events:
            Changes: { Type: DynamoDB, Properties: { Stream: !Ref Stream } }
            ^^^^^^^ dynamodb-streams/no-failure-handling information
            Handled: { Type: DynamoDB, Properties: { Stream: !Ref Stream, MaximumRetryAttempts: 5 } }
            Work: { Type: SQS, Properties: { Queue: !Ref Queue } }
  `,
  'is silent where one of the remedies is there, or may be': `
    Resources:
      Orders: { Type: AWS::DynamoDB::Table }
      Stream: { Type: AWS::Kinesis::Stream }
      Retries:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRetryAttempts: !Ref Retries }
      Age:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRecordAgeInSeconds: 3600 }
      Bisected:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, BisectBatchOnFunctionError: true }
      Told:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, DestinationConfig: { OnFailure: { Destination: d } } }
      Perhaps:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRetryAttempts: !If [Few, 3, !Ref 'AWS::NoValue'] }
      Kinesis:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Stream.Arn }
      Elsewhere:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !Ref Arn }
  `,
});
