import assert from 'node:assert/strict';
import { getPath } from '../../server/model/value.ts';
import { dedent } from '../support/marked.ts';
import { problemsOf, properties, read, resource, show, withProblems, written } from './show.ts';

describe('JSON templates', () => {
  it('gives the same resources and values as YAML', () => {
    const template = read(
      `
      {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Parameters": { "Size": { "Type": "Number", "Default": 5 } },
        "Resources": {
          "Disk": {
            "Type": "AWS::EC2::Volume",
            "Condition": "IsLarge",
            "Properties": {
              "Size": { "Ref": "Size" },
              "VolumeType": { "Fn::If": ["IsLarge", "st1", { "Ref": "AWS::NoValue" }] },
              "Arn": { "Fn::Sub": "\${Host.Arn}" },
              "Tags": [{ "Key": "a", "Value": true }]
            }
          },
          "Host": { "Type": "AWS::EC2::Instance" }
        }
      }
      `,
      'json',
    );
    const disk = resource(template, 'Disk');
    assert.equal(
      show(disk.properties),
      "{Size: →Size, VolumeType: (IsLarge ? 'st1' : !IsLarge ? ∅), Arn: →Host.Arn, Tags: [{Key: 'a', Value: true}]}",
    );
    assert.equal(disk.condition, 'IsLarge');
    assert.equal(written(template, disk, getPath(disk.properties, 'Arn')), '{ "Fn::Sub": "${Host.Arn}" }');
    assert.deepEqual([...template.byType.keys()], ['AWS::EC2::Volume', 'AWS::EC2::Instance']);
    assert.equal(template.parameters.get('Size')?.type, 'Number');
    assert.deepEqual(problemsOf(template), []);
  });

  it('reads comments, those above a resource with it', () => {
    const template = read(
      `
      // a template
      {
        "Resources": {
          // about A
          "A": {
            "Type": "AWS::S3::Bucket", // a bucket
            "Properties": { "Url": "https://example.com" /* inside */ },
          },
          /* about B */
          "B": { "Type": "AWS::S3::Bucket" }
        }
      }
      `,
      'jsonc',
    );
    const comments = (id: string) => resource(template, id).comments.map((comment) => comment.text);
    assert.deepEqual(comments('A'), ['about A', 'a bucket', 'inside']);
    assert.deepEqual(comments('B'), ['about B']);
    assert.deepEqual(problemsOf(template), []);
  });

  it('reads a template on a single line', () => {
    const text =
      '\ufeff{"Resources":{"A":{"Properties":{"N":"}\\"{"},"Type":"AWS::S3::Bucket"},"B":{"Type":"Custom::X"}}}';
    assert.equal(properties(text, 'A', 'json'), `{N: '}"{'}`);
    assert.deepEqual([...read(text, 'json').resources.keys()], ['A', 'B']);
  });

  it('treats names that JavaScript knows like all others', () => {
    const text =
      '{"Resources":{"__proto__":{"Type":"AWS::S3::Bucket","Properties":{"constructor":1,"__proto__":2}}}}';
    assert.equal(properties(text, '__proto__', 'json'), '{constructor: 1, __proto__: 2}');
  });

  it('loses at most the resource that is being typed', () => {
    for (const middle of [
      '"New"',
      '"New',
      '"New":',
      '"New": {',
      '"New": {"Type": "AWS::S3',
      '"New": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        "Name": "unclosed\n      }\n    },',
      '"New": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        "Tags": [{\n      }\n    },',
      '"New": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n    },',
      '"New": {\n      "Type": "AWS::S3::Bucket"\n    }}},',
      '"New": { "Type": "AWS::S3::Bucket" }',
      'New: {},',
    ]) {
      const template = read(
        `{\n  "Resources": {\n    "Before": {\n      "Type": "AWS::S3::Bucket"\n    },\n    ${middle}\n    "After": {\n      "Type": "AWS::SQS::Queue",\n      "Properties": { "DelaySeconds": 1 }\n    }\n  },\n  "Outputs": {}\n}\n`,
        'json',
      );
      assert.deepEqual(
        [...template.resources.keys()].filter((id) => id !== 'New'),
        ['Before', 'After'],
        middle,
      );
      assert.equal(show(resource(template, 'After').properties), '{DelaySeconds: 1}', middle);
      const problems = problemsOf(template);
      assert.ok(problems.length > 0, middle);
      for (const { span } of problems)
        assert.ok(span.end > span.start && span.end <= template.text.length, middle);
    }
  });

  it('says what is wrong, at its place', () => {
    assert.equal(
      withProblems(
        read(
          `
          {
            "Resources": {
              "A": { "Type": "AWS::S3::Bucket", "Properties": { "Name": nope } }
              "B": { "Properties": {}, "Properties": {} }
            }
          }
          `,
          'json',
        ),
      ),
      dedent(`
        {
          "Resources": {
            "A": { "Type": "AWS::S3::Bucket", "Properties": { "Name": nope } }
                                                                      ^^^^ error: This is no JSON value. Texts need double quotes; other values are numbers, true, false and null.
            "B": { "Properties": {}, "Properties": {} }
            ^ error: A comma is missing before this.
            ^^^ warning: "B" has no Type, so CloudFormation cannot tell what to create. Add one such as \`Type: AWS::S3::Bucket\`.
                                     ^^^^^^^^^^^^ warning: "Properties" is given twice here; only the last one counts. Rename or remove one of them.
          }
        }
      `),
    );
  });

  it('says where nesting becomes too deep', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const template = read(
      `{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"X": ${deep}}}}}`,
      'json',
    );
    assert.equal(show(resource(template, 'A').properties), '{…}');
    assert.match(problemsOf(template)[0]?.message.en ?? '', /nested too deeply/);
  });
});
