import { hasConstructs, loadCdk, readsEditsAfresh } from '../support.ts';
import { inStack, javaImports, readJava } from './support.ts';

const stack = (code: string) => readJava(inStack(code));

describe('CDK source in Java while it is typed', () => {
  before(loadCdk);

  describe('half typed', () => {
    const whole = [
      'Vpc vpc = Vpc.Builder.create(this, "Vpc").maxAzs(2).build();',
      'ApplicationLoadBalancer lb = ApplicationLoadBalancer.Builder.create(this, "Lb")',
      '    .vpc(vpc)',
      '    .build();',
      'HERE',
      'Volume disk = Volume.Builder.create(this, "Disk").size(Size.gibibytes(1)).build();',
      'new Bucket(this, "Bucket", BucketProps.builder().versioned(true).build());',
    ].join('\n');
    for (const typed of [
      '',
      'lb.',
      'lb.logAccessLogs(',
      'Bucket x = ',
      'Bucket x',
      'var x = new',
      'new Bucket(this, ',
      'new Bucket(this, "X", Buck',
      'Bucket.Builder.',
      'Bucket.Builder.create(this, "X")',
      'Bucket.Builder.create(this, "X").ver',
      'Bucket.Builder.create(this, "X")\n    .versioned(',
      'Bucket.Builder.create(this, "X")\n    .versioned(true)\n    .',
      'if (',
      'if (x) {',
      'for (String s : ',
      'return',
      '"',
      'String s = "',
      '"""',
      "'",
      '{',
      ')',
      '/*',
      '@',
      'lb.addListener("x", Base',
      'private void f(',
      'foo(() -> {',
      'import ',
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
      'new Bucket(this, "X");',
      '\n',
      ' ',
      'int y = 3;',
      ')',
      '(',
      '"',
      '// c',
      'a.b(',
      '}',
      '.size(2)',
    ];
    const text = `${javaImports}\n${inStack('Bucket a = new Bucket(this, "A");\nif (x) { a.grantRead(b); }\nvar v = Volume.Builder.create(this, "V");\nif (y) { v.volumeType(EbsDeviceVolumeType.ST1); }\nv.build();')}\n`;
    readsEditsAfresh('java', text, { from: javaImports.length, pieces, steps: 80 });
  });

  it('survives anything', function () {
    this.timeout(30_000);
    for (const text of [
      '('.repeat(20_000),
      'f('.repeat(5000),
      '.a()'.repeat(5000),
      '.a(b'.repeat(3000),
      '{'.repeat(3000),
      'if (x) '.repeat(500),
      '() -> '.repeat(3000),
      '"""'.repeat(1001),
      'new A() {'.repeat(1000),
      '\0\u{1f600}"',
    ])
      readJava(`class S { S() { Bucket.Builder.create(this, "B")${text}`);
    stack(
      'var q = q.x();\nq = q.y();\nvar b = Bucket.Builder.create(b, b);\nb.bucketName(b.build());\nb.build();',
    );
  });
});
