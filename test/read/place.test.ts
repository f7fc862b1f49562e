import assert from 'node:assert/strict';
import { parseMarked } from '../support/marked.ts';
import { read } from './show.ts';

/** What is at `$0`: the words under it, what they are, and of which type and property. */
function placeAt(marked: string, languageId = 'yaml'): string {
  const { text, cursor } = parseMarked(marked);
  const template = read(text, languageId);
  const place = template.placeAt(cursor ?? -1);
  if (!place) return 'nothing';
  const words = text.slice(place.span.start, place.span.end);
  return [
    words,
    place.kind,
    place.resource?.id ?? '-',
    place.type ?? '-',
    place.path.join('.'),
    place.value ?? '',
  ]
    .join(' | ')
    .replace(/[ |]+$/, '');
}

const yaml = (line: string): string => `
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Lb:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      DependsOn: [Fn]
      Properties:
        ${line}
    Fn:
      Type: AWS::Serverless::Function
`;

describe('What the cursor is on', () => {
  it('finds types and names', () => {
    const text = yaml('Scheme: internal');
    const at = (before: string) => placeAt(text.replace(before, `$0${before}`));
    assert.equal(
      at('AWS::Elastic'),
      'AWS::ElasticLoadBalancingV2::LoadBalancer | type | Lb | AWS::ElasticLoadBalancingV2::LoadBalancer',
    );
    assert.equal(at('Lb:'), 'Lb | name | Lb | AWS::ElasticLoadBalancingV2::LoadBalancer');
    assert.equal(at('Fn]'), 'Fn | name | Fn | AWS::Serverless::Function');
    assert.equal(at('Properties'), 'nothing');
    assert.equal(at('Resources'), 'nothing');
  });

  it('finds properties and values, with their path', () => {
    const lb = 'Lb | AWS::ElasticLoadBalancingV2::LoadBalancer';
    const cases: [string, string][] = [
      ['Sch$0eme: internal', `Scheme | property | ${lb} | Scheme`],
      ['Scheme: inte$0rnal', `internal | value | ${lb} | Scheme | internal`],
      ['Scheme: $0"internal"', `"internal" | value | ${lb} | Scheme | internal`],
      ['Scheme$0:', `Scheme | property | ${lb} | Scheme`],
      [
        'LoadBalancerAttributes: [{Key: access_logs.$0s3.enabled, Value: true}]',
        `access_logs.s3.enabled | value | ${lb} | LoadBalancerAttributes.Key | access_logs.s3.enabled`,
      ],
      [
        'LoadBalancerAttributes: [{Key: a, Value: tr$0ue}]',
        `true | value | ${lb} | LoadBalancerAttributes.Value | true`,
      ],
      ['Scheme: !If [A, internal$0, x]', `internal | value | ${lb} | Scheme | internal`],
      ['A: !If [P, {B$0: 1}, x]', `B | property | ${lb} | A.B`],
      ['A: {B: {Fn::If: [P, [{C$0: 1}], x]}}', `C | property | ${lb} | A.B.C`],
    ];
    for (const [line, expected] of cases) assert.equal(placeAt(yaml(line)), expected, line);
  });

  it('finds the resource that is referred to', () => {
    const cases: [string, string][] = [
      ['A: !Ref F$0n', '!Ref Fn'],
      ['A: !GetAtt Fn.A$0rn', '!GetAtt Fn.Arn'],
      ['A: {Ref: F$0n}', '{Ref: Fn}'],
      ['A: !Sub "x-${F$0n.Arn}-y"', '${Fn.Arn}'],
      ['A: !Join ["", [x, !Ref $0Fn]]', '!Ref Fn'],
    ];
    for (const [line, words] of cases) {
      assert.equal(placeAt(yaml(line)), `${words} | name | Fn | AWS::Serverless::Function`, line);
    }
    assert.equal(placeAt(yaml('A: !Ref No$0body')), 'nothing');
    assert.equal(
      placeAt('Resources:\n  B:\n    Type: AWS::S3::Bucket\nOutputs:\n  O:\n    Value: !GetAtt B.$0Arn\n'),
      '!GetAtt B.Arn | name | B | AWS::S3::Bucket',
    );
  });

  it('knows the events and the Globals of SAM', () => {
    const text = `
      Transform: AWS::Serverless-2016-10-31
      Globals:
        Function:
          Run$0time: nodejs22.x
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Upload:
                Type: S3
    `;
    assert.equal(placeAt(text), 'Runtime | property | - | AWS::Serverless::Function | Runtime');
    assert.equal(
      placeAt(text.replace('$0', '').replace('Type: S3', 'Type: $0S3')),
      'S3 | value | F | AWS::Serverless::Function | Events.Upload.Type | S3',
    );
  });

  it('works in JSON, in flow style and with aliases', () => {
    const json = '{"Resources": {"D": {"Type": "AWS::EC2::Volume", "Properties": {"VolumeType": "s$0t1"}}}}';
    assert.equal(placeAt(json, 'json'), '"st1" | value | D | AWS::EC2::Volume | VolumeType | st1');
    assert.equal(placeAt(json), '"st1" | value | D | AWS::EC2::Volume | VolumeType | st1');
    assert.equal(
      placeAt(
        'X: &x st1\nResources:\n  D:\n    Type: AWS::EC2::Volume\n    Properties: {VolumeType: *$0x}\n',
      ),
      '*x | value | D | AWS::EC2::Volume | VolumeType | st1',
    );
  });
});
