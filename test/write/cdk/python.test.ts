import { strict as assert } from 'node:assert';
import { pythonImports, readPython } from '../../read/cdk/python/support.ts';
import { loadCdk } from '../../read/cdk/support.ts';
import {
  accessLogs,
  type EditCase,
  edited as editedText,
  limited,
  type MakeEdit,
  replace,
  set,
  throttled,
  versioned,
} from './edits.ts';

/** The code after an edit of the construct `id`. */
function edited(code: string, id: string, ...edits: MakeEdit[]): string {
  return editedText(readPython(code), pythonImports, id, ...edits);
}

const cases: readonly EditCase[] = [
  [
    'an enum member',
    'D',
    replace('VolumeType', 'gp3'),
    'ec2.Volume(self, "D", volume_type=ec2.EbsDeviceVolumeType.ST1)',
    'ec2.Volume(self, "D", volume_type=ec2.EbsDeviceVolumeType.GP3)',
  ],
  [
    'text',
    'D',
    replace('VolumeType', 'gp3'),
    'ec2.CfnVolume(self, "D", volume_type=\'st1\')',
    'ec2.CfnVolume(self, "D", volume_type=\'gp3\')',
  ],
  [
    'a constant',
    'D',
    replace('Encrypted', true),
    'ec2.CfnVolume(self, "D", encrypted=False)',
    'ec2.CfnVolume(self, "D", encrypted=True)',
  ],
  [
    'a block device',
    'I',
    replace('BlockDeviceMappings.0.Ebs.VolumeType', 'gp3'),
    'ec2.Instance(self, "I", block_devices=[ec2.BlockDevice(device_name="a", volume=ec2.BlockDeviceVolume.ebs(9, volume_type=ec2.EbsDeviceVolumeType.SC1))])',
    'ec2.Instance(self, "I", block_devices=[ec2.BlockDevice(device_name="a", volume=ec2.BlockDeviceVolume.ebs(9, volume_type=ec2.EbsDeviceVolumeType.GP3))])',
  ],
  [
    'a duration',
    'Q',
    set('VisibilityTimeout', 180),
    'sqs.Queue(self, "Q", visibility_timeout=cdk.Duration.minutes(1))',
    'sqs.Queue(self, "Q", visibility_timeout=cdk.Duration.seconds(180))',
  ],
  [
    'an argument where there are none by name',
    'B',
    versioned,
    's3.Bucket(self, "B")',
    's3.Bucket(self, "B", versioned=True)',
  ],
  [
    'an argument on one line',
    'B',
    versioned,
    's3.Bucket(self, "B", bucket_name="b")',
    's3.Bucket(self, "B", bucket_name="b", versioned=True)',
  ],
  [
    'an argument on many lines',
    'B',
    versioned,
    's3.Bucket(\n    self,\n    "B",\n    bucket_name="b",  # ours\n    encryption=encryption,\n)',
    's3.Bucket(\n    self,\n    "B",\n    bucket_name="b",  # ours\n    encryption=encryption,\n    versioned=True,\n)',
  ],
  [
    'an argument without a last comma',
    'B',
    versioned,
    's3.Bucket(self, "B",\n          bucket_name="b"  # ours\n)',
    's3.Bucket(self, "B",\n          bucket_name="b",  # ours\n          versioned=True\n)',
  ],
  [
    'an argument after an ID by name',
    'B',
    versioned,
    's3.Bucket(scope=self, id="B")',
    's3.Bucket(scope=self, id="B", versioned=True)',
  ],
  [
    'a stream',
    'T',
    set('StreamSpecification', { StreamViewType: 'NEW_AND_OLD_IMAGES' }),
    'dynamodb.TableV2(self, "T", partition_key=key)',
    'dynamodb.TableV2(self, "T", partition_key=key, dynamo_stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES)',
  ],
  [
    'an argument of a structure',
    'W',
    limited,
    'athena.CfnWorkGroup(self, "W", work_group_configuration=athena.CfnWorkGroup.WorkGroupConfigurationProperty(requester_pays_enabled=True))',
    'athena.CfnWorkGroup(self, "W", work_group_configuration=athena.CfnWorkGroup.WorkGroupConfigurationProperty(requester_pays_enabled=True, bytes_scanned_cutoff_per_query=«10»))',
  ],
  [
    'an entry of a dictionary',
    'W',
    limited,
    'athena.CfnWorkGroup(self, "W", work_group_configuration={"requesterPaysEnabled": True})',
    'athena.CfnWorkGroup(self, "W", work_group_configuration={"requesterPaysEnabled": True, "bytesScannedCutoffPerQuery": «10»})',
  ],
  [
    'a structure with its class',
    'W',
    limited,
    'athena.CfnWorkGroup(self, "W", name="w")',
    'athena.CfnWorkGroup(self, "W", name="w", work_group_configuration=athena.CfnWorkGroup.WorkGroupConfigurationProperty(bytes_scanned_cutoff_per_query=«10»))',
  ],
  [
    'access logs',
    'Lb',
    accessLogs,
    'def f(self):\n    lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc)  # web\n    go()',
    'def f(self):\n    lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc)  # web\n    lb.log_access_logs(«bucket»)\n    go()',
  ],
  [
    'access logs of a field',
    'Lb',
    accessLogs,
    'self.lb = elbv2.NetworkLoadBalancer(\n    self, "Lb",\n    vpc=vpc)',
    'self.lb = elbv2.NetworkLoadBalancer(\n    self, "Lb",\n    vpc=vpc)\nself.lb.log_access_logs(«bucket»)',
  ],
  [
    'access logs of a balanced service',
    'S/LB',
    accessLogs,
    's = patterns.ApplicationLoadBalancedFargateService(self, "S")',
    's = patterns.ApplicationLoadBalancedFargateService(self, "S")\ns.load_balancer.log_access_logs(«bucket»)',
  ],
  [
    'access logs of one that is made under a condition on the same line',
    'Lb',
    accessLogs,
    'if web: lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc)',
    'not possible',
  ],
  [
    'access logs of a classic load balancer',
    'Lb',
    set('AccessLoggingPolicy', { Enabled: true, S3BucketName: { placeholder: 'logs' } }),
    'elb.LoadBalancer(self, "Lb", vpc=vpc)',
    'elb.LoadBalancer(self, "Lb", vpc=vpc, access_logging_policy=elb.CfnLoadBalancer.AccessLoggingPolicyProperty(enabled=True, s3_bucket_name="«logs»"))',
  ],
  [
    'throttling of a REST API',
    'A/DeploymentStage',
    throttled,
    'apigateway.RestApi(self, "A")',
    'apigateway.RestApi(self, "A", deploy_options=apigateway.StageOptions(throttling_rate_limit=«100», throttling_burst_limit=«200»))',
  ],
  [
    'throttling of a REST API with options',
    'A/DeploymentStage',
    throttled,
    'apigateway.RestApi(self, "A", deploy_options=apigateway.StageOptions(stage_name="x"))',
    'apigateway.RestApi(self, "A", deploy_options=apigateway.StageOptions(stage_name="x", throttling_rate_limit=«100», throttling_burst_limit=«200»))',
  ],
  [
    'a regional NAT gateway',
    'V/PublicSubnet1/NATGateway',
    set('AvailabilityMode', 'regional'),
    'ec2.Vpc(self, "V", max_azs=2, nat_gateways=1)',
    'ec2.Vpc(self, "V", max_azs=2, nat_gateway_provider=ec2.NatProvider.regional_gateway())',
  ],
  [
    'the source of a rule',
    'G',
    replace('SecurityGroupIngress.0.CidrIp', { placeholder: '203.0.113.0/24' }),
    'g = ec2.SecurityGroup(self, "G", vpc=vpc)\ng.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))',
    'g = ec2.SecurityGroup(self, "G", vpc=vpc)\ng.add_ingress_rule(ec2.Peer.ipv4("«203.0.113.0/24»"), ec2.Port.tcp(22))',
  ],
  [
    'the source of a connection',
    'I/Ingress',
    replace('CidrIp', { placeholder: '203.0.113.0/24' }),
    'i = ec2.Instance(self, "I", vpc=vpc)\ni.connections.allow_from_any_ipv4(ec2.Port.tcp(22))',
    'i = ec2.Instance(self, "I", vpc=vpc)\ni.connections.allow_from(ec2.Peer.ipv4("«203.0.113.0/24»"), ec2.Port.tcp(22))',
  ],
  ['arguments that stand elsewhere', 'B', versioned, 's3.Bucket(self, "B", **props)', 'not possible'],
  [
    'arguments of which some stand elsewhere',
    'B',
    versioned,
    'more = {"bucket_name": "b"}\ns3.Bucket(self, "B", **more)',
    'not possible',
  ],
  ['a property that no prop sets', 'B', set('Unheard.Of', 1), 's3.Bucket(self, "B")', 'not possible'],
];

describe('A change of the model is written as CDK code in Python:', () => {
  before(loadCdk);
  for (const [name, id, edit, before, after] of cases) {
    it(name, () => assert.equal(edited(before, id, edit), after));
  }
});
