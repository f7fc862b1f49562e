import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { emptySchema, loadSchema, type Schema } from '../../server/aws/schema.ts';
import { parseNote } from '../../server/notes/parse.ts';
import { declareRule } from '../../server/rules/declare.ts';
import { schemaBytes } from '../aws/schemaBytes.ts';
import { dedent, mark, parseMarked } from '../support/marked.ts';

let schema: Schema = emptySchema;

/** Compares the problems of a block with the carets below its lines; the first word says how severe they are. */
function check(marked: string): void {
  const { text } = parseMarked(marked);
  const { rule, problems } = declareRule(text, { schema });
  assert.ok(rule, 'the rule works all the same');
  const found = problems.map(({ span, severity, message }) => ({
    span,
    label: `${severity}: ${message.en}`,
  }));
  assert.equal(mark(text, found), dedent(marked));
}

describe('names in a rule block that AWS does not have', () => {
  before(async function () {
    this.timeout(60_000);
    schema = await loadSchema(schemaBytes);
  });

  it('are marked, with what was probably meant', () => {
    check(`
      id: team/a
      on: [AWS::S3::Bucket, AWS::S3::Buckett, Custom::Thing, AWS::SQSS::*]
                            ^^^^^^^^^^^^^^^^ warning: AWS has no resource type "AWS::S3::Buckett", so this rule finds nothing. Did you mean "AWS::S3::Bucket"?
                                                             ^^^^^^^^^^^^ warning: AWS has no resource type "AWS::SQSS::*", so this rule finds nothing.
      severity: warning
      message: M
      must: { required: [Anything] }
    `);
  });

  it('are marked at the segment of a path', () => {
    check(`
      id: team/a
      on: AWS::S3::Bucket
      severity: warning
      message: M
      when:
        properties:
          VersioningConfigurations: { required: [Status] }
          ^^^^^^^^^^^^^^^^^^^^^^^^ warning: AWS::S3::Bucket has no property "VersioningConfigurations". Did you mean "VersioningConfiguration"?
          Tags: { contains: { properties: { key: { const: a } }, required: [Value, Nam] } }
                                            ^^^ warning: Tags has no property "key". Did you mean "Key"?
                                                                                   ^^^ warning: Tags has no property "Nam".
      at: "BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionDefault.SSEAlgorithm"
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: BucketEncryption.ServerSideEncryptionConfiguration has no property "ServerSideEncryptionDefault". Did you mean "ServerSideEncryptionByDefault"?
    `);
  });

  it('are marked where a list is taken for something else', () => {
    const block = (at: string): string => `
      id: team/a
      on: AWS::S3::Bucket
      severity: warning
      message: M
      at: ${at}
    `;
    check(block('Tags.Key\n          ^^^^ warning: Tags is a list. Write "Tags[*]" for each of its items.'));
    check(
      block(
        'BucketName[*]\n          ^^^^^^^^^^ warning: BucketName is no list (AWS: String), so this rule finds nothing. Leave out "[*]".',
      ),
    );
    check(block('Tags'));
  });

  it('are said more quietly of values, for AWS adds some every week', () => {
    check(`
      id: team/a
      on: AWS::S3::Bucket
      severity: warning
      message: M
      at: VersioningConfiguration.Status
      must: { enum: [Enabled, Suspendd] }
                              ^^^^^^^^ information: "Suspendd" is not among the values that AWS specifies for Status. Did you mean "Suspended"?
      fix: { set: enabled }
                  ^^^^^^^ information: "enabled" is not among the values that AWS specifies for Status. Did you mean "Enabled"?
    `);
  });

  it('are looked for in the values that a fix writes', () => {
    check(`
      id: team/a
      on: AWS::S3::Bucket
      severity: warning
      message: M
      at: VersioningConfiguration
      fix: { set: { Staus: Enabled } }
                    ^^^^^ warning: VersioningConfiguration has no property "Staus". Did you mean "Status"?
    `);
  });

  it('are none where AWS leaves the names to the user, or says several things', () => {
    check(`
      id: team/a
      on: [Custom::Thing, AWS::CloudFormation::CustomResource]
      severity: warning
      message: M
      at: Whatever.We[*].Like
    `);
    check(`
      id: team/a
      on: AWS::Lambda::Function
      severity: warning
      message: M
      at: Environment.Variables.LOG_LEVEL
      must: { const: info }
    `);
    check(`
      id: team/a
      on: AWS::DynamoDB::Table
      severity: warning
      message: M
      at: KeySchema.Whatever
    `);
  });

  it('are none in the rules that come with Kumonote', () => {
    const knowledge = resolve(import.meta.dirname, '..', '..', '..', 'knowledge');
    const problems = globSync('**/*.md', { cwd: knowledge }).flatMap((file) =>
      parseNote(file, readFileSync(resolve(knowledge, file), 'utf8'), 'bundled').ruleBlocks.flatMap(
        ({ source }) =>
          declareRule(source, { schema }).problems.map(({ message }) => `${file}: ${message.en}`),
      ),
    );
    assert.deepEqual(problems, []);
  });
});
