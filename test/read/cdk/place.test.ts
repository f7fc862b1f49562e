import { strict as assert } from 'node:assert';
import { parseMarked } from '../../support/marked.ts';
import { imports, loadCdk, readCdk, showPlace } from './support.ts';

/** What the cursor at `$0` is on, in one line. */
function place(marked: string): string {
  const { text, cursor } = parseMarked(`${imports}\n${marked}`);
  const template = readCdk(text);
  return showPlace(template, cursor ?? 0);
}

const cases: readonly [marked: string, expected: string][] = [
  [
    "new elbv2.Application$0LoadBalancer(this, 'Lb', {});",
    "class 'ApplicationLoadBalancer', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer",
  ],
  [
    "new cdk.aws_kinesis.Str$0eam(this, 'St');",
    "class 'Stream', of St, AWS::Kinesis::Stream, aws-kinesis.Stream",
  ],
  [
    "import { CfnBroker } from 'aws-cdk-lib/aws-amazonmq';\nnew Cfn$0Broker(this, 'B', {});",
    "class 'CfnBroker', of B, AWS::AmazonMQ::Broker, aws-amazonmq.CfnBroker",
  ],
  ['const vpc: ec2.V$0pc = props.vpc;', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['class Mine extends s3.Buck$0et {}', "class 'Bucket', AWS::S3::Bucket, aws-s3.Bucket"],
  ['let t: dynamodb.Table$0V2;', "class 'TableV2', AWS::DynamoDB::GlobalTable, aws-dynamodb.TableV2"],
  ['class S { field: sqs.Qu$0eue; }', "class 'Queue', AWS::SQS::Queue, aws-sqs.Queue"],
  ["s3.Bucket.from$0BucketName(this, 'B', 'b');", "method 'fromBucketName', aws-s3.Bucket.fromBucketName"],
  [
    "new ec2.Volume(this, 'D', { volume$0Type: ec2.EbsDeviceVolumeType.ST1 });",
    "prop 'volumeType', of D, AWS::EC2::Volume, VolumeType, aws-ec2.Volume.volumeType",
  ],
  [
    "new ec2.Volume(this, 'D', { volumeType: ec2.EbsDeviceVolumeType.S$0T1 });",
    "enum 'ST1', of D, AWS::EC2::Volume, VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  ['const t = ec2.EbsDeviceVolumeType.S$0T1;', "enum 'ST1', = st1, aws-ec2.EbsDeviceVolumeType.ST1"],
  [
    "new ec2.Instance(this, 'I', { blockDevices: [{ deviceName: 'x', volume: ec2.BlockDeviceVolume.ebs(1, { volumeType: ec2.EbsDeviceVolumeType.S$0T1 }) }] });",
    "enum 'ST1', of I, AWS::EC2::Instance, BlockDeviceMappings.Ebs.VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    "new s3.CfnBucket(this, 'B', { versioningConfiguration: { sta$0tus: 'Enabled' } });",
    "prop 'status', of B, AWS::S3::Bucket, VersioningConfiguration.Status, aws-s3.CfnBucket.status",
  ],
  [
    "new s3.CfnBucket(this, 'B', { versioningConfiguration: { status: 'Ena$0bled' } });",
    "value ''Enabled'', of B, AWS::S3::Bucket, VersioningConfiguration.Status, = Enabled, aws-s3.CfnBucket",
  ],
  [
    "new ec2.Vpc(this, 'V', { nat$0Gateways: 1 });",
    "prop 'natGateways', of V, AWS::EC2::VPC, aws-ec2.Vpc.natGateways",
  ],
  [
    "new s3.Bucket(this, 'B', { auto$0DeleteObjects: true });",
    "prop 'autoDeleteObjects', of B, AWS::S3::Bucket, aws-s3.Bucket.autoDeleteObjects",
  ],
  ["new s3.Bucket(this, 'My$0Bucket');", "name ''MyBucket'', of MyBucket, AWS::S3::Bucket, aws-s3.Bucket"],
  [
    "const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb');\nlb.logAcc$0essLogs(b);",
    "method 'logAccessLogs', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs",
  ],
  [
    "this.t = new dynamodb.Table(this, 'T');\nf(this.t.table$0StreamArn);",
    "prop 'tableStreamArn', of T, AWS::DynamoDB::Table, aws-dynamodb.Table.tableStreamArn",
  ],
  [
    "new cdk.CfnResource(this, 'R', { type: 'AWS::MSK::Cl$0uster' });",
    "type 'AWS::MSK::Cluster', AWS::MSK::Cluster, = AWS::MSK::Cluster",
  ],
  ["const x = 'hel$0lo';", 'nothing'],
  ['con$0sole.log(1);', 'nothing'],
  ['new Local$0Thing(this);', 'nothing'],
];

describe('In CDK source the cursor is on', () => {
  before(loadCdk);
  for (const [marked, expected] of cases) it(marked, () => assert.equal(place(marked), expected));
});
