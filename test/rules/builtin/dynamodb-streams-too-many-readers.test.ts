import { suite } from '../suite.ts';

suite('dynamodb-streams/too-many-readers', {
  'counts readers that are there for certain': `
    Resources:
      Busy:
        Type: AWS::DynamoDB::Table
        Properties:
          StreamSpecification: { StreamViewType: KEYS_ONLY }
          ^^^^^^^^^^^^^^^^^^^ dynamodb-streams/too-many-readers warning
      Quiet:
        Type: AWS::DynamoDB::Table
        Properties:
          StreamSpecification: { StreamViewType: KEYS_ONLY }
      One: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Busy.StreamArn } }
      Two: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Busy.StreamArn } }
      Three: { Type: AWS::Pipes::Pipe, Properties: { Source: !GetAtt Busy.StreamArn } }
      Four: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Quiet.StreamArn } }
      Five: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: !GetAtt Quiet.StreamArn } }
      Six:
        Type: AWS::Lambda::EventSourceMapping
        Condition: Extra
        Properties: { EventSourceArn: !GetAtt Quiet.StreamArn }
      Role: { Type: AWS::IAM::Policy, Properties: { Statement: [{ Resource: !GetAtt Quiet.StreamArn }] } }
  `,
});
