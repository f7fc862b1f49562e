import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { MarkupContent } from 'vscode-languageserver-types';
import { emptySchema, loadSchema, type Schema } from '../../../server/aws/schema.ts';
import { hoverInBlock } from '../../../server/features/authoring/hover.ts';
import { keywordTexts } from '../../../server/features/authoring/keywordTexts.ts';
import { createBook } from '../../../server/notes/book.ts';
import { parseNote } from '../../../server/notes/parse.ts';
import { declareRule } from '../../../server/rules/declare.ts';
import { keysOfBlock, keysOfFix, keysOfSchema } from '../../../server/rules/ruleBlock.ts';
import type { Language } from '../../../server/text/localized.ts';
import { schemaBytes } from '../../aws/schemaBytes.ts';
import { parseMarked } from '../../support/marked.ts';

let schema: Schema = emptySchema;
const book = createBook();
book.add(
  parseNote(
    'file:///notes/queues.md',
    '# SQS\n\n## Visibility timeout\n\nSix times the timeout of the function.\n',
    'user',
  ),
);

/** The hover at the cursor, and the text that it is about. */
function hover(marked: string, language: Language = 'en'): { about: string; says: string } | undefined {
  const { text, cursor = 0 } = parseMarked(marked);
  const document = TextDocument.create(
    'file:///notes/mine.md',
    'markdown',
    1,
    `\`\`\`rule\n${text}\n\`\`\`\n`,
  );
  const span = { start: 8, end: 8 + text.length + 1 };
  const found = hoverInBlock(document, { source: `${text}\n`, span }, 8 + cursor, {
    schema,
    book,
    language,
    noteLink: () => undefined,
    pathOf: (uri) => uri,
  });
  if (!found?.range) return undefined;
  return { about: document.getText(found.range), says: (found.contents as MarkupContent).value };
}

describe('the hover in a rule block', () => {
  before(async function () {
    this.timeout(60_000);
    schema = await loadSchema(schemaBytes);
  });

  it('says what a keyword does, with an example, in both languages', () => {
    const english = hover('id: x\nmis$0sing: fail');
    assert.equal(english?.about, 'missing');
    assert.match(english?.says ?? '', /What a missing property means[\s\S]*```yaml\nmissing: ignore/);
    assert.match(hover('mi$0ssing: fail', 'ja')?.says ?? '', /プロパティがない場合/);
    assert.match(hover('must: { con$0tains: { const: a } }')?.says ?? '', /At least one item/);
    assert.match(hover('must:\n  anyOf:\n    - not: { mini$0mum: 3 }')?.says ?? '', /at least this/);
  });

  it('explains every keyword, and no other', () => {
    assert.deepEqual(Object.keys(keywordTexts.block ?? {}).sort(), [...keysOfBlock].sort());
    assert.deepEqual(Object.keys(keywordTexts.schema ?? {}).sort(), [...keysOfSchema].sort());
    assert.deepEqual(Object.keys(keywordTexts.fix ?? {}).sort(), [...keysOfFix].sort());
  });

  it('has examples that are right', () => {
    for (const [place, texts] of Object.entries(keywordTexts)) {
      for (const [keyword, { example }] of Object.entries(texts)) {
        const within =
          place === 'message'
            ? `message: { en: a, ja: b, ${example} }`.replace(
                `${keyword}: ${keyword === 'en' ? 'a' : 'b'}, `,
                '',
              )
            : /^(then|else): /.test(example)
              ? `must: { if: { type: string }, ${example} }`
              : example;
        const key = /^\w+/.exec(within)?.[0] ?? '';
        const others = Object.entries({
          id: 'a',
          on: 'AWS::S3::Bucket',
          severity: 'hint',
          message: 'M',
          at: 'A',
          must: '{ minLength: 1 }',
        }).flatMap(([name, value]) => (name === key ? [] : [`${name}: ${value}`]));
        assert.deepEqual(declareRule([...others, within].join('\n'), {}).problems, [], `${place} ${keyword}`);
      }
    }
  });

  it("brings AWS's words and those of the notes on a type and on a property", () => {
    const type = hover('on: AWS::SQS::Qu$0eue');
    assert.equal(type?.about, 'AWS::SQS::Queue');
    assert.match(type?.says ?? '', /AWS documentation/);
    const property = hover('on: AWS::SQS::Queue\nat: Visibility$0Timeout');
    assert.equal(property?.about, 'VisibilityTimeout');
    assert.match(property?.says ?? '', /Six times the timeout[\s\S]*`VisibilityTimeout` — /);
  });

  it('speaks of the segment of a path, and of names in conditions', () => {
    const bucket = 'on: AWS::S3::Bucket\n';
    const whole = 'at: BucketEncryption.ServerSide$0EncryptionConfiguration[*].ServerSideEncryptionByDefault';
    assert.equal(hover(bucket + whole)?.about, 'ServerSideEncryptionConfiguration[*]');
    assert.match(
      hover(`${bucket}when: { properties: { Versioning$0Configuration: {} } }`)?.says ?? '',
      /versioning/,
    );
    assert.match(hover(`${bucket}must: { required: [Bucket$0Name] }`)?.says ?? '', /name for the bucket/i);
    assert.match(
      hover(`${bucket}at: VersioningConfiguration.Status\nmust: { const: Ena$0bled }`)?.says ?? '',
      /versioning state/,
    );
  });

  it('is silent where there is nothing to say', () => {
    assert.equal(hover('message: So$0mething'), undefined);
    assert.equal(hover('# com$0ment'), undefined);
    assert.equal(hover('on: AWS::S3::Bucket\nat: Nothing$0Such'), undefined);
  });
});
