/** Every rule that offers a quick fix for a template offers one for CDK code as well, and it mends what was found. */
import assert from 'node:assert/strict';
import { readKnowledge } from '../../server/build/knowledge.ts';
import { builtinExamples } from '../../server/build/ruleDocs.ts';
import { builtinRules } from '../../server/rules/builtin/index.ts';
import { declareRule } from '../../server/rules/declare.ts';
import { findingsIn } from '../rules/findings.ts';
import { dedent } from '../support/marked.ts';
import { FixingEditor } from './fixing.ts';

/** Bad code in TypeScript and in Python, below imports of all services. */
const cases: Readonly<Record<string, readonly [typescript: string, python: string]>> = {
  'apigateway/throttling-not-configured': [
    "new apigateway.RestApi(this, 'Api');",
    'apigateway.RestApi(self, "Api")',
  ],
  'athena/no-scan-limit': [
    "new athena.CfnWorkGroup(this, 'Work', { name: 'work' });",
    'athena.CfnWorkGroup(self, "Work", name="work")',
  ],
  'dynamodb-streams/no-failure-handling': [
    `
      const table = new dynamodb.CfnTable(this, 'Table', { keySchema: [], streamSpecification: { streamViewType: 'NEW_IMAGE' } });
      new lambda.CfnEventSourceMapping(this, 'Reader', { functionName: 'f', eventSourceArn: table.attrStreamArn });
    `,
    `
      table = dynamodb.CfnTable(self, "Table", key_schema=[], stream_specification={"streamViewType": "NEW_IMAGE"})
      lambda_.CfnEventSourceMapping(self, "Reader", function_name="f", event_source_arn=table.attr_stream_arn)
    `,
  ],
  'dynamodb-streams/stream-not-enabled': [
    `
      const table = new dynamodb.TableV2(this, 'Table', { partitionKey });
      new lambda.EventSourceMapping(this, 'Reader', { target, eventSourceArn: table.tableStreamArn });
    `,
    `
      table = dynamodb.TableV2(self, "Table", partition_key=key)
      lambda_.EventSourceMapping(self, "Reader", target=target, event_source_arn=table.table_stream_arn)
    `,
  ],
  'ebs/hdd-boot-volume': [
    "new ec2.Instance(this, 'I', { vpc, blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(500, { volumeType: ec2.EbsDeviceVolumeType.ST1 }) }] });",
    'ec2.Instance(self, "I", vpc=vpc, block_devices=[ec2.BlockDevice(device_name="/dev/xvda", volume=ec2.BlockDeviceVolume.ebs(500, volume_type=ec2.EbsDeviceVolumeType.ST1))])',
  ],
  'ebs/hdd-random-io': [
    "new ec2.Volume(this, 'PostgresData', { availabilityZone, size: cdk.Size.gibibytes(500), volumeType: ec2.EbsDeviceVolumeType.ST1 });",
    'ec2.Volume(self, "PostgresData", availability_zone=zone, size=cdk.Size.gibibytes(500), volume_type=ec2.EbsDeviceVolumeType.ST1)',
  ],
  'ebs/hdd-size-out-of-range': [
    "new ec2.CfnVolume(this, 'Data', { availabilityZone, size: 20, volumeType: 'st1' });",
    'ec2.CfnVolume(self, "Data", availability_zone=zone, size=20, volume_type="st1")',
  ],
  'ebs/hdd-with-provisioned-iops': [
    "new ec2.CfnVolume(this, 'Data', { availabilityZone, size: 500, iops: 3000, volumeType: 'st1' });",
    'ec2.CfnVolume(self, "Data", availability_zone=zone, size=500, iops=3000, volume_type="st1")',
  ],
  'ebs/magnetic-managed-database': [
    "new rds.DatabaseInstance(this, 'Db', { vpc, engine: rds.DatabaseInstanceEngine.MYSQL, storageType: rds.StorageType.STANDARD });",
    'rds.DatabaseInstance(self, "Db", vpc=vpc, engine=rds.DatabaseInstanceEngine.MYSQL, storage_type=rds.StorageType.STANDARD)',
  ],
  'ebs/magnetic-previous-generation': [
    "new ec2.Volume(this, 'Old', { availabilityZone, size: cdk.Size.gibibytes(50), volumeType: ec2.EbsDeviceVolumeType.STANDARD });",
    'ec2.Volume(self, "Old", availability_zone=zone, size=cdk.Size.gibibytes(50), volume_type=ec2.EbsDeviceVolumeType.STANDARD)',
  ],
  'ec2/shutdown-terminates': [
    "new ec2.Instance(this, 'Host', { vpc, instanceInitiatedShutdownBehavior: ec2.InstanceInitiatedShutdownBehavior.TERMINATE });",
    'ec2.Instance(self, "Host", vpc=vpc, instance_initiated_shutdown_behavior=ec2.InstanceInitiatedShutdownBehavior.TERMINATE)',
  ],
  'ec2/ssh-open-to-world': [
    "const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });\nadmin.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));",
    'admin = ec2.SecurityGroup(self, "Admin", vpc=vpc)\nadmin.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))',
  ],
  'ec2/ssh-port-not-open': [
    `
      const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
      new ec2.CfnInstance(this, 'Host', { imageId: 'ami-1', keyName: 'ops', securityGroupIds: [admin.securityGroupId] });
    `,
    `
      admin = ec2.SecurityGroup(self, "Admin", vpc=vpc)
      ec2.CfnInstance(self, "Host", image_id="ami-1", key_name="ops", security_group_ids=[admin.security_group_id])
    `,
  ],
  'elb/access-logs-bucket-missing': [
    "new elbv2.CfnLoadBalancer(this, 'Web', { loadBalancerAttributes: [{ key: 'access_logs.s3.enabled', value: 'true' }] });",
    'elbv2.CfnLoadBalancer(self, "Web", load_balancer_attributes=[{"key": "access_logs.s3.enabled", "value": "true"}])',
  ],
  'elb/access-logs-disabled': [
    "const web = new elbv2.ApplicationLoadBalancer(this, 'Web', { vpc });",
    'web = elbv2.ApplicationLoadBalancer(self, "Web", vpc=vpc)',
  ],
  'elb/alb-log-bucket-kms': [
    `
      const logs = new s3.Bucket(this, 'Logs', { encryption: s3.BucketEncryption.KMS_MANAGED });
      const web = new elbv2.ApplicationLoadBalancer(this, 'Web', { vpc });
      web.logAccessLogs(logs);
    `,
    `
      logs = s3.Bucket(self, "Logs", encryption=s3.BucketEncryption.KMS_MANAGED)
      web = elbv2.ApplicationLoadBalancer(self, "Web", vpc=vpc)
      web.log_access_logs(logs)
    `,
  ],
  'elb/gateway-lb-access-logs': [
    "new elbv2.CfnLoadBalancer(this, 'In', { type: 'gateway', loadBalancerAttributes: [{ key: 'access_logs.s3.enabled', value: 'true' }] });",
    'elbv2.CfnLoadBalancer(self, "In", type="gateway", load_balancer_attributes=[{"key": "deletion_protection.enabled", "value": "true"}, {"key": "access_logs.s3.enabled", "value": "true"}])',
  ],
  'elb/log-bucket-policy-missing': [
    `
      const logs = new s3.CfnBucket(this, 'Logs');
      const web = new elbv2.CfnLoadBalancer(this, 'Web', { loadBalancerAttributes: [{ key: 'access_logs.s3.enabled', value: 'true' }, { key: 'access_logs.s3.bucket', value: logs.ref }] });
    `,
    `
      logs = s3.CfnBucket(self, "Logs")
      web = elbv2.CfnLoadBalancer(self, "Web", load_balancer_attributes=[{"key": "access_logs.s3.enabled", "value": "true"}, {"key": "access_logs.s3.bucket", "value": logs.ref}])
    `,
  ],
  'mq/deployment-mode-mismatch': [
    "new amazonmq.CfnBroker(this, 'Broker', { engineType: 'RABBITMQ', deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' });",
    'amazonmq.CfnBroker(self, "Broker", engine_type="RABBITMQ", deployment_mode="ACTIVE_STANDBY_MULTI_AZ")',
  ],
  'nat-gateway/cross-az-route': [
    `
      const a = new ec2.CfnSubnet(this, 'A', { vpcId: 'vpc-1', availabilityZone: 'us-east-1a' });
      const b = new ec2.CfnSubnet(this, 'B', { vpcId: 'vpc-1', availabilityZone: 'us-east-1b' });
      const c = new ec2.CfnSubnet(this, 'C', { vpcId: 'vpc-1', availabilityZone: 'us-east-1b' });
      const natA = new ec2.CfnNatGateway(this, 'NatA', { subnetId: a.ref });
      const natB = new ec2.CfnNatGateway(this, 'NatB', { subnetId: b.ref });
      const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: 'vpc-1' });
      new ec2.CfnRoute(this, 'Out', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', natGatewayId: natA.ref });
      new ec2.CfnSubnetRouteTableAssociation(this, 'Link', { subnetId: c.ref, routeTableId: table.ref });
    `,
    `
      a = ec2.CfnSubnet(self, "A", vpc_id="vpc-1", availability_zone="us-east-1a")
      b = ec2.CfnSubnet(self, "B", vpc_id="vpc-1", availability_zone="us-east-1b")
      c = ec2.CfnSubnet(self, "C", vpc_id="vpc-1", availability_zone="us-east-1b")
      nat_a = ec2.CfnNatGateway(self, "NatA", subnet_id=a.ref)
      nat_b = ec2.CfnNatGateway(self, "NatB", subnet_id=b.ref)
      table = ec2.CfnRouteTable(self, "Table", vpc_id="vpc-1")
      ec2.CfnRoute(self, "Out", route_table_id=table.ref, destination_cidr_block="0.0.0.0/0", nat_gateway_id=nat_a.ref)
      ec2.CfnSubnetRouteTableAssociation(self, "Link", subnet_id=c.ref, route_table_id=table.ref)
    `,
  ],
  'nat-gateway/single-az': [
    "new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });",
    'ec2.Vpc(self, "Vpc", max_azs=2, nat_gateways=1)',
  ],
  'route53/failover-alias-evaluate-target-health': [
    "new route53.CfnRecordSet(this, 'Primary', { name: 'a.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY', aliasTarget: { hostedZoneId: 'Z1', dnsName: 'b' } });",
    'route53.CfnRecordSet(self, "Primary", name="a.example.com", type="A", set_identifier="one", failover="PRIMARY", alias_target={"hostedZoneId": "Z1", "dnsName": "b"})',
  ],
  'route53/failover-without-health-check': [
    "new route53.CfnRecordSet(this, 'Primary', { name: 'a.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY' });",
    'route53.CfnRecordSet(self, "Primary", name="a.example.com", type="A", set_identifier="one", failover="PRIMARY")',
  ],
  'route53/set-identifier-missing': [
    "new route53.CfnRecordSet(this, 'Primary', { name: 'a.example.com', type: 'A', weight: 10 });",
    'route53.CfnRecordSet(self, "Primary", name="a.example.com", type="A", weight=10)',
  ],
  's3/notification-permission-missing': [
    `
      const target = new sns.CfnTopic(this, 'Target');
      const uploads = new s3.CfnBucket(this, 'Uploads', { notificationConfiguration: { topicConfigurations: [{ event: 's3:ObjectRemoved:*', topic: target.ref }] } });
    `,
    `
      target = sns.CfnTopic(self, "Target")
      uploads = s3.CfnBucket(self, "Uploads", notification_configuration={"topicConfigurations": [{"event": "s3:ObjectRemoved:*", "topic": target.ref}]})
    `,
  ],
  's3/notification-without-versioning': [
    "const uploads = new s3.Bucket(this, 'Uploads');\nuploads.addObjectCreatedNotification(new s3n.LambdaDestination(resize));",
    'uploads = s3.Bucket(self, "Uploads")\nuploads.add_object_created_notification(s3n.LambdaDestination(resize))',
  ],
  'sqs/no-dead-letter-queue': [
    "const jobs = new sqs.Queue(this, 'Jobs');\nnew lambda.Function(this, 'Work', { runtime, handler, code }).addEventSource(new sources.SqsEventSource(jobs));",
    'jobs = sqs.Queue(self, "Jobs")\nlambda_.Function(self, "Work", runtime=runtime, handler=handler, code=code).add_event_source(sources.SqsEventSource(jobs))',
  ],
  'sqs/visibility-timeout-too-short': [
    "const jobs = new sqs.Queue(this, 'Jobs');\nnew lambda.Function(this, 'Work', { timeout: cdk.Duration.seconds(60), runtime, handler, code }).addEventSource(new sources.SqsEventSource(jobs));",
    'jobs = sqs.Queue(self, "Jobs")\nlambda_.Function(self, "Work", timeout=cdk.Duration.seconds(60), runtime=runtime, handler=handler, code=code).add_event_source(sources.SqsEventSource(jobs))',
  ],
};

const modules =
  'amazonmq apigateway athena dynamodb ec2 elasticloadbalancingv2 lambda rds route53 s3 s3_notifications sns sqs lambda_event_sources'.split(
    ' ',
  );
const names: Readonly<Record<string, string>> = {
  elasticloadbalancingv2: 'elbv2',
  s3_notifications: 's3n',
  lambda_event_sources: 'sources',
};

const start = {
  typescript: [
    "import * as cdk from 'aws-cdk-lib';",
    ...modules.map(
      (each) => `import * as ${names[each] ?? each} from 'aws-cdk-lib/aws-${each.replaceAll('_', '-')}';`,
    ),
  ].join('\n'),
  python: [
    'import aws_cdk as cdk',
    `from aws_cdk import ${modules
      .map((each) => `aws_${each} as ${names[each] ?? (each === 'lambda' ? 'lambda_' : each)}`)
      .join(', ')}`,
  ].join('\n'),
};

describe('A quick fix in CDK code', () => {
  const editor = new FixingEditor();
  before(() => editor.start());
  after(() => editor.stop());

  it('is here for every rule that offers one for its bad example', async () => {
    const notes = await readKnowledge('knowledge');
    const declared = notes
      .flatMap(({ ruleBlocks }) => ruleBlocks)
      .map(({ source, examples }) => ({
        rule: declareRule(source, {}).rule,
        examples,
      }));
    const builtin = await Promise.all(
      builtinRules.map(async (rule) => ({ rule, examples: await builtinExamples('.', rule.id) })),
    );
    const offering = new Set<string>();
    for (const { rule, examples } of [...builtin, ...declared]) {
      const bad = examples.find(({ verdict }) => verdict === 'bad');
      if (!rule || !bad) continue;
      const findings = await findingsIn(bad.source, { rules: [rule] });
      if (findings.some(({ fixes }) => fixes.length > 0)) offering.add(rule.id);
    }
    assert.deepEqual(
      [...offering].filter((id) => !(id in cases)),
      [],
    );
  });

  for (const [rule, examples] of Object.entries(cases)) {
    for (const [index, language] of (['typescript', 'python'] as const).entries()) {
      it(`${rule}, in ${language}`, async () => {
        const text = `${start[language]}\n${dedent(examples[index] ?? '')}\n`;
        const path = await editor.open(text, language);
        const found = editor.findings(path).filter(({ code }) => code === rule).length;
        const first = (await editor.offers(path, rule, ['quickfix'])).find(
          ({ edit, title, diagnostics }) =>
            edit && !title.startsWith('Silence ') && diagnostics?.some(({ code }) => code === rule),
        );
        assert.ok(first, 'nothing is offered');
        const copy = await editor.open(text, language);
        const fixed = await editor.take(copy, text, language, first);
        const left = fixed.remaining.filter((each) => each === rule).length;
        assert.ok(left < found, `${first.title} does not mend ${rule}:\n${fixed.text}`);
      });
    }
  }
});
