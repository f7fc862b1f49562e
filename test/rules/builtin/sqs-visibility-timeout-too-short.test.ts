import { suite } from '../suite.ts';

suite('sqs/visibility-timeout-too-short', {
  'compares with six times the timeout and the batching window': `
    Transform: AWS::Serverless-2016-10-31
    Globals: { Function: { Timeout: 10 } }
    Resources:
      Short:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: 59 }
                                         ^^ sqs/visibility-timeout-too-short information
      Enough:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: 60 }
      Default:
        Type: AWS::SQS::Queue
              ^^^^^^^^^^^^^^^ sqs/visibility-timeout-too-short information
      Asked:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: !Ref Seconds }
      Handler:
        Type: AWS::Serverless::Function
        Properties:
          Events:
            Short: { Type: SQS, Properties: { Queue: !GetAtt Short.Arn } }
            Enough: { Type: SQS, Properties: { Queue: !GetAtt Enough.Arn } }
            Default: { Type: SQS, Properties: { Queue: !GetAtt Default.Arn } }
            Asked: { Type: SQS, Properties: { Queue: !GetAtt Asked.Arn } }
  `,
  'is an error below the timeout itself': `
    Resources:
      Queue:
        Type: AWS::SQS::Queue
        Properties: { VisibilityTimeout: 30 }
                                         ^^ sqs/visibility-timeout-too-short error
      Handler:
        Type: AWS::Lambda::Function
        Properties: { Timeout: 60 }
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Handler }
  `,
});
