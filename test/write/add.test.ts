import assert from 'node:assert/strict';
import type { Resource, Template } from '../../server/model/template.ts';
import type { Edit, PlainMap } from '../../server/rules/rule.ts';
import { write } from '../../server/write/index.ts';
import { problemsOf, read } from '../read/show.ts';
import { dedent } from '../support/marked.ts';
import { applied } from './apply.ts';

const properties: PlainMap = { Queues: [{ Ref: 'Jobs' }], Note: { 'Fn::Sub': `\${Jobs.Arn}/*` } };

/** `text` with a policy for the queue `Jobs`, for which the queue `Other`, if there is one, waits. */
function added(text: string, language = 'yaml', made: PlainMap = properties): string {
  const template: Template = read(text, language);
  const jobs = template.resources.get('Jobs') as Resource;
  const other = template.resources.get('Other');
  const edits: Edit[] = [
    { kind: 'add', resource: jobs, name: 'Policy', type: 'AWS::SQS::QueuePolicy', properties: made },
    { kind: 'set', resource: jobs, path: ['FifoQueue'], to: true },
  ];
  if (other) edits.push({ kind: 'depend', resource: other, on: 'Policy' });
  const after = applied(template, write(template, edits));
  assert.deepEqual(problemsOf(read(after, language)), [], after);
  return after;
}

const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'with functions as the file has them',
    `
      Resources:
        Jobs: # work
            Type: AWS::SQS::Queue
            Properties:
                QueueName: !Sub '\${AWS::StackName}-jobs'
        Other:
            Type: AWS::SQS::Queue
    `,
    `
      Resources:
        Jobs: # work
            Type: AWS::SQS::Queue
            Properties:
                QueueName: !Sub '\${AWS::StackName}-jobs'
                FifoQueue: true
        Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
                Queues:
                    - !Ref Jobs
                Note: !Sub \${Jobs.Arn}/*
        Other:
            Type: AWS::SQS::Queue
            DependsOn: Policy
    `,
  ],
  [
    'with functions in their long form',
    `
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            QueueName:
              Ref: Name
    `,
    `
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            QueueName:
              Ref: Name
            FifoQueue: true
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues:
              - Ref: Jobs
            Note:
              Fn::Sub: \${Jobs.Arn}/*
    `,
  ],
  [
    'between empty lines and comments',
    `
      Resources:

        # what waits
        Jobs:
          Type: AWS::SQS::Queue
          Condition: InProduction
          Properties:
            QueueName: jobs
            # no delay
          # the end of it

        # something else
        Other:
          Type: AWS::SQS::Queue
          DependsOn: [Role]

      Outputs: {}
    `,
    `
      Resources:

        # what waits
        Jobs:
          Type: AWS::SQS::Queue
          Condition: InProduction
          Properties:
            QueueName: jobs
            FifoQueue: true
            # no delay
          # the end of it

        Policy:
          Type: AWS::SQS::QueuePolicy
          Condition: InProduction
          Properties:
            Queues:
              - !Ref Jobs
            Note: !Sub \${Jobs.Arn}/*

        # something else
        Other:
          Type: AWS::SQS::Queue
          DependsOn: [Role, Policy]

      Outputs: {}
    `,
  ],
  [
    'before the next section',
    `
      Resources:
        Jobs:
          Type: AWS::SQS::Queue

      Outputs:
        A: 1
    `,
    `
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            FifoQueue: true
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues:
              - !Ref Jobs
            Note: !Sub \${Jobs.Arn}/*

      Outputs:
        A: 1
    `,
  ],
  [
    'behind a resource in brackets',
    `
      Resources:
        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}} # work
        Other: {Type: AWS::SQS::Queue, DependsOn: Role}
    `,
    `
      Resources:
        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs, FifoQueue: true}} # work
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues:
              - !Ref Jobs
            Note: !Sub \${Jobs.Arn}/*
        Other: {Type: AWS::SQS::Queue, DependsOn: [Role, Policy]}
    `,
  ],
  [
    'among resources in brackets',
    'Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref A}}, Other: {Type: AWS::SQS::Queue}}\n',
    `Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref A, FifoQueue: true}}, Policy: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Jobs], Note: !Sub '\${Jobs.Arn}/*'}}, Other: {Type: AWS::SQS::Queue, DependsOn: Policy}}\n`,
  ],
  [
    'among resources in brackets, each on a line of its own',
    `
      Resources: {
        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}, # work
        Other: {Type: AWS::SQS::Queue}
      }
    `,
    `
      Resources: {
        Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs, FifoQueue: true}}, # work
        Policy: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Jobs], Note: !Sub '\${Jobs.Arn}/*'}},
        Other: {Type: AWS::SQS::Queue, DependsOn: Policy}
      }
    `,
  ],
];

describe('A resource is added in YAML', () => {
  for (const [what, before, after] of cases) {
    it(what, () => assert.equal(added(dedent(before)), dedent(after)));
    it(`${what}, with CRLF`, () => {
      assert.equal(added(dedent(before).replaceAll('\n', '\r\n')), dedent(after).replaceAll('\n', '\r\n'));
    });
  }

  it('where the file ends without a line break', () => {
    assert.equal(
      added('Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: jobs}', 'yaml', {}),
      'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: {QueueName: jobs, FifoQueue: true}\n  Policy:\n    Type: AWS::SQS::QueuePolicy',
    );
  });
});

describe('A resource is added in JSON', () => {
  const before = {
    Resources: {
      Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
      Other: { Type: 'AWS::SQS::Queue' },
    },
  };
  const after = {
    Resources: {
      Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs', FifoQueue: true } },
      Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: properties },
      Other: { Type: 'AWS::SQS::Queue', DependsOn: 'Policy' },
    },
  };
  for (const [how, indent] of [
    ['with 2 spaces', 2],
    ['with tabs', '\t'],
    ['on one line', undefined],
  ] as const) {
    it(how, () => {
      const text = added(JSON.stringify(before, null, indent), 'json');
      assert.deepEqual(JSON.parse(text), after);
      if (indent !== undefined) assert.equal(text, JSON.stringify(after, null, indent));
      else assert.ok(!text.includes('\n'));
    });
  }
});
