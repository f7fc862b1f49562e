import assert from 'node:assert/strict';
import fc from 'fast-check';
import { declareRule } from '../../server/rules/declare.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { runRules } from '../../server/rules/run.ts';
import { dedent, mark } from '../support/marked.ts';
import { checkFindings, read } from './findings.ts';
import { hideOne, type Json, templateOf } from './values.ts';

function declared(block: string): Rule {
  const { rule, problems } = declareRule(dedent(block), {});
  assert.deepEqual(problems, []);
  assert.ok(rule);
  return rule;
}

const encryption = `
  id: s3/our-key
  on: AWS::S3::Bucket
  severity: warning
  message: 'Bucket "{name}" uses {value}.'
  when: { properties: { Tags: { contains: { properties: { Key: { const: secret } } } } }, required: [Tags] }
  at: BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault.SSEAlgorithm
  must: { const: aws:kms }
  fix: { set: aws:kms, preferred: true, safe: true }
`;

describe('a rule block', () => {
  it('marks the value that breaks it, and fills in the message', async () => {
    const [finding] = await checkFindings(
      `
      Resources:
        Letters:
          Type: AWS::S3::Bucket
          Properties:
            Tags: [{ Key: secret, Value: yes }]
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }
                - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }
                                                                 ^^^^^^ s3/our-key warning
    `,
      { rules: [declared(encryption)] },
    );
    assert.equal(finding?.message.en, 'Bucket "Letters" uses AES256.');
    assert.deepEqual(
      finding?.fixes.map(({ title, preferred, edits }) => [title.en, preferred, edits[0]?.kind]),
      [['Set SSEAlgorithm to aws:kms', true, 'replace']],
    );
  });

  it('marks the deepest thing that is there where the value is missing', () =>
    checkFindings(
      `
      Resources:
        Nothing:
          Type: AWS::S3::Bucket
                ^^^^^^^^^^^^^^^ s3/our-key warning
          Properties: { Tags: [{ Key: secret }] }
        Empty:
          Type: AWS::S3::Bucket
          Properties:
            Tags: [{ Key: secret }]
            BucketEncryption:
            ^^^^^^^^^^^^^^^^ s3/our-key warning
              KmsOnly: true
        Item:
          Type: AWS::S3::Bucket
          Properties:
            Tags: [{ Key: secret }]
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ^^^^^^^^^^^^^^^^ s3/our-key warning
    `,
      { rules: [declared(encryption)] },
    ));

  it('is silent where it does not apply, and where anything that matters is unknown', () =>
    checkFindings(
      `
      Resources:
        Public:
          Type: AWS::S3::Bucket
        Perhaps:
          Type: AWS::S3::Bucket
          Properties: { Tags: !Ref Tags }
        Asked:
          Type: AWS::S3::Bucket
          Properties:
            Tags: [{ Key: secret }]
            BucketEncryption: !Ref Encryption
        AskedToo:
          Type: AWS::S3::Bucket
          Properties:
            Tags: [{ Key: secret }]
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: !Ref Algorithm }
    `,
      { rules: [declared(encryption)] },
    ));

  it('says under which condition it is broken', async () => {
    const [finding] = await checkFindings(
      `
      Resources:
        Letters:
          Type: AWS::S3::Bucket
          Properties:
            Tags: [{ Key: secret }]
            BucketEncryption:
            ^^^^^^^^^^^^^^^^ s3/our-key information
              !If
                - Encrypted
                - ServerSideEncryptionConfiguration:
                    - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }
                - !Ref AWS::NoValue
    `,
      { rules: [declared(encryption)] },
    );
    assert.match(finding?.message.en ?? '', /\(when Encrypted is false\)$/);
  });

  it('ignores what is missing where it says so', () =>
    checkFindings(
      `
      Resources:
        None: { Type: AWS::Redshift::Cluster }
        Old:
          Type: AWS::Redshift::Cluster
          Properties: { NodeType: DC2.large }
                                  ^^^^^^^^^ redshift/retired information
    `,
      {
        rules: [
          declared(`
            id: redshift/retired
            on: [AWS::Redshift::Cluster]
            severity: information
            message: { en: Retired., ja: 廃止されました。 }
            at: NodeType
            must: { not: { pattern: '(?i)^d[cs]' } }
            missing: ignore
          `),
        ],
      },
    ));

  it('looks at a resource as a whole where it names no place', () =>
    checkFindings(
      `
      Resources:
        Plain:
          Type: AWS::SQS::Queue
                ^^^^^^^^^^^^^^^ team/named hint
        Named:
          Type: AWS::SQS::Queue
          Properties: { QueueName: orders }
    `,
      {
        rules: [
          declared(`
            id: team/named
            on: AWS::SQS::*
            severity: hint
            message: Name it.
            must: { required: [QueueName] }
          `),
        ],
      },
    ));

  it('leaves alone what a resource of a given type refers to', () =>
    checkFindings(
      `
      Resources:
        Reserved: { Type: AWS::Athena::WorkGroup }
        Metered:
          Type: AWS::Athena::WorkGroup
                ^^^^^^^^^^^^^^^^^^^^^^ athena/limit information
        Reservation:
          Type: AWS::Athena::CapacityReservation
          Properties:
            CapacityAssignmentConfiguration:
              CapacityAssignments: [{ WorkgroupNames: [!Ref Reserved] }]
    `,
      {
        rules: [
          declared(`
            id: athena/limit
            on: AWS::Athena::WorkGroup
            severity: information
            message: No limit.
            at: WorkGroupConfiguration.BytesScannedCutoffPerQuery
            unlessReferredBy: AWS::Athena::CapacityReservation
          `),
        ],
      },
    ));

  it('belongs to the section it stands in, or else to the topic that its id begins with', () => {
    const subject = { topic: 'elb', aspect: 'access-logs' };
    assert.deepEqual(declareRule(dedent(encryption), { subject }).rule?.subject, subject);
    assert.deepEqual(declared(encryption).subject, { topic: 's3' });
  });

  it('never creates a finding when something known is hidden', () => {
    const rule = declared(encryption);
    const algorithms = fc.constantFrom('aws:kms', 'AES256');
    const buckets: fc.Arbitrary<Json> = fc.record(
      {
        Tags: fc.array(fc.record({ Key: fc.constantFrom('secret', 'public') }), { maxLength: 2 }),
        BucketEncryption: fc.record({
          ServerSideEncryptionConfiguration: fc.array(
            fc.record({
              ServerSideEncryptionByDefault: fc.record({ SSEAlgorithm: algorithms }, { requiredKeys: [] }),
            }),
            { maxLength: 2 },
          ),
        }),
      },
      { requiredKeys: [] },
    );
    const found = (properties: Json) =>
      runRules([rule], templateOf({ Bucket: ['AWS::S3::Bucket', properties] })).length;
    fc.assert(
      fc.property(buckets, fc.nat(), (bucket, seed) => {
        const { properties } = templateOf({ B: ['AWS::S3::Bucket', bucket] }).resources.get('B') ?? {};
        assert.ok(properties);
        assert.ok(found(hideOne(properties, seed)) <= found(bucket));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Asserts the problems of a block, marked in its text. */
function checkProblems(marked: string): void {
  const expected = dedent(marked);
  const source = expected
    .split('\n')
    .filter((line) => !/^\s*\^+ /.test(line))
    .join('\n');
  const { rule, problems } = declareRule(source, {});
  assert.equal(rule, undefined);
  for (const { message, span } of problems) {
    assert.ok(message.ja !== message.en && span.end > span.start);
  }
  assert.equal(
    mark(
      source,
      problems.map(({ span, message }) => ({ span, label: message.en })),
    ),
    expected,
  );
}

describe('a rule block that is wrong', () => {
  it('is told about unknown keys, with what was meant', () =>
    checkProblems(`
      id: a/b
      on: AWS::S3::Bucket
      severity: hint
      message: Hm.
      mesage: Hm.
      ^^^^^^ "mesage" is not known here. Did you mean "message"?
      must:
        propertys: {}
        ^^^^^^^^^ "propertys" is not known here. Did you mean "properties"?
        items: { cosnt: 1 }
                 ^^^^^ "cosnt" is not known here. Did you mean "const"?
    `));

  it('is told about what is missing', () =>
    checkProblems(`
      id: a/b
      ^^^^^^^ "message" is missing.
      ^^^^^^^ "severity" is missing.
      on: AWS::S3::Bucket
      must: {}
    `));

  it('is told what each place can hold', () =>
    checkProblems(`
      id: Not an id
          ^^^^^^^^^ "id" should be an ID of letters, digits, "-" and "/", such as "s3/our-key".
      on: Bucket
          ^^^^^^ "on" should be a resource type such as AWS::S3::Bucket or AWS::MSK::*, or a list of them.
      severity: fatal
                ^^^^^ "severity" should be error, warning, information or hint.
      message: { en: Only English }
               ^^^^^^^^^^^^^^^^^^^^ "message" should be a text, or one in each language: { en: …, ja: … }.
      at: A..B
          ^^^^ "at" should be a property path such as BucketEncryption.Rules[*].Status.
      must: { minimum: three, pattern: '(?=a)', minLength: -1 }
                       ^^^^^ "minimum" should be a number.
                                       ^^^^^^^ "pattern" should be a regular expression of RE2 (no look-around, no back-references).
                                                           ^^ "minLength" should be a whole number, 0 or more.
    `));

  it('is told what makes no sense together', () => {
    checkProblems(`
      id: a/b
          ^^^ This rule can never find anything: add "must", or "at" without "missing: ignore".
      on: AWS::S3::Bucket
      severity: hint
      message: Hm.
    `);
    checkProblems(`
      id: a/b
      on: AWS::S3::Bucket
      severity: hint
      message: Hm.
      must: {}
      fix: { set: 1 }
           ^^^^^^^^^^ "fix" needs "at".
    `);
  });

  it('is told about YAML that is none, and about aliases', () => {
    checkProblems(`
      id: &name a/b
      message: *name
               ^^^^^ Aliases (*name) cannot be used in a rule block; write the value out.
    `);
    const { problems } = declareRule('id: [a\non: b', {});
    assert.match(problems[0]?.message.en ?? '', /^This is not readable as YAML: /);
  });

  it('is refused where it is too large or too deep', () => {
    const deep = `id: a/b\non: A::B\nseverity: hint\nmessage: m\nmust: ${'{ not: '.repeat(40)}{}${'}'.repeat(40)}`;
    for (const source of ['x'.repeat(20_000), '['.repeat(16_000), '- '.repeat(8_000), deep]) {
      const { rule, problems } = declareRule(source, {});
      assert.equal(rule, undefined);
      assert.match(problems[0]?.message.en ?? '', /16 KB|32 levels/);
    }
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      'id: a/b',
      'on: AWS::A::B',
      'must:',
      '  not: {',
      '}',
      '- x',
      '? y',
      '&a *a',
      '!!t',
      ': ',
      '"',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (lines) => {
        const source = lines.join('\n');
        for (const { span } of declareRule(source, {}).problems) {
          assert.ok(span.end <= source.length && (span.end > span.start || source === ''));
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('a template without rule blocks runs without them', async () => {
  assert.deepEqual(runRules([], await read('Resources: { A: { Type: AWS::S3::Bucket } }', 'yaml')), []);
});
