import { strict as assert } from 'node:assert';
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { loadCdk, readCdk, resource, show } from '../support.ts';
import { inStack, readCsharp } from './support.ts';

const stack = (code: string, members = '', classes = '') => readCsharp(inStack(code, members, classes));
const properties = (code: string, members = '', classes = ''): string =>
  show(resource(stack(code, members, classes), 'It').properties);

describe('CDK source in C#', () => {
  before(loadCdk);

  describe('is told from other C#', () => {
    for (const text of ['', 'using Amazon.S3;\nvar s3 = new AmazonS3Client();', 'using My.Amazon.CDKLike;']) {
      it(JSON.stringify(text), () => {
        assert.equal(cdkReader.read({ uri: 'a', languageId: 'csharp', text }, undefined), undefined);
      });
    }
  });

  describe('names constructs however they are imported', () => {
    for (const [using, type] of [
      ['using Amazon.CDK.AWS.S3;', 'CfnBucket'],
      ['global using Amazon.CDK.AWS.S3;', 'CfnBucket'],
      ['using global::Amazon.CDK.AWS.S3;', 'CfnBucket'],
      ['using s3 = Amazon.CDK.AWS.S3;', 's3.CfnBucket'],
      ['using B = Amazon.CDK.AWS.S3.CfnBucket;', 'B'],
      ['using Amazon.CDK;', 'Amazon.CDK.AWS.S3.CfnBucket'],
      ['', 'global::Amazon.CDK.AWS.S3.CfnBucket'],
      ['using Amazon.CDK.AWS.EC2;\nusing Amazon.CDK.AWS.S3;\nusing Other.S3;', 'CfnBucket'],
    ] as const) {
      it(`${using} ${type}`, () => {
        const props = type === 'B' ? 'Amazon.CDK.AWS.S3.CfnBucketProps' : `${type}Props`;
        const template = readCdk(
          `${using}\nnew ${type}(this, "Logs", new ${props} { BucketName = "b" });`,
          'csharp',
        );
        const [bucket] = template.resources.values();
        assert.equal(bucket?.type, 'AWS::S3::Bucket');
        assert.equal(show(bucket.properties), '{ BucketName: "b" }');
        assert.equal(bucket.name, 'Logs');
      });
    }
    it('in a namespace, too', () => {
      const inside = '{ using Amazon.CDK.AWS.S3; class S { S() { new CfnBucket(this, "It"); } } }';
      assert.equal(readCdk(`namespace A.B\n${inside}`, 'csharp').resources.size, 1);
    });
    it('and those whose name a member has', () => {
      assert.equal(
        resource(stack('new Instance_(this, "It", new InstanceProps { Vpc = vpc });'), 'It').type,
        'AWS::EC2::Instance',
      );
    });
    it('but not the classes of the app itself, nor what is looked up', () => {
      const template = stack(
        'new Bucket(this, "B");\nnew Local.Queue(this, "C");\nVpc.FromLookup(this, "D", new VpcLookupOptions());\nnew Thing(this, "E");',
        '',
        'class Bucket : Construct {}',
      );
      assert.equal(template.resources.size, 0);
    });
  });

  describe('makes constructs', () => {
    const volume = '{ Size: 1 }';
    for (const [code, members = ''] of [
      ['new CfnVolume(this, "It", new CfnVolumeProps { Size = 1 });'],
      ['_ = new CfnVolume(this, "It", new CfnVolumeProps() { Size = 1 });'],
      ['CfnVolume volume = new(this, "It", new CfnVolumeProps { Size = 1 });'],
      ['Amazon.CDK.AWS.EC2.CfnVolume? volume = new(this, "It", new() { Size = 1 });'],
      ['volume = new(this, "It", new() { Size = 1 });', 'private readonly CfnVolume volume;'],
      ['Volume = new(this, "It", new() { Size = 1 });', 'public CfnVolume Volume { get; }'],
      ['', 'private CfnVolume volume = new(null, "It", new() { Size = 1 });'],
      ['', 'CfnVolume Make() => new(this, "It", new() { Size = 1 });'],
      ['', 'CfnVolume Make() { return new(this, "It", new() { Size = 1 }); }'],
      ['new CfnVolume(scope: this, id: "It", props: new CfnVolumeProps { Size = 1 });'],
      ['new CfnVolume(this, props: new CfnVolumeProps { Size = 1 }, id: "It");'],
      ['var given = new CfnVolumeProps { Size = 1 };\nnew CfnVolume(this, "It", given);'],
      ['ICfnVolumeProps given = new CfnVolumeProps { Size = 1 };\nnew CfnVolume(this, "It", given);'],
      ['var volume = new CfnVolume(this, "It", new CfnVolumeProps { Size = 1 })!;'],
      ['using var volume = (CfnVolume)new CfnVolume(this, "It", new CfnVolumeProps { Size = 1, });'],
      ['var x = flag ? new CfnVolume(this, "It", new CfnVolumeProps { Size = 1 }) : null;'],
      ['#region disks\nnew CfnVolume(this, "It", new CfnVolumeProps { Size = 1 });\n#endregion'],
    ] as const)
      it(`${code}${members && ` // ${members}`}`, () => assert.equal(properties(code, members), volume));
    it('with nothing but a scope and an ID', () => {
      assert.equal(properties('new CfnVolume(this, "It");'), '{  }');
      assert.equal(properties('new CfnVolume(this, "It", new CfnVolumeProps());'), '{  }');
      assert.equal(properties('new CfnVolume(this, "It", null);'), '{  }');
    });
    it('whose properties are set besides', () => {
      assert.equal(
        properties('new CfnVolume(this, "It", new CfnVolumeProps { Size = 1 }) { Iops = 2 };'),
        '{ … }',
      );
    });
    it('only sometimes', () => {
      const template = stack(
        'if (props.Prod) new CfnBucket(this, "A");\nelse if (!test) { new CfnBucket(this, "B"); }\nelse new CfnBucket(this, "C");\nif (x) return;\nnew CfnBucket(this, "D");',
      );
      assert.equal(resource(template, 'A').condition, 'props.Prod');
      assert.equal(resource(template, 'B').condition, '!test');
      assert.equal(resource(template, 'C').condition, 'test');
      assert.equal(resource(template, 'D').condition, '!x');
    });
  });

  describe('values', () => {
    const value = (code: string, head: string, members = ''): string =>
      properties(`${head}\nnew CfnVolume(this, "It", new CfnVolumeProps { Size = ${code} });`, members).slice(
        8,
        -2,
      );
    for (const [code, expected, head = ''] of [
      ['"a\\n\\u3042"', '"a\\nあ"'],
      ['@"c:\\x ""y"""', '"c:\\\\x \\"y\\""'],
      ['"""a "b" c"""', '"a \\"b\\" c"'],
      ['"""\n    a\n      b\n    """', '"a\\n  b"'],
      ['1_000', '1000'],
      ['0x10', '16'],
      ['10L', '10'],
      ['1.5m', '1.5'],
      ['-1.5f', '-1.5'],
      ['2 * 1024', '2048'],
      ['5 / 2', 'unknown'],
      ['true', 'true'],
      ['null', 'absent'],
      ['default', 'unknown'],
      ['$"a-{name}"', '"a-b"', 'var name = "b";'],
      ['$"{{{name}}}"', 'Fn::Join("", [unknown])', 'var name = "b";'],
      ['$@"{name}\\"""', '"b\\\\\\""', 'var name = "b";'],
      ['$"a-{size:D3}"', 'Fn::Join("", ["a-", unknown])', 'var size = 1;'],
      ['"a-" + name', '"a-b"', 'const string name = "b";'],
      ['string.Format("a-{0}-{{}}", name)', '"a-b-{}"', 'var name = "b";'],
      ['string.Concat("a-", name)', '"a-b"', 'var name = "b";'],
      ['nameof(Vpc.Foo)', '"Foo"'],
      ['new[] { "a", "b" }', '["a", "b"]'],
      ['new string[] { "a" }', '["a"]'],
      ['new string[2]', 'unknown'],
      ['new List<string> { "a" }', '["a"]'],
      ['new List<string>() { "a" }.ToArray()', '["a"]'],
      ['new List<string>()', '[]'],
      ['new List<string>(more) { "a" }', 'unknown'],
      ['(string[])["a", .. more]', '["a", …]'],
      ['["a", .. more]', '["a", "b"]', 'string[] more = { "b" };'],
      ['new Dictionary<string, object> { ["a"] = 1, ["b"] = 2 }', '{ A: 1, B: 2 }'],
      ['new Dictionary<string, object> { { "a", 1 }, { key, 2 } }', '{ A: unknown, … }'],
      ['new Dictionary<string, object>()', '{  }'],
      ['new { A = 1, size }', '{ A: 1, Size: 2 }', 'var size = 2;'],
      ['EbsDeviceVolumeType.ST1', '"st1"'],
      ['RecordType.A', 'unknown'],
      ['Duration.Minutes(5)', '300'],
      ['Duration.Minutes(amount: 5)', '300'],
      ['Size.Tebibytes(2)', '2048'],
      ['Aws.REGION', '→AWS::Region'],
      ['Amazon.CDK.Duration.Days(1)', '86400'],
      ['big', '7', 'var big = 7;'],
      ['big', '7', 'int big = 7;'],
      ['big', 'unknown', 'var big = 7; big = 8;'],
      ['big', 'unknown', 'var big = 7; big += 1;'],
      ['big', 'unknown', 'var big = 7; big++;'],
      ['big', 'unknown', 'var big = 7; Grow(ref big);'],
      ['big', 'unknown', 'int big; if (x) { big = 8; }'],
      ['big', 'unknown', 'var (big, small) = pair;'],
      ['big', 'unknown', 'var (big, small) = (7, 8); (big, small) = (small, big);'],
      ['config["size"]', '7', 'var config = new Dictionary<string, int> { ["size"] = 7 };'],
      [
        'config["size"]',
        'unknown',
        'var config = new Dictionary<string, int> { ["size"] = 7 }; config["size"] = 8;',
      ],
      [
        'config["size"]',
        'unknown',
        'var config = new Dictionary<string, int> { ["size"] = 7 }; config.Add("size", 8);',
      ],
      ['sizes', 'unknown', 'var sizes = new List<int> { 7 }; sizes.AddRange(more);'],
      ['sizes[1]', '2', 'var sizes = new[] { 1, 2 };'],
      ['config.Size', '7', 'var config = new { Size = 7 };'],
      ['config.Size', '7', 'var config = new Settings { Size = 7 };'],
      ['config.Size', 'unknown', 'var config = new Settings { Other = 7 };'],
      ['config.Size', '7', 'var config = new Settings { Size = 7, Other = 8 } with { Other = 9 };'],
      ['config.Size', '9', 'var config = new Settings { Size = 7 } with { Size = 9 };'],
      ['props.Size', 'unknown'],
      ['props?.Size ?? 5', '5 (default) | unknown (allowed)'],
      ['Environment.GetEnvironmentVariable("SIZE")', 'unknown'],
      ['(string)Node.TryGetContext("size")', 'unknown'],
      ['sizes.Select(x => x.Id).ToArray()', 'unknown'],
      ['props.Prod ? 1 : 2', '1 (props.Prod) | 2 (!props.Prod)'],
      ['!prod ? 1 : 2', '1 (!prod) | 2 (prod)'],
      ['id switch { "a" => 1, _ => 2 }', '1 ("a") | 2 (!"a")'],
      ['stage switch { "test" => 1, "prod" => 2, _ => 3 }', '2', 'const string stage = "prod";'],
      ['stage switch { "test" => 1, _ => 3 }', '3', 'const string stage = "prod";'],
      [
        'stage switch { "prod" when big => 2, _ => 3 }',
        '2 ("prod") | 3 (!"prod")',
        'const string stage = "prod";',
      ],
      ['size switch { > 4 => 1, _ => 2 }', '1 (> 4) | 2 (!> 4)', 'var size = 5;'],
      ['helper(1)', 'unknown'],
      ['Helper(1)', 'unknown'],
    ] as const) {
      it(`${head && `${head} `}${code}`, () => assert.equal(value(code, head), expected));
    }
    for (const [members, code, expected = '7'] of [
      ['private const int Big = 7;', 'Big'],
      ['private const int BIG = 7;', 'S.BIG'],
      ['static readonly int big = 7;', 'big'],
      ['static readonly int _big = 7, _small = 3;', 'this._big'],
      ['public int Big { get; } = 7;', 'Big'],
      ['public int Big => 7;', 'this.Big'],
      ['public int Big { get => 7; }', 'Big'],
      ['private int big = 7;\npublic int Big { get { return big; } }', 'Big'],
      ['private int big = 7;\npublic int Big => big;', 'Big'],
      ['public int Big { get; set; }', 'Big', 'unknown'],
      ['public int Big { get; set; } = 7;\nvoid Grow() { Big = 8; }', 'Big', 'unknown'],
      ['public int Big { get { Log(); return 7; } }', 'Big', 'unknown'],
      ['int Big() => 7;', 'Big()'],
      ['static int Big(int x = 7) { return x; }', 'Big()'],
      ['int Big(int x, int y) => y;', 'Big(y: 7, x: 1)'],
    ] as const)
      it(`${members} ${code}`, () => assert.equal(value(code, '', members), expected));
    it('of other classes of the file', () => {
      const classes = [
        'static class Sizes { public const int Big = 7; public static readonly string[] Kinds = { "gp3" }; }',
        'class Options { public int Iops { get; init; } = 125; public bool Encrypted { get; init; } }',
      ].join('\n');
      const code = [
        'var options = new Options { Encrypted = true };',
        'new CfnVolume(this, "It", new CfnVolumeProps {',
        '  Size = Sizes.Big, VolumeType = Sizes.Kinds[0], Encrypted = options.Encrypted, Iops = options.Iops });',
      ].join('\n');
      assert.equal(
        properties(code, '', classes),
        '{ Size: 7, VolumeType: "gp3", Encrypted: true, Iops: unknown }',
      );
    });
    it('of what `using static` names', () => {
      const template = readCdk(
        'using Amazon.CDK.AWS.EC2;\nusing static Amazon.CDK.AWS.EC2.EbsDeviceVolumeType;\nusing static Amazon.CDK.Duration;\nnew CfnVolume(this, "It", new CfnVolumeProps { VolumeType = ST1, Size = Minutes(1) });',
        'csharp',
      );
      assert.equal(show(resource(template, 'It').properties), '{ VolumeType: "st1", Size: 60 }');
    });
    it('in L1 structures', () => {
      assert.equal(
        properties(
          'new CfnSecurityGroup(this, "It", new CfnSecurityGroupProps { SecurityGroupIngress = new object[] { new CfnSecurityGroup.IngressProperty { CidrIp = "0.0.0.0/0", IpProtocol = "tcp" } } });',
        ),
        '{ SecurityGroupIngress: [{ CidrIp: "0.0.0.0/0", IpProtocol: "tcp" }] }',
      );
    });
    it('whose keys are the user’s own', () => {
      assert.equal(
        properties(
          'new CfnFunction(this, "It", new CfnFunctionProps { Environment = new CfnFunction.EnvironmentProperty { Variables = new Dictionary<string, string> { ["MY_key"] = "x" } } });',
        ),
        '{ Environment: { Variables: { MY_key: "x" } } }',
      );
    });
  });

  describe('is followed through', () => {
    const volume = 'new CfnVolume(this, "It", new CfnVolumeProps { Size = size });';
    for (const [name, code, members = '', classes = ''] of [
      ['methods', 'Front(network, size: 3);', `void Front(IVpc vpc, int size = 1) { ${volume} }`],
      ['methods of several forms', 'Front(3);', `void Front(int size) { ${volume} }\nvoid Front() { }`],
      ['defaults', 'this.Front();', `private void Front(int size = 3) { ${volume} }`],
      ['static methods', 'S.Front(this, 3);', `static void Front(Construct scope, int size) { ${volume} }`],
      ['functions in functions', `void Make(int size) { ${volume} }\nMake(3);`],
      ['what methods give', `var size = Three();\n${volume}`, 'private static int Three() => 3;'],
      ['loops over lists', `foreach (var size in new[] { 3 }) { ${volume} }`],
      ['loops over collections', `foreach (int size in new List<int> { 3 })\n    ${volume}`],
      ['lambdas', `new List<int> { 3 }.ForEach(size => ${volume.slice(0, -1)});`],
      ['blocks', `var size = 3;\nusing (var x = Open()) { try { ${volume} } finally { } }`],
      ['fields', `size = 3;\n${volume}`, 'private int size;'],
      [
        'primary constructors',
        '',
        '',
        `class Disk(Construct scope, int size) : Construct(scope, "D") { void Make() { ${volume} } }\nclass T { T() { new Disk(this, 3); } }`,
      ],
      [
        'own props',
        'new Disk(this, "D", new DiskProps { Size = 3 });',
        '',
        `class DiskProps { public int Size { get; set; } = 4; }\nclass Disk : Construct { public Disk(Construct scope, string id, DiskProps props) : base(scope, id) { var size = props.Size; ${volume} } }`,
      ],
      [
        'base classes',
        '',
        '',
        `class Base : Stack { protected Base(int size) { ${volume} } }\nclass Derived : Base { public Derived() : base(3) { } }`,
      ],
      ['top-level statements', '', '', `var size = 3;\n${volume}`],
    ] as const) {
      it(name, () => assert.equal(properties(code, members, classes), '{ Size: 3 }'));
    }
    it('constructs in properties, however they are written', () => {
      for (const [members, code] of [
        ['public ApplicationLoadBalancer Lb { get; }', 'Lb = it;\nLb.LogAccessLogs(logs);'],
        ['public ApplicationLoadBalancer Lb { get; }', 'this.Lb = it;\nthis.Lb!.LogAccessLogs(logs);'],
        ['private ApplicationLoadBalancer lb;', 'lb = it;\nlb?.LogAccessLogs(logs);'],
        [
          'ApplicationLoadBalancer lb;\npublic ApplicationLoadBalancer Lb => lb;',
          'lb = it;\nLb.LogAccessLogs(logs);',
        ],
        [
          'ApplicationLoadBalancer ApplicationLoadBalancer { get; set; }',
          'ApplicationLoadBalancer = it;\nApplicationLoadBalancer.LogAccessLogs(logs);',
        ],
      ] as const)
        assert.match(
          properties(
            `var it = new ApplicationLoadBalancer(this, "It", new ApplicationLoadBalancerProps { Vpc = vpc });\n${code}`,
            members,
          ),
          /access_logs\.s3\.enabled/,
          code,
        );
    });
    it('constructs of another stack', () => {
      const template = stack(
        'var web = new Web(this, "Web");\nweb.Lb.LogAccessLogs(logs);',
        '',
        'class Web : Stack { public ApplicationLoadBalancer Lb { get; private set; }\npublic Web(Construct scope, string id) : base(scope, id) { Lb = new ApplicationLoadBalancer(this, "It", new ApplicationLoadBalancerProps { Vpc = vpc }); } }',
      );
      assert.match(show(resource(template, 'It').properties), /access_logs\.s3\.enabled/);
    });
    it('calls of methods with arguments by name', () => {
      const code = (call: string) =>
        properties(
          `var it = new SecurityGroup(this, "It", new SecurityGroupProps { Vpc = vpc });\nit.${call};`,
        );
      const plain = code('AddIngressRule(Peer.AnyIpv4(), Port.Tcp(22))');
      assert.match(plain, /0\.0\.0\.0\/0/);
      assert.equal(code('AddIngressRule(connection: Port.Tcp(22), peer: Peer.AnyIpv4())'), plain);
    });
  });

  describe('is not certain of constructs', () => {
    for (const [code, certain] of [
      ['b.AddToResourcePolicy(statement);', true],
      ['new SqsDestination(b);', true],
      ['new CfnOutput(this, "O", new CfnOutputProps { Value = b.BucketArn });', true],
      ['Tags.Of(b).Add("a", "b");', true],
      ['Console.WriteLine(b.BucketName);', true],
      ['Harden(b);', false],
      ['Harden(bucket: b);', false],
      ['Tools.Harden(b);', false],
      ['new Hardened(this, "H", b);', true],
      ['((CfnBucket)b.Node.DefaultChild).AddPropertyOverride("A", 1);', false],
      ['var cfn = b.Node.DefaultChild as CfnBucket;', false],
      ['Aspects.Of(this).Add(new AwsSolutionsChecks());', true],
      ['Aspects.Of(this).Add(new Check());', false],
      ['b = other;', false],
      ['Change(out b);', false],
    ] as const) {
      it(`${certain ? 'unless' : 'after'} ${code}`, () => {
        const found = resource(stack(`var b = new Bucket(this, "It");\n${code}`), 'It');
        assert.equal(found.construct?.certain, certain);
      });
    }
  });

  it('keeps the comments of a construct', () => {
    const template = stack(
      '/// why\n// kumonote-disable-next-line a/b\nnew CfnBucket(this, "It", new CfnBucketProps {\n    BucketName = "x", // where\n    /* how */\n});',
    );
    assert.deepEqual(
      resource(template, 'It').comments.map((each) => each.text),
      ['why', 'kumonote-disable-next-line a/b', 'where', 'how'],
    );
  });

  it('counts in UTF-16 units', () => {
    const text =
      'var 名 = "日本語 🍣"; /* 🍣 */ new CfnBucket(this, "It", new CfnBucketProps { BucketName = 名 });';
    const template = readCsharp(text);
    const { typeSpan, origin, properties } = resource(template, 'It');
    assert.equal(template.text.slice(origin + typeSpan.start, origin + typeSpan.end), 'CfnBucket');
    assert.equal(show(properties), '{ BucketName: "日本語 🍣" }');
  });
});
