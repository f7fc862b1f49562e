import { strict as assert } from 'node:assert';
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { loadCdk, readsEditsAfresh, resource, show } from '../support.ts';
import { csharpImports, inStack, readCsharp } from './support.ts';

describe('CDK source in C# while it is typed', () => {
  before(loadCdk);

  describe('half typed', () => {
    const whole = [
      'var vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 });',
      'var lb = new ApplicationLoadBalancer(this, "Lb", new ApplicationLoadBalancerProps { Vpc = vpc });',
      'HERE',
      'var disk = new Volume(this, "Disk", new VolumeProps { Size = Size.Gibibytes(1) });',
      'new Bucket(this, "Bucket", new BucketProps { Versioned = true });',
    ].join('\n');
    for (const typed of [
      '',
      'lb.',
      'lb.LogAccessLogs(',
      'lb.AddListener("x", new BaseApplicationListenerProps { Port = ',
      'var x = ',
      'var x = new',
      'Vpc x = new(',
      'var',
      'new Bucket(this, ',
      'new Bucket(this, "X", new',
      'new Bucket(this, "X", new BucketProps',
      'new Bucket(this, "X", new BucketProps {',
      'new Bucket(this, "X", new BucketProps { Ver',
      'new Bucket(this, "X", new BucketProps { Versioned = ',
      'new Bucket(this, "X", new BucketProps\n{\n    Versioned = true,\n',
      'new Bucket(this, "X", new BucketProps\n{\n    Versioned = true,\n    LifecycleRules = new[] {',
      'if (',
      'if (x)',
      'if (x) {',
      'foreach (var x in',
      'var f = () =>',
      'void F(',
      'void F() {',
      '"',
      'var x = $"a-{',
      'var x = @"',
      "'",
      '/*',
      '{',
      '}',
      ')',
      ';',
      '#if',
      'return',
      'switch (x) {',
      'using ',
      'Env = new Dictionary<string, string> { ["a"] = ',
    ])
      it(`after ${JSON.stringify(typed)} the others are still found`, () => {
        const found = [...readCsharp(inStack(whole.replace('HERE', typed))).resources.values()];
        for (const [name, properties] of [
          ['Vpc', /./],
          ['ApplicationLoadBalancer', /./],
          ['Volume', /\bSize: 1\b/],
          ['Bucket', /VersioningConfiguration: \{ Status: "Enabled" \}/],
        ] as const)
          assert.ok(
            found.some(
              (each) =>
                each.construct?.className === name &&
                each.construct.primary &&
                properties.test(show(each.properties)),
            ),
            `${name} is missing`,
          );
      });
  });

  it('reads an edited file as it reads a new one', function () {
    this.timeout(60_000);
    const pieces = [
      'new Bucket(this, "X");',
      '\n',
      ' ',
      'var y = 3;',
      '}',
      '{',
      '"',
      '// c',
      'a.B(',
      ')',
      'public Vpc A { get; }',
    ];
    const code =
      'var a = new Bucket(this, "A");\nif (a) { a.GrantRead(b); }\nnew Volume(this, "V", new VolumeProps { AutoEnableIo = true });';
    const text = `${csharpImports}\n${inStack(code, 'public Bucket A { get; }\nprivate Bucket Make() => new(this, "B");')}\n`;
    readsEditsAfresh('csharp', text, { from: csharpImports.length, pieces, steps: 66 });
  });

  it('reads code anew when an import or a member changes', () => {
    const uri = 'file:///names.cs';
    const read = (head: string, member: string, before?: ReturnType<typeof cdkReader.read>) => {
      const body = `class S { ${member} S() { new CfnVolume(this, "It", new CfnVolumeProps { Size = Big }); } }`;
      return cdkReader.read(
        { uri, languageId: 'csharp', text: `using Amazon.CDK;\n${head}\n${body}` },
        before,
      );
    };
    const ec2 = 'using Amazon.CDK.AWS.EC2;';
    const first = read(ec2, 'const int Big = 3;');
    const second = read(ec2, 'const int Bug = 3;', first);
    const third = read('using Amazon.CDK.AWS.ECS;', 'const int Big = 3;', second);
    cdkReader.forget(uri);
    assert.ok(first && second && third);
    assert.equal(show(resource(first, 'It').properties), '{ Size: 3 }');
    assert.equal(show(resource(second, 'It').properties), '{ Size: unknown }');
    assert.equal(third.resources.size, 0);
  });

  it('survives anything', function () {
    this.timeout(30_000);
    for (const text of [
      '('.repeat(5000),
      '{A='.repeat(5000),
      'new X{A='.repeat(1000),
      'F('.repeat(2000),
      '}'.repeat(1000),
      'x.Y'.repeat(1000),
      'x?.Y'.repeat(1000),
      'if (x)\n'.repeat(500),
      'class A {'.repeat(500),
      'namespace A {'.repeat(500),
      '#if X\n'.repeat(500),
      '() => '.repeat(500),
      '$"{'.repeat(500),
      'x switch { _ => '.repeat(500),
      '"""'.repeat(1001),
      '\0\u{1f600}"',
    ]) {
      readCsharp(inStack(`new Bucket(this, "B", ${text}`));
      readCsharp(text);
    }
    readCsharp(
      inStack(
        'a = b; b = a; new Bucket(this, "It", a);',
        'Bucket a; Bucket b;\nBucket A => B; Bucket B => A;',
      ),
    );
    readCsharp(
      inStack(
        'new S(new S(this, "It"), F(G(this)));',
        'S F(S x) => G(F(x)); S G(S x) => F(G(x));',
        'class S : S {}',
      ),
    );
    readCsharp('class A : B { A() : base(this) {} } class B : A { B() : base(this) { new A(new B()); } }');
  });
});
