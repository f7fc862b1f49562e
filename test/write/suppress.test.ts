import assert from 'node:assert/strict';
import type { Template } from '../../server/model/template.ts';
import { suppressionChanges } from '../../server/write/suppress.ts';
import { read } from '../read/show.ts';
import { dedent, parseMarked } from '../support/marked.ts';
import { applied } from './apply.ts';

/** The document after silencing `ids`, one after the other, at `$0`. */
function silenced(marked: string, languageId: string, ...ids: readonly string[]): string {
  const { text, cursor = 0 } = parseMarked(marked);
  let template = read(text, languageId);
  for (const id of ids) {
    const at = cursor + template.text.length - text.length;
    const changes = suppressionChanges(template, { start: at, end: at + 1 }, id);
    template = read(applied(template, changes), languageId, template);
  }
  return template.text;
}

describe('Silencing a rule', () => {
  it('writes a comment above the line in YAML, and adds to the one that is there', () => {
    const text = `
      Resources:
        A:
          Type: $0AWS::S3::Bucket
    `;
    assert.equal(
      silenced(text, 'yaml', 's3/one', 's3/two', 's3/one'),
      dedent(`
        Resources:
          A:
            # kumonote-disable-next-line s3/one, s3/two
            Type: AWS::S3::Bucket
      `),
    );
  });

  it('stays out of texts of several lines', () => {
    const text =
      'Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData: |\n        one\n        t$0wo\n';
    assert.equal(
      silenced(text, 'yaml', 'ec2/x'),
      text.replace('$0', '').replace('  A:', '  # kumonote-disable-next-line ec2/x\n  A:'),
    );
  });

  it('writes a comment in code', () => {
    const text = 'const a = 1;\r\n  new Volume(this);\r\n';
    const template = {
      format: 'cdk',
      languageId: 'typescript',
      text,
      resources: new Map(),
    } as unknown as Template;
    assert.equal(
      applied(template, suppressionChanges(template, { start: 18, end: 24 }, 'ebs/hdd-volume')),
      'const a = 1;\r\n  // kumonote-disable-next-line ebs/hdd-volume\r\n  new Volume(this);\r\n',
    );
  });

  it('writes Metadata in JSON, which has no comments', () => {
    const text = `
      {
        "Resources": {
          "A": {
            "Type": "$0AWS::S3::Bucket"
          }
        }
      }
    `;
    const template = read(parseMarked(text).text, 'json');
    const at = parseMarked(text).cursor ?? 0;
    const once = applied(template, suppressionChanges(template, { start: at, end: at + 1 }, 's3/one'));
    assert.equal(
      once,
      dedent(`
        {
          "Resources": {
            "A": {
              "Type": "AWS::S3::Bucket",
              "Metadata": {
                "kumonote": {
                  "disable": [
                    "s3/one"
                  ]
                }
              }
            }
          }
        }
      `),
    );
    const again = read(once, 'json');
    const twice = applied(again, suppressionChanges(again, { start: at, end: at + 1 }, 's3/two'));
    assert.equal(twice, once.replace('"s3/one"', '"s3/one",\n            "s3/two"'));
    assert.deepEqual(suppressionChanges(again, { start: at, end: at + 1 }, 's3/one'), []);
    assert.equal(suppressionChanges(again, { start: 0, end: 1 }, 's3/one'), undefined);
  });
});
