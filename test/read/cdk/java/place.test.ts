import { strict as assert } from 'node:assert';
import { parseMarked } from '../../../support/marked.ts';
import { loadCdk, showPlace } from '../support.ts';
import { javaImports, readJava } from './support.ts';

/** What the cursor at `$0` is on, in one line. */
function place(marked: string): string {
  const open = 'class S extends Stack { S() {\n';
  const { text, cursor } = parseMarked(marked);
  const template = readJava(`${open}${text}\n} }`);
  return showPlace(template, javaImports.length + 1 + open.length + (cursor ?? 0));
}

const cases: readonly [marked: string, expected: string][] = [
  [
    'Application$0LoadBalancer.Builder.create(this, "Lb").vpc(vpc).build();',
    "class 'ApplicationLoadBalancer', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer",
  ],
  ['new Buc$0ket(this, "B");', "class 'Bucket', of B, AWS::S3::Bucket, aws-s3.Bucket"],
  [
    'software.amazon.awscdk.services.kinesis.Str$0eam.Builder.create(this, "St").build();',
    "class 'Stream', of St, AWS::Kinesis::Stream, aws-kinesis.Stream",
  ],
  ['V$0pc vpc = given;', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['List<V$0pc> vpcs = given;', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['class Mine extends Buck$0et {}', "class 'Bucket', AWS::S3::Bucket, aws-s3.Bucket"],
  ['class A { void f(final V$0pc vpc) {} }', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['class A { private V$0pc vpc; }', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['Bucket.from$0BucketName(this, "B", "b");', "method 'fromBucketName', aws-s3.Bucket.fromBucketName"],
  [
    'Volume.Builder.create(this, "D").volume$0Type(EbsDeviceVolumeType.ST1).build();',
    "prop 'volumeType', of D, AWS::EC2::Volume, VolumeType, aws-ec2.Volume.volumeType",
  ],
  [
    'new Volume(this, "D", VolumeProps.builder().volume$0Type(EbsDeviceVolumeType.ST1).build());',
    "prop 'volumeType', of D, AWS::EC2::Volume, VolumeType, aws-ec2.Volume.volumeType",
  ],
  [
    'Volume.Builder.create(this, "D").volumeType(EbsDeviceVolumeType.S$0T1).build();',
    "enum 'ST1', of D, AWS::EC2::Volume, VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    'CfnBucket.Builder.create(this, "B").versioningConfiguration(CfnBucket.VersioningConfigurationProperty.builder().sta$0tus("Enabled").build()).build();',
    "prop 'status', of B, AWS::S3::Bucket, VersioningConfiguration.Status, aws-s3.CfnBucket.status",
  ],
  [
    'CfnVolume.Builder.create(this, "V").volumeType("s$0t1").build();',
    'value \'"st1"\', of V, AWS::EC2::Volume, VolumeType, = st1, aws-ec2.CfnVolume',
  ],
  [
    'Vpc.Builder.create(this, "V").nat$0Gateways(1).build();',
    "prop 'natGateways', of V, AWS::EC2::VPC, aws-ec2.Vpc.natGateways",
  ],
  [
    'Bucket.Builder.create(this, "B").enforce$0Ssl(true).build();',
    "prop 'enforceSsl', of B, AWS::S3::Bucket, aws-s3.Bucket.enforceSSL",
  ],
  [
    'Bucket.Builder.create(this, "My$0Bucket").build();',
    'name \'"MyBucket"\', of MyBucket, AWS::S3::Bucket, aws-s3.Bucket',
  ],
  [
    'var lb = ApplicationLoadBalancer.Builder.create(this, "Lb").build();\nlb.logAcc$0essLogs(b);',
    "method 'logAccessLogs', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs",
  ],
  [
    'var t = Table.Builder.create(this, "T").build();\nf(t.getTable$0StreamArn());',
    "prop 'getTableStreamArn', of T, AWS::DynamoDB::Table, aws-dynamodb.Table.tableStreamArn",
  ],
  [
    'var b = Volume.Builder.create(this, "D");\nb.volume$0Type(EbsDeviceVolumeType.ST1);\nb.build();',
    "prop 'volumeType', of D, AWS::EC2::Volume, VolumeType",
  ],
  [
    'CfnResource.Builder.create(this, "R").type("AWS::MSK::Cl$0uster").build();',
    "type 'AWS::MSK::Cluster', AWS::MSK::Cluster, = AWS::MSK::Cluster",
  ],
  ['String x = "hel$0lo";', 'nothing'],
  ['System.out.pri$0ntln(1);', 'nothing'],
  ['new Local$0Thing(this);', 'nothing'],
];

describe('In CDK source in Java the cursor is on', () => {
  before(loadCdk);
  for (const [marked, expected] of cases) it(marked, () => assert.equal(place(marked), expected));
});
