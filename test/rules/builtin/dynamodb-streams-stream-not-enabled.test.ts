import assert from 'node:assert/strict';
import { builtin, checkFindings } from '../findings.ts';

describe('dynamodb-streams/stream-not-enabled', () => {
  const rules = builtin('dynamodb-streams/stream-not-enabled');

  it('finds a table whose stream is read but not enabled', async () => {
    const [finding] = await checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
                ^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled error
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Orders.StreamArn }
    `,
      { rules },
    );
    assert.equal(finding?.related.length, 1);
    assert.deepEqual(
      finding?.fixes.map(({ preferred, safe, edits }) => ({
        preferred,
        safe,
        edits: edits.map(({ kind }) => kind),
      })),
      [{ preferred: true, safe: true, edits: ['set'] }],
    );
  });

  it('finds it in a substitution, in a SAM event, and on a table that cannot have a stream', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Simple:
          Type: AWS::Serverless::SimpleTable
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled error
        Global:
          Type: AWS::DynamoDB::GlobalTable
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled error
        Handler:
          Type: AWS::Serverless::Function
          Properties:
            Policies: [{ Statement: [{ Resource: !Sub '\${Global.StreamArn}/*' }] }]
            Events:
              Changes: { Type: DynamoDB, Properties: { Stream: !GetAtt Simple.StreamArn } }
    `,
      { rules },
    ));

  it('is silent where the stream is enabled, conditional, or nobody reads it', () =>
    checkFindings(
      `
      Resources:
        Enabled:
          Type: AWS::DynamoDB::Table
          Properties: { StreamSpecification: { StreamViewType: KEYS_ONLY } }
        Conditional:
          Type: AWS::DynamoDB::Table
          Properties:
            StreamSpecification: !If [Streams, { StreamViewType: KEYS_ONLY }, !Ref AWS::NoValue]
        Unread:
          Type: AWS::DynamoDB::Table
          Properties: { KinesisStreamSpecification: { StreamArn: arn } }
        One:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Enabled.StreamArn }
        Two:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Conditional.StreamArn }
        Three:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Unread.Arn }
    `,
      { rules },
    ));

  it('is graded lower where the reader is there under a condition only', () =>
    checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
                ^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled warning
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Condition: Streams
          Properties: { EventSourceArn: !GetAtt Orders.StreamArn }
    `,
      { rules },
    ));
});
