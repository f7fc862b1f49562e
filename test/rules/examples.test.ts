import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { readKnowledge } from '../../server/build/knowledge.ts';
import { builtinExamples, exampleFolder } from '../../server/build/ruleDocs.ts';
import { runExample, runExamples } from '../../server/host/examples.ts';
import { parseNote } from '../../server/notes/parse.ts';
import { builtinRules } from '../../server/rules/builtin/index.ts';
import { declareRule } from '../../server/rules/declare.ts';
import { loadCdk } from '../read/cdk/support.ts';
import { dedent } from '../support/marked.ts';

const notes = await readKnowledge('knowledge');

describe('Examples of rules', () => {
  before(loadCdk);

  for (const rule of builtinRules) {
    for (const verdict of ['bad', 'good'] as const) {
      it(`${rule.id}: ${verdict}`, async () => {
        const examples = await builtinExamples('.', rule.id);
        const example = examples.find((each) => each.verdict === verdict) ?? assert.fail();
        assert.deepEqual(messages(await runExample(rule, example)), []);
      });
    }
  }

  it('belong to a rule each', async () => {
    const ids = builtinRules.map(({ id }) => id.replaceAll('/', '-'));
    assert.deepEqual((await readdir(exampleFolder)).sort(), ids.sort());
  });

  for (const note of notes) {
    for (const block of note.ruleBlocks) {
      const { rule } = declareRule(block.source, {});
      const name = rule?.id ?? `${note.uri} at ${block.span.start}`;
      it(`${name} can be read and has a bad and a good example`, () => {
        assert.ok(rule);
        assert.deepEqual([...new Set(block.examples.map(({ verdict }) => verdict))].sort(), ['bad', 'good']);
      });
      for (const [index, example] of block.examples.entries()) {
        it(`${name}: ${example.verdict} (${index + 1})`, async () => {
          assert.deepEqual(messages(await runExample(rule ?? assert.fail(), example)), []);
        });
      }
    }
  }
});

describe('Running the examples of a note', () => {
  before(loadCdk);

  it('takes a template, resources, one resource or its properties, in YAML and JSON', async () => {
    for (const [language, good, bad] of [
      ['yaml', 'VolumeType: gp3', 'VolumeType: st1'],
      [
        'yaml',
        'Type: AWS::EC2::Volume\nProperties: { VolumeType: gp3 }',
        'Type: AWS::EC2::Volume\nProperties: { VolumeType: st1 }',
      ],
      [
        'yaml',
        'A:\n  Type: AWS::EC2::Volume\n  Properties: { VolumeType: gp3 }',
        'A:\n  Type: AWS::EC2::Volume\n  Properties: { VolumeType: st1 }',
      ],
      [
        'yaml',
        'Resources:\n  A:\n    Type: AWS::EC2::Volume\n    Properties: { VolumeType: gp3 }',
        'Resources:\n  A:\n    Type: AWS::EC2::Volume\n    Properties: { VolumeType: st1 }',
      ],
      ['json', '{ "VolumeType": "gp3" }', '{ "VolumeType": "st1" }'],
      [
        'json',
        '{ "Type": "AWS::EC2::Volume", "Properties": { "VolumeType": "gp3" } }',
        '{ "Type": "AWS::EC2::Volume", "Properties": { "VolumeType": "st1" } }',
      ],
      [
        'json',
        '{ "A": { "Type": "AWS::EC2::Volume", "Properties": { "VolumeType": "gp3" } } }',
        '{ "A": { "Type": "AWS::EC2::Volume", "Properties": { "VolumeType": "st1" } } }',
      ],
      [
        'ts',
        "import * as ec2 from 'aws-cdk-lib/aws-ec2';\nnew ec2.CfnVolume(this, 'A', { availabilityZone: 'a', volumeType: 'gp3' });",
        "import * as ec2 from 'aws-cdk-lib/aws-ec2';\nnew ec2.CfnVolume(this, 'A', { availabilityZone: 'a', volumeType: 'st1' });",
      ],
      [
        'cs',
        'using Amazon.CDK.AWS.EC2;\nnew CfnVolume(this, "A", new CfnVolumeProps { AvailabilityZone = "a", VolumeType = "gp3" });',
        'using Amazon.CDK.AWS.EC2;\nnew CfnVolume(this, "A", new CfnVolumeProps { AvailabilityZone = "a", VolumeType = "st1" });',
      ],
      [
        'go',
        'package main\nimport (\n\t"github.com/aws/jsii-runtime-go"\n\tec2 "github.com/aws/aws-cdk-go/awscdk/v2/awsec2"\n)\nfunc f() { ec2.NewCfnVolume(stack, jsii.String("A"), &ec2.CfnVolumeProps{VolumeType: jsii.String("gp3")}) }',
        'package main\nimport (\n\t"github.com/aws/jsii-runtime-go"\n\tec2 "github.com/aws/aws-cdk-go/awscdk/v2/awsec2"\n)\nfunc f() { ec2.NewCfnVolume(stack, jsii.String("A"), &ec2.CfnVolumeProps{VolumeType: jsii.String("st1")}) }',
      ],
      [
        'java',
        'import software.amazon.awscdk.services.ec2.*;\nclass S { S() { CfnVolume.Builder.create(this, "A").volumeType("gp3").build(); } }',
        'import software.amazon.awscdk.services.ec2.*;\nclass S { S() { CfnVolume.Builder.create(this, "A").volumeType("st1").build(); } }',
      ],
    ] as const) {
      assert.deepEqual(await said(example(language, 'good', good)), [], good);
      assert.deepEqual(await said(example(language, 'bad', bad)), [], bad);
      assert.equal((await said(example(language, 'good', bad))).length, 1, bad);
      assert.equal((await said(example(language, 'bad', good))).length, 1, good);
    }
  });

  it('says what a good example has and a bad one has not, at its place in the note', async () => {
    assert.deepEqual(await said(example('yaml', 'good', 'Size: 10\nVolumeType: st1')), [
      'st1: This example is good, but ours/disks finds: Not st1.',
    ]);
    assert.deepEqual(await said(example('yaml', 'bad', 'VolumeType: gp3')), [
      'VolumeType: gp3: This example is bad, but ours/disks finds nothing in it.',
    ]);
  });

  it('holds findings against the marks', async () => {
    assert.deepEqual(await said(example('yaml', 'bad', 'VolumeType: st1\n#           ^^^\nSize: 10')), []);
    assert.deepEqual(await said(example('yaml', 'bad', 'VolumeType: st1\nSize: 500\n#     ^^^')), [
      '500: ours/disks finds nothing at this mark.',
      'st1: ours/disks finds something here, where there is no mark (^^^).',
    ]);
  });

  it('explains an example that cannot be run', async () => {
    assert.match((await said(example('ruby', 'bad', 'x'))).join(), /yaml, json, typescript, .* or go/);
    assert.match((await said(example('yaml', 'bad', 'just text'))).join(), /This example is no template/);
    assert.match((await said(example('ts', 'bad', 'const a = 1;'))).join(), /aws-cdk-lib/);
    assert.equal((await said(example('yaml', 'bad', 'VolumeType: st1\nTags: [a'))).length, 1);
  });

  it('tells of a rule block that cannot be used and of one without examples', async () => {
    const text = '# EBS\n\n```rule\nid: ours/disks\n```\n\n```yaml bad\nVolumeType: st1\n```\n';
    const [broken] = await runExamples(parseNote('file:///notes/a.md', text, 'user'));
    assert.equal(broken?.rule, undefined);
    assert.ok((broken?.problems.length ?? 0) > 0);
    const [untested] = await runExamples(parseNote('file:///notes/a.md', ruleBlock, 'user'));
    assert.deepEqual([untested?.rule?.id, untested?.examples], ['ours/disks', []]);
  });
});

const ruleBlock = dedent(`
  # EBS

  \`\`\`rule
  id: ours/disks
  on: AWS::EC2::Volume
  severity: warning
  message: Not {value}.
  at: VolumeType
  must: { const: gp3 }
  \`\`\`
`);

function example(language: string, verdict: 'good' | 'bad', source: string): string {
  return `${ruleBlock}\n\`\`\`${language} ${verdict}\n${source}\n\`\`\`\n`;
}

/** Each problem as the text that it is shown at, and its message. */
async function said(text: string): Promise<string[]> {
  const [result] = await runExamples(parseNote('file:///notes/a.md', text, 'user'));
  const problems = result?.examples.flatMap((each) => each.problems) ?? assert.fail();
  return problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message.en}`);
}

function messages(problems: readonly { readonly message: { readonly en: string } }[]): string[] {
  return problems.map(({ message }) => message.en);
}
