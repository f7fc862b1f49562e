import { strict as assert } from 'node:assert';
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { hasConstructs, loadCdk, readsEditsAfresh, resource, show } from '../support.ts';
import { goImports, inStack, readGo } from './support.ts';

const stack = (code: string) => readGo(inStack(code));
const module = 'github.com/aws/aws-cdk-go';

describe('CDK source in Go while it is typed', () => {
  before(loadCdk);

  describe('half typed', () => {
    const whole = [
      'vpc := ec2.NewVpc(stack, jsii.String("Vpc"), &ec2.VpcProps{MaxAzs: jsii.Number(2)})',
      'lb := elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), &elbv2.ApplicationLoadBalancerProps{',
      '\tVpc: vpc,',
      '})',
      'HERE',
      'disk := ec2.NewVolume(stack, jsii.String("Disk"), &ec2.VolumeProps{Size: cdk.Size_Gibibytes(jsii.Number(1))})',
      'awss3.NewBucket(stack, jsii.String("Bucket"), &awss3.BucketProps{Versioned: jsii.Bool(true)})',
    ].join('\n');
    for (const typed of [
      '',
      'lb.',
      'lb.LogAccessLogs(',
      'x := ',
      'x := awss3.',
      'var x',
      'awss3.NewBucket(stack, ',
      'awss3.NewBucket(stack, jsii.String("X"), &awss3.BucketProps{Ver',
      'awss3.NewBucket(stack, jsii.String("X"), &awss3.BucketProps{Versioned: ',
      'awss3.NewBucket(stack, jsii.String("X"), &awss3.BucketProps{\n\tVersioned: jsii.Bool(true),',
      'awss3.NewBucket(stack, jsii.String("X"), &awss3.BucketProps{\n\tVersioned: jsii.Bool(\n})',
      'awss3.NewBucket(stack, jsii.String("X"), &awss3.BucketProps{\n\tVer\n})',
      'if ',
      'if x {',
      'for _, x := range',
      'func f(',
      'func() {',
      "'",
      'x := "',
      'x := jsii.String("',
      '`',
      '{',
      ')',
      '}',
      'lb.AddListener(jsii.String("x"), &elbv2.BaseApplicationListenerProps{Port: ',
      'import "',
      'switch x {',
      'case',
      '&',
      '/*',
    ])
      it(`after ${JSON.stringify(typed)} the others are still found`, () => {
        hasConstructs(stack(whole.replace('HERE', typed)), [
          'Vpc',
          'ApplicationLoadBalancer',
          'Volume',
          'Bucket',
        ]);
      });
  });

  it('reads an edited file as it reads a new one', function () {
    this.timeout(20_000);
    const pieces = [
      'awss3.NewBucket(stack, jsii.String("X"), nil)',
      '\n',
      ' ',
      'y := 3',
      ')',
      '(',
      '"',
      '// c\n',
      'a.B(',
      '{',
      '}',
      '`',
      'func (t *T) g() {',
    ];
    const text = `${goImports}\ntype T struct {\n\tsize int\n}\n${inStack('a := awss3.NewBucket(stack, jsii.String("A"), nil)\nif a {\n\ta.GrantRead(b)\n}\nt := &T{size: 1}\nt.f(stack)')}\nfunc (t *T) f(stack cdk.Stack) {\n\tec2.NewVolume(stack, jsii.String("V"), &ec2.VolumeProps{Size: cdk.Size_Gibibytes(&t.size)})\n}\n`;
    readsEditsAfresh('go', text, { from: goImports.length, pieces, steps: 100 });
  });

  it('reads names anew when an import or the name of a receiver changes', () => {
    const uri = 'file:///imports.go';
    const text = (name: string, receiver: string) =>
      `package main\nimport s3 "${module}/awscdk/v2/${name}"\ntype T struct{ name string }\nfunc (${receiver} *T) f() {\n\ts3.NewCfnBucket(stack, "It", &s3.CfnBucketProps{BucketName: &t.name})\n}\nfunc g() {\n\tx := T{name: "n"}\n\tx.f()\n}`;
    const read = (...[name, receiver, previous]: [string, string, ReturnType<typeof cdkReader.read>]) =>
      cdkReader.read({ uri, languageId: 'go', text: text(name, receiver) }, previous);
    const first = read('awss3', 't', undefined);
    const second = read('awss3', 'u', first);
    const third = read('awssqs', 'u', second);
    cdkReader.forget(uri);
    assert.ok(first && second && third);
    assert.equal(show(resource(first, 'It').properties), '{ BucketName: "n" }');
    assert.equal(show(resource(second, 'It').properties), '{ BucketName: unknown }');
    assert.equal(third.resources.size, 0);
  });

  it('survives anything', function () {
    this.timeout(30_000);
    for (const text of [
      '('.repeat(20_000),
      '{a:'.repeat(20_000),
      '&[]X{'.repeat(3000),
      'f('.repeat(5000),
      ')'.repeat(1000),
      'x.y'.repeat(5000),
      'if x {\n'.repeat(500),
      'func() {'.repeat(2000),
      '`'.repeat(1001),
      '\0\u{1f600}"',
    ])
      readGo(`func f() { awss3.NewBucket(stack, jsii.String("B"), ${text}`);
    stack('a := b\nb := a\nawss3.NewBucket(stack, a, b)');
    stack('q := q.x\nq = q.y\nq.Z(q)\nawssqs.NewQueue(q, q, q)');
    readGo(
      'type A B\ntype B A\ntype C struct { C }\nfunc (a A) f() { awssqs.NewQueue(a, a, A{a}) }\nfunc (c C) f() { C{c}.f() }',
    );
  });
});
