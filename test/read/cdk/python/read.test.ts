import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import data from '../../../../server/aws/data/cdkPython.json' with { type: 'json' };
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { hasConstructs, loadCdk, readCdk, readsEditsAfresh, resource, show } from '../support.ts';
import { inStack, pythonImports, readPython } from './support.ts';

const stack = (code: string) => readPython(inStack(code));
const properties = (code: string, id = 'It'): string => show(resource(stack(code), id).properties);

describe('CDK source in Python', () => {
  before(loadCdk);

  it('is read with data of the aws-cdk-lib that is installed', () => {
    const path = createRequire(import.meta.url).resolve('aws-cdk-lib/package.json');
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    assert.equal(data.version, version, 'run: npx tsc -p . && node out/server/build/cdkPython.js');
  });

  describe('is told from other Python', () => {
    for (const text of ['', 'import boto3\ns3 = boto3.client("s3")', '# aws_cdk', 'x = "import aws_cdk"']) {
      it(JSON.stringify(text), () => {
        assert.equal(cdkReader.read({ uri: 'a', languageId: 'python', text }, undefined), undefined);
      });
    }
  });

  describe('names constructs however they are imported', () => {
    for (const [statement, callee] of [
      ['from aws_cdk import aws_s3 as s3', 's3.CfnBucket'],
      ['from aws_cdk import (\n    Stack,\n    aws_s3 as s3,\n)', 's3.CfnBucket'],
      ['from aws_cdk import aws_s3', 'aws_s3.CfnBucket'],
      ['import aws_cdk as cdk', 'cdk.aws_s3.CfnBucket'],
      ['import aws_cdk', 'aws_cdk.aws_s3.CfnBucket'],
      ['import aws_cdk.aws_s3 as s3', 's3.CfnBucket'],
      ['import aws_cdk.aws_s3', 'aws_cdk.aws_s3.CfnBucket'],
      ['from aws_cdk.aws_s3 import CfnBucket', 'CfnBucket'],
      ['from aws_cdk.aws_s3 import CfnBucket as B', 'B'],
      ['from aws_cdk import core, aws_s3 as s3', 's3.CfnBucket'],
    ] as const) {
      it(statement, () => {
        const template = readCdk(`${statement}\n${callee}(self, "Logs", bucket_name="b")`, 'python');
        const [bucket] = template.resources.values();
        assert.equal(bucket?.type, 'AWS::S3::Bucket');
        assert.equal(show(bucket.properties), '{ BucketName: "b" }');
        assert.equal(bucket.name, 'Logs');
      });
    }
    it('but not the classes of the app itself, nor what is looked up', () => {
      const template = stack(
        'Bucket(self, "B")\nlocal.Bucket(self, "C")\ns3.Bucket.from_bucket_name(self, "D", "d")',
      );
      assert.equal(template.resources.size, 0);
    });
  });

  describe('values', () => {
    const value = (code: string, head = ''): string =>
      properties(`${head}\nec2.CfnVolume(self, "It", size=${code})`).slice(8, -2);
    for (const [code, expected, head] of [
      ['"a\\n"', '"a\\n"'],
      ["r'\\d'", '"\\\\d"'],
      ['("a" "b")', '"ab"'],
      ['"""a"""', '"a"'],
      ['1_000', '1000'],
      ['-1.5', '-1.5'],
      ['2 * 1024 ** 2', '2097152'],
      ['True', 'true'],
      ['None', 'absent'],
      ['f"a-{name}"', '"a-b"', 'name = "b"'],
      ['f"{{{name}}}"', '"{b}"', 'name = "b"'],
      ['f"a-{size:03d}"', 'Fn::Join("", ["a-", unknown])', 'size = 1'],
      ['["a", *more]', '["a", …]'],
      ['("a", "b")', '["a", "b"]'],
      ['ec2.EbsDeviceVolumeType.ST1', '"st1"'],
      ['cdk.Duration.minutes(5)', '300'],
      ['cdk.Duration.minutes(amount=5)', '300'],
      ['cdk.Size.tebibytes(2)', '2048'],
      ['cdk.Aws.REGION', '→AWS::Region'],
      ['big', '7', 'big = 7'],
      ['big', 'unknown', 'big = 7\nbig = 8'],
      ['big', 'unknown', 'big = 7\nbig += 1'],
      ['big', 'unknown', 'if props.x:\n    big = 8'],
      ['config["size"]', '7', 'config = {"size": 7}'],
      ['sizes[1]', '2', 'sizes = [1, 2]'],
      ['b', '2', 'a, b = 1, 2'],
      ['b', 'unknown', 'a, b = pair'],
      ['props.size', 'unknown'],
      ['os.environ["SIZE"]', 'unknown'],
      ['self.node.try_get_context("size")', 'unknown'],
      ['config["size"]', 'unknown', 'config = {"size": 7}\nconfig["size"] = 8'],
      ['config["size"]', 'unknown', 'config = {"size": 7}\nconfig.update(size=8)'],
      ['config["size"]', 'unknown', 'config = {"size": 7}\ndel config["size"]'],
      ['self.sizes', 'unknown', 'self.sizes = []\nself.sizes.append(7)'],
      ['", ".join(sizes)', 'unknown', 'sizes = ["a"]'],
      ['1 if props.prod else 2', '1 (props.prod) | 2 (!props.prod)'],
      ['1 if not prod else 2', '1 (!prod) | 2 (prod)'],
      ['props.size or 5', '5 (default) | unknown (allowed)'],
      ['helper(1)', 'unknown'],
      ['{"a_b": 1}', '{ AB: 1 }'],
      ['{"a_b": 1, **more}', '{ AB: unknown, … }'],
    ] as const) {
      it(`${head ? `${head}; ` : ''}${code}`, () => assert.equal(value(code, head), expected));
    }
    it('of the file and of the class', () => {
      const template = readPython(
        'SIZE = 1\nclass S(cdk.Stack):\n    disk_type = "st1"\n    def __init__(self):\n        ec2.CfnVolume(self, "It", size=SIZE, volume_type=self.disk_type, iops=S.disk_type)',
      );
      assert.equal(show(resource(template, 'It').properties), '{ Size: 1, VolumeType: "st1", Iops: "st1" }');
    });
    it('that a function changes are unknown', () => {
      const template = readPython(
        'size = 1\ndef grow():\n    global size\n    size = 2\nec2.CfnVolume(app, "It", size=size)',
      );
      assert.equal(show(resource(template, 'It').properties), '{ Size: unknown }');
    });
  });

  describe('what is given by name', () => {
    for (const [code, expected] of [
      ['ec2.CfnVolume(self, "It", size=2)', '{ Size: 2 }'],
      ['ec2.CfnVolume(scope=self, id="It", size=2)', '{ Size: 2 }'],
      ['ec2.CfnVolume(self, id="It", auto_enable_io=True)', '{ AutoEnableIO: true }'],
      ['ec2.CfnVolume(self, "It", **base)', '{ Encrypted: true, KmsKeyId: "k" }'],
      ['ec2.CfnVolume(self, "It", **base, size=2)', '{ Encrypted: true, KmsKeyId: "k", Size: 2 }'],
      ['ec2.CfnVolume(self, "It", size=2, **kwargs)', '{ Size: unknown, … }'],
      ['ec2.CfnVolume(self, "It")', '{  }'],
      [
        'lambda_.CfnFunction(self, "It", environment={"variables": {"MY_key": "x"}})',
        '{ Environment: { Variables: { MY_key: "x" } } }',
      ],
      [
        'ec2.CfnSecurityGroup(self, "It", security_group_ingress=[ec2.CfnSecurityGroup.IngressProperty(cidr_ip="0.0.0.0/0", ip_protocol="tcp"), {"cidrIp": "10.0.0.0/8"}])',
        '{ SecurityGroupIngress: [{ CidrIp: "0.0.0.0/0", IpProtocol: "tcp" }, { CidrIp: "10.0.0.0/8" }] }',
      ],
    ] as const) {
      it(code, () =>
        assert.equal(properties(`base = {"encrypted": True, "kms_key_id": "k"}\n${code}`), expected),
      );
    }
    it('may be a parameter of a method', () => {
      const code = (call: string) =>
        show(resource(stack(`g = ec2.SecurityGroup(self, "It", vpc=vpc)\ng.${call}`), 'It').properties);
      assert.equal(
        code('add_ingress_rule(connection=ec2.Port.tcp(22), peer=ec2.Peer.any_ipv4())'),
        code('add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))'),
      );
      assert.match(code('add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))'), /0\.0\.0\.0\/0/);
    });
    it('in structures of an L2 construct', () => {
      assert.match(
        properties(
          'ec2.Instance(self, "It", vpc=vpc, block_devices=[ec2.BlockDevice(device_name="x", volume=ec2.BlockDeviceVolume.ebs(volume_size=9, volume_type=ec2.EbsDeviceVolumeType.ST1))])',
        ),
        /\{ DeviceName: "x", Ebs: \{ VolumeSize: 9, VolumeType: "st1" \}/,
      );
    });
  });

  describe('is followed through', () => {
    const volume = 'ec2.CfnVolume(self, "It", size=size)';
    const method = (head: string) => `\n    ${head}\n        ${volume}`;
    for (const [name, code] of [
      ['methods', inStack('self._front(vpc, size=3)') + method('def _front(self, network, *, size=1):')],
      [
        'methods that are called like those of aws-cdk-lib',
        inStack('front = Front(self, "F")\nfront.add_listener(id="x", size=3)') +
          `\nclass Front(Construct):${method('def add_listener(self, id, size):')}`,
      ],
      ['defaults', inStack('self._front()') + method('def _front(self, size=3):')],
      [
        'static methods',
        inStack('S._front(3)') + method('@staticmethod\n    def _front(size, kind=None, **rest):'),
      ],
      ['functions in functions', inStack(`def make(size):\n    ${volume}\nmake(size=3)`)],
      ['what functions give', inStack(`def three():\n    return 3\nsize = three()\n${volume}`)],
      ['loops over lists', inStack(`for size in [3]:\n    ${volume}`)],
      ['numbered loops', inStack(`for index, size in enumerate([3]):\n    ${volume}`)],
      ['comprehensions', inStack(`[ec2.CfnVolume(self, "It", size=size) for size in [3]]`)],
      ['with statements', inStack(`with open("f") as f:\n    size = 3\n    ${volume}`)],
      ['attempts', inStack(`size = 3\ntry:\n    ${volume}\nfinally:\n    pass`)],
      ['fields', inStack('self.size = 3\nec2.CfnVolume(self, "It", size=self.size)')],
      [
        'structures',
        inStack('settings = cdk.StackProps(size=3)\nec2.CfnVolume(self, "It", size=settings.size)'),
      ],
    ] as const) {
      it(name, () => assert.equal(show(resource(readPython(code), 'It').properties), '{ Size: 3 }'));
    }
    it('own constructs that take a construct by name', () => {
      const template = readPython(
        'class Door(Construct):\n    def __init__(self, scope, id, *, lb, **kwargs):\n        super().__init__(scope, id, **kwargs)\n        lb.log_access_logs(bucket)\n' +
          inStack('lb = elbv2.ApplicationLoadBalancer(self, "It", vpc=vpc)\nDoor(self, "D", lb=lb)'),
      );
      assert.match(show(resource(template, 'It').properties), /access_logs\.s3\.enabled/);
    });
  });

  describe('is not certain of constructs', () => {
    for (const [code, certain] of [
      ['b.add_to_resource_policy(statement)', true],
      ['s3n.SqsDestination(b)', true],
      ['cdk.CfnOutput(self, "O", value=b.bucket_arn)', true],
      ['cdk.Tags.of(b).add("a", "b")', true],
      ['print(b)', true],
      ['harden(b)', false],
      ['harden(bucket=b)', false],
      ['harden(**{"bucket": b})', false],
      ['b.node.default_child.add_property_override("A", 1)', false],
      ['cfn = b.node.default_child', false],
      ['cdk.Aspects.of(self).add(cdk_nag.AwsSolutionsChecks(verbose=True))', true],
      ['cdk.Aspects.of(self).add(Check())', false],
      ['b = other', false],
    ] as const) {
      it(`${certain ? 'unless' : 'after'} ${code}`, () => {
        const found = resource(stack(`b = s3.Bucket(self, "It")\n${code}`), 'It');
        assert.equal(found.construct?.certain, certain);
      });
    }
  });

  it('says under which condition a construct is made', () => {
    const template = stack(
      'if props.prod:\n    s3.CfnBucket(self, "A")\nelif props.test:\n    s3.CfnBucket(self, "B")\nelse:\n    s3.CfnBucket(self, "C")',
    );
    assert.equal(resource(template, 'A').condition, 'props.prod');
    assert.equal(resource(template, 'B').condition, 'props.test');
    assert.equal(resource(template, 'C').condition, '!props.test');
    const main = readPython('if __name__ == "__main__":\n    s3.CfnBucket(app, "A")');
    assert.equal(resource(main, 'A').condition, undefined);
  });

  it('keeps the comments of a construct', () => {
    const template = stack(
      '# kumonote-disable-next-line a/b\ns3.CfnBucket(self, "It",\n    bucket_name="x",  # why\n)',
    );
    assert.deepEqual(
      resource(template, 'It').comments.map((each) => each.text),
      ['kumonote-disable-next-line a/b', 'why'],
    );
    const first = readPython(
      'def make(self):\n    # kumonote-disable-next-line a/b\n    s3.CfnBucket(self, "It")',
    );
    assert.equal(resource(first, 'It').comments[0]?.text, 'kumonote-disable-next-line a/b');
  });

  describe('half typed', () => {
    const whole = [
      'vpc = ec2.Vpc(self, "Vpc", max_azs=2)',
      'lb = elbv2.ApplicationLoadBalancer(',
      '    self, "Lb", vpc=vpc,',
      ')',
      'HERE',
      'disk = ec2.Volume(self, "Disk", size=cdk.Size.gibibytes(1))',
      's3.Bucket(self, "Bucket", versioned=True)',
    ].join('\n');
    for (const typed of [
      '',
      'lb.',
      'lb.log_access_logs(',
      'x = ',
      's3.Bucket(self, ',
      's3.Bucket(self, "X", ver',
      's3.Bucket(self, "X", versioned=',
      's3.Bucket(\n    self, "X",\n    versioned=True',
      'if ',
      'if x:',
      'for x in',
      'def f(',
      "'",
      'x = "',
      '"""',
      '{',
      ')',
      '  indented = 1',
      'lb.add_listener("x", port=',
      'from aws_cdk import ',
      '@',
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
    const pieces = ['s3.Bucket(self, "X")', '\n', ' ', 'y = 3', ')', '(', '"', '# c', 'a.b(', '    ', '"""'];
    const text = `${pythonImports}\n${inStack('a = s3.Bucket(self, "A")\nif a:\n    a.grant_read(b)\nec2.Volume(self, "V", size=1)')}\n`;
    readsEditsAfresh('python', text, { from: pythonImports.length, pieces, steps: 80 });
  });

  it('reads calls anew when an import changes', () => {
    const uri = 'file:///imports.py';
    const text = (name: string) =>
      `import aws_cdk\nfrom ${name} import BlockDevice\naws_cdk.aws_ec2.Instance(app, "It", block_devices=[BlockDevice(device_name="x")])`;
    const before = cdkReader.read({ uri, languageId: 'python', text: text('aws_cdk.aws_ec2') }, undefined);
    const after = cdkReader.read({ uri, languageId: 'python', text: text('elsewhere') }, before);
    cdkReader.forget(uri);
    assert.ok(before && after);
    assert.match(show(resource(before, 'It').properties), /DeviceName: "x"/);
    assert.doesNotMatch(show(resource(after, 'It').properties), /DeviceName: "x"/);
  });

  it('survives anything', function () {
    this.timeout(30_000);
    for (const text of [
      '('.repeat(20_000),
      '{"a":'.repeat(20_000),
      'f('.repeat(5000),
      ')'.repeat(1000),
      'x.y'.repeat(5000),
      'if x:\n'.repeat(500),
      'lambda: '.repeat(3000),
      '"""'.repeat(1001),
      '\0\u{1f600}"',
    ])
      readPython(`s3.Bucket(self, "B", ${text}`);
    stack('a = b\nb = a\ns3.Bucket(self, "It", versioned=a, **a)');
    stack('q = q.x\nq = q.y\nq.z(q)\nsqs.Queue(q, q, **q)');
  });
});
