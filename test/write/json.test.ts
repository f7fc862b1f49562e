import assert from 'node:assert/strict';
import { getPath } from '../../server/model/value.ts';
import type { Edit, Plain } from '../../server/rules/rule.ts';
import { write } from '../../server/write/index.ts';
import { read, resource } from '../read/show.ts';
import { dedent } from '../support/marked.ts';
import { applied } from './apply.ts';

type Step = readonly ['set' | 'replace', string, Plain] | readonly ['append', string, readonly Plain[]];

function edited(text: string, ...steps: readonly Step[]): string {
  const template = read(text, 'json');
  const target = resource(template, [...template.resources.keys()][0] ?? '');
  const edits = steps.map(([kind, path, what]): Edit => {
    const keys = path === '' ? [] : path.split('/');
    if (kind === 'set') return { kind, resource: target, path: keys, to: what };
    if (kind === 'append') return { kind, resource: target, path: keys, items: what };
    return { kind, resource: target, value: getPath(target.properties, keys.join('.')), by: what };
  });
  return applied(template, write(template, edits));
}

describe('Editing JSON templates', () => {
  it('replaces and sets values', () => {
    const text =
      '{"Resources": {"D": {"Type": "AWS::EC2::Volume", "Properties": {"VolumeType": "st1", "E": "false"}}}}';
    assert.equal(edited(text, ['replace', 'VolumeType', 'gp3']), text.replace('st1', 'gp3'));
    assert.equal(edited(text, ['replace', 'E', true]), text.replace('"false"', '"true"'));
    assert.equal(edited(text, ['set', 'E', true]), text.replace('"false"', 'true'));
    assert.equal(edited(text, ['set', 'E', { a: [1] }]), text.replace('"false"', '{"a": [1]}'));
    assert.equal(edited(text, ['set', 'A/B', 'x']), text.replace('"false"', '"false", "A": {"B": "x"}'));
  });

  it('adds properties on lines of their own, with their parents', () => {
    assert.equal(
      edited(
        `
        {
            "Resources": {
                "D": {
                    "Type": "AWS::EC2::Volume"
                },
                "E": {"Type": "AWS::SQS::Queue"}
            }
        }
        `,
        ['set', 'A/B', 1],
        ['append', 'A/C', [{ Key: 'k', Value: { placeholder: 'v' } }]],
      ),
      dedent(`
        {
            "Resources": {
                "D": {
                    "Type": "AWS::EC2::Volume",
                    "Properties": {
                        "A": {
                            "B": 1,
                            "C": [
                                {
                                    "Key": "k",
                                    "Value": "«v»"
                                }
                            ]
                        }
                    }
                },
                "E": {"Type": "AWS::SQS::Queue"}
            }
        }
      `),
    );
  });

  it('gets commas right between comments, in empty brackets and on one line', () => {
    assert.equal(
      edited(
        `
        {
          "Resources": {
            "D": {
              "Type": "AWS::EC2::Volume",
              "Properties": {
                "Empty": {},
                "None": [ ],
                "Line": [1, 2],
                "Lines": [
                  1, // one
                  2 // two
                ],
                "Trailing": [
                  1,
                ], // last
              }
            }
          }
        }
        `,
        ['set', 'Empty/A', 1],
        ['append', 'None', ['x']],
        ['append', 'Line', [3]],
        ['append', 'Lines', [3, 4]],
        ['append', 'Trailing', [2]],
        ['set', 'New', true],
      ),
      dedent(`
        {
          "Resources": {
            "D": {
              "Type": "AWS::EC2::Volume",
              "Properties": {
                "Empty": {
                  "A": 1
                },
                "None": [
                  "x"
                ],
                "Line": [1, 2, 3],
                "Lines": [
                  1, // one
                  2, // two
                  3,
                  4
                ],
                "Trailing": [
                  1,
                  2,
                ], // last
                "New": true,
              }
            }
          }
        }
      `),
    );
  });

  it('offers nothing for a value that is not known', () => {
    const text =
      '{"Resources": {"D": {"Type": "AWS::EC2::Volume", "Properties": {"A": {"Fn::If": ["C", {"B": 1}, {}]}, "L": {"Ref": "X"}}}}}';
    assert.equal(edited(text, ['set', 'A/B', 2]), 'not possible');
    assert.equal(edited(text, ['append', 'L', [2]]), 'not possible');
  });
});
