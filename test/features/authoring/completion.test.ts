import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { emptySchema, loadSchema, type Schema } from '../../../server/aws/schema.ts';
import { completionsInBlock } from '../../../server/features/authoring/completion.ts';
import { schemaBytes } from '../../aws/schemaBytes.ts';
import { applyEdits } from '../../support/applyEdits.ts';
import { parseMarked } from '../../support/marked.ts';

let schema: Schema = emptySchema;

interface Completed {
  readonly labels: readonly string[];
  readonly items: readonly CompletionItem[];
  /** The block once `label` is chosen, `$1` where the author goes on. */
  choose(label: string): string;
}

/** Completes at the cursor of a block, which stands in a note below other text. */
function complete(marked: string, typesInUse: readonly string[] = []): Completed {
  const { text, cursor = 0 } = parseMarked(marked);
  const before = '# A note\n\n```rule\n';
  const document = TextDocument.create('file:///note.md', 'markdown', 1, `${before}${text}\n\`\`\`\n`);
  const block = { source: `${text}\n`, span: { start: before.length, end: before.length + text.length + 1 } };
  const { items } = completionsInBlock(document, block, before.length + cursor, {
    schema,
    language: 'en',
    typesInUse: new Set(typesInUse),
    completeAgain: undefined,
  });
  return {
    labels: [...items]
      .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
      .map(({ label }) => label),
    items,
    choose(label) {
      const chosen = items.find((each) => each.label === label);
      assert(
        chosen?.textEdit && 'range' in chosen.textEdit,
        `${label} is not among ${items.map((i) => i.label)}`,
      );
      const changed = applyEdits(document, [chosen.textEdit]);
      return changed.slice(before.length, changed.lastIndexOf('\n```'));
    },
  };
}

/** What is offered first at the cursor. */
const first = (marked: string, count: number): string => complete(marked).labels.slice(0, count).join(' ');

describe('completion in a rule block', () => {
  before(async function () {
    this.timeout(60_000);
    schema = await loadSchema(schemaBytes);
  });

  describe('of keywords', () => {
    it('begins an empty block with a whole rule', () => {
      const { labels, choose } = complete('$0');
      assert.deepEqual(labels.slice(0, 4), ['rule', 'id', 'on', 'severity']);
      assert.match(choose('rule'), /^id: team\/\$\{1:name\}\non: .*\nseverity: \$\{3\|warning,/);
    });

    it('offers what is not there yet, above, between and below other lines', () => {
      for (const block of ['$0\nid: x\non: A\n', 'id: x\n$0\non: A\n', 'id: x\non: A\n$0']) {
        const { labels } = complete(block);
        assert(labels.includes('severity') && !labels.includes('id') && !labels.includes('on'), block);
      }
    });

    it('writes the shape of what the keyword takes', () => {
      assert.equal(complete('id: x\nse$0').choose('severity'), 'id: x\nseverity: $1');
      assert.equal(complete('id: x\nmu$0').choose('must'), 'id: x\nmust: { $1 }');
      assert.equal(complete('id: x\nf$0').choose('fix'), 'id: x\nfix: { set: $1 }');
      assert.equal(complete('must: { r$0 }').choose('required'), 'must: { required: [$1] }');
      assert.equal(complete('must: { $0 }').choose('pattern'), "must: { pattern: '$1' }");
    });

    it('keeps the value of a keyword that is mistyped', () => {
      assert.equal(complete('sevrity$0: warning').choose('severity'), 'severity: warning');
    });

    it('puts braces around a condition that begins behind its keyword', () => {
      assert.equal(complete('must: co$0').choose('const'), 'must: { const: $1 }');
      assert.equal(complete('must:$0').choose('const'), 'must: { const: $1 }');
      assert.equal(complete('must: { not: co$0 }').choose('const'), 'must: { not: { const: $1 } }');
      assert.equal(complete('must: { anyOf: [co$0] }').choose('const'), 'must: { anyOf: [{ const: $1 }] }');
    });

    it('needs none on lines of their own', () => {
      assert.equal(
        complete('must:\n  co$0\nmissing: fail').choose('const'),
        'must:\n  const: $1\nmissing: fail',
      );
      assert.equal(
        complete('must:\n  anyOf:\n    - co$0').choose('const'),
        'must:\n  anyOf:\n    - const: $1',
      );
      assert.equal(
        complete('must:\n  properties:\n    A: {}\n  req$0').choose('required'),
        'must:\n  properties:\n    A: {}\n  required: [$1]',
      );
    });

    it('works while brackets are open and the rest of the note follows', () => {
      assert.equal(complete('must: { co$0\n\n## Next: heading\n- item').labels.includes('const'), true);
      assert.equal(complete('when: { properties: { Tags: { con$0').labels.includes('contains'), true);
    });

    it('is silent in comments and in prose', () => {
      assert.deepEqual(complete('id: x\n# se$0').labels, []);
      assert.deepEqual(complete('message: Encrypt$0').labels, []);
      assert.deepEqual(complete('id: te$0').labels, []);
    });
  });

  describe('of resource types', () => {
    it('finds a type by any part of its name, those of the open files first', () => {
      const { labels, choose } = complete('on: queue$0', ['AWS::SQS::Queue']);
      assert.equal(labels[0], 'AWS::SQS::Queue');
      assert(labels.includes('AWS::Batch::JobQueue'));
      assert.equal(choose('AWS::SQS::Queue'), 'on: AWS::SQS::Queue');
    });

    it('works in lists of either style, half-typed, and for refersTo', () => {
      const whole = 'on: [AWS::SQS::Queue, AWS::SNS::Topic]';
      assert.equal(complete('on: [AWS::SQS::Queue, AWS::SNS::T$0]').choose('AWS::SNS::Topic'), whole);
      assert.equal(complete('on:\n  - AWS::SQS:$0').choose('AWS::SQS::Queue'), 'on:\n  - AWS::SQS::Queue');
      assert.equal(
        complete('must: { refersTo: kms::k$0 }').choose('AWS::KMS::Key'),
        'must: { refersTo: AWS::KMS::Key }',
      );
      assert(complete('on: AWS::SQS::$0').labels.includes('AWS::SQS::*'));
    });
  });

  describe('of properties', () => {
    const bucket = 'on: AWS::S3::Bucket\n';

    it('goes down a path, segment by segment', () => {
      assert(complete(`${bucket}at: $0`).labels.includes('BucketEncryption'));
      const path = 'at: BucketEncryption.ServerSideEncryptionConfiguration[*].';
      assert.deepEqual(complete(`${bucket}at: BucketEncryption.$0`).labels, [
        'ServerSideEncryptionConfiguration[*]',
        'ServerSideEncryptionConfiguration',
      ]);
      assert.equal(
        complete(`${bucket}${path}Server$0`).choose('ServerSideEncryptionByDefault'),
        `${bucket}${path}ServerSideEncryptionByDefault`,
      );
    });

    it('changes one segment in the middle of a path', () => {
      assert.equal(
        complete(`${bucket}at: Bucket$0.ServerSideEncryptionConfiguration`).choose('BucketEncryption'),
        `${bucket}at: BucketEncryption.ServerSideEncryptionConfiguration`,
      );
    });

    it('knows the keys of tags', () => {
      assert.equal(first(`${bucket}at: Tags[*].$0`, 3), 'Key Value');
    });

    it('names them in properties and required, nested and through lists', () => {
      assert.equal(
        complete(`${bucket}when: { properties: { Vers$0 } }`).choose('VersioningConfiguration'),
        `${bucket}when: { properties: { VersioningConfiguration: { $1 } } }`,
      );
      assert.equal(
        first(`${bucket}when: { properties: { VersioningConfiguration: { properties: { $0 } } } }`, 9),
        'Status',
      );
      assert.equal(
        first(`${bucket}when:\n  properties:\n    Tags:\n      contains:\n        required: [$0]`, 9),
        'Key Value',
      );
      assert.equal(first(`${bucket}at: VersioningConfiguration\nmust: { required: [$0] }`, 9), 'Status');
    });

    it('offers those of every type that a pattern covers', () => {
      const { labels } = complete('on: AWS::SQS::*\nat: $0');
      assert(labels.includes('VisibilityTimeout') && labels.includes('PolicyDocument'));
    });

    it("brings AWS's line on the property, its type and its values", () => {
      const [status] = complete(`${bucket}at: VersioningConfiguration.$0`).items;
      assert.equal(status?.detail, 'String');
      assert.match(JSON.stringify(status?.documentation), /Allowed values: `Enabled`, `Suspended`/);
    });
  });

  describe('of values', () => {
    const status = 'on: AWS::S3::Bucket\nat: VersioningConfiguration.Status\n';

    it('offers what AWS allows, in const, enum and fix', () => {
      for (const line of [
        'must: { const: $0 }',
        'must: { enum: [Enabled, $0] }',
        'must:\n  enum:\n    - $0',
        'must: { not: { const: "$0" } }',
      ]) {
        assert.equal(first(status + line, 9), 'Enabled Suspended', line);
      }
      assert.equal(first(`${status}fix: { set: $0 }`, 9), 'Enabled Suspended placeholder');
      assert.equal(
        first(
          'on: AWS::S3::Bucket\nwhen: { properties: { VersioningConfiguration: { properties: { Status: { const: $0 } } } } }',
          9,
        ),
        'Enabled Suspended',
      );
    });

    it('offers true and false for booleans, and the values that a description names', () => {
      assert.equal(first('on: AWS::SQS::Queue\nat: FifoQueue\nmust: { const: $0 }', 9), 'true false');
      assert.match(
        first('on: AWS::EC2::Volume\nat: VolumeType\nmust: { const: $0 }', 9),
        /gp2 gp3 io1 io2 st1 sc1 standard/,
      );
    });

    it('knows severities and what may be missing, and puts a space behind the colon', () => {
      assert.equal(first('severity: $0', 9), 'error warning information hint');
      assert.equal(complete('severity:$0').choose('hint'), 'severity: hint');
      assert.equal(first('at: X\nmissing: $0', 9), 'fail ignore');
      assert.equal(first('fix: { set: 1, safe: $0 }', 9), 'true false');
    });
  });

  it('never throws, wherever the cursor is in whatever text', () => {
    const texts = [
      'id: [\n- {a: b\n"x',
      '*a\n&b c\n- - -',
      `${'['.repeat(500)}`,
      '? a\n: b\n!!x',
      '{{{}}}: :\n|\n  >\n',
    ];
    for (const text of texts) {
      for (let offset = 0; offset <= text.length; offset += 1) {
        complete(`${text.slice(0, offset)}$0${text.slice(offset)}`);
      }
    }
  });
});
