import { strict as assert } from 'node:assert';
import { javaImports, readJava } from '../../read/cdk/java/support.ts';
import { loadCdk, readCdk } from '../../read/cdk/support.ts';
import {
  accessLogs,
  type EditCase,
  edited as editedText,
  type MakeEdit,
  replace,
  set,
  throttled,
  versioned,
} from './edits.ts';

/** The code of a constructor after an edit of the construct `id`. */
function edited(code: string, id: string, edit: MakeEdit): string {
  const [open, close] = ['class S { S() {\n', '\n} }'];
  const text = editedText(readJava(open + code + close), javaImports, id, edit);
  return text.startsWith(open) ? text.slice(open.length, -close.length) : text;
}

const limited = set('WorkGroupConfiguration.BytesScannedCutoffPerQuery', 10_737_418_240);

const cases: readonly EditCase[] = [
  [
    'an enum member',
    'D',
    replace('VolumeType', 'gp3'),
    'Volume.Builder.create(this, "D").volumeType(EbsDeviceVolumeType.ST1).build();',
    'Volume.Builder.create(this, "D").volumeType(EbsDeviceVolumeType.GP3).build();',
  ],
  [
    'text',
    'D',
    replace('VolumeType', 'gp3'),
    'CfnVolume.Builder.create(this, "D").volumeType("st1").build();',
    'CfnVolume.Builder.create(this, "D").volumeType("gp3").build();',
  ],
  [
    'a duration',
    'Q',
    set('VisibilityTimeout', 180),
    'Queue.Builder.create(this, "Q").visibilityTimeout(Duration.minutes(1)).build();',
    'Queue.Builder.create(this, "Q").visibilityTimeout(Duration.seconds(180)).build();',
  ],
  [
    'a call on a builder that is told nothing yet',
    'B',
    versioned,
    'Bucket.Builder.create(this, "B").build();',
    'Bucket.Builder.create(this, "B").versioned(true).build();',
  ],
  [
    'a call on one line',
    'B',
    versioned,
    'Bucket.Builder.create(this, "B").bucketName("b").build();',
    'Bucket.Builder.create(this, "B").bucketName("b").versioned(true).build();',
  ],
  [
    'a call on many lines',
    'B',
    versioned,
    'Bucket.Builder.create(this, "B")\n    .bucketName("b") // ours\n    .build();',
    'Bucket.Builder.create(this, "B")\n    .bucketName("b") // ours\n    .versioned(true)\n    .build();',
  ],
  [
    'a call on a builder of props',
    'B',
    versioned,
    'new Bucket(this, "B", BucketProps.builder()\n    .bucketName("b")\n    .build());',
    'new Bucket(this, "B", BucketProps.builder()\n    .bucketName("b")\n    .versioned(true)\n    .build());',
  ],
  [
    'a call on a builder of props that is told nothing yet',
    'B',
    versioned,
    'new Bucket(this, "B", BucketProps.builder().build());',
    'new Bucket(this, "B", BucketProps.builder().versioned(true).build());',
  ],
  [
    'props where there are none',
    'B',
    versioned,
    'new Bucket(this, "B");',
    'new Bucket(this, "B", BucketProps.builder().versioned(true).build());',
  ],
  [
    'a stream',
    'T',
    set('StreamSpecification', { StreamViewType: 'NEW_AND_OLD_IMAGES' }),
    'TableV2.Builder.create(this, "T").partitionKey(key).build();',
    'TableV2.Builder.create(this, "T").partitionKey(key).dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES).build();',
  ],
  [
    'a call inside a structure; a great number is a long one',
    'W',
    limited,
    'CfnWorkGroup.Builder.create(this, "W").workGroupConfiguration(CfnWorkGroup.WorkGroupConfigurationProperty.builder().requesterPaysEnabled(true).build()).build();',
    'CfnWorkGroup.Builder.create(this, "W").workGroupConfiguration(CfnWorkGroup.WorkGroupConfigurationProperty.builder().requesterPaysEnabled(true).bytesScannedCutoffPerQuery(10737418240L).build()).build();',
  ],
  [
    'a structure with its class',
    'W',
    limited,
    'CfnWorkGroup.Builder.create(this, "W").name("w").build();',
    'CfnWorkGroup.Builder.create(this, "W").name("w").workGroupConfiguration(CfnWorkGroup.WorkGroupConfigurationProperty.builder().bytesScannedCutoffPerQuery(10737418240L).build()).build();',
  ],
  [
    'access logs',
    'Lb',
    accessLogs,
    '    var lb = ApplicationLoadBalancer.Builder.create(this, "Lb").vpc(vpc).build(); // web\n    go();',
    '    var lb = ApplicationLoadBalancer.Builder.create(this, "Lb").vpc(vpc).build(); // web\n    lb.logAccessLogs(«bucket»);\n    go();',
  ],
  [
    'access logs of a field',
    'Lb',
    accessLogs,
    'this.lb = NetworkLoadBalancer.Builder.create(this, "Lb").vpc(vpc).build();',
    'this.lb = NetworkLoadBalancer.Builder.create(this, "Lb").vpc(vpc).build();\nthis.lb.logAccessLogs(«bucket»);',
  ],
  [
    'access logs of a balanced service',
    'S/LB',
    accessLogs,
    'var s = ApplicationLoadBalancedFargateService.Builder.create(this, "S").build();',
    'var s = ApplicationLoadBalancedFargateService.Builder.create(this, "S").build();\ns.getLoadBalancer().logAccessLogs(«bucket»);',
  ],
  [
    'throttling of a REST API',
    'A/DeploymentStage',
    throttled,
    'new RestApi(this, "A");',
    'new RestApi(this, "A", RestApiProps.builder().deployOptions(StageOptions.builder().throttlingRateLimit(«100»).throttlingBurstLimit(«200»).build()).build());',
  ],
  [
    'throttling of a REST API with options',
    'A/DeploymentStage',
    throttled,
    'RestApi.Builder.create(this, "A").deployOptions(StageOptions.builder().stageName("x").build()).build();',
    'RestApi.Builder.create(this, "A").deployOptions(StageOptions.builder().stageName("x").throttlingRateLimit(«100»).throttlingBurstLimit(«200»).build()).build();',
  ],
  [
    'a regional NAT gateway',
    'V/PublicSubnet1/NATGateway',
    set('AvailabilityMode', 'regional'),
    'Vpc.Builder.create(this, "V")\n    .maxAzs(2)\n    .natGateways(1)\n    .build();',
    'Vpc.Builder.create(this, "V")\n    .maxAzs(2)\n    .natGatewayProvider(NatProvider.regionalGateway())\n    .build();',
  ],
  [
    'the source of a rule',
    'G',
    replace('SecurityGroupIngress.0.CidrIp', { placeholder: '203.0.113.0/24' }),
    'var g = SecurityGroup.Builder.create(this, "G").vpc(vpc).build();\ng.addIngressRule(Peer.anyIpv4(), Port.tcp(22));',
    'var g = SecurityGroup.Builder.create(this, "G").vpc(vpc).build();\ng.addIngressRule(Peer.ipv4("«203.0.113.0/24»"), Port.tcp(22));',
  ],
  [
    'the source of a connection',
    'I/Ingress',
    replace('CidrIp', { placeholder: '203.0.113.0/24' }),
    'var i = Instance.Builder.create(this, "I").vpc(vpc).build();\ni.getConnections().allowFromAnyIpv4(Port.tcp(22));',
    'var i = Instance.Builder.create(this, "I").vpc(vpc).build();\ni.getConnections().allowFrom(Peer.ipv4("«203.0.113.0/24»"), Port.tcp(22));',
  ],
  ['props that stand elsewhere', 'B', versioned, 'new Bucket(this, "B", props);', 'not possible'],
  [
    'calls on a builder that is told more elsewhere',
    'B',
    versioned,
    'var b = Bucket.Builder.create(this, "B");\nif (named) b.bucketName("b");\nb.build();',
    'not possible',
  ],
  [
    'a structure whose class is not known',
    'B',
    set('ReplicationConfiguration', { Role: 'r', Rules: [] }),
    'CfnBucket.Builder.create(this, "B").bucketName("b").build();',
    'not possible',
  ],
  ['a property that no prop sets', 'B', set('Unheard.Of', 1), 'new Bucket(this, "B");', 'not possible'],
];

describe('A change of the model is written as CDK code in Java:', () => {
  before(loadCdk);
  for (const [name, id, edit, before, after] of cases) {
    it(name, () => assert.equal(edited(before, id, edit), after));
  }

  it('with the imports that it needs', () => {
    const template = readCdk(
      'package shop;\n\nimport software.amazon.awscdk.services.s3.Bucket;\n\nclass S { S() {\n    new Bucket(this, "B");\n} }',
      'java',
    );
    assert.equal(
      editedText(template, '', 'B', versioned),
      'package shop;\n\nimport software.amazon.awscdk.services.s3.Bucket;\nimport software.amazon.awscdk.services.s3.BucketProps;\n\nclass S { S() {\n    new Bucket(this, "B", BucketProps.builder().versioned(true).build());\n} }',
    );
  });
});
