import { strict as assert } from 'node:assert';
import { parseMarked } from '../../../support/marked.ts';
import { loadCdk, showPlace } from '../support.ts';
import { csharpImports, readCsharp } from './support.ts';

/** What the cursor at `$0` is on, in one line. */
function place(marked: string): string {
  const { text, cursor } = parseMarked(marked);
  const template = readCsharp(text);
  return showPlace(template, csharpImports.length + 1 + (cursor ?? 0));
}

const cases: readonly [marked: string, expected: string][] = [
  [
    'new Application$0LoadBalancer(this, "Lb", new ApplicationLoadBalancerProps { Vpc = vpc });',
    "class 'ApplicationLoadBalancer', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer",
  ],
  [
    'ApplicationLoadBalancer lb = n$0ew(this, "Lb", props);',
    "class 'new', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer",
  ],
  [
    'new Amazon.CDK.AWS.Kinesis.Str$0eam(this, "St");',
    "class 'Stream', of St, AWS::Kinesis::Stream, aws-kinesis.Stream",
  ],
  ['class S { void F(V$0pc vpc) { } }', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['class S { V$0pc F() { } }', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['class S { public V$0pc? Vpc { get; } }', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['V$0pc vpc = given;', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['var buckets = (List<Buck$0et>)given;', 'nothing'],
  ['class Mine : Buck$0et { }', "class 'Bucket', AWS::S3::Bucket, aws-s3.Bucket"],
  ['Bucket.From$0BucketName(this, "B", "b");', "method 'FromBucketName', aws-s3.Bucket.fromBucketName"],
  [
    'new Volume(this, "D", new VolumeProps { Volume$0Type = EbsDeviceVolumeType.ST1 });',
    "prop 'VolumeType', of D, AWS::EC2::Volume, VolumeType, aws-ec2.Volume.volumeType",
  ],
  [
    'new Volume(this, "D", new VolumeProps { VolumeType = EbsDeviceVolumeType.S$0T1 });',
    "enum 'ST1', of D, AWS::EC2::Volume, VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    'new Instance_(this, "I", new InstanceProps { BlockDevices = new[] { new BlockDevice { DeviceName = "x", Volume = BlockDeviceVolume.Ebs(1, new EbsDeviceOptions { VolumeType = EbsDeviceVolumeType.S$0T1 }) } } });',
    "enum 'ST1', of I, AWS::EC2::Instance, BlockDeviceMappings.Ebs.VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    'new CfnBucket(this, "B", new CfnBucketProps { VersioningConfiguration = new CfnBucket.VersioningConfigurationProperty { Sta$0tus = "Enabled" } });',
    "prop 'Status', of B, AWS::S3::Bucket, VersioningConfiguration.Status, aws-s3.CfnBucket.status",
  ],
  [
    'new CfnBucket(this, "B", new CfnBucketProps { VersioningConfiguration = new CfnBucket.VersioningConfigurationProperty { Status = "Ena$0bled" } });',
    'value \'"Enabled"\', of B, AWS::S3::Bucket, VersioningConfiguration.Status, = Enabled, aws-s3.CfnBucket',
  ],
  [
    'new Vpc(this, "V", new VpcProps { Nat$0Gateways = 1 });',
    "prop 'NatGateways', of V, AWS::EC2::VPC, aws-ec2.Vpc.natGateways",
  ],
  ['new Bucket(this, "My$0Bucket");', 'name \'"MyBucket"\', of MyBucket, AWS::S3::Bucket, aws-s3.Bucket'],
  [
    'var lb = new ApplicationLoadBalancer(this, "Lb", props);\nlb.LogAcc$0essLogs(b);',
    "method 'LogAccessLogs', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs",
  ],
  [
    'class S { Table T { get; } S() { T = new Table(this, "T", props); F(T.Table$0StreamArn); } }',
    "prop 'TableStreamArn', of T, AWS::DynamoDB::Table, aws-dynamodb.Table.tableStreamArn",
  ],
  [
    'new CfnResource(this, "R", new CfnResourceProps { Type = "AWS::MSK::Cl$0uster" });',
    "type 'AWS::MSK::Cluster', AWS::MSK::Cluster, = AWS::MSK::Cluster",
  ],
  [
    '/* 🍣 */ var 名 = new Buc$0ket(this, "寿司");',
    "class 'Bucket', of 寿司, AWS::S3::Bucket, aws-s3.Bucket",
  ],
  ['var x = "hel$0lo";', 'nothing'],
  ['Console.Wri$0teLine(1);', 'nothing'],
  ['new Local$0Thing(this);', 'nothing'],
  ['using Syst$0em;', 'nothing'],
];

describe('In CDK source in C# the cursor is on', () => {
  before(loadCdk);
  for (const [marked, expected] of cases) it(marked, () => assert.equal(place(marked), expected));
});
