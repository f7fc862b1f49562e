import assert from 'node:assert/strict';
import { getPath, walk } from '../../server/model/value.ts';
import { dedent } from '../support/marked.ts';
import { problemsOf, properties, read, resource, show, withProblems, written } from './show.ts';

/** The value of a property that is written like this, on the key's line or below it. */
function valueIn(yaml: string): string {
  const inline = yaml.startsWith('\n') ? yaml.replaceAll('\n', '\n        ') : ` ${yaml}`;
  const text = `Resources:\n  R:\n    Type: AWS::S3::Bucket\n    Properties:\n      V:${inline}\n`;
  return properties(text, 'R').replace(/^\{V: (.*)\}$/s, '$1');
}

describe('YAML templates', () => {
  it('gives resources with their types, names, conditions and properties', () => {
    const template = read(`
      AWSTemplateFormatVersion: '2010-09-09'
      Resources:
        Disk:
          Type: AWS::EC2::Volume
          Condition: IsLarge
          DependsOn: Host
          Properties:
            Size: 100
            VolumeType: st1
            Encrypted: true
        "Host":
          Type: 'AWS::EC2::Instance' # the only one
    `);
    const disk = resource(template, 'Disk');
    assert.equal(disk.type, 'AWS::EC2::Volume');
    assert.equal(disk.condition, 'IsLarge');
    assert.equal(show(disk.properties), "{Size: 100, VolumeType: 'st1', Encrypted: true}");
    assert.equal(written(template, disk, getPath(disk.properties, 'VolumeType')), 'st1');
    assert.equal(show(getPath(disk.body, 'DependsOn')), "'Host'");
    const host = resource(template, 'Host');
    const text = (span: { start: number; end: number }) =>
      template.text.slice(span.start + host.origin, span.end + host.origin);
    assert.deepEqual([text(host.nameSpan), text(host.typeSpan)], ['"Host"', "'AWS::EC2::Instance'"]);
    assert.deepEqual([...template.byType.keys()], ['AWS::EC2::Volume', 'AWS::EC2::Instance']);
    assert.deepEqual(problemsOf(template), []);
  });

  it('reads short and long forms of a function alike', () => {
    const pairs: [string, string, string][] = [
      ['!Ref Host', 'Ref: Host', '→Host'],
      ['!GetAtt Host.PrivateIp', 'Fn::GetAtt: [Host, PrivateIp]', '→Host.PrivateIp'],
      ['!GetAtt [Nested, Outputs.Url]', 'Fn::GetAtt: Nested.Outputs.Url', '→Nested.Outputs.Url'],
      ['!Ref AWS::NoValue', 'Ref: AWS::NoValue', '∅'],
      ['!Sub "${Host}"', 'Fn::Sub: "${Host}"', '→Host'],
      ['!Sub "${Host.Arn}"', 'Fn::Sub: "${Host.Arn}"', '→Host.Arn'],
      ['!Sub "${!Host}"', 'Fn::Sub: "${!Host}"', "'${Host}'"],
      [
        '!If [Prod, a, !Ref "AWS::NoValue"]',
        'Fn::If: [Prod, a, {Ref: AWS::NoValue}]',
        "(Prod ? 'a' : !Prod ? ∅)",
      ],
      ['!Join ["-", [a, b]]', 'Fn::Join: ["-", [a, b]]', "'a-b'"],
      ['!Join ["-", [a, !Ref B]]', 'Fn::Join: ["-", [a, {Ref: B}]]', "Fn::Join('-', ['a', →B])"],
      ['!Select [0, !GetAZs ""]', 'Fn::Select: [0, {Fn::GetAZs: ""}]', "Fn::Select(0, Fn::GetAZs(''))"],
      [
        '!FindInMap [M, !Ref AWS::Region, ami]',
        'Fn::FindInMap: [M, {Ref: AWS::Region}, ami]',
        "Fn::FindInMap('M', →AWS::Region, 'ami')",
      ],
      ['!ImportValue shared', 'Fn::ImportValue: shared', "Fn::ImportValue('shared')"],
      ['!Base64 text', 'Fn::Base64: text', "Fn::Base64('text')"],
      [
        '!Cidr [!GetAtt V.CidrBlock, 2]',
        'Fn::Cidr: [{Fn::GetAtt: [V, CidrBlock]}, 2]',
        'Fn::Cidr(→V.CidrBlock, 2)',
      ],
    ];
    for (const [short, long, expected] of pairs) {
      assert.equal(valueIn(short), expected, short);
      assert.equal(valueIn(`\n${long}`), expected, long);
    }
  });

  it('keeps the references of a substitution, each at its place', () => {
    const template = read(`
      Resources:
        R:
          Type: AWS::S3::Bucket
          Properties:
            Name: !Sub 'x-\${Host}-\${Host.Arn}'
    `);
    const r = resource(template, 'R');
    assert.equal(show(r.properties), "{Name: Fn::Sub('x-${Host}-${Host.Arn}', →Host, →Host.Arn)}");
    const places: string[] = [];
    walk(r.properties, (value) => {
      if (value.kind === 'reference') places.push(written(template, r, value));
    });
    assert.deepEqual(places, ['${Host}', '${Host.Arn}']);
  });

  it('fills the variables of a substitution in', () => {
    assert.equal(valueIn('!Sub ["${a}-${b}", {a: x, b: !Ref B}]'), "Fn::Sub('${a}-${b}', 'x', →B)");
    assert.equal(valueIn('!Sub ["${a}-1", {a: x}]'), "'x-1'");
    assert.equal(valueIn('!Sub ["${a}", {a: !GetAtt B.Arn}]'), '→B.Arn');
    assert.equal(valueIn('!Sub "100% ${unclosed"'), "'100% ${unclosed'");
  });

  it('leaves open what a macro, a loop or an unknown tag may add to', () => {
    assert.equal(valueIn('\nA: 1\nFn::Transform: {Name: AWS::Include}'), '{A: 1, …}');
    assert.equal(valueIn('\n- a\n- Fn::Transform: {Name: M}'), "['a', Fn::Transform({Name: 'M'}), …]");
    assert.equal(valueIn("\nA: 1\n'Fn::ForEach::X': [I, [a], {'${I}': 1}]"), '{A: 1, …}');
    assert.equal(valueIn('\n- a\n- !Unheard x'), "['a', ?, …]");
    assert.equal(
      properties(
        'Resources:\n  R:\n    Type: AWS::S3::Bucket\n    Properties:\n      Fn::Transform: {Name: M}\n',
        'R',
      ),
      '{…}',
    );
  });

  it('skips the resources of a loop and says that there may be more', () => {
    const template = read(`
      Transform: AWS::LanguageExtensions
      Resources:
        Fn::ForEach::Topics:
          - Name
          - [A, B]
          - 'Topic\${Name}':
              Type: AWS::SNS::Topic
        Queue:
          Type: AWS::SQS::Queue
    `);
    assert.deepEqual([...template.resources.keys()], ['Queue']);
    assert.equal(template.open, true);
    assert.deepEqual(problemsOf(template), []);
  });

  it('takes scalars as CloudFormation does', () => {
    assert.equal(
      valueIn('[2012-10-17, 5.10, 007, 0x1F, yes, Off, ~, 1_000, 22, 1.5, "22", n]'),
      "['2012-10-17', '5.10', '007', '0x1F', true, false, null, '1_000', 22, 1.5, '22', 'n']",
    );
  });

  it('follows anchors, aliases and merge keys', () => {
    const template = read(`
      Base: &base {Encrypted: true, Size: 1}
      Resources:
        A:
          Type: AWS::EC2::Volume
          Properties:
            <<: *base
            Size: &size 2
        B:
          Type: AWS::EC2::Volume
          Properties: {Size: *size, Lost: *nowhere}
    `);
    assert.equal(show(resource(template, 'A').properties), '{Size: 2, Encrypted: true}');
    const b = resource(template, 'B');
    assert.equal(show(b.properties), '{Size: 2, Lost: ?}');
    assert.equal(written(template, b, getPath(b.properties, 'Size')), '*size');
    assert.equal(problemsOf(template).length, 1);
  });

  it('stops at aliases that hold themselves or unfold without end', () => {
    const cyclic = read(`
      Resources:
        A: &a
          Type: AWS::S3::Bucket
          Properties: &p {Self: *p, All: *a}
    `);
    assert.equal(show(resource(cyclic, 'A').properties), '{Self: ?, All: ?}');
    const levels = Array.from({ length: 30 }, (_, n) => `  l${n + 1}: &l${n + 1} [*l${n}, *l${n}]`).join(
      '\n',
    );
    const bomb = read(
      `X:\n  l0: &l0 [a]\n${levels}\nResources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: {B: *l30}\n`,
    );
    let count = 0;
    walk(resource(bomb, 'A').properties, () => count++);
    assert.ok(count < 30_000);
    assert.match(problemsOf(bomb)[0]?.message.en ?? '', /too many values/);
  });

  it('reads Resources in flow style, and JSON in a YAML file', () => {
    const yaml = 'Resources: {A: {Type: AWS::S3::Bucket, Properties: {Tags: []}}}\n';
    assert.equal(properties(yaml, 'A'), '{Tags: []}');
    assert.equal(properties('{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', 'A'), '{}');
  });

  it('takes texts and brackets that go on with too little indentation', () => {
    const template = read(`
      Resources:
        A:
          Type: AWS::IAM::Policy
          Properties:
            PolicyDocument: !Sub '{
            "Version": "2012-10-17"
          }'
            Schema: {"a": 1,
          "b": 2}
            Last: 3
    `);
    assert.match(
      show(resource(template, 'A').properties),
      /^\{PolicyDocument: '\{.*\}', Schema: \{a: 1, b: 2\}, Last: 3\}$/,
    );
    assert.deepEqual(problemsOf(template), []);
  });

  it('copes with CRLF, a byte order mark, directives, emoji and a document end', () => {
    const template = read(
      '\ufeff%YAML 1.2\r\n---\r\nDescription: 📦 倉庫\r\nResources:\r\n  A:\r\n    Type: AWS::S3::Bucket\r\n    Properties:\r\n      Name: 📦x # メモ\r\n...\r\n',
    );
    const a = resource(template, 'A');
    assert.equal(show(a.properties), "{Name: '📦x'}");
    assert.equal(written(template, a, getPath(a.properties, 'Name')), '📦x');
    assert.deepEqual(
      a.comments.map((comment) => comment.text),
      ['メモ'],
    );
    assert.deepEqual(problemsOf(template), []);
  });

  it('tells comments from texts, and takes those just above with the resource', () => {
    const template = read(`
      Resources:
        # about A
        A:
          Type: AWS::S3::Bucket # a bucket
          Properties:
            Url: https://example.com/#top
            Script: |
              # not a comment
              run
            # the last
        # first of B

        # second of B
        # third of B
        B:
          Type: AWS::S3::Bucket
    `);
    const comments = (id: string) => resource(template, id).comments.map((comment) => comment.text);
    assert.deepEqual(comments('A').slice(0, 3), ['about A', 'a bucket', 'the last']);
    assert.deepEqual(comments('B'), ['second of B', 'third of B']);
  });

  it('gives parameters, mappings and metadata', () => {
    const template = read(`
      Metadata: {kumonote: {disable: [a/b]}}
      Parameters:
        Size: {Type: String, AllowedValues: [small, large], Default: small, Description: How big}
        Zones: {Type: CommaDelimitedList, Default: 'a, b'}
      Mappings:
        Amis: {ap-northeast-1: {id: ami-1}}
      Resources:
        A: {Type: AWS::S3::Bucket}
    `);
    const size = template.parameters.get('Size');
    assert.equal(size?.description, 'How big');
    assert.deepEqual(size?.allowedValues?.map(show), ["'small'", "'large'"]);
    const zones = template.parameters.get('Zones')?.default;
    assert.equal(zones && show(zones), "['a', 'b']");
    assert.equal(template.mappings && show(template.mappings), "{Amis: {ap-northeast-1: {id: 'ami-1'}}}");
    assert.equal(template.metadata && show(template.metadata), "{kumonote: {disable: ['a/b']}}");
    const place = template.parameters.get('Zones')?.nameSpan;
    assert.equal(place && template.text.slice(place.start, place.end), 'Zones');
  });
});

describe('Half-typed YAML', () => {
  const around = (middle: string): string =>
    `Resources:\n  Before:\n    Type: AWS::S3::Bucket\n${middle}\n  After:\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: 1}\n`;

  it('loses at most the resource that is being typed', () => {
    for (const middle of [
      '  New',
      '  New:',
      '  New:\n    Type:',
      '  New:\n    Type: ',
      '  New:\n    Typ',
      '  New:\n    Type: "AWS::S3',
      "  New:\n    Type: AWS::S3::Bucket\n    Properties:\n      Name: 'unclosed",
      '  New:\n    Type: AWS::S3::Bucket\n    Properties:\n      Tags: [a, {b: ',
      '  New:\n\tType: AWS::S3::Bucket',
      '  New:\n    Type: AWS::S3::Bucket\n    Properties:\n      Name x\n      Other: 1',
      '  New:\n    Type: AWS::S3::Bucket\n  Properties:\n    Name: x',
      ' New:\n    Type: AWS::S3::Bucket',
      '  - New',
      '  New:\n    Type: AWS::S3::Bucket\nProp',
      '  New:\n    Type: AWS::S3::Bucket\nProperties:\n      Name: x',
      '  New: : :',
      '  *',
      '  !',
    ]) {
      const template = read(around(middle));
      assert.deepEqual(
        [...template.resources.keys()].filter((id) => id !== 'New'),
        ['Before', 'After'],
        middle,
      );
      assert.equal(show(resource(template, 'After').properties), '{DelaySeconds: 1}', middle);
      const problems = problemsOf(template);
      assert.ok(problems.length > 0, middle);
      for (const { span, message } of problems) {
        assert.ok(span.end > span.start && span.end <= template.text.length, middle);
        assert.notEqual(message.en, message.ja);
      }
    }
  });

  it('leaves the properties around a half-typed line open', () => {
    const text = around('  New:\n    Type: AWS::S3::Bucket\n    Properties:\n      Buck\n      Name: x');
    assert.equal(properties(text, 'New'), "{Name: 'x', …}");
  });

  it('says what is wrong, at its place', () => {
    assert.equal(
      withProblems(
        read(`
          Resources:
            A:
              Type: AWS::S3::Bucket
              Properties:
                Name: "unclosed
            B:
              Properties: {}
            C
            A:
              Type: AWS::SQS::Queue
        `),
      ),
      dedent(`
        Resources:
          A:
            Type: AWS::S3::Bucket
            Properties:
              Name: "unclosed
                            ^ error: This text has no closing quote. Add it where the text ends.
          B:
          ^ warning: "B" has no Type, so CloudFormation cannot tell what to create. Add one such as \`Type: AWS::S3::Bucket\`.
            Properties: {}
          C
          ^ warning: "C" should be followed by a colon and, indented below it, its Type and Properties.
          A:
          ^ warning: "A" is given twice here; only the last one counts. Rename or remove one of them.
            Type: AWS::SQS::Queue
      `),
    );
  });
});
