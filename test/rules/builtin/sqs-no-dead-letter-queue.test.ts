import { suite } from '../suite.ts';

suite('sqs/no-dead-letter-queue', {
  'speaks of queues with a consumer here': `
    Resources:
      Consumed:
        Type: AWS::SQS::Queue
              ^^^^^^^^^^^^^^^ sqs/no-dead-letter-queue information
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Consumed.Arn, FunctionName: f }
      Unconsumed:
        Type: AWS::SQS::Queue
  `,
  'is silent about queues that have one, and that are one': `
    Resources:
      Main:
        Type: AWS::SQS::Queue
        Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 } }
      Dead:
        Type: AWS::SQS::Queue
      One:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Main.Arn, FunctionName: f }
      Two:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { EventSourceArn: !GetAtt Dead.Arn, FunctionName: f }
  `,
});
