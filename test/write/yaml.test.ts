import assert from 'node:assert/strict';
import { getPath } from '../../server/model/value.ts';
import type { Edit, Plain } from '../../server/rules/rule.ts';
import { writeYaml } from '../../server/write/yaml.ts';
import { read, resource } from '../read/show.ts';
import { dedent } from '../support/marked.ts';
import { applied } from './apply.ts';

type Step = readonly ['set' | 'replace', string, Plain] | readonly ['append', string, readonly Plain[]];

/** The template after editing its first resource. */
function edited(text: string, ...steps: readonly Step[]): string {
  const template = read(text);
  const target = resource(template, [...template.resources.keys()][0] ?? '');
  const edits = steps.map(([kind, path, what]): Edit => {
    const keys = path === '' ? [] : path.split('/');
    if (kind === 'set') return { kind, resource: target, path: keys, to: what };
    if (kind === 'append') return { kind, resource: target, path: keys, items: what };
    return { kind, resource: target, value: getPath(target.properties, keys.join('.')), by: what };
  });
  return applied(template, writeYaml(template, edits));
}

/** A template whose first resource has these properties, indented by six columns. */
const disk = (properties: string): string =>
  `Resources:\n  Disk:\n    Type: AWS::EC2::Volume\n    Properties:\n${properties}  Other:\n    Type: AWS::SQS::Queue\n`;

function check(before: string, after: string, ...steps: readonly Step[]): void {
  assert.equal(edited(disk(before), ...steps), disk(after));
}

describe('Editing YAML templates', () => {
  it('replaces a scalar and keeps its quotes and its comment', () => {
    check('      VolumeType: st1 # slow\n', '      VolumeType: gp3 # slow\n', [
      'replace',
      'VolumeType',
      'gp3',
    ]);
    check('      VolumeType: "st1"\n', '      VolumeType: "gp3"\n', ['replace', 'VolumeType', 'gp3']);
    check("      VolumeType: 'st1'\n", "      VolumeType: 'it''s'\n", ['replace', 'VolumeType', "it's"]);
    check('      Value: false\n', '      Value: true\n', ['replace', 'Value', 'true']);
    check("      Value: 'false'\n", "      Value: 'true'\n", ['replace', 'Value', true]);
    check('      V: !Ref Type\n', '      V: gp3\n', ['replace', 'V', 'gp3']);
    check('      V: {Type: st1, Size: 1}\n', "      V: {Type: 'a, b', Size: 1}\n", [
      'replace',
      'V/Type',
      'a, b',
    ]);
  });

  it('quotes texts that could be taken for something else', () => {
    const cases: [Plain, string][] = [
      ['true', "'true'"],
      ['yes', "'yes'"],
      ['22', "'22'"],
      ['', "''"],
      ['a: b', "'a: b'"],
      ['# a', "'# a'"],
      ['*', "'*'"],
      ['a\nb', '"a\\nb"'],
      ['2012-10-17', "'2012-10-17'"],
      ['10.0.0.0/16', '10.0.0.0/16'],
      ['arn:aws:s3:::x', 'arn:aws:s3:::x'],
      ['日本語', '日本語'],
      [true, 'true'],
      [22, '22'],
      [null, 'null'],
    ];
    for (const [value, written] of cases) {
      check("      A: 'x'\n", `      A: 'x'\n      B: ${written}\n`, ['set', 'B', value]);
    }
  });

  it('sets a property that is there', () => {
    check('      Size: 1 # GiB\n      A: b\n', '      Size: 2 # GiB\n      A: b\n', ['set', 'Size', 2]);
    check('      Size: # to do\n      A: b\n', '      Size: 2 # to do\n      A: b\n', ['set', 'Size', 2]);
    check('      A:\n        B: 1\n        C: 2\n      D: 1\n', '      A: x\n      D: 1\n', [
      'set',
      'A',
      'x',
    ]);
    check('      A: x\n      D: 1\n', '      A:\n        B: 1\n      D: 1\n', ['set', 'A', { B: 1 }]);
    check('      A: |\n        one\n        two\n      D: 1\n', '      A: x\n      D: 1\n', [
      'set',
      'A',
      'x',
    ]);
    check('      A: !Ref AWS::NoValue\n', '      A:\n        B: 1\n', ['set', 'A/B', 1]);
  });

  it('adds a property after the others, behind comments', () => {
    check(
      '      Size: 1 # GiB\n\n      # next\n',
      '      Size: 1 # GiB\n      Encrypted: true\n\n      # next\n',
      ['set', 'Encrypted', true],
    );
    check('      Text: |\n        a\n        # b\n', '      Text: |\n        a\n        # b\n      B: 1\n', [
      'set',
      'B',
      1,
    ]);
    check(
      '      L:\n      - A: 1\n        B:\n          C: 2\n',
      '      L:\n      - A: 1\n        B:\n          C: 2\n          D: 3\n',
      ['set', 'L/0/B/D', 3],
    );
  });

  it('makes the parents that are missing, once', () => {
    check(
      '      Size: 1\n',
      '      Size: 1\n      A:\n        B:\n          C: 1\n          D:\n            - x\n        E: 2\n',
      ['set', 'A/B/C', 1],
      ['append', 'A/B/D', ['x']],
      ['set', 'A/E', 2],
    );
    const bare = 'Resources:\n    Disk:\n        Type: AWS::EC2::Volume # it\n';
    assert.equal(
      edited(bare, ['set', 'A/B', 1]),
      `${bare.trimEnd()}\n        Properties:\n            A:\n                B: 1\n`,
    );
    assert.equal(
      edited('Resources:\n  D:\n    Type: AWS::EC2::Volume\n    Properties:\n    DependsOn: X\n', [
        'set',
        'A',
        1,
      ]),
      'Resources:\n  D:\n    Type: AWS::EC2::Volume\n    Properties:\n      A: 1\n    DependsOn: X\n',
    );
  });

  it('appends to lists in their own style', () => {
    const item = { Key: 'k', Value: 'true' };
    check(
      '      Tags:\n        - a # first\n      B: 1\n',
      '      Tags:\n        - a # first\n        - b\n      B: 1\n',
      ['append', 'Tags', ['b']],
    );
    check(
      "      Tags:\n      - Key: 'x'\n        Value: 'y'\n",
      "      Tags:\n      - Key: 'x'\n        Value: 'y'\n      - Key: k\n        Value: 'true'\n",
      ['append', 'Tags', [item]],
    );
    check(
      '      Tags: [{Key: x, Value: "y"}]\n',
      '      Tags: [{Key: x, Value: "y"}, {Key: k, Value: "true"}]\n',
      ['append', 'Tags', [item]],
    );
    check('      Tags: []\n', "      Tags:\n        - Key: k\n          Value: 'true'\n", [
      'append',
      'Tags',
      [item],
    ]);
    check(
      '      A:\n      - 1\n',
      "      A:\n      - 1\n      Tags:\n      - Key: k\n        Value: 'true'\n",
      ['append', 'Tags', [item]],
    );
  });

  it('edits flow style in flow style', () => {
    check('      A: {B: 1}\n', '      A: {B: 1, C: {D: [x]}}\n', ['set', 'A/C/D', ['x']]);
    check(
      '      A: { B: 1 }\n',
      '      A: { B: 2, C: { D: x } }\n',
      ['set', 'A/B', 2],
      ['set', 'A/C', { D: 'x' }],
    );
    check('      A: {}\n', '      A: {B: 1}\n', ['set', 'A/B', 1]);
    check('      A: {"B": "c"}\n', '      A: {"B": "c", "D": "x"}\n', ['set', 'A/D', 'x']);
    check(
      '      A: [\n        1, # one\n        2 # two\n      ]\n',
      '      A: [\n        1, # one\n        2, # two\n        3\n      ]\n',
      ['append', 'A', [3]],
    );
  });

  it('leaves a placeholder where the user decides', () => {
    check(
      "      Name: 'x'\n",
      "      Name: 'x'\n      Attributes:\n        - Key: bucket\n          Value: «my-bucket»\n        - Key: days\n          Value: '«30»'\n",
      [
        'append',
        'Attributes',
        [
          { Key: 'bucket', Value: { placeholder: 'my-bucket' } },
          { Key: 'days', Value: { placeholder: '30' } },
        ],
      ],
    );
    check('      Name: x\n', '      Name: «mine»\n', ['set', 'Name', { placeholder: 'mine' }]);
  });

  it('keeps CRLF line breaks, and copes with a file that ends without one', () => {
    const text = 'Resources:\r\n  D:\r\n    Type: AWS::EC2::Volume\r\n    Properties:\r\n      Size: 1';
    assert.equal(edited(text, ['set', 'A/B', 1]), `${text}\r\n      A:\r\n        B: 1`);
  });

  it('offers nothing where others would change, too, or where the value is not known', () => {
    const anchored = dedent(`
      Resources:
        Disk:
          Type: AWS::EC2::Volume
          Properties: &p
            Tags: &tags
              A: 1
        Other:
          Type: AWS::EC2::Volume
          Properties: *p
    `);
    assert.equal(edited(anchored, ['set', 'B', 1]), 'not possible');
    assert.equal(edited(anchored, ['set', 'Tags', 1]), 'not possible');
    assert.equal(edited(anchored, ['replace', 'Tags', 1]), 'not possible');
    assert.equal(edited(disk('      A: !If [P, {B: 1}, {B: 2}]\n'), ['set', 'A/B', 3]), 'not possible');
    assert.equal(edited(disk('      A: !Ref List\n'), ['append', 'A', [3]]), 'not possible');
    assert.equal(edited(disk('      A: text\n'), ['set', 'A/B', 3]), 'not possible');
  });

  it('writes what SAM takes from Globals into the resource itself', () => {
    const sam =
      'Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Tracing: PassThrough\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: a.b\n';
    assert.equal(edited(sam, ['set', 'Tracing', 'Active']), `${sam}      Tracing: Active\n`);
    assert.equal(edited(sam, ['replace', 'Tracing', 'Active']), sam.replace('PassThrough', 'Active'));
  });
});
