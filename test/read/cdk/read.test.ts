import { strict as assert } from 'node:assert';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { imports, loadCdk, readCdk, resource, show, stack } from './support.ts';

/** The properties of the only construct that `code`, the constructor of a stack, makes. */
function properties(code: string, id = 'It'): string {
  return show(resource(stack(code), id).properties);
}

describe('CDK source', () => {
  before(loadCdk);

  describe('is told from other source', () => {
    for (const [name, text] of [
      ['TypeScript without CDK', 'import { Bucket } from "./bucket";\nnew Bucket(this, "B");'],
      ['nothing', ''],
    ] as const) {
      it(name, () => {
        assert.equal(cdkReader.read({ uri: 'a', languageId: 'typescript', text }, undefined), undefined);
      });
    }
    it('other languages', () => {
      assert.equal(
        cdkReader.read({ uri: 'a', languageId: 'yaml', text: "'aws-cdk-lib'" }, undefined),
        undefined,
      );
    });
  });

  describe('names constructs however they are imported', () => {
    for (const [statement, callee] of [
      ["import * as s3 from 'aws-cdk-lib/aws-s3';", 's3.CfnBucket'],
      ["import { aws_s3 as s3 } from 'aws-cdk-lib';", 's3.CfnBucket'],
      ["import { aws_s3 } from 'aws-cdk-lib';", 'aws_s3.CfnBucket'],
      ["import * as cdk from 'aws-cdk-lib';", 'cdk.aws_s3.CfnBucket'],
      ["import { CfnBucket } from 'aws-cdk-lib/aws-s3';", 'CfnBucket'],
      ["import { CfnBucket as B } from 'aws-cdk-lib/aws-s3';", 'B'],
      ["import s3 = require('aws-cdk-lib/aws-s3');", 's3.CfnBucket'],
      ["const s3 = require('aws-cdk-lib/aws-s3');", 's3.CfnBucket'],
      ["const { CfnBucket } = require('aws-cdk-lib/aws-s3');", 'CfnBucket'],
      ["const { aws_s3: s3 } = require('aws-cdk-lib');", 's3.CfnBucket'],
      ["import * as s3 from '@aws-cdk/aws-s3';", 's3.CfnBucket'],
    ] as const) {
      it(statement, () => {
        const template = readCdk(`${statement}\nnew ${callee}(this, 'Logs', { bucketName: 'b' });`);
        const [bucket] = template.resources.values();
        assert.equal(bucket?.type, 'AWS::S3::Bucket');
        assert.equal(show(bucket.properties), '{ BucketName: "b" }');
        assert.equal(bucket.name, 'Logs');
        assert.equal(bucket.construct?.module, 'aws-s3');
      });
    }
    it('but not the classes of the app itself', () => {
      assert.equal(stack("new Bucket(this, 'B'); new local.Bucket(this, 'C');").resources.size, 0);
    });
  });

  describe('values', () => {
    const value = (code: string, head = ''): string =>
      show(
        resource(stack(`${head}\nnew ec2.CfnVolume(this, 'It', { size: ${code} });`), 'It').properties,
      ).slice(8, -2);
    for (const [code, expected, head] of [
      ["'a\\n'", '"a\\n"'],
      ['1_000', '1000'],
      ['-1.5', '-1.5'],
      ['2 * 1024 ** 2', '2097152'],
      ['true', 'true'],
      ['undefined', 'absent'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is read
      ['`a-${1 + 1}`', '"a-2"'],
      ["['a', 'b']", '["a", "b"]'],
      ["[...more, 'b']", '["b", …]'],
      ['ec2.EbsDeviceVolumeType.ST1', '"st1"'],
      ['cdk.aws_ec2.EbsDeviceVolumeType.COLD_HDD', '"sc1"'],
      ['cdk.Duration.minutes(5)', '300'],
      ['cdk.Size.tebibytes(2)', '2048'],
      ['cdk.Aws.REGION', '→AWS::Region'],
      ['cdk.Fn.select(0, cdk.Fn.getAzs())', 'Fn::Select(0, Fn::GetAZs())'],
      ['big', '7', 'const big = 7;'],
      ['big', 'unknown', 'let big = 7; big = 8;'],
      ['big', 'unknown', 'let big; if (props.x) big = 8;'],
      ['config.size', '7', 'const config = { size: 7 };'],
      ['sizes[1]', '2', 'const sizes = [1, 2];'],
      ['config.size', '8', 'const config = { size: 7 }; config.size = 8;'],
      ['config.size', 'unknown', 'let config = { size: 7 }; config = { ...config }; config = { ...config };'],
      ['sizes', 'unknown', 'const sizes = [1]; sizes.push(2);'],
      ['props.size', 'unknown'],
      ['process.env.SIZE', 'unknown'],
      ['props.prod ? 1 : 2', '1 (props.prod) | 2 (!props.prod)'],
      ['!prod ? 1 : 2', '1 (!prod) | 2 (prod)'],
      ['props.size ?? 5', '5 (default) | unknown (allowed)'],
      ['props?.size || 5', '5 (default) | unknown (allowed)'],
      ['0 || 5', '5'],
      ['0 ?? 5', '0'],
      ['Size.BIG', '7', 'enum Size { BIG = 7 }'],
      ['Size.BIG', '1', 'enum Size { SMALL, BIG }'],
      ['Kind.DISK', '"st1"', "enum Kind { DISK = 'st1' }"],
      ['Sizes.big', '7', 'const Sizes = { big: 7 } as const;'],
      ['Sizes.BIG', '7', 'class Sizes { static readonly BIG = 7; }'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is read
      ['`${stage}-disk`', '"prod-disk"', "const stage = 'prod';"],
      ['size', '7', 'const { size } = { size: 7 };'],
      ['small', '7', 'const { size: small = 7 } = {};'],
      ['size', 'unknown', 'const { size } = props;'],
      ['rest.size', 'unknown', 'const { a, ...rest } = { a: 1, size: 7 };'],
      ['sizeOf()', '7', 'const sizeOf = () => 7;'],
      ['sizeOf(7)', '7', 'function sizeOf(x) { return x; }'],
      ['sizeOf(7)', 'unknown', 'function sizeOf(x) { if (props.small) { return 1; } return x; }'],
      ['sizes().big', '7', 'const sizes = () => ({ big: 7 });'],
      ['helper(1)', 'unknown'],
      ['(5 as any)!', '5'],
    ] as const) {
      it(`${head ?? ''} ${code}`, () => assert.equal(value(code, head), expected));
    }
  });

  describe('props', () => {
    for (const [code, expected] of [
      ["new ec2.CfnVolume(this, 'It', { ...base, size: 2 })", '{ Encrypted: true, Size: 2 }'],
      ["new ec2.CfnVolume(this, 'It', { size: 2, ...props.volume })", '{ Size: unknown, … }'],
      ["new ec2.CfnVolume(this, 'It', { ...props.volume, size: 2 })", '{ Size: 2, … }'],
      ["const size = 3; new ec2.CfnVolume(this, 'It', { size })", '{ Size: 3 }'],
      ["new ec2.CfnVolume(this, 'It', base)", '{ Encrypted: true }'],
      ["new ec2.CfnVolume(this, 'It', props)", '{ … }'],
      ["new ec2.CfnVolume(this, 'It', { [key]: 1 })", '{ … }'],
      ["new ec2.CfnVolume(this, 'It', { autoEnableIo: true })", '{ AutoEnableIO: true }'],
      [
        "new cdk.aws_lambda.CfnFunction(this, 'It', { environment: { variables: { myKey: 'x' } } })",
        '{ Environment: { Variables: { myKey: "x" } } }',
      ],
    ] as const) {
      it(code, () => assert.equal(properties(`const base = { encrypted: true };\n${code}`), expected));
    }
  });

  describe('references', () => {
    it('to constructs and their attributes', () => {
      const template = stack(`
        const queue = new sqs.Queue(this, 'Queue');
        this.table = new dynamodb.Table(this, 'Table', {});
        new lambda.CfnEventSourceMapping(this, 'It', { functionName: queue, eventSourceArn: this.table.tableStreamArn, queues: [queue.queueArn] });`);
      assert.equal(
        show(resource(template, 'It').properties),
        '{ FunctionName: →S/Queue, EventSourceArn: →S/Table.StreamArn, Queues: [→S/Queue.Arn] }',
      );
    });
    it('to what was looked up are unknown', () => {
      assert.equal(
        properties(
          `const b = s3.Bucket.fromBucketName(this, 'B', 'b'); new s3.CfnBucketPolicy(this, 'It', { bucket: b.bucketName });`,
        ),
        '{ Bucket: unknown }',
      );
      assert.equal(stack("s3.Bucket.fromBucketName(this, 'B', 'b');").resources.size, 0);
    });
  });

  describe('calls made later', () => {
    const attributes = (code: string): string => {
      const { properties } = resource(
        stack(`const lb = new elbv2.ApplicationLoadBalancer(this, 'It', { vpc });\n${code}`),
        'It',
      );
      const list = properties.entries.find((entry) => entry.key === 'LoadBalancerAttributes')?.value;
      return list?.kind === 'list' ? show({ ...list, items: list.items.slice(1) }) : '';
    };
    for (const [code, expected] of [
      ['', '[]'],
      [
        'lb.logAccessLogs(bucket);',
        '[{ Key: "access_logs.s3.enabled", Value: "true" }, { Key: "access_logs.s3.bucket", Value: unknown }]',
      ],
      [
        "lb.setAttribute('access_logs.s3.enabled', 'false');",
        '[{ Key: "access_logs.s3.enabled", Value: "false" }]',
      ],
      ['if (props.logs) lb.logAccessLogs(bucket);', '[…]'],
      ['for (const b of buckets) { lb.logAccessLogs(b); }', '[…]'],
      ["lb.setAttribute(key, 'x');", '[…]'],
      ['this.other.logAccessLogs(bucket);', '[]'],
    ] as const) {
      it(code, () => assert.equal(attributes(code), expected));
    }
  });

  describe('is not certain of constructs', () => {
    for (const [code, certain] of [
      ['b.addToResourcePolicy(statement);', true],
      ['new targets.LoadBalancerTarget(b);', true],
      ['new s3n.SqsDestination(b);', true],
      ["b.grantRead(fn); props.fn.addEnvironment('B', b.bucketName);", true],
      ["cdk.Tags.of(b).add('a', 'b');", true],
      ["new cdk.CfnOutput(this, 'O', { value: b.bucketArn });", true],
      ["(b.node.defaultChild as s3.CfnBucket).addPropertyOverride('A', 1);", false],
      ['const cfn = b.node.defaultChild;', false],
      ['harden(b);', false],
      ['harden({ bucket: b });', false],
      ['cdk.Aspects.of(this).add(new Check());', false],
      ['[b].forEach(harden);', false],
      ['b = other;', false],
    ] as const) {
      it(`${certain ? 'unless' : 'after'} ${code}`, () => {
        const template = stack(`let b = new s3.Bucket(this, 'It');\n${code}`);
        const found = resource(template, 'It');
        assert.equal(found.construct?.certain, certain);
      });
    }
  });

  describe('parameters', () => {
    const made = (code: string, members: string): string => {
      const template = readCdk(
        `${imports}\nclass S extends cdk.Stack { constructor(scope, id, props) {\n${code}\n}\n${members} }`,
      );
      const volumes = template.byType.get('AWS::EC2::Volume') ?? [];
      return volumes.map(({ name, properties }) => `${name} ${show(properties)}`).join(', ');
    };
    const disk = 'disk(name, size) { return new ec2.CfnVolume(this, name, { size }); }';
    for (const [name, code, members, expected] of [
      ['of one call are what it gives', "this.disk('A', 7);", disk, 'A { Size: 7 }'],
      [
        'of several calls are what each gives',
        "this.disk('A', 7); this.disk('B', 8);",
        disk,
        'A { Size: 7 }, B { Size: 8 }',
      ],
      [
        'that get another value later are unknown',
        "this.disk('A', 7); this.disk('B', 8);",
        disk.replace('{', '{ size = round(size);'),
        'A { Size: unknown }, B { Size: unknown }',
      ],
      [
        'that are not given may have a default',
        "this.disk('A');",
        disk.replace('size)', 'size = 5)'),
        'A { Size: 5 }',
      ],
      ['that are not given are absent', "this.disk('A');", disk, 'A { Size: absent }'],
      ['that nobody in the file gives are unknown', '', disk, 'CfnVolume { Size: unknown }'],
      [
        'of a loop over one item',
        "for (const size of [7]) new ec2.CfnVolume(this, 'A', { size });",
        '',
        'A { Size: 7 }',
      ],
      [
        'of a loop over several',
        "for (const size of [7, 8]) new ec2.CfnVolume(this, 'A', { size, iops: 1 });",
        '',
        'A { Size: 7, Iops: 1 }, A { Size: 8, Iops: 1 }',
      ],
    ] as const) {
      it(name, () => assert.equal(made(code, members), expected));
    }
  });

  for (const code of [
    "new lambda.Function(this, 'F', { events: [new sources.S3EventSource(b, { events: [s3.EventType.OBJECT_CREATED] })] });",
    "new lambda.Function(this, 'F').addEventSource(new sources.S3EventSource(b, { events: ['s3:ObjectCreated:*'] }));",
    'b.addObjectCreatedNotification(new s3n.LambdaDestination(props.fn));',
    'b.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(props.fn));',
  ]) {
    it(`a bucket notifies: ${code}`, () => {
      const { properties } = resource(stack(`const b = new s3.Bucket(this, 'It');\n${code}`), 'It');
      const found = properties.entries.find(({ key }) => key === 'NotificationConfiguration');
      assert.match(found ? show(found.value) : '', /LambdaConfigurations: \[\{ Event: "s3:ObjectCreated:\*"/);
    });
  }

  it('gives what methods make the same IDs wherever they stand', () => {
    const code = `const g = new ec2.Instance(this, 'Web', {}); const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', {});
      lb.addListener('Http', { port: 80 }); lb.addListener('Https', { port: 443 });
      g.connections.allowFromAnyIpv4(ec2.Port.SSH); g.connections.allowFromAnyIpv4(ec2.Port.HTTP);`;
    const ids = [...stack(`\n\n${code}`).resources.keys()];
    assert.deepEqual(ids, [...stack(code).resources.keys()]);
    assert.deepEqual(ids, ['S/Web', 'S/Web/Ingress', 'S/Web/Ingress#2', 'S/Lb', 'S/Lb/Http', 'S/Lb/Https']);
  });

  it('says under which condition a construct is made', () => {
    const template = stack(
      "if (props.prod) { new s3.CfnBucket(this, 'A'); } else new s3.CfnBucket(this, 'B');",
    );
    assert.equal(resource(template, 'A').condition, 'props.prod');
    assert.equal(resource(template, 'B').condition, '!props.prod');
  });

  it('keeps the comments of a construct', () => {
    const template = stack(`
      // not this one

      // kumonote-disable-next-line a/b
      new s3.CfnBucket(this, 'It', {
        bucketName: 'x', // why
      });`);
    assert.deepEqual(
      resource(template, 'It').comments.map((each) => each.text),
      ['kumonote-disable-next-line a/b', 'why'],
    );
  });

  it('places values where they stand', () => {
    const template = stack("new ec2.Volume(this, 'It', { volumeType: ec2.EbsDeviceVolumeType.ST1 });");
    const { properties, origin, typeSpan } = resource(template, 'It');
    const entry = properties.entries.find((each) => each.key === 'VolumeType');
    assert.ok(entry);
    const at = ({ start, end }: { start: number; end: number }) =>
      template.text.slice(start + origin, end + origin);
    assert.equal(at(entry.value.span), 'ec2.EbsDeviceVolumeType.ST1');
    assert.equal(at(entry.keySpan), 'volumeType');
    assert.equal(at(typeSpan), 'Volume');
  });
});
