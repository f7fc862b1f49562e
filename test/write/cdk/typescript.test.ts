import { strict as assert } from 'node:assert';
import { getPath } from '../../../server/model/value.ts';
import { writeCdk } from '../../../server/write/cdk.ts';
import { imports, loadCdk, readCdk, resource, show } from '../../read/cdk/support.ts';
import { accessLogs, append, edited as editedText, type MakeEdit, replace, set, versioned } from './edits.ts';

/** The code after an edit of the construct `id`. */
function edited(code: string, id: string, ...edits: MakeEdit[]): string {
  return editedText(readCdk(`${imports}\n${code}`), imports, id, ...edits);
}

const cases: readonly [
  name: string,
  id: string,
  edits: readonly MakeEdit[],
  before: string,
  after: string,
][] = [
  [
    'an enum member',
    'D',
    [replace('VolumeType', 'gp3')],
    "new ec2.Volume(this, 'D', { volumeType: ec2.EbsDeviceVolumeType.ST1 });",
    "new ec2.Volume(this, 'D', { volumeType: ec2.EbsDeviceVolumeType.GP3 });",
  ],
  [
    'an enum member with a long name',
    'D',
    [replace('VolumeType', 'gp3')],
    "new ec2.Volume(this, 'D', { volumeType: ec2.EbsDeviceVolumeType.THROUGHPUT_OPTIMIZED_HDD });",
    "new ec2.Volume(this, 'D', { volumeType: ec2.EbsDeviceVolumeType.GENERAL_PURPOSE_SSD_GP3 });",
  ],
  [
    'text',
    'D',
    [replace('VolumeType', 'gp3')],
    'new ec2.CfnVolume(this, \'D\', { volumeType: "st1" });',
    'new ec2.CfnVolume(this, \'D\', { volumeType: "gp3" });',
  ],
  [
    'a block device',
    'I',
    [replace('BlockDeviceMappings.0.Ebs.VolumeType', 'gp3')],
    "new ec2.Instance(this, 'I', { blockDevices: [{ deviceName: 'a', volume: ec2.BlockDeviceVolume.ebs(9, { volumeType: ec2.EbsDeviceVolumeType.SC1 }) }] });",
    "new ec2.Instance(this, 'I', { blockDevices: [{ deviceName: 'a', volume: ec2.BlockDeviceVolume.ebs(9, { volumeType: ec2.EbsDeviceVolumeType.GP3 }) }] });",
  ],
  [
    'a duration',
    'Q',
    [set('VisibilityTimeout', 180)],
    "new sqs.Queue(this, 'Q', { visibilityTimeout: cdk.Duration.minutes(1) });",
    "new sqs.Queue(this, 'Q', { visibilityTimeout: cdk.Duration.seconds(180) });",
  ],
  [
    'a duration that is missing',
    'Q',
    [set('VisibilityTimeout', 180)],
    "new sqs.Queue(this, 'Q');",
    "new sqs.Queue(this, 'Q', { visibilityTimeout: cdk.Duration.seconds(180) });",
  ],
  [
    'props where there are none',
    'B',
    [versioned],
    "new s3.Bucket(this, 'B');",
    "new s3.Bucket(this, 'B', { versioned: true });",
  ],
  [
    'empty props',
    'B',
    [versioned],
    "new s3.Bucket(this, 'B', {});",
    "new s3.Bucket(this, 'B', { versioned: true });",
  ],
  [
    'props on one line',
    'B',
    [versioned],
    "new s3.Bucket(this, 'B', { bucketName: 'b' });",
    "new s3.Bucket(this, 'B', { bucketName: 'b', versioned: true });",
  ],
  [
    'props on many lines',
    'B',
    [versioned],
    "new s3.Bucket(this, 'B', {\n  bucketName: 'b', // ours\n  encryption,\n});",
    "new s3.Bucket(this, 'B', {\n  bucketName: 'b', // ours\n  encryption,\n  versioned: true,\n});",
  ],
  [
    'props without a last comma',
    'B',
    [versioned],
    "new s3.Bucket(this, 'B', {\n  bucketName: 'b' // ours\n});",
    "new s3.Bucket(this, 'B', {\n  bucketName: 'b', // ours\n  versioned: true\n});",
  ],
  [
    'a stream',
    'T',
    [set('StreamSpecification', { StreamViewType: 'NEW_AND_OLD_IMAGES' })],
    "new dynamodb.TableV2(this, 'T', { partitionKey });",
    "new dynamodb.TableV2(this, 'T', { partitionKey, dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES });",
  ],
  [
    'L1 props',
    'W',
    [set('WorkGroupConfiguration.BytesScannedCutoffPerQuery', { placeholder: 10 })],
    "new athena.CfnWorkGroup(this, 'W', { name: 'w', workGroupConfiguration: { enforceWorkGroupConfiguration: true } });",
    "new athena.CfnWorkGroup(this, 'W', { name: 'w', workGroupConfiguration: { enforceWorkGroupConfiguration: true, bytesScannedCutoffPerQuery: «10» } });",
  ],
  [
    'L1 props with their parents',
    'W',
    [set('WorkGroupConfiguration.BytesScannedCutoffPerQuery', { placeholder: 10 })],
    "new athena.CfnWorkGroup(this, 'W', { name: 'w' });",
    "new athena.CfnWorkGroup(this, 'W', { name: 'w', workGroupConfiguration: { bytesScannedCutoffPerQuery: «10» } });",
  ],
  [
    'access logs',
    'Lb',
    [accessLogs],
    "  const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc }); // web\n  next();",
    "  const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc }); // web\n  lb.logAccessLogs(«bucket»);\n  next();",
  ],
  [
    'access logs of a field',
    'Lb',
    [accessLogs],
    "this.lb = new elbv2.NetworkLoadBalancer(this, 'Lb')",
    "this.lb = new elbv2.NetworkLoadBalancer(this, 'Lb')\nthis.lb.logAccessLogs(«bucket»)",
  ],
  [
    'access logs of what nothing holds',
    'Lb',
    [accessLogs],
    "new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc });",
    "new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc }).logAccessLogs(«bucket»);",
  ],
  [
    'access logs of a balanced service',
    'S/LB',
    [accessLogs],
    "const s = new patterns.ApplicationLoadBalancedFargateService(this, 'S', {});",
    "const s = new patterns.ApplicationLoadBalancedFargateService(this, 'S', {});\ns.loadBalancer.logAccessLogs(«bucket»);",
  ],
  [
    'access logs of a classic load balancer',
    'Lb',
    [set('AccessLoggingPolicy', { Enabled: true, S3BucketName: { placeholder: 'logs' } })],
    "new elb.LoadBalancer(this, 'Lb', { vpc });",
    "new elb.LoadBalancer(this, 'Lb', { vpc, accessLoggingPolicy: { enabled: true, s3BucketName: '«logs»' } });",
  ],
  [
    'throttling of a REST API',
    'A/DeploymentStage',
    [
      append('MethodSettings', {
        HttpMethod: '*',
        ResourcePath: '/*',
        ThrottlingRateLimit: { placeholder: 100 },
        ThrottlingBurstLimit: { placeholder: 200 },
      }),
    ],
    "new apigateway.RestApi(this, 'A');",
    "new apigateway.RestApi(this, 'A', { deployOptions: { throttlingRateLimit: «100», throttlingBurstLimit: «200» } });",
  ],
  [
    'throttling of an HTTP stage',
    'St',
    [set('DefaultRouteSettings', { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 })],
    "new apigatewayv2.HttpStage(this, 'St', { httpApi });",
    "new apigatewayv2.HttpStage(this, 'St', { httpApi, throttle: { rateLimit: 100, burstLimit: 200 } });",
  ],
  [
    'a regional NAT gateway',
    'V/PublicSubnet1/NATGateway',
    [set('AvailabilityMode', 'regional')],
    "new ec2.Vpc(this, 'V', { maxAzs: 2, natGateways: 1 });",
    "new ec2.Vpc(this, 'V', { maxAzs: 2, natGatewayProvider: ec2.NatProvider.regionalGateway() });",
  ],
  [
    'the source of a rule',
    'G',
    [replace('SecurityGroupIngress.0.CidrIp', { placeholder: '203.0.113.0/24' })],
    "const g = new ec2.SecurityGroup(this, 'G', { vpc });\ng.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));",
    "const g = new ec2.SecurityGroup(this, 'G', { vpc });\ng.addIngressRule(ec2.Peer.ipv4('«203.0.113.0/24»'), ec2.Port.tcp(22));",
  ],
  [
    'the source of a connection',
    'I/Ingress',
    [replace('CidrIp', { placeholder: '203.0.113.0/24' })],
    "const i = new ec2.Instance(this, 'I', { vpc });\ni.connections.allowFromAnyIpv4(ec2.Port.tcp(22));",
    "const i = new ec2.Instance(this, 'I', { vpc });\ni.connections.allowFrom(ec2.Peer.ipv4('«203.0.113.0/24»'), ec2.Port.tcp(22));",
  ],
  ['props that stand elsewhere', 'B', [versioned], "new s3.Bucket(this, 'B', props);", 'not possible'],
  [
    'a value that stands elsewhere',
    'D',
    [replace('VolumeType', 'gp3')],
    "const type = 'st1'; new ec2.CfnVolume(this, 'D', { volumeType: type });",
    'not possible',
  ],
  ['a property that no prop sets', 'B', [set('Unheard.Of', 1)], "new s3.Bucket(this, 'B');", 'not possible'],
];

describe('A change of the model is written as CDK code:', () => {
  before(loadCdk);
  for (const [name, id, edits, before, after] of cases) {
    it(name, () => assert.equal(edited(before, id, ...edits), after));
  }

  it('unless no member leads to what is to change', () => {
    const services =
      "const s = new patterns.ApplicationMultipleTargetGroupsEc2Service(this, 'S', { loadBalancers: [{ name: 'a' }, { name: 'b' }] });";
    assert.match(edited(services, 'S/LB', accessLogs), /\ns\.loadBalancer\.logAccessLogs\(/);
    const template = readCdk(`${imports}\n${services}`);
    assert.equal(writeCdk(template, [accessLogs(resource(template, 'S/LB#2'), template)]), undefined);
  });

  it('and is read back as what was asked for', () => {
    const after = edited("const b = new s3.Bucket(this, 'B', {\n  bucketName: 'b',\n});", 'B', versioned);
    assert.equal(
      show(
        getPath(resource(readCdk(`${imports}\n${after}`), 'B').properties, 'VersioningConfiguration.Status'),
      ),
      '"Enabled"',
    );
  });
});
