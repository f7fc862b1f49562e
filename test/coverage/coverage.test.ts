import assert from 'node:assert/strict';
import { loadSchema, type Schema } from '../../server/aws/schema.ts';
import { type Claim, readClaims, readTraps } from '../../server/build/coverage/claims.ts';
import { completeTemplate } from '../../server/build/coverage/template.ts';
import { verdictOn } from '../../server/build/coverage/verdict.ts';
import { schemaBytes } from '../aws/schemaBytes.ts';

describe('What other tools find', () => {
  let schema: Schema;
  let claims: readonly Claim[];

  before(async () => {
    schema = await loadSchema(schemaBytes);
    claims = await readClaims('.', schema);
  });

  it('is asked of every rule, which finds its own in the same template', () => {
    assert.ok(claims.length >= 29);
    assert.equal(new Set(claims.map(({ rule }) => rule.id)).size, claims.length);
  });

  it('is compared with our silence on traps', async () => {
    const traps = await readTraps('.', claims, schema);
    assert.ok(traps.length >= 14);
    for (const { title, sample } of traps) assert.ok(title.en && title.ja, sample.name);
  });

  it('is about whole templates: what is left out becomes a parameter', () => {
    const template = JSON.parse(
      completeTemplate(
        [
          'Resources:',
          '  Work:',
          '    Type: AWS::Lambda::EventSourceMapping',
          `    Properties: { EventSourceArn: !GetAtt Jobs.Arn, Queues: [!Sub "\${Prefix}-\${AWS::Region}"] }`,
        ].join('\n'),
        schema,
      ),
    );
    const text = { Type: 'String' };
    assert.deepEqual(template.Parameters, { AnyFunctionName: text, JobsArn: text, Prefix: text });
    assert.deepEqual(template.Resources.Work.Properties, {
      EventSourceArn: { Ref: 'JobsArn' },
      Queues: [{ 'Fn::Sub': `\${Prefix}-\${AWS::Region}` }],
      FunctionName: { Ref: 'AnyFunctionName' },
    });
  });

  it('counts only if it is about the same, and about the example as it is now', () => {
    const claim = claims.find(({ rule }) => rule.id === 'elb/access-logs-disabled');
    assert.ok(claim);
    const saying = (rules: string, hash = claim.bad.hash): string => {
      const peer = { version: '1.0.0', samples: { [claim.bad.name]: { hash, remarks: { Web: rules } } } };
      const verdict = verdictOn(claim, peer);
      return [verdict.kind, ...verdict.rules].join(' ');
    };
    assert.equal(saying('CKV_AWS_131 CKV_AWS_91'), 'finds CKV_AWS_91');
    assert.equal(saying('AwsSolutions-ELB2!'), 'fails AwsSolutions-ELB2!');
    assert.equal(saying('CKV_AWS_131'), 'other');
    assert.equal(saying('CKV_AWS_91', 'of another text'), 'unknown');
    assert.equal(verdictOn(claim, undefined).kind, 'unknown');
  });
});
