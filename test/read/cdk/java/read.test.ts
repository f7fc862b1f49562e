import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { javaGetter, javaProp, propOfJava, propOfJavaGetter } from '../../../../server/aws/cdkJava.ts';
import data from '../../../../server/aws/data/cdkClasses.json' with { type: 'json' };
import { cdkReader } from '../../../../server/read/cdk/index.ts';
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
});
