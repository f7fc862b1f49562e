import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Template } from '../../server/model/template.ts';
import { problemsOf, read, resource, show, tryRead } from './show.ts';

const yaml = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  P: {Type: String, Default: x}
Resources:
  # the disk
  Disk:
    Type: AWS::EC2::Volume
    Properties:
      VolumeType: st1
      Tags:
        - {Key: a, Value: !Ref P}

  Queue:
    Type: AWS::SQS::Queue
    Condition: C
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      Name: !Sub "x-\${Queue.Arn}"
Outputs:
  O: {Value: !Ref Disk}
`;

const json = `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {
    "Disk": {
      "Type": "AWS::EC2::Volume",
      "Properties": { "VolumeType": "st1", "Tags": [{ "Key": "a" }] }
    },
    "Queue": { "Type": "AWS::SQS::Queue" },
    "Bucket": {
      "Type": "AWS::S3::Bucket",
      "Properties": { "Name": { "Ref": "Queue" } }
    }
  },
  "Outputs": { "O": { "Value": "x" } }
}
`;

/** All that a template says, with absolute places. */
function everything(template: Template | undefined): unknown {
  if (!template) return undefined;
  return {
    resources: [...template.resources.values()].map((r) => [
      r.id,
      r.type,
      r.condition,
      show(r.properties),
      show(r.body),
      r.comments.map((comment) => comment.text),
      r.properties.entries.map((entry) =>
        template.text.slice(entry.keySpan.start + r.origin, entry.keySpan.end + r.origin),
      ),
      r.typeSpan.start + r.origin,
      r.span.end + r.origin,
    ]),
    parameters: [...template.parameters.values()],
    problems: problemsOf(template),
    types: [...template.byType].map(([type, all]) => [type, all.map((r) => r.id)]),
  };
}

describe('Reading again after an edit', () => {
  it('keeps the values of resources whose text is unchanged', () => {
    for (const [text, language] of [
      [yaml, 'yaml'],
      [json, 'json'],
    ] as const) {
      const before = read(text, language);
      const kept = ['Disk', 'Bucket'].map((id) => resource(before, id).properties);
      const after = read(text.replace('AWS::SQS::Queue', 'AWS::SNS::Topic'), language, before);
      assert.deepEqual(
        ['Disk', 'Bucket'].map(
          (id) => resource(after, id).properties === kept[['Disk', 'Bucket'].indexOf(id)],
        ),
        [true, true],
      );
      assert.equal(resource(after, 'Disk'), resource(before, 'Disk'));
      assert.equal(resource(after, 'Queue').type, 'AWS::SNS::Topic');
    }
  });

  it('gives what reading afresh gives, whatever is typed', () => {
    const snippet = fc.constantFrom(
      'x',
      ' ',
      '\n',
      ':',
      '- ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ',',
      '#',
      '&a',
      '*a',
      '\t',
      '  New:\n',
      '\n---\n',
      '\r',
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(12),
      insert: fc.option(snippet, { nil: '' }),
    });
    for (const [original, language] of [
      [yaml, 'yaml'],
      [json, 'json'],
    ] as const) {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          let text = original;
          let template = tryRead(text, language);
          for (const { at, remove, insert } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            template = tryRead(text, language, template);
            assert.deepEqual(everything(template), everything(tryRead(text, language)));
            for (const { span } of template ? problemsOf(template) : []) {
              assert.ok(span.start >= 0 && span.end <= text.length && span.end > span.start);
            }
            for (let offset = 0; offset <= text.length; offset += 7) template?.placeAt(offset);
          }
        }),
        { numRuns: 60 },
      );
    }
  });
});
