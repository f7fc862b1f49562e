import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { emptySchema, loadSchema, type Schema } from '../../../server/aws/schema.ts';
import { draftRule } from '../../../server/features/authoring/draftRule.ts';
import { runExamples } from '../../../server/host/examples.ts';
import { folderOfNotes } from '../../../server/host/ruleDrafts.ts';
import { parseNote } from '../../../server/notes/parse.ts';
import type { Language } from '../../../server/text/localized.ts';
import { schemaBytes } from '../../aws/schemaBytes.ts';
import { loadCdk } from '../../read/cdk/support.ts';
import { read } from '../../rules/findings.ts';
import { dedent, parseMarked } from '../../support/marked.ts';

const examples = resolve(import.meta.dirname, '..', '..', '..', '..', 'examples');
let schema: Schema = emptySchema;

/** The draft about the cursor, as it reads when nothing in it is changed. */
async function draft(
  marked: string,
  languageId = 'yaml',
  language: Language = 'en',
  taken: readonly string[] = [],
): Promise<string> {
  const { text, cursor = 0 } = parseMarked(marked);
  const template = await read(text, languageId);
  const place = template.placeAt(cursor);
  assert.ok(place, 'the cursor is on nothing');
  const section = draftRule(template, place, { schema, language, taken: new Set(taken) });
  assert.ok(section, 'there is no draft');
  return accepted(section.snippet);
}

/** A snippet with what it proposes. */
function accepted(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|(\w+),[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');
}

/** Whether the draft is a rule without problems whose examples do what they say. */
async function assertWorks(section: string): Promise<void> {
  const note = parseNote('file:///notes/a.md', `# Title\n\n${section}`, 'user');
  const [result, ...others] = await runExamples(note, schema);
  assert.deepEqual(others, []);
  assert.ok(result?.rule, section);
  const problems = [
    ...note.problems,
    ...result.problems,
    ...result.examples.flatMap((example) => example.problems),
  ];
  assert.deepEqual(
    problems.map(({ message }) => message.en),
    [],
    section,
  );
  assert.equal(result.examples.length, 2);
}

const queue = `
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
      Properties:
        MessageRetentionPeriod: 1209600
        KmsMasterKeyId: !Ref Key
    Key:
      Type: AWS::KMS::Key
`;

describe('a rule drafted from code', () => {
  before(async function () {
    this.timeout(60_000);
    schema = await loadSchema(schemaBytes);
    await loadCdk();
  });

  it('is a section with the reason, the rule and its examples', async () => {
    const section = await draft(queue.replace('1209600', '12$009600'));
    assert.equal(
      section,
      dedent(`
        ## AWS::SQS::Queue MessageRetentionPeriod

        Why it matters, and what to do.

        \`\`\`rule
        id: team/queue-message-retention-period
        on: AWS::SQS::Queue
        severity: warning
        message: "MessageRetentionPeriod of {name} must be 1209600."
        at: MessageRetentionPeriod
        must: { const: 1209600 }
        \`\`\`

        \`\`\`yaml bad
        MessageRetentionPeriod: 0
        \`\`\`

        \`\`\`yaml good
        MessageRetentionPeriod: 1209600
        \`\`\`
      `),
    );
    await assertWorks(section);
  });

  it("speaks the reader's language, and takes no other rule's ID", async () => {
    const section = await draft(queue.replace('1209600', '12$009600'), 'yaml', 'ja', [
      'team/queue-message-retention-period',
    ]);
    assert.match(section, /「\{name\}」の MessageRetentionPeriod は 1209600 にしてください。/);
    assert.match(section, /^id: team\/queue-message-retention-period-2$/m);
  });

  it('follows lists and nested properties, and breaks the bad example with another allowed value', async () => {
    const section = await draft(`
      Resources:
        Letters:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:k$0ms }
    `);
    assert.match(
      section,
      /^at: BucketEncryption.ServerSideEncryptionConfiguration\[\*\].ServerSideEncryptionByDefault.SSEAlgorithm$/m,
    );
    assert.match(section, /^must: \{ const: aws:kms \}$/m);
    await assertWorks(section);
  });

  it('asks that something is there where its value is unknown, a reference or a map', async () => {
    const section = await draft(queue.replace('KmsMasterKeyId', 'Kms$0MasterKeyId'));
    assert.match(section, /^at: KmsMasterKeyId\nmissing: fail$/m);
    await assertWorks(section);
    const map = await draft(
      'Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      Versioning$0Configuration: { Status: Enabled }\n',
    );
    assert.match(map, /yaml good\nVersioningConfiguration:\n {2}Status: Enabled\n/);
    await assertWorks(map);
  });

  it('asks for an item of a list that the cursor is on, and for any where it is on the list', async () => {
    const rest = 'Resources:\n  A:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n';
    const item = await draft(`${rest}      SecurityGroups: [sg-1, sg$0-2]\n`);
    assert.match(item, /^must: \{ contains: \{ const: sg-2 \} \}$/m);
    await assertWorks(item);
    const list = await draft(`${rest}      Sub$0nets: [a, b]\n`);
    assert.match(list, /^must: \{ minItems: 1 \}$/m);
    await assertWorks(list);
  });

  it('asks for a property where the cursor is on a type', async () => {
    const section = await draft(queue.replace('AWS::SQS', 'AWS::S$0QS'));
    assert.match(section, /^must: \{ required: \[MessageRetentionPeriod\] \}$/m);
    await assertWorks(section);
  });

  it('is in terms of CloudFormation for JSON, SAM and CDK, too', async () => {
    const json = await draft(
      '{ "Resources": { "A": { "Type": "AWS::EC2::Volume", "Properties": { "VolumeType": "gp$03" } } } }',
      'json',
    );
    assert.match(json, /^id: team\/volume-type\non: AWS::EC2::Volume$/m);
    assert.match(json, /yaml bad\nVolumeType: gp2\n/);
    await assertWorks(json);
    const sam = await draft(
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Time$0out: 30\n',
    );
    assert.match(sam, /^on: AWS::Serverless::Function$[\s\S]*^must: \{ const: 30 \}$/m);
    await assertWorks(sam);
    const cdk = await draft(
      `
        import { Duration, Stack } from 'aws-cdk-lib';
        import * as sqs from 'aws-cdk-lib/aws-sqs';
        class Shop extends Stack {
          queue = new sqs.Queue(this, 'Jobs', { retention$0Period: Duration.days(4) });
        }
      `,
      'typescript',
    );
    assert.match(cdk, /^at: MessageRetentionPeriod\nmust: \{ const: 345600 \}$/m);
    await assertWorks(cdk);
  });

  it('works wherever the cursor is in our example', async function () {
    this.timeout(60_000);
    for (const [file, languageId] of [['template.yaml', 'yaml']] as const) {
      const text = readFileSync(join(examples, file), 'utf8');
      const template = await read(text, languageId);
      const seen = new Set<string>();
      for (let offset = 0; offset < text.length; offset += 3) {
        const place = template.placeAt(offset);
        const section = place && draftRule(template, place, { schema, language: 'en', taken: new Set() });
        if (!section || seen.has(section.snippet)) continue;
        seen.add(section.snippet);
        await assertWorks(accepted(section.snippet));
      }
      assert.ok(seen.size > 30);
    }
  });
});

describe('the folder of a new note', () => {
  const root = 'file:///repository/shop';
  const folder = (...patterns: string[]) =>
    folderOfNotes(`${root}/infra/t.yaml`, ['file:///repository/other', root], patterns);

  it('is the first in which notes are looked for', () => {
    assert.equal(folder('notes/**/*.md', 'docs/**/*.md'), `${root}/notes/`);
    assert.equal(folder('./docs/設計/*.md'), `${root}/docs/%E8%A8%AD%E8%A8%88/`);
    assert.equal(folder('docs/storage.md'), `${root}/docs/`);
    assert.equal(folder('docs'), `${root}/docs/`);
    assert.equal(folder('**/*.md'), `${root}/`);
  });

  it('is none outside of the workspace', () => {
    assert.equal(folder('~/vault/**/*.md', '/srv/wiki'), undefined);
    assert.equal(folderOfNotes('file:///t.yaml', [], ['notes']), undefined);
  });
});
