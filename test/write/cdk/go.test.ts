import { strict as assert } from 'node:assert';
import { goImports, readGo } from '../../read/cdk/go/support.ts';
import { loadCdk } from '../../read/cdk/support.ts';
import {
  accessLogs,
  append,
  type EditCase,
  edited,
  limited,
  replace,
  set,
  throttled,
  versioned,
} from './edits.ts';

const cases: readonly EditCase[] = [
  [
    'an enum member',
    'D',
    replace('VolumeType', 'gp3'),
    'ec2.NewVolume(stack, jsii.String("D"), &ec2.VolumeProps{VolumeType: ec2.EbsDeviceVolumeType_ST1})',
    'ec2.NewVolume(stack, jsii.String("D"), &ec2.VolumeProps{VolumeType: ec2.EbsDeviceVolumeType_GP3})',
  ],
  [
    'text',
    'D',
    replace('VolumeType', 'gp3'),
    'ec2.NewCfnVolume(stack, jsii.String("D"), &ec2.CfnVolumeProps{VolumeType: jsii.String("st1")})',
    'ec2.NewCfnVolume(stack, jsii.String("D"), &ec2.CfnVolumeProps{VolumeType: jsii.String("gp3")})',
  ],
  [
    'a constant',
    'D',
    replace('Encrypted', true),
    'ec2.NewCfnVolume(stack, jsii.String("D"), &ec2.CfnVolumeProps{Encrypted: jsii.Bool(false)})',
    'ec2.NewCfnVolume(stack, jsii.String("D"), &ec2.CfnVolumeProps{Encrypted: jsii.Bool(true)})',
  ],
  [
    'a literal that is no pointer',
    'D',
    replace('VolumeType', 'gp3'),
    'ec2.NewCfnVolume(stack, jsii.String("D"), map[string]interface{}{"volumeType": "st1"})',
    'ec2.NewCfnVolume(stack, jsii.String("D"), map[string]interface{}{"volumeType": "gp3"})',
  ],
  [
    'a block device',
    'I',
    replace('BlockDeviceMappings.0.Ebs.VolumeType', 'gp3'),
    'ec2.NewInstance(stack, jsii.String("I"), &ec2.InstanceProps{BlockDevices: &[]*ec2.BlockDevice{{Volume: ec2.BlockDeviceVolume_Ebs(jsii.Number(9), &ec2.EbsDeviceOptions{VolumeType: ec2.EbsDeviceVolumeType_SC1})}}})',
    'ec2.NewInstance(stack, jsii.String("I"), &ec2.InstanceProps{BlockDevices: &[]*ec2.BlockDevice{{Volume: ec2.BlockDeviceVolume_Ebs(jsii.Number(9), &ec2.EbsDeviceOptions{VolumeType: ec2.EbsDeviceVolumeType_GP3})}}})',
  ],
  [
    'a duration',
    'Q',
    set('VisibilityTimeout', 180),
    'awssqs.NewQueue(stack, jsii.String("Q"), &awssqs.QueueProps{VisibilityTimeout: cdk.Duration_Minutes(jsii.Number(1))})',
    'awssqs.NewQueue(stack, jsii.String("Q"), &awssqs.QueueProps{VisibilityTimeout: cdk.Duration_Seconds(jsii.Number(180))})',
  ],
  [
    'props where there are none',
    'B',
    versioned,
    'awss3.NewBucket(stack, jsii.String("B"), nil)',
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{Versioned: jsii.Bool(true)})',
  ],
  [
    'a field where there are none',
    'B',
    versioned,
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{})',
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{Versioned: jsii.Bool(true)})',
  ],
  [
    'a field on one line',
    'B',
    versioned,
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{BucketName: name})',
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{BucketName: name, Versioned: jsii.Bool(true)})',
  ],
  [
    'a field on many lines',
    'B',
    versioned,
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{\n\tBucketName: name, // ours\n\tEncryption: encryption,\n})',
    'awss3.NewBucket(stack, jsii.String("B"), &awss3.BucketProps{\n\tBucketName: name, // ours\n\tEncryption: encryption,\n\tVersioned: jsii.Bool(true),\n})',
  ],
  [
    'a stream',
    'T',
    set('StreamSpecification', { StreamViewType: 'NEW_AND_OLD_IMAGES' }),
    'awsdynamodb.NewTableV2(stack, jsii.String("T"), nil)',
    'awsdynamodb.NewTableV2(stack, jsii.String("T"), &awsdynamodb.TablePropsV2{DynamoStream: awsdynamodb.StreamViewType_NEW_AND_OLD_IMAGES})',
  ],
  [
    'a field of a structure',
    'W',
    limited,
    'awsathena.NewCfnWorkGroup(stack, jsii.String("W"), &awsathena.CfnWorkGroupProps{WorkGroupConfiguration: &awsathena.CfnWorkGroup_WorkGroupConfigurationProperty{RequesterPaysEnabled: jsii.Bool(true)}})',
    'awsathena.NewCfnWorkGroup(stack, jsii.String("W"), &awsathena.CfnWorkGroupProps{WorkGroupConfiguration: &awsathena.CfnWorkGroup_WorkGroupConfigurationProperty{RequesterPaysEnabled: jsii.Bool(true), BytesScannedCutoffPerQuery: jsii.Number(«10»)}})',
  ],
  [
    'a structure with its type',
    'W',
    limited,
    'awsathena.NewCfnWorkGroup(stack, jsii.String("W"), &awsathena.CfnWorkGroupProps{Name: jsii.String("w")})',
    'awsathena.NewCfnWorkGroup(stack, jsii.String("W"), &awsathena.CfnWorkGroupProps{Name: jsii.String("w"), WorkGroupConfiguration: &awsathena.CfnWorkGroup_WorkGroupConfigurationProperty{BytesScannedCutoffPerQuery: jsii.Number(«10»)}})',
  ],
  [
    'access logs',
    'Lb',
    accessLogs,
    'func f() {\n\tlb := elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), nil) // web\n\tg()\n}',
    'func f() {\n\tlb := elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), nil) // web\n\tlb.LogAccessLogs(«bucket», nil)\n\tg()\n}',
  ],
  [
    'access logs of a load balancer that no variable holds',
    'Lb',
    accessLogs,
    'elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), nil)',
    'elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), nil).LogAccessLogs(«bucket», nil)',
  ],
  [
    'access logs of a field',
    'Lb',
    accessLogs,
    'shop.lb = elbv2.NewNetworkLoadBalancer(stack, jsii.String("Lb"), nil)',
    'shop.lb = elbv2.NewNetworkLoadBalancer(stack, jsii.String("Lb"), nil)\nshop.lb.LogAccessLogs(«bucket», nil)',
  ],
  [
    'access logs of a balanced service',
    'S/LB',
    accessLogs,
    's := awsecspatterns.NewApplicationLoadBalancedFargateService(stack, jsii.String("S"), nil)',
    's := awsecspatterns.NewApplicationLoadBalancedFargateService(stack, jsii.String("S"), nil)\ns.LoadBalancer().LogAccessLogs(«bucket», nil)',
  ],
  [
    'access logs of a load balancer of L1',
    'Lb',
    accessLogs,
    'elbv2.NewCfnLoadBalancer(stack, jsii.String("Lb"), nil)',
    'not possible',
  ],
  [
    'access logs of a classic load balancer',
    'Lb',
    set('AccessLoggingPolicy', { Enabled: true, S3BucketName: { placeholder: 'logs' } }),
    'awselasticloadbalancing.NewLoadBalancer(stack, jsii.String("Lb"), nil)',
    'awselasticloadbalancing.NewLoadBalancer(stack, jsii.String("Lb"), &awselasticloadbalancing.LoadBalancerProps{AccessLoggingPolicy: &awselasticloadbalancing.CfnLoadBalancer_AccessLoggingPolicyProperty{Enabled: jsii.Bool(true), S3BucketName: jsii.String("«logs»")}})',
  ],
  [
    'throttling of a REST API',
    'A/DeploymentStage',
    throttled,
    'awsapigateway.NewRestApi(stack, jsii.String("A"), nil)',
    'awsapigateway.NewRestApi(stack, jsii.String("A"), &awsapigateway.RestApiProps{DeployOptions: &awsapigateway.StageOptions{ThrottlingRateLimit: jsii.Number(«100»), ThrottlingBurstLimit: jsii.Number(«200»)}})',
  ],
  [
    'a regional NAT gateway',
    'V/PublicSubnet1/NATGateway',
    set('AvailabilityMode', 'regional'),
    'ec2.NewVpc(stack, jsii.String("V"), &ec2.VpcProps{MaxAzs: jsii.Number(2), NatGateways: jsii.Number(1)})',
    'ec2.NewVpc(stack, jsii.String("V"), &ec2.VpcProps{MaxAzs: jsii.Number(2), NatGatewayProvider: ec2.NatProvider_RegionalGateway(nil)})',
  ],
  [
    'the source of a rule',
    'G',
    replace('SecurityGroupIngress.0.CidrIp', { placeholder: '203.0.113.0/24' }),
    'g := ec2.NewSecurityGroup(stack, jsii.String("G"), nil)\ng.AddIngressRule(ec2.Peer_AnyIpv4(), ec2.Port_Tcp(jsii.Number(22)), nil, nil)',
    'g := ec2.NewSecurityGroup(stack, jsii.String("G"), nil)\ng.AddIngressRule(ec2.Peer_Ipv4(jsii.String("«203.0.113.0/24»")), ec2.Port_Tcp(jsii.Number(22)), nil, nil)',
  ],
  [
    'the source of a connection',
    'I/Ingress',
    replace('CidrIp', { placeholder: '203.0.113.0/24' }),
    'i := ec2.NewInstance(stack, jsii.String("I"), nil)\ni.Connections().AllowFromAnyIpv4(ec2.Port_Tcp(jsii.Number(22)), nil)',
    'i := ec2.NewInstance(stack, jsii.String("I"), nil)\ni.Connections().AllowFrom(ec2.Peer_Ipv4(jsii.String("«203.0.113.0/24»")), ec2.Port_Tcp(jsii.Number(22)), nil)',
  ],
  [
    'a rule',
    'G',
    append('SecurityGroupIngress', {
      CidrIp: { placeholder: '203.0.113.0/24' },
      IpProtocol: 'tcp',
      FromPort: 22,
      ToPort: 22,
    }),
    'g := ec2.NewSecurityGroup(stack, jsii.String("G"), nil)',
    'g := ec2.NewSecurityGroup(stack, jsii.String("G"), nil)\ng.AddIngressRule(ec2.Peer_Ipv4(jsii.String("«203.0.113.0/24»")), ec2.Port_Tcp(jsii.Number(22)), nil, nil)',
  ],
  [
    'props that stand elsewhere',
    'B',
    versioned,
    'awss3.NewBucket(stack, jsii.String("B"), props)',
    'not possible',
  ],
  [
    'a value that a function gives',
    'D',
    replace('VolumeType', 'gp3'),
    'func st1() *string { return jsii.String("st1") }\nfunc f() { ec2.NewCfnVolume(stack, jsii.String("D"), &ec2.CfnVolumeProps{VolumeType: st1()}) }',
    'not possible',
  ],
  [
    'a map whose type is not known',
    'D',
    set('Unheard', { Of: 1 }),
    'ec2.NewCfnVolume(stack, jsii.String("D"), nil)',
    'not possible',
  ],
];

describe('A change of the model is written as CDK code in Go:', () => {
  before(loadCdk);
  for (const [name, id, edit, before, after] of cases) {
    it(name, () => assert.equal(edited(readGo(before), goImports, id, edit), after));
  }
});
