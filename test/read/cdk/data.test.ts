import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  enumMember,
  enumValue,
  propertyOfProp,
  propOfProperty,
  typeOfClass,
} from '../../../server/aws/cdk.ts';
import data from '../../../server/aws/data/cdk.json' with { type: 'json' };
import probed from '../../../server/aws/data/cdkProps.json' with { type: 'json' };
import { constructs } from '../../../server/build/probe/constructs.ts';
import { probedClasses } from '../../../server/build/probe/index.ts';

describe('What is known of aws-cdk-lib', () => {
  it('is of the version that is installed', () => {
    const path = createRequire(import.meta.url).resolve('aws-cdk-lib/package.json');
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    assert.equal(data.version, version, 'run: npx tsc -p . && node out/server/build/cdkTypes.js');
  });

  it('types of L1 and L2 classes', () => {
    assert.equal(typeOfClass('aws-ec2', 'CfnVolume'), 'AWS::EC2::Volume');
    assert.equal(typeOfClass('aws-opensearchservice', 'Domain'), 'AWS::OpenSearchService::Domain');
    assert.equal(typeOfClass('aws-s3', 'Bucket'), 'AWS::S3::Bucket');
    assert.equal(typeOfClass('aws-ec2', 'Peer'), undefined);
    assert.equal(typeOfClass('aws-ec2', 'constructor'), undefined);
  });

  it('enum members, with those that share a value', () => {
    assert.equal(enumValue('aws-ec2', 'EbsDeviceVolumeType', 'MAGNETIC'), 'standard');
    assert.equal(enumMember('aws-ec2', 'EbsDeviceVolumeType', 'gp3'), 'GP3');
    assert.equal(enumMember('aws-ec2', 'EbsDeviceVolumeType', 'gp3', 'COLD_HDD'), 'GENERAL_PURPOSE_SSD_GP3');
    assert.equal(enumMember('aws-ec2', 'EbsDeviceVolumeType', 'none'), undefined);
  });

  it('properties that are capitalised in a way of their own', () => {
    assert.equal(propertyOfProp('aws-s3', 'CfnBucket', 'sseAlgorithm'), 'SSEAlgorithm');
    assert.equal(propOfProperty('aws-s3', 'CfnBucket', 'SSEAlgorithm'), 'sseAlgorithm');
    assert.equal(propertyOfProp('aws-ec2', 'CfnInstance', 'instanceId'), 'InstanceId');
  });

  it('what constructs make of their props, probed again', function () {
    this.timeout(60_000);
    const again = probedClasses({
      'aws-sqs': constructs['aws-sqs'] ?? {},
      'aws-elasticloadbalancing': constructs['aws-elasticloadbalancing'] ?? {},
    });
    const command = 'run: npx tsc -p . && node out/server/build/cdkProps.js';
    assert.equal(probed.version, again.version, command);
    const { modules } = probed as unknown as typeof again;
    for (const [module, classes] of Object.entries(again.modules))
      assert.deepEqual(modules[module], JSON.parse(JSON.stringify(classes)), command);
  });
});
