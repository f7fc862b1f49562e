/** Code that runs several times makes several resources, each as its turn of the loop or its call has it. */
import { strict as assert } from 'node:assert';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { builtinRules } from '../../../server/rules/builtin/index.ts';
import { runRules } from '../../../server/rules/run.ts';
import { checkFindings, findingsIn } from '../../rules/findings.ts';
import { dedent } from '../../support/marked.ts';
import { imports, loadCdk, readCdk, resource, show, stack } from './support.ts';

const disk = 'new ec2.CfnVolume(this, id, { size });';

/** The volumes that the constructor of a stack makes: `A 7, B 8`. */
function volumes(code: string, members = ''): string {
  const written = `class S extends cdk.Stack { constructor(scope, name, props) {\n${code}\n}\n${members} }`;
  const template = readCdk(`${imports}\n${written.replaceAll('DISK', disk)}`);
  const all = template.byType.get('AWS::EC2::Volume') ?? [];
  return all.map((each) => `${each.name} ${show(sizeOf(each.properties))}`).join(', ');
}

function sizeOf({ entries }: { entries: readonly { key: string; value: Parameters<typeof show>[0] }[] }) {
  return (
    entries.find(({ key }) => key === 'Size')?.value ??
    ({ kind: 'absent', span: { start: 0, end: 0 } } as const)
  );
}

describe('CDK code that runs several times', () => {
  before(loadCdk);

  describe('makes a resource each time', () => {
    for (const [name, code, members, expected] of [
      ['in a loop', "for (const size of [7, 8]) { const id = 'D' + size; DISK }", '', 'D7 7, D8 8'],
      [
        'in a loop over a list in a constant',
        "const sizes = [7, 8]; for (const size of sizes) { const id = 'D' + size; DISK }",
        '',
        'D7 7, D8 8',
      ],
      [
        'but not known how often over a list that changes',
        "const sizes = [7, 8]; sizes.push(9); for (const size of sizes) { const id = 'D' + size; DISK }",
        '',
        'CfnVolume unknown',
      ],
      [
        'with its position',
        "for (const [at, size] of [7, 8].entries()) { const id = 'D' + at; DISK }",
        '',
        'D0 7, D1 8',
      ],
      [
        'with its position in a function',
        "[7, 8].forEach((size, at) => { const id = 'D' + at; DISK });",
        '',
        'D0 7, D1 8',
      ],
      [
        'of parts of what is in a list',
        "for (const { id, size } of [{ id: 'A', size: 7 }, { id: 'B', size: 8 }]) DISK",
        '',
        'A 7, B 8',
      ],
      ['of an object', 'for (const [id, size] of Object.entries({ A: 7, B: 8 })) DISK', '', 'A 7, B 8'],
      [
        'of the keys of a list',
        "for (const size in ['a', 'b']) { const id = 'D' + size; DISK }",
        '',
        'D0 0, D1 1',
      ],
      [
        'that counts',
        "for (let size = 7; size <= 8; size++) { const id = 'D' + size; DISK }",
        '',
        'D7 7, D8 8',
      ],
      [
        'that counts the items of a list',
        "const sizes = [7, 8]; for (let at = 0; at < sizes.length; at++) { const [id, size] = ['D' + at, sizes[at]]; DISK }",
        '',
        'D0 7, D1 8',
      ],
      [
        'but not known how often where it counts those of a list that changes',
        "const sizes = [7, 8]; sizes.push(9); for (let size = 0; size < sizes.length; size++) { const id = 'D' + size; DISK }",
        '',
        'CfnVolume unknown',
      ],
      [
        'in a loop over what a method is given',
        "this.disks(['A', 'B']);",
        'disks(ids) { const size = 7; for (const id of ids) DISK }',
        'A 7, B 7',
      ],
      [
        'in a loop over what a construct of the program is given',
        "new Disks(this, 'Own', { sizes: [7, 8] });",
        "} class Disks extends Construct { constructor(scope, name, props) { super(scope, name); props.sizes.forEach((size, at) => { const id = 'D' + at; DISK }); }",
        'D0 7, D1 8',
      ],
      [
        'but not known how often where each call gives another list',
        "this.disks(['A', 'B']); this.disks(['C']);",
        'disks(ids) { const size = 7; for (const id of ids) DISK }',
        'CfnVolume 7, CfnVolume 7',
      ],
      [
        'but not known how often where a list that is given changes',
        "const given = ['A', 'B']; given.push(f()); this.disks(given);",
        'disks(ids) { const size = 7; for (const id of ids) DISK }',
        'CfnVolume 7',
      ],
      [
        'in a loop in a loop',
        "for (const a of [1, 2]) for (const size of [7, 8]) { const id = 'D' + a + size; DISK }",
        '',
        'D17 7, D18 8, D27 7, D28 8',
      ],
      ['in a method', "this.disk('A', 7); this.disk('B', 8);", 'disk(id, size) { DISK }', 'A 7, B 8'],
      [
        'in a method that a loop calls',
        "for (const size of [7, 8]) this.disk('D' + size, size);",
        'disk(id, size) { DISK }',
        'D7 7, D8 8',
      ],
      [
        'in a method that a method calls',
        'this.pair(1); this.pair(2);',
        "pair(size) { this.disk('A' + size, size); this.disk('B' + size, size); } disk(id, size) { DISK }",
        'A1 1, A2 2, B1 1, B2 2',
      ],
      ['in a function', "disk('A', 7); disk('B', 8);", '} function disk(id, size) { DISK', 'A 7, B 8'],
      [
        'in a construct of the program',
        "new Disk(this, 'A', { size: 7 }); new Disk(this, 'B', { size: 8 });",
        "} class Disk extends Construct { constructor(scope, name, { size }) { super(scope, name); const id = name + 'Own'; DISK }",
        'AOwn 7, BOwn 8',
      ],
      [
        'but is not followed into many',
        "for (let size = 0; size < 30; size++) { const id = 'D' + size; DISK }",
        '',
        'CfnVolume unknown',
      ],
      [
        'but not known how often where the loop may end',
        "for (const size of [7, 8]) { const id = 'D' + size; if (size > props.most) break; DISK }",
        '',
        'CfnVolume unknown',
      ],
    ] as const) {
      it(name, () => assert.equal(volumes(code, members), expected));
    }
  });

  it('does not make the constructs of a stack once more for each time that the stack is made', () => {
    const found = volumes(
      "new ec2.CfnVolume(this, 'It', { size: props.size });",
      "} function make(app, name, size) { new S(app, name, { size }); } make(a, 'Test', 1); make(a, 'Live', 2); {",
    );
    assert.equal(found, 'It unknown');
  });

  it('is under the condition of the turn that is left, or of the call', () => {
    const template = stack(`
      for (const id of ['A', 'B']) {
        if (props.small) continue;
        new s3.CfnBucket(this, id);
      }
      const bucket = (id) => new s3.CfnBucket(this, id);
      bucket('C');
      if (props.large) bucket('D');`);
    const conditions = ['A', 'B', 'C', 'D'].map((id) => resource(template, id).condition);
    assert.deepEqual(conditions, ['!props.small', '!props.small', undefined, 'props.large']);
  });

  it('refers to what the same turn, or the same call, has made', () => {
    const targets = (code: string) =>
      (stack(code).byType.get('AWS::Lambda::EventSourceMapping') ?? []).map(
        ({ properties }) =>
          `${show(properties)
            .match(/→S\/\w+/g)
            ?.join(' ')}`,
      );
    const read = 'fn.addEventSource(new sources.SqsEventSource(queue));';
    const make =
      "const fn = new lambda.Function(this, 'F' + id, {}); const queue = new sqs.Queue(this, 'Q' + id);";
    assert.deepEqual(targets(`for (const id of ['A', 'B']) { ${make} ${read} }`), [
      '→S/FA →S/QA',
      '→S/FB →S/QB',
    ]);
    assert.deepEqual(targets(`const read = (id) => { ${make} ${read} }; read('A'); read('B');`), [
      '→S/FA →S/QA',
      '→S/FB →S/QB',
    ]);
    assert.deepEqual(
      targets(
        `const fn = new lambda.Function(this, 'F', {}); const make = (id) => new sqs.Queue(this, id);
        const [a, b] = [make('A'), make('B')]; for (const queue of [a, b]) { ${read} }`,
      ),
      ['→S/F →S/A', '→S/F →S/B'],
    );
  });

  it('tells the constructs of the program apart whose methods are called', () => {
    const template = readCdk(
      `${imports}
      class Jobs extends Construct {
        constructor(scope, id) {
          super(scope, id);
          this.queue = new sqs.Queue(this, id + 'Queue');
          this.fn = new lambda.Function(this, id + 'Fn', {});
        }
        read(queue) { this.fn.addEventSource(new sources.SqsEventSource(queue)); }
        get own() { return this.queue; }
        readOwn() { this.read(this.own); }
      }
      class S extends cdk.Stack { constructor(scope, name) {
        super(scope, name);
        const a = new Jobs(this, 'A');
        const b = new Jobs(this, 'B');
        a.readOwn();
        b.read(a.own);
        b.read(b.queue);
      } }`,
    );
    const read = (template.byType.get('AWS::Lambda::EventSourceMapping') ?? []).map(
      ({ properties }) =>
        `${show(properties)
          .match(/→Jobs\/\w+/g)
          ?.join(' ')}`,
    );
    assert.deepEqual(read, ['→Jobs/AFn →Jobs/AQueue', '→Jobs/BFn →Jobs/AQueue', '→Jobs/BFn →Jobs/BQueue']);
  });

  it('does not take what an earlier turn has left for that of the same turn', () => {
    const loop = (ids: string) => `
      let before;
      for (const id of ${ids}) {
        const fn = new lambda.Function(this, 'F' + id, {});
        fn.addEventSource(new sources.SqsEventSource(before));
        before = new sqs.Queue(this, 'Q' + id);
      }`;
    for (const code of [loop("['A', 'B']"), `const make = (ids) => { ${loop('ids')} }; make(['A', 'B']);`]) {
      const mappings = stack(code).byType.get('AWS::Lambda::EventSourceMapping') ?? [];
      assert.equal(mappings.length, 2);
      for (const { properties } of mappings) assert.match(show(properties), /EventSourceArn: unknown/);
    }
  });

  it('counts each reader of a stream', () =>
    checkFindings(
      `
      import { Stack, aws_dynamodb as dynamodb, aws_lambda as lambda } from 'aws-cdk-lib';
      import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
      class Shop extends Stack {
        constructor(scope, id) {
          super(scope, id);
          const orders = new dynamodb.Table(this, 'Orders', { stream: dynamodb.StreamViewType.NEW_IMAGE });
                                                              ^^^^^^ dynamodb-streams/too-many-readers warning
          for (const name of ['Print', 'Count', 'Mail']) {
            const fn = new lambda.Function(this, name, {});
            fn.addEventSource(new DynamoEventSource(orders, { retryAttempts: 1, onFailure: this.lost }));
          }
        }
      }
      `,
      { language: 'typescript' },
    ));

  it('is reported once at each place, with the fixes that suit all that it makes', async () => {
    const code = dedent(`
      import { Stack, aws_ec2 as ec2 } from 'aws-cdk-lib';
      class Shop extends Stack {
        constructor(scope, id) {
          super(scope, id);
          for (const size of [SIZES]) new ec2.CfnVolume(this, \`Disk\${size}\`, { size, volumeType: 'st1' });
        }
      }`);
    const small = async (sizes: string) =>
      (await findingsIn(code.replace('SIZES', sizes), { language: 'typescript' }))
        .filter(({ rule }) => rule.id === 'ebs/hdd-size-out-of-range')
        .map(({ resource: { name }, message, fixes }) => [
          name,
          /The same goes for .*|$/.exec(message.en)?.[0],
          /[^。]*も同様です。|$/.exec(message.ja)?.[0],
          fixes.length > 0,
        ]);
    assert.deepEqual(await small('500, 600'), []);
    assert.deepEqual(await small('500, 20'), [['Disk20', '', '', false]]);
    assert.deepEqual(await small('30, 20'), [
      ['Disk30', 'The same goes for "Disk20".', '「Disk20」も同様です。', true],
    ]);
    assert.deepEqual(await small('30, 20, 10, 40, 50'), [
      [
        'Disk30',
        'The same goes for "Disk20", "Disk10", "Disk40" and 1 more.',
        '「Disk20」「Disk10」「Disk40」ほか 1 件も同様です。',
        true,
      ],
    ]);
  });

  it('is seen by rules though it is in another file, and not reported there', () => {
    const files = [
      [
        'stack.ts',
        `
        import { Duration, Stack, aws_sqs as sqs } from 'aws-cdk-lib';
        import { worker } from './worker';
        export class Jobs extends Stack {
          constructor(scope, id) {
            super(scope, id);
            worker(this, 'Print', new sqs.Queue(this, 'ToPrint', { visibilityTimeout: Duration.seconds(30) }));
            worker(this, 'Mail', new sqs.Queue(this, 'ToMail', { visibilityTimeout: Duration.minutes(30) }));
          }
        }`,
      ],
      [
        'worker.ts',
        `
        import { Duration, aws_lambda as lambda } from 'aws-cdk-lib';
        import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
        export function worker(scope, id, queue) {
          const fn = new lambda.Function(scope, id, { timeout: Duration.minutes(1) });
          fn.addEventSource(new SqsEventSource(queue));
        }`,
      ],
    ].map(([name, text = '']) => ({ uri: `file:///${name}`, languageId: 'typescript', text: dedent(text) }));
    const [found, none] = files.map((file) => {
      const template = cdkReader.read(
        file,
        undefined,
        files.filter((each) => each !== file),
      );
      cdkReader.forget(file.uri);
      assert.ok(template);
      return runRules(builtinRules, template).map(({ rule, resource: { name }, related }) => {
        const places = related.map((each) => each.file?.uri ?? 'here');
        return [rule.id, name, ...new Set(places)].join(' ');
      });
    });
    assert.deepEqual(none, []);
    assert.deepEqual(found, [
      'sqs/no-dead-letter-queue ToPrint file:///worker.ts',
      'sqs/visibility-timeout-too-short ToPrint file:///worker.ts',
      'sqs/no-dead-letter-queue ToMail file:///worker.ts',
    ]);
  });
});
