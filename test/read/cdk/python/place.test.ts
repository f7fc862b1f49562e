import { strict as assert } from 'node:assert';
import { parseMarked } from '../../../support/marked.ts';
import { loadCdk, showPlace } from '../support.ts';
import { pythonImports, readPython } from './support.ts';

/** What the cursor at `$0` is on, in one line. */
function place(marked: string): string {
  const { text, cursor } = parseMarked(marked);
  const template = readPython(text);
  return showPlace(template, pythonImports.length + 1 + (cursor ?? 0));
}

const cases: readonly [marked: string, expected: string][] = [
  [
    'elbv2.Application$0LoadBalancer(self, "Lb", vpc=vpc)',
    "class 'ApplicationLoadBalancer', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer",
  ],
  ['cdk.aws_kinesis.Str$0eam(self, "St")', "class 'Stream', of St, AWS::Kinesis::Stream, aws-kinesis.Stream"],
  ['def f(self, vpc: ec2.V$0pc): pass', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['def f(self) -> ec2.V$0pc: pass', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['vpc: ec2.V$0pc = given', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['class Mine(s3.Buck$0et): pass', "class 'Bucket', AWS::S3::Bucket, aws-s3.Bucket"],
  ['s3.Bucket.from_$0bucket_name(self, "B", "b")', "method 'from_bucket_name', aws-s3.Bucket.fromBucketName"],
  [
    'ec2.Volume(self, "D", volume$0_type=ec2.EbsDeviceVolumeType.ST1)',
    "prop 'volume_type', of D, AWS::EC2::Volume, VolumeType, aws-ec2.Volume.volumeType",
  ],
  [
    'ec2.Volume(self, "D", volume_type=ec2.EbsDeviceVolumeType.S$0T1)',
    "enum 'ST1', of D, AWS::EC2::Volume, VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    'ec2.Instance(self, "I", block_devices=[ec2.BlockDevice(device_name="x", volume=ec2.BlockDeviceVolume.ebs(1, volume_type=ec2.EbsDeviceVolumeType.S$0T1))])',
    "enum 'ST1', of I, AWS::EC2::Instance, BlockDeviceMappings.Ebs.VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    's3.CfnBucket(self, "B", versioning_configuration=s3.CfnBucket.VersioningConfigurationProperty(sta$0tus="Enabled"))',
    "prop 'status', of B, AWS::S3::Bucket, VersioningConfiguration.Status, aws-s3.CfnBucket.status",
  ],
  [
    's3.CfnBucket(self, "B", versioning_configuration={"status": "Ena$0bled"})',
    'value \'"Enabled"\', of B, AWS::S3::Bucket, VersioningConfiguration.Status, = Enabled, aws-s3.CfnBucket',
  ],
  [
    'ec2.Vpc(self, "V", nat$0_gateways=1)',
    "prop 'nat_gateways', of V, AWS::EC2::VPC, aws-ec2.Vpc.natGateways",
  ],
  [
    's3.Bucket(self, "B", enforce$0_ssl=True)',
    "prop 'enforce_ssl', of B, AWS::S3::Bucket, aws-s3.Bucket.enforceSSL",
  ],
  ['s3.Bucket(self, "My$0Bucket")', 'name \'"MyBucket"\', of MyBucket, AWS::S3::Bucket, aws-s3.Bucket'],
  [
    'lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc)\nlb.log_acc$0ess_logs(b)',
    "method 'log_access_logs', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs",
  ],
  [
    'self.t = dynamodb.Table(self, "T")\nf(self.t.table$0_stream_arn)',
    "prop 'table_stream_arn', of T, AWS::DynamoDB::Table, aws-dynamodb.Table.tableStreamArn",
  ],
  [
    'cdk.CfnResource(self, "R", type="AWS::MSK::Cl$0uster")',
    "type 'AWS::MSK::Cluster', AWS::MSK::Cluster, = AWS::MSK::Cluster",
  ],
  ['x = "hel$0lo"', 'nothing'],
  ['pri$0nt(1)', 'nothing'],
  ['Local$0Thing(self)', 'nothing'],
];

describe('In CDK source in Python the cursor is on', () => {
  before(loadCdk);
  for (const [marked, expected] of cases) it(marked, () => assert.equal(place(marked), expected));
});
