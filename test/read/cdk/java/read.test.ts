import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { javaGetter, javaProp, propOfJava, propOfJavaGetter } from '../../../../server/aws/cdkJava.ts';
import data from '../../../../server/aws/data/cdkClasses.json' with { type: 'json' };
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { importsIn } from '../../../../server/read/index.ts';
import { loadCdk, readCdk, resource, show } from '../support.ts';
import { inStack, readJava } from './support.ts';

const stack = (code: string) => readJava(inStack(code));
const properties = (code: string, id = 'It'): string => show(resource(stack(code), id).properties);

describe('CDK source in Java', () => {
  before(loadCdk);

  it('is read with data of the aws-cdk-lib that is installed', () => {
    const path = createRequire(import.meta.url).resolve('aws-cdk-lib/package.json');
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    assert.equal(data.version, version, 'run: npx tsc -p . && node out/server/build/cdkClasses.js');
  });

  it('calls props as Java does', () => {
    for (const [java, typescript] of [
      ['natGateways', 'natGateways'],
      ['enforceSsl', 'enforceSSL'],
      ['minimumTlsVersion', 'minimumTLSVersion'],
      ['memoryLimitMiB', 'memoryLimitMiB'],
      ['ipv6CidrBlock', 'ipv6CidrBlock'],
    ] as const) {
      assert.equal(propOfJava(java), typescript);
      assert.equal(javaProp(typescript), java);
    }
    assert.equal(propOfJava('packageValue'), 'package');
    assert.equal(propOfJavaGetter('getTableStreamArn'), 'tableStreamArn');
    assert.equal(propOfJavaGetter('getAzs'), undefined);
    assert.equal(javaGetter('loadBalancer'), 'getLoadBalancer');
  });

  describe('is told from other Java', () => {
    for (const text of ['', 'import software.amazon.awssdk.services.s3.S3Client;', 'class A {}']) {
      it(JSON.stringify(text), () => {
        assert.equal(cdkReader.read({ uri: 'a', languageId: 'java', text }, undefined), undefined);
      });
    }
  });

  describe('names constructs however they are imported', () => {
    for (const [statement, name] of [
      ['import software.amazon.awscdk.services.s3.CfnBucket;', 'CfnBucket'],
      ['import software.amazon.awscdk.services.s3.*;', 'CfnBucket'],
      ['import software.amazon.awscdk.core.*;\nimport software.amazon.awscdk.services.s3.*;', 'CfnBucket'],
      ['import software.amazon.awscdk.Stack;', 'software.amazon.awscdk.services.s3.CfnBucket'],
    ] as const) {
      it(statement, () => {
        const created = `${name}.Builder.create(this, "Logs").bucketName("b").build()`;
        const template = readCdk(`${statement}\nclass S { S() { ${created}; } }`, 'java');
        const [bucket] = template.resources.values();
        assert.equal(bucket?.type, 'AWS::S3::Bucket');
        assert.equal(show(bucket.properties), '{ BucketName: "b" }');
        assert.equal(bucket.name, 'Logs');
      });
    }
    it('but not the classes of the app itself, nor what is looked up', () => {
      const template = stack(
        'new Local(this, "A");\nlocal.Bucket.Builder.create(this, "B").build();\nBucket.fromBucketName(this, "C", "c");',
      );
      assert.equal(template.resources.size, 0);
      const own = readJava(`${inStack('new Bucket(this, "B");')}\nclass Bucket {}`);
      assert.equal(own.resources.size, 0);
    });
  });

  describe('props', () => {
    for (const [code, expected] of [
      ['CfnVolume.Builder.create(this, "It").size(2).build();', '{ Size: 2 }'],
      ['CfnVolume.Builder.create(this, "It")\n  .size(2) // big\n  .build();', '{ Size: 2 }'],
      ['new CfnVolume(this, "It", CfnVolumeProps.builder().size(2).build());', '{ Size: 2 }'],
      [
        'CfnVolumeProps given = CfnVolumeProps.builder().size(2).build();\nnew CfnVolume(this, "It", given);',
        '{ Size: 2 }',
      ],
      ['new CfnVolume(this, "It");', '{  }'],
      ['CfnVolume.Builder.create(this, "It").build();', '{  }'],
      ['CfnVolume.Builder.create(this, "It").size(props.getSize()).build();', '{ Size: unknown }'],
      [
        'CfnBucket.Builder.create(this, "It").versioningConfiguration(CfnBucket.VersioningConfigurationProperty.builder().status("Enabled").build()).build();',
        '{ VersioningConfiguration: { Status: "Enabled" } }',
      ],
      [
        'CfnFunction.Builder.create(this, "It").environment(CfnFunction.EnvironmentProperty.builder().variables(Map.of("MY_key", "x")).build()).build();',
        '{ Environment: { Variables: { MY_key: "x" } } }',
      ],
    ] as const) {
      it(code, () => assert.equal(properties(code), expected));
    }
  });

  describe('builders that a variable holds', () => {
    for (const [code, expected] of [
      ['var b = CfnVolume.Builder.create(this, "It");\nb.size(2);\nvar v = b.build();', '{ Size: 2 }'],
      [
        'CfnVolume.Builder b = CfnVolume.Builder.create(this, "It").size(1);\nb = b.size(2);\nb.build();',
        '{ Size: 2 }',
      ],
      ['CfnVolume.Builder.create(this, "It").size(1);', '{ Size: 1 }'],
      [
        'var b = CfnVolumeProps.builder();\nb.size(2).iops(3);\nnew CfnVolume(this, "It", b.build());',
        '{ Size: 2, Iops: 3 }',
      ],
      [
        'var b = CfnVolume.Builder.create(this, "It").size(1);\nif (prod) { b.size(2); }\nb.build();',
        '{ Size: 2 (prod) | 1 (!prod) }',
      ],
      [
        'var b = CfnVolume.Builder.create(this, "It");\nif (prod) b.size(2); else b.iops(3);\nb.build();',
        '{ Size: 2 (prod) | absent (!prod), Iops: absent (prod) | 3 (!prod) }',
      ],
      [
        'var b = CfnVolume.Builder.create(this, "It");\nfor (int i : sizes) b.size(2);\nb.build();',
        '{ Size: unknown }',
      ],
      [
        'var b = CfnVolume.Builder.create(this, "It").size(1);\nconfigure(b);\nb.build();',
        '{ Size: unknown, … }',
      ],
      [
        'var b = CfnVolume.Builder.create(this, "It");\nb.build();\nb.size(1);\nb.build();',
        '{ Size: unknown }',
      ],
    ] as const) {
      it(code, () => assert.equal(properties(code), expected));
    }
  });

  describe('values', () => {
    const value = (code: string, head = ''): string =>
      properties(`${head}\nCfnVolume.Builder.create(this, "It").size(${code}).build();`).slice(8, -2);
    for (const [code, expected, head] of [
      ['"a\\n\\u3042\\""', '"a\\nあ\\""'],
      ['"""\n    a\n      b\n    """', '"a\\n  b\\n"'],
      ["'c'", '"c"'],
      ['1_000L', '1000'],
      ['0x1F', '31'],
      ['010', '8'],
      ['-1.5f', '-1.5'],
      ['2 * 1024', '2048'],
      ['7 / 2', 'unknown'],
      ['true', 'true'],
      ['Boolean.valueOf(true)', 'true'],
      ['null', 'absent'],
      ['(Number) 7', '7'],
      ['"a-" + name + "-c"', '"a-b-c"', 'String name = "b";'],
      ['String.format("%s-%d%%", name, 2)', '"b-2%"', 'final String name = "b";'],
      ['String.format("%03d", 2)', 'unknown'],
      ['"%s!".formatted(name)', '"b!"', 'String name = "b";'],
      ['List.of("a", "b")', '["a", "b"]'],
      ['Arrays.asList("a", "b")', '["a", "b"]'],
      ['Collections.singletonList("a")', '["a"]'],
      ['new ArrayList<>(List.of("a"))', '["a"]'],
      ['new ArrayList<String>() {{ add("a"); }}', '["a"]'],
      ['new String[] {"a"}', '["a"]'],
      ['names', 'unknown', 'List<String> names = new ArrayList<>();\nnames.add("a");'],
      ['Map.of("a", 1)', '{ A: 1 }'],
      ['Map.ofEntries(Map.entry("a", 1))', '{ A: 1 }'],
      ['new HashMap<String, Integer>() {{ put("a", 1); }}', '{ A: 1 }'],
      ['sizes', 'unknown', 'Map<String, Integer> sizes = new HashMap<>();\nsizes.put("a", 1);'],
      ['sizes.get("a")', '1', 'var sizes = Map.of("a", 1);'],
      ['EbsDeviceVolumeType.ST1', '"st1"'],
      ['Duration.minutes(5)', '300'],
      ['Size.tebibytes(2)', '2048'],
      ['Aws.REGION', '→AWS::Region'],
      ['Optional.ofNullable(given).orElse(5)', '5 (default) | unknown (allowed)'],
      ['big', '7', 'int big = 7;'],
      ['big', 'unknown', 'int big = 7;\nbig++;'],
      ['big', '8 (x) | 7 (!x)', 'int big = 7;\nif (x) big = 8;'],
      ['prod ? 1 : 2', '1 (prod) | 2 (!prod)'],
      ['!prod ? 1 : 2', '1 (!prod) | 2 (prod)'],
      ['switch (id) { case "a" -> 1; default -> 2; }', '1 ("a") | 2 (!"a")'],
      ['switch (stage) { default -> 3; case "test" -> 1; case "prod" -> 2; }', '2', 'String stage = "prod";'],
      ['switch (stage) { case "test" -> 1; default -> 3; }', '3', 'String stage = "prod";'],
      [
        'switch (stage) { case "test", "prod" -> 1; default -> 3; }',
        '1 ("test", "prod") | 3 (!"test", "prod")',
        'String stage = "prod";',
      ],
      ['switch (stage) { case "test" -> 1; }', 'unknown', 'String stage = "prod";'],
      ['switch (stage) { case "prod" -> { yield 1; } default -> 2; }', 'unknown', 'String stage = "prod";'],
      ['switch (stage) { case "prod": yield 1; default: yield 2; }', 'unknown', 'String stage = "prod";'],
      ['switch (stage) { case "prod" -> throw new X(); default -> 2; }', 'unknown', 'String stage = "prod";'],
      ['System.getenv("SIZE")', 'unknown'],
      ['config.getSize()', 'unknown'],
      ['helper(1)', 'unknown'],
    ] as const) {
      it(`${head ? `${head} ` : ''}${code}`, () => assert.equal(value(code, head), expected));
    }

    it('of the class, of others, and of a static import', () => {
      const template = readJava(
        [
          'import static software.amazon.awscdk.Size.gibibytes;',
          'import static software.amazon.awscdk.services.ec2.EbsDeviceVolumeType.*;',
          'interface Sizes { int BIG = 7; }',
          'class S extends Stack {',
          '  private static final String TYPE = "gp3";',
          '  private final int iops = 3;',
          '  S() {',
          '    CfnVolume.Builder.create(this, "A").size(Sizes.BIG).volumeType(TYPE).iops(this.iops).build();',
          '    CfnVolume.Builder.create(this, "B").size(gibibytes(2)).volumeType(ST1).iops(iops).kmsKeyId(S.TYPE).build();',
          '  }',
          '}',
        ].join('\n'),
      );
      assert.equal(show(resource(template, 'A').properties), '{ Size: 7, VolumeType: "gp3", Iops: 3 }');
      assert.equal(
        show(resource(template, 'B').properties),
        '{ Size: 2, VolumeType: "st1", Iops: 3, KmsKeyId: "gp3" }',
      );
    });

    it('that a method is given or gives, whichever of its overloads', () => {
      const template = readJava(
        [
          'class S extends Stack {',
          '  S(Construct scope) { this(scope, 9); }',
          '  S(Construct scope, int size) {',
          '    super(scope, "S");',
          '    disk("A", 1);',
          '    disk("B", 2, "st1");',
          '    CfnVolume.Builder.create(this, "C").size(size()).iops(size).build();',
          '  }',
          '  private void disk(String id, int size) { CfnVolume.Builder.create(this, id).size(size).build(); }',
          '  private void disk(String name, int size, String type) {',
          '    CfnVolume.Builder.create(this, name).size(size).volumeType(type).build();',
          '  }',
          '  private int size() { return 3; }',
          '}',
        ].join('\n'),
      );
      assert.equal(show(resource(template, 'A').properties), '{ Size: 1 }');
      assert.equal(show(resource(template, 'B').properties), '{ Size: 2, VolumeType: "st1" }');
      assert.equal(show(resource(template, 'C').properties), '{ Size: 3, Iops: unknown }');
    });
  });

  it('reads the classes of the workspace', () => {
    const source = (path: string, text: string) => ({
      uri: `file:///src/com/x/${path}.java`,
      languageId: 'java',
      text,
    });
    const settings = source(
      'Settings',
      'package com.x;\npublic final class Settings { static final int SIZE = 5; }',
    );
    const network = source(
      'net/Network',
      'package com.x.net;\nimport software.amazon.awscdk.services.ec2.*;\npublic class Network extends Construct {\n  private final Vpc vpc;\n  public Network(Construct scope, int gateways) { super(scope, "N"); vpc = Vpc.Builder.create(this, "Vpc").natGateways(gateways).build(); }\n  public Vpc getVpc() { return vpc; }\n}',
    );
    const main = source(
      'S',
      'package com.x;\nimport com.x.net.Network;\nimport software.amazon.awscdk.services.ec2.*;\nclass S { S() {\n  CfnSubnet.Builder.create(this, "It").vpcId(new Network(this, 1).getVpc().getVpcId()).ipv4NetmaskLength(Settings.SIZE).build();\n} }',
    );
    const uris = new Set([settings, network].map(({ uri }) => uri));
    const files = { has: (uri: string) => uris.has(uri), below: () => [], modulePaths: () => undefined };
    assert.deepEqual(importsIn(main)?.(files), [network.uri, settings.uri]);
    const template = cdkReader.read(main, undefined, [network, settings]);
    assert.ok(template);
    assert.match(show(resource(template, 'It').properties), /VpcId: →.*Vpc, Ipv4NetmaskLength: 5/);
  });

  describe('is not certain of constructs', () => {
    for (const [code, certain] of [
      ['b.addToResourcePolicy(statement);', true],
      ['new SqsDestination(b);', true],
      ['CfnOutput.Builder.create(this, "O").value(b.getBucketArn()).build();', true],
      ['Tags.of(b).add("a", "b");', true],
      ['harden(b);', false],
      ['Hardening.apply(List.of(b));', false],
      ['((CfnBucket) b.getNode().getDefaultChild()).addPropertyOverride("A", 1);', false],
      ['CfnBucket c = (CfnBucket) b.getNode().getDefaultChild();', false],
      ['Aspects.of(this).add(new AwsSolutionsChecks());', true],
      ['Aspects.of(this).add(new Check());', false],
      ['b = other;', false],
    ] as const) {
      it(`${certain ? 'unless' : 'after'} ${code}`, () => {
        const found = resource(stack(`Bucket b = new Bucket(this, "It");\n${code}`), 'It');
        assert.equal(found.construct?.certain, certain);
      });
    }
  });

  it('says under which condition a construct is made', () => {
    const template = stack(
      'if (prod) {\n  new CfnBucket(this, "A");\n} else if (test) new CfnBucket(this, "B");\nelse { new CfnBucket(this, "C"); }',
    );
    assert.equal(resource(template, 'A').condition, 'prod');
    assert.equal(resource(template, 'B').condition, 'test');
    assert.equal(resource(template, 'C').condition, '!test');
  });

  it('makes a construct for each item of a loop once', () => {
    const template = stack(
      'for (String name : List.of("a", "b")) {\n  new CfnBucket(this, name);\n}\nList.of(1, 2).forEach(n -> new CfnVolume(this, "V" + n));',
    );
    assert.deepEqual([...template.byType.keys()].sort(), ['AWS::EC2::Volume', 'AWS::S3::Bucket']);
  });

  it('keeps the comments of a construct', () => {
    const template = stack(
      '// kumonote-disable-next-line a/b\nCfnBucket.Builder.create(this, "It")\n    // why\n    .bucketName("x") /* so */\n    .build();',
    );
    assert.deepEqual(
      resource(template, 'It').comments.map((each) => each.text),
      ['kumonote-disable-next-line a/b', 'why', 'so'],
    );
  });

  it('counts offsets in UTF-16', () => {
    const code = 'String s = "雲😀"; CfnBucket.Builder.create(this, "It").bucketName("名😀前").build();';
    const template = stack(code);
    const { origin, nameSpan } = resource(template, 'It');
    assert.equal(template.text.slice(origin + nameSpan.start, origin + nameSpan.end), '"It"');
  });
});
