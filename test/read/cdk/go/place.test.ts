import { strict as assert } from 'node:assert';
import { parseMarked } from '../../../support/marked.ts';
import { loadCdk, showPlace } from '../support.ts';
import { goImports, readGo } from './support.ts';

/** What the cursor at `$0` is on, in one line. */
function place(marked: string): string {
  const { text, cursor } = parseMarked(marked);
  const template = readGo(text);
  return showPlace(template, goImports.length + 1 + (cursor ?? 0));
}

const cases: readonly [marked: string, expected: string][] = [
  [
    'elbv2.NewApplication$0LoadBalancer(stack, jsii.String("Lb"), nil)',
    "class 'NewApplicationLoadBalancer', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer",
  ],
  ['func f(vpc ec2.V$0pc) {}', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['func f() *ec2.V$0pc {}', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['var vpc ec2.V$0pc', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  ['type T struct { vpc ec2.V$0pc }', "class 'Vpc', AWS::EC2::VPC, aws-ec2.Vpc"],
  [
    'awss3.Bucket_From$0BucketName(stack, jsii.String("B"), jsii.String("b"))',
    "method 'FromBucketName', aws-s3.Bucket.fromBucketName",
  ],
  ['awss3.Buc$0ket_FromBucketName(stack)', "class 'Bucket', AWS::S3::Bucket, aws-s3.Bucket"],
  [
    'ec2.NewVolume(stack, jsii.String("D"), &ec2.VolumeProps{Volume$0Type: ec2.EbsDeviceVolumeType_ST1})',
    "prop 'VolumeType', of D, AWS::EC2::Volume, VolumeType, aws-ec2.Volume.volumeType",
  ],
  [
    'ec2.NewVolume(stack, jsii.String("D"), &ec2.VolumeProps{VolumeType: ec2.EbsDeviceVolumeType_S$0T1})',
    "enum 'ST1', of D, AWS::EC2::Volume, VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    'ec2.NewInstance(stack, jsii.String("I"), &ec2.InstanceProps{BlockDevices: &[]*ec2.BlockDevice{{DeviceName: jsii.String("x"), Volume: ec2.BlockDeviceVolume_Ebs(jsii.Number(1), &ec2.EbsDeviceOptions{VolumeType: ec2.EbsDeviceVolumeType_S$0T1})}}})',
    "enum 'ST1', of I, AWS::EC2::Instance, BlockDeviceMappings.Ebs.VolumeType, = st1, aws-ec2.EbsDeviceVolumeType.ST1",
  ],
  [
    'awss3.NewCfnBucket(stack, jsii.String("B"), &awss3.CfnBucketProps{VersioningConfiguration: &awss3.CfnBucket_VersioningConfigurationProperty{Sta$0tus: jsii.String("Enabled")}})',
    "prop 'Status', of B, AWS::S3::Bucket, VersioningConfiguration.Status, aws-s3.CfnBucket.status",
  ],
  [
    'awss3.NewCfnBucket(stack, jsii.String("B"), &awss3.CfnBucketProps{VersioningConfiguration: &awss3.CfnBucket_VersioningConfigurationProperty{Status: jsii.String("Ena$0bled")}})',
    'value \'"Enabled"\', of B, AWS::S3::Bucket, VersioningConfiguration.Status, = Enabled, aws-s3.CfnBucket',
  ],
  [
    'ec2.NewVpc(stack, jsii.String("V"), &ec2.VpcProps{Nat$0Gateways: jsii.Number(1)})',
    "prop 'NatGateways', of V, AWS::EC2::VPC, aws-ec2.Vpc.natGateways",
  ],
  [
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{Enforce$0SSL: jsii.Bool(true)})',
    "prop 'EnforceSSL', of B, AWS::S3::Bucket, aws-s3.Bucket.enforceSSL",
  ],
  [
    'awss3.NewBucket(stack, jsii.String("My$0Bucket"), nil)',
    'name \'"MyBucket"\', of MyBucket, AWS::S3::Bucket, aws-s3.Bucket',
  ],
  [
    'lb := elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), nil)\nlb.Log$0AccessLogs(b, nil)',
    "method 'LogAccessLogs', of Lb, AWS::ElasticLoadBalancingV2::LoadBalancer, aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs",
  ],
  [
    't := awsdynamodb.NewTable(stack, jsii.String("T"), nil)\nf(t.Table$0StreamArn())',
    "prop 'TableStreamArn', of T, AWS::DynamoDB::Table, aws-dynamodb.Table.tableStreamArn",
  ],
  [
    'cdk.NewCfnResource(stack, jsii.String("R"), &cdk.CfnResourceProps{Type: jsii.String("AWS::MSK::Cl$0uster")})',
    "type 'AWS::MSK::Cluster', AWS::MSK::Cluster, = AWS::MSK::Cluster",
  ],
  ['x := "hel$0lo"', 'nothing'],
  ['fmt.Print$0ln(1)', 'nothing'],
  ['New$0Thing(stack)', 'nothing'],
  ['e$0c2.NewVpc(stack, jsii.String("V"), nil)', 'nothing'],
];

describe('In CDK source in Go the cursor is on', () => {
  before(loadCdk);
  for (const [marked, expected] of cases) it(marked, () => assert.equal(place(marked), expected));
});
