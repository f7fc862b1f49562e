import { strict as assert } from 'node:assert';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { imports, loadCdk, readCdk, show, stack } from './support.ts';

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
    const uri = 'file:///edited.ts';
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
    let text = `${imports}\nclass S extends cdk.Stack { constructor() {\n const a = new s3.Bucket(this, 'A');\n if (a) { a.addEventNotification(); }\n new ec2.Volume(this, 'V', { size: 1 });\n} }\n`;
    let previous = cdkReader.read({ uri, languageId: 'typescript', text }, undefined);
    for (let step = 0; step < 60; step++) {
      const at = imports.length + ((step * 7919) % (text.length - imports.length));
      const piece = pieces[step % pieces.length] ?? '';
      text =
        step % 3 === 2 ? text.slice(0, at) + text.slice(at + 5) : text.slice(0, at) + piece + text.slice(at);
      const edited = cdkReader.read({ uri, languageId: 'typescript', text }, previous);
      const fresh = readCdk(text);
      const list = (template: typeof fresh | undefined) =>
        [...(template?.resources.values() ?? [])].map(
          (each) => `${each.id} ${each.origin} ${show(each.properties)}`,
        );
      assert.deepEqual(list(edited), list(fresh), `after step ${step}`);
      previous = edited;
    }
    cdkReader.forget(uri);
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
