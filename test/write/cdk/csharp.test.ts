import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { moduleOf, namespaceOf, rootNamespace } from '../../../server/aws/cdkCsharp.ts';
import data from '../../../server/aws/data/cdkCsharp.json' with { type: 'json' };
import { csharpImports, readCsharp } from '../../read/cdk/csharp/support.ts';
import { loadCdk, readCdk } from '../../read/cdk/support.ts';
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
    'new Volume(this, "D", new VolumeProps { VolumeType = EbsDeviceVolumeType.ST1 });',
    'new Volume(this, "D", new VolumeProps { VolumeType = EbsDeviceVolumeType.GP3 });',
  ],
  [
    'text',
    'D',
    replace('VolumeType', 'gp3'),
    'new CfnVolume(this, "D", new CfnVolumeProps { VolumeType = "st1" });',
    'new CfnVolume(this, "D", new CfnVolumeProps { VolumeType = "gp3" });',
  ],
  [
    'a constant',
    'D',
    replace('Encrypted', true),
    'new CfnVolume(this, "D", new CfnVolumeProps { Encrypted = false });',
    'new CfnVolume(this, "D", new CfnVolumeProps { Encrypted = true });',
  ],
  [
    'a duration',
    'Q',
    set('VisibilityTimeout', 180),
    'new Queue(this, "Q", new QueueProps { VisibilityTimeout = Duration.Minutes(1) });',
    'new Queue(this, "Q", new QueueProps { VisibilityTimeout = Duration.Seconds(180) });',
  ],
  [
    'props where there are none',
    'B',
    versioned,
    'new Bucket(this, "B");',
    'new Bucket(this, "B", new BucketProps { Versioned = true });',
  ],
  [
    'props of a class that is called like one of its members',
    'I',
    set('DisableApiTermination', true),
    'new CfnInstance(this, "I");',
    'new CfnInstance(this, "I", new CfnInstanceProps { DisableApiTermination = true });',
  ],
  [
    'props without braces',
    'B',
    versioned,
    'new Bucket(this, "B", new BucketProps());',
    'new Bucket(this, "B", new BucketProps { Versioned = true });',
  ],
  [
    'props of what a type tells',
    'B',
    versioned,
    'Bucket b = new(this, "B", new BucketProps { });',
    'Bucket b = new(this, "B", new BucketProps { Versioned = true });',
  ],
  [
    'a property on one line',
    'B',
    versioned,
    'new Bucket(this, "B", new BucketProps { BucketName = "b" });',
    'new Bucket(this, "B", new BucketProps { BucketName = "b", Versioned = true });',
  ],
  [
    'a property on many lines',
    'B',
    versioned,
    'new Bucket(this, "B", new BucketProps\n{\n    BucketName = "b", // ours\n    Encryption = encryption,\n});',
    'new Bucket(this, "B", new BucketProps\n{\n    BucketName = "b", // ours\n    Encryption = encryption,\n    Versioned = true,\n});',
  ],
  [
    'a property without a last comma',
    'B',
    versioned,
    'new Bucket(this, "B", new BucketProps\n{\n    BucketName = "b" // ours\n});',
    'new Bucket(this, "B", new BucketProps\n{\n    BucketName = "b", // ours\n    Versioned = true\n});',
  ],
  [
    'a property of a structure',
    'W',
    limited,
    'new CfnWorkGroup(this, "W", new CfnWorkGroupProps { WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty { RequesterPaysEnabled = true } });',
    'new CfnWorkGroup(this, "W", new CfnWorkGroupProps { WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty { RequesterPaysEnabled = true, BytesScannedCutoffPerQuery = «10» } });',
  ],
  [
    'a structure with its class',
    'W',
    limited,
    'new CfnWorkGroup(this, "W", new CfnWorkGroupProps { Name = "w" });',
    'new CfnWorkGroup(this, "W", new CfnWorkGroupProps { Name = "w", WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty { BytesScannedCutoffPerQuery = «10» } });',
  ],
  [
    'access logs',
    'Lb',
    accessLogs,
    '{\n    var lb = new ApplicationLoadBalancer(this, "Lb", props); // web\n    Go();\n}',
    '{\n    var lb = new ApplicationLoadBalancer(this, "Lb", props); // web\n    lb.LogAccessLogs(«bucket»);\n    Go();\n}',
  ],
  [
    'access logs of a property',
    'Lb',
    accessLogs,
    'class S { NetworkLoadBalancer Lb { get; } S() {\n    Lb = new(this, "Lb",\n        new NetworkLoadBalancerProps { Vpc = vpc });\n} }',
    'class S { NetworkLoadBalancer Lb { get; } S() {\n    Lb = new(this, "Lb",\n        new NetworkLoadBalancerProps { Vpc = vpc });\n    Lb.LogAccessLogs(«bucket»);\n} }',
  ],
  [
    'access logs of one that nothing holds',
    'Lb',
    accessLogs,
    'new ApplicationLoadBalancer(this, "Lb", new ApplicationLoadBalancerProps { Vpc = vpc });',
    'new ApplicationLoadBalancer(this, "Lb", new ApplicationLoadBalancerProps { Vpc = vpc }).LogAccessLogs(«bucket»);',
  ],
  [
    'access logs of one that is thrown away',
    'Lb',
    accessLogs,
    '_ = new ApplicationLoadBalancer(this, "Lb", new ApplicationLoadBalancerProps { Vpc = vpc });',
    'not possible',
  ],
  [
    'access logs of a balanced service',
    'S/LB',
    accessLogs,
    'var s = new ApplicationLoadBalancedFargateService(this, "S");',
    'var s = new ApplicationLoadBalancedFargateService(this, "S");\ns.LoadBalancer.LogAccessLogs(«bucket»);',
  ],
  [
    'access logs of a classic load balancer',
    'Lb',
    set('AccessLoggingPolicy', { Enabled: true, S3BucketName: { placeholder: 'logs' } }),
    'new ElasticLoadBalancing.LoadBalancer(this, "Lb", new ElasticLoadBalancing.LoadBalancerProps { Vpc = vpc });',
    'new ElasticLoadBalancing.LoadBalancer(this, "Lb", new ElasticLoadBalancing.LoadBalancerProps { Vpc = vpc, AccessLoggingPolicy = new ElasticLoadBalancing.CfnLoadBalancer.AccessLoggingPolicyProperty { Enabled = true, S3BucketName = "«logs»" } });',
  ],
  [
    'throttling of a REST API',
    'A/DeploymentStage',
    throttled,
    'new RestApi(this, "A");',
    'new RestApi(this, "A", new RestApiProps { DeployOptions = new StageOptions { ThrottlingRateLimit = «100», ThrottlingBurstLimit = «200» } });',
  ],
  [
    'throttling of a REST API with options',
    'A/DeploymentStage',
    throttled,
    'new RestApi(this, "A", new RestApiProps { DeployOptions = new StageOptions { StageName = "x" } });',
    'new RestApi(this, "A", new RestApiProps { DeployOptions = new StageOptions { StageName = "x", ThrottlingRateLimit = «100», ThrottlingBurstLimit = «200» } });',
  ],
  [
    'a regional NAT gateway',
    'V/PublicSubnet1/NATGateway',
    set('AvailabilityMode', 'regional'),
    'new Vpc(this, "V", new VpcProps { MaxAzs = 2, NatGateways = 1 });',
    'new Vpc(this, "V", new VpcProps { MaxAzs = 2, NatGatewayProvider = NatProvider.RegionalGateway() });',
  ],
  [
    'the source of a rule',
    'G',
    replace('SecurityGroupIngress.0.CidrIp', { placeholder: '203.0.113.0/24' }),
    'var g = new SecurityGroup(this, "G", props);\ng.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(22));',
    'var g = new SecurityGroup(this, "G", props);\ng.AddIngressRule(Peer.Ipv4("«203.0.113.0/24»"), Port.Tcp(22));',
  ],
  [
    'the source of a connection',
    'I/Ingress',
    replace('CidrIp', { placeholder: '203.0.113.0/24' }),
    'var i = new Instance_(this, "I", props);\ni.Connections.AllowFromAnyIpv4(Port.Tcp(22));',
    'var i = new Instance_(this, "I", props);\ni.Connections.AllowFrom(Peer.Ipv4("«203.0.113.0/24»"), Port.Tcp(22));',
  ],
  ['props that stand elsewhere', 'B', versioned, 'new Bucket(this, "B", props);', 'not possible'],
  [
    'items of which the class is not known',
    'R',
    append('Tags', { Key: 'a', Value: 'b' }),
    'new CfnVolume(this, "R", new CfnVolumeProps { Tags = new[] { tag } });',
    'not possible',
  ],
  ['a property that no prop sets', 'B', set('Unheard.Of', 1), 'new Bucket(this, "B");', 'not possible'],
];

describe('A change of the model is written as CDK code in C#:', () => {
  before(loadCdk);
  for (const [name, id, edit, before, after] of cases) {
    it(name, () => assert.equal(edited(readCsharp(before), csharpImports, id, edit), after));
  }

  it('with the names that the file has for namespaces', () => {
    const regional = (using: string, className: string) =>
      edited(
        readCdk(
          `${using}\nnew ${className}(this, "V", new ${className}Props { NatGateways = 1 });`,
          'csharp',
        ),
        using,
        'V/PublicSubnet1/NATGateway',
        set('AvailabilityMode', 'regional'),
      );
    assert.match(
      regional('using ec2 = Amazon.CDK.AWS.EC2;', 'ec2.Vpc'),
      /= ec2\.NatProvider\.RegionalGateway\(\)/,
    );
    assert.match(
      regional('using Amazon.CDK;', 'Amazon.CDK.AWS.EC2.Vpc'),
      /= Amazon\.CDK\.AWS\.EC2\.NatProvider\.RegionalGateway\(\)/,
    );
  });

  it('with the namespaces that it needs', () => {
    const using = 'using Amazon.CDK.AWS.SQS; // queues';
    assert.equal(
      edited(readCdk(`${using}\nnew Queue(this, "Q");`, 'csharp'), '', 'Q', set('VisibilityTimeout', 180)),
      `${using}\nusing Amazon.CDK;\nnew Queue(this, "Q", new QueueProps { VisibilityTimeout = Duration.Seconds(180) });`,
    );
  });

  it('with namespaces of the aws-cdk-lib that is installed', () => {
    const path = createRequire(import.meta.url).resolve('aws-cdk-lib/package.json');
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    assert.equal(data.version, version, 'run: npx tsc -p . && node out/server/build/cdkCsharp.js');
    for (const [module, namespace] of [
      ['', ''],
      ['aws-ec2', 'AWS.EC2'],
      ['aws-elasticloadbalancingv2', 'AWS.ElasticLoadBalancingV2'],
      ['aws-lambda-event-sources', 'AWS.Lambda.EventSources'],
    ] as const) {
      assert.equal(namespaceOf(module), namespace);
      assert.equal(moduleOf([rootNamespace, namespace].filter(Boolean).join('.')), module);
    }
  });
});
