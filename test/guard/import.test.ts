/** Guard rules become rule blocks that find the same. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { importGuard } from '../../server/guard/note.ts';
import { parseNote } from '../../server/notes/parse.ts';
import { yamlReader } from '../../server/read/yaml/index.ts';
import { declareRule } from '../../server/rules/declare.ts';
import { runRules } from '../../server/rules/run.ts';

/** A Guard file with one rule about queues; `body` stands in its braces. */
function aboutQueues(body: string): string {
  return `
# Description:
#   Queues are looked after.
let queues = Resources.*[ Type == 'AWS::SQS::Queue'
  Metadata.guard.SuppressedRules not exists or
  Metadata.guard.SuppressedRules.* != "QUEUE_RULE"
]
rule QUEUE_RULE when %queues !empty {
${body}
}`;
}

/** The rule block that a Guard file with one rule becomes, without what is the same for all. */
function blockOf(guard: string): string {
  const [rule] = importGuard(guard, 'warning', 'file.guard');
  const [, block = rule?.reason?.en ?? ''] = /```rule\n([\s\S]*?)\n```/.exec(rule?.markdown ?? '') ?? [];
  return block
    .split('\n')
    .filter((line) => !/^(?:id|on|severity|title|message|equivalents):/.test(line))
    .join('\n');
}

/** The names of the resources in which the imported rules find something. */
function findings(guard: string, resources: string): readonly string[] {
  const text = `Resources:\n${resources}`;
  const template = yamlReader.read({ uri: 'file:///t.yaml', languageId: 'yaml', text }, undefined);
  ok(template);
  const rules = importGuard(guard, 'warning', 'file.guard').flatMap(({ markdown }) =>
    parseNote('file:///n.md', markdown, 'user').ruleBlocks.flatMap(({ source }) => {
      const { rule, problems } = declareRule(source, {});
      deepEqual(problems, []);
      return rule ? [rule] : [];
    }),
  );
  return runRules(rules, template).map(({ resource }) => resource.name);
}

describe('Importing Guard rules', () => {
  it('makes a section with the reason, the rule and what silences it', () => {
    const [rule] = importGuard(
      aboutQueues(`%queues.Properties.KmsMasterKeyId exists
        << Violation: The queue is not encrypted.
           Fix: Set KmsMasterKeyId >>`),
      'information',
      'file.guard',
    );
    equal(
      rule?.markdown,
      `## \`QUEUE_RULE\`

Queues are looked after.

\`\`\`rule
id: guard/queue-rule
on: AWS::SQS::Queue
severity: information
title: QUEUE_RULE
message: "{name}: The queue is not encrypted. Set KmsMasterKeyId."
at: KmsMasterKeyId
equivalents: [ QUEUE_RULE ]
\`\`\``,
    );
  });

  it('says where to look, what is right, and how to mend it', () => {
    equal(
      blockOf(
        aboutQueues(`%queues.Properties.FifoQueue exists
        %queues.Properties.FifoQueue == true`),
      ),
      'at: FifoQueue\nmust: { const: true }\nfix: { set: true }',
    );
    equal(
      blockOf(aboutQueues('%queues.Properties.Tags[*].Key in ["team", /^cost-/]')),
      'at: Tags[*].Key\nmust: { anyOf: [ { const: team }, { pattern: ^cost- } ] }',
    );
    equal(
      blockOf(aboutQueues('%queues.Properties.MessageRetentionPeriod > 60')),
      'at: MessageRetentionPeriod\nmust: { type: number, not: { maximum: 60 } }',
    );
  });

  it('turns violations around', () => {
    equal(
      blockOf(
        aboutQueues(`let violations = %queues[
          Properties.RedrivePolicy !exists
          OR
          Properties.RedrivePolicy.maxReceiveCount > 10
        ]
        %violations empty`),
      ),
      [
        'must:',
        '  required:',
        '    - RedrivePolicy',
        '  properties:',
        '    RedrivePolicy:',
        '      properties:',
        '        maxReceiveCount:',
        '          not:',
        '            type: number',
        '            not:',
        '              maximum: 10',
      ].join('\n'),
    );
  });

  it('finds what Guard finds, and is silent about what cannot be known', () => {
    const guard = aboutQueues(`%queues.Properties {
      when FifoQueue == true {
        ContentBasedDeduplication == true
      }
      some Tags[*] {
        Key == 'owner'
        Value !empty
      }
    }`);
    deepEqual(
      findings(
        guard,
        `
  Owned: { Type: AWS::SQS::Queue, Properties: { Tags: [{ Key: a, Value: b }, { Key: owner, Value: me }] } }
  Nobodys: { Type: AWS::SQS::Queue, Properties: { Tags: [{ Key: owner, Value: '' }] } }
  Fifo: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true, Tags: [{ Key: owner, Value: me }] } }
  Unknown: { Type: AWS::SQS::Queue, Properties: { Tags: !Ref Tags } }
  Silenced:
    Type: AWS::SQS::Queue
    Metadata: { guard: { SuppressedRules: [{ QUEUE_RULE: it goes away tomorrow }] } }
  Topic: { Type: AWS::SNS::Topic }`,
      ),
      ['Nobodys', 'Fifo'],
    );
  });

  it('makes one block for each kind of resource', () => {
    const [rule] = importGuard(
      `let keys = Resources.*[ Type == 'AWS::KMS::Key' ]
       let topics = Resources.*[ Type == 'AWS::SNS::Topic' ]
       rule BOTH when %keys !empty OR %topics !empty {
         %keys.Properties.EnableKeyRotation == true
         %topics.Properties.KmsMasterKeyId exists
       }`,
      'warning',
      'file.guard',
    );
    deepEqual(rule?.ids, ['guard/both-1', 'guard/both-2']);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['it refers to another rule', aboutQueues('OTHER_RULE')],
    ['it looks at more than properties', aboutQueues("%queues.DeletionPolicy == 'Retain'")],
    ['it looks at more than the resources of one type', aboutQueues('Parameters exists')],
    ['it compares one value with another', aboutQueues('%queues.Properties.A == %other')],
    ['it looks into intrinsic functions', aboutQueues('%queues.Properties.KmsMasterKeyId.Ref exists')],
    ['it calls functions or compares with maps', aboutQueues('let n = count(%queues)')],
    ['it is about resources of every type', 'let all = Resources.*\nrule R { %all.Properties.A exists }'],
    ['it takes parameters', 'rule R(a) { %a exists }'],
    [
      'its regular expression needs look-around or back-references',
      aboutQueues('%queues.Properties.A == /(?!x)/'),
    ],
    ['it is written in a way that cannot be read here', 'rule R { %queues.Properties.A == '],
  ];
  for (const [reason, guard] of refused) {
    it(`says of a rule: ${reason}`, () => {
      const [rule] = importGuard(guard, 'warning', 'file.guard');
      deepEqual([rule?.reason?.en, rule?.markdown], [reason, '']);
    });
  }

  it('never throws', () => {
    for (const text of ['', '{', 'rule', `rule R { ${'%a { '.repeat(200)}`, `let a = ${'['.repeat(500)}`]) {
      importGuard(text, 'warning', 'file.guard');
    }
  });
});
