import { strict as assert } from 'node:assert';
import { imports, loadCdk, readCdk, readsEditsAfresh, stack } from './support.ts';

describe('CDK source while it is typed', () => {
  before(loadCdk);

  describe('half typed', () => {
    const whole = `
      const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
      const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc });
      HERE
      const disk = new ec2.Volume(this, 'Disk', { size: cdk.Size.gibibytes(1) });
      new s3.Bucket(this, 'Bucket', { versioned: true });`;
    for (const typed of [
      '',
      'lb.',
      'lb.logAccessLogs(',
      'const x = ',
      'new s3.Bucket(this, ',
      "new s3.Bucket(this, 'X', { ver",
      'if (',
      "'",
      '`',
      '{',
      ')',
      'lb.addListener("x", { port: ',
    ])
      it(`after ${JSON.stringify(typed)} the others are still found`, () => {
        const types = [...stack(whole.replace('HERE', typed)).resources.values()].map(
          (each) => each.construct?.className,
        );
        for (const name of ['Vpc', 'ApplicationLoadBalancer', 'Volume', 'Bucket'])
          assert.ok(types.includes(name), `${name} is missing`);
      });
  });

  it('reads an edited file as it reads a new one', function () {
    this.timeout(20_000);
    const pieces = [
      "new s3.Bucket(this, 'X');",
      '\n',
      ' ',
      'const y = 3;',
      '}',
      '{',
      "'",
      '// c',
      'a.b(',
      ')',
    ];
    const text = `${imports}\nclass S extends cdk.Stack { constructor() {\n const a = new s3.Bucket(this, 'A');\n if (a) { a.addEventNotification(); }\n new ec2.Volume(this, 'V', { size: 1 });\n} }\n`;
    readsEditsAfresh('typescript', text, { from: imports.length, pieces, steps: 60 });
  });

  it('survives anything', function () {
    this.timeout(20_000);
    for (const text of [
      '('.repeat(20_000),
      '{a:'.repeat(20_000),
      'f('.repeat(5000),
      '}'.repeat(1000),
      'x.y'.repeat(5000),
      '\0\u{1f600}"',
    ]) {
      readCdk(`${imports}\nnew s3.Bucket(this, 'B', ${text}`);
    }
    stack("const a = b, b = a; new s3.Bucket(this, 'It', { versioned: a, ...a });");
    const doubling = Array.from(
      { length: 40 },
      (_, n) => `f${n}(x) { this.f${n + 1}(x); this.f${n + 1}(x); }`,
    );
    readCdk(
      `${imports}\nclass S { constructor() { this.f0(new s3.Bucket(this, 'It')); } ${doubling.join('\n')} f40(x) { x.addEventNotification(); harden(x); } }`,
    );
    stack("const f = (x) => f(g(x)), g = (x) => g(f(x)); f(g(new s3.Bucket(this, 'It')));");
    stack('let q = q.x; q = q.y; q.z(q); new sqs.Queue(q, q, q);');
  });
});
