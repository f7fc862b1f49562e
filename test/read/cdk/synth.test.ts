/** What we claim of a construct is what aws-cdk-lib synthesizes. */
import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import type { Template } from '../../../server/model/template.ts';
import type { Value } from '../../../server/model/value.ts';
import { imports, loadCdk, readCdk, show } from './support.ts';

interface Synthesized {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

const require = createRequire(import.meta.url);

/** The modules under the names that `imports` gives them. */
function libraries(): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [, name = '', path = ''] of imports.matchAll(/import \* as (\w+) from '([^']+)'/g))
    found[name] = require(path);
  return found;
}

/** Runs `code` as the constructor of a stack, and gives what it synthesizes. */
function synthesize(code: string): Synthesized[] {
  const all = libraries();
  const { App, Stack } = all.cdk as typeof import('aws-cdk-lib');
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Stack');
  new Function(...Object.keys(all), code).call(stack, ...Object.values(all));
  const template = app.synth().getStackByName('Stack').template as { Resources: Record<string, Synthesized> };
  return Object.values(template.Resources);
}

/** Whether the synthesized `actual` is as `claimed`; what we do not know may be anything. */
function agrees(claimed: Value, actual: unknown): boolean {
  switch (claimed.kind) {
    case 'scalar':
      return String(claimed.value) === String(actual);
    case 'absent':
      return actual === undefined;
    case 'reference':
      return (
        typeof actual === 'string' ||
        (typeof actual === 'object' && actual !== null && ('Ref' in actual || 'Fn::GetAtt' in actual))
      );
    case 'list':
      if (!Array.isArray(actual) || (!claimed.open && claimed.items.length !== actual.length)) return false;
      return claimed.items.every((item) => actual.some((each) => agrees(item, each)));
    case 'map':
      return claimed.entries.every((entry) =>
        agrees(entry.value, (actual as Record<string, unknown> | undefined)?.[entry.key]),
      );
    case 'call':
      if (claimed.name === 'Fn::Select' || claimed.name === 'Fn::Base64') {
        const given = (actual as Record<string, unknown> | undefined)?.[claimed.name];
        return claimed.name === 'Fn::Select'
          ? agrees(claimed.arguments[0] ?? claimed, (given as unknown[])?.[0])
          : given !== undefined;
      }
      return true;
    default:
      return true;
  }
}

function check(template: Template, synthesized: readonly Synthesized[], counted: readonly string[]): void {
  for (const { type, properties, id } of template.resources.values()) {
    const alike = synthesized.filter((each) => each.Type === type);
    assert.ok(
      alike.some((each) => agrees(properties, each.Properties ?? {})),
      `${id} (${type}) is not as claimed: ${show(properties)}\nsynthesized: ${JSON.stringify(alike, null, 1)}`,
    );
  }
  for (const type of counted) {
    const made = synthesized.filter((each) => each.Type === type).length;
    assert.equal(template.byType.get(type)?.length ?? 0, made, type);
  }
}

/** A file that is there when it synthesizes. */
const schema = 'test/differential/apps/data/typescript/schema.graphql';
const subnets = ['AWS::EC2::NatGateway', 'AWS::EC2::Subnet'];
const cases: readonly [name: string, counted: readonly string[], code: string][] = [
  ['a bare Vpc has a NAT gateway in each zone', subnets, `new ec2.Vpc(this, 'Vpc');`],
  ['a Vpc with one NAT gateway', subnets, `new ec2.Vpc(this, 'Vpc', { maxAzs: 3, natGateways: 1 });`],
  ['a Vpc without NAT gateways', subnets, `new ec2.Vpc(this, 'Vpc', { natGateways: 0 });`],
  ['a Vpc in one zone', subnets, `new ec2.Vpc(this, 'Vpc', { maxAzs: 1 });`],
  [
    'a Vpc with a regional NAT gateway',
    subnets,
    `new ec2.Vpc(this, 'Vpc', { natGatewayProvider: ec2.NatProvider.regionalGateway() });`,
  ],
  [
    'a Vpc with subnets of its own',
    subnets,
    `new ec2.Vpc(this, 'Vpc', { natGateways: 1, subnetConfiguration: [
       { name: 'Web', subnetType: ec2.SubnetType.PUBLIC },
       { name: 'App', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
       { name: 'Data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
     ] });`,
  ],
  [
    'load balancers',
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancingV2::Listener'],
    `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
     const alb = new elbv2.ApplicationLoadBalancer(this, 'Alb', { vpc, internetFacing: true, idleTimeout: cdk.Duration.seconds(30), http2Enabled: false });
     alb.setAttribute('routing.http.preserve_host_header.enabled', 'true');
     alb.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(200) });
     const nlb = new elbv2.NetworkLoadBalancer(this, 'Nlb', { vpc, deletionProtection: true });
     nlb.addListener('Tcp', { port: 80, defaultAction: elbv2.NetworkListenerAction.forward([new elbv2.NetworkTargetGroup(this, 'Tg', { vpc, port: 80 })]) });
     new elb.LoadBalancer(this, 'Classic', { vpc, accessLoggingPolicy: { enabled: true, s3BucketName: 'logs' } });`,
  ],
  ...['port: 8080', 'protocol: elbv2.ApplicationProtocol.HTTPS', 'targetType: elbv2.TargetType.LAMBDA'].map(
    (prop): [string, string[], string] => [
      `a target group with ${prop}`,
      ['AWS::ElasticLoadBalancingV2::TargetGroup'],
      `new elbv2.ApplicationTargetGroup(this, 'Targets', { vpc: new ec2.Vpc(this, 'Vpc'), ${prop}, healthCheck: { path: '/health', interval: cdk.Duration.seconds(10) } });`,
    ],
  ),
  [
    'a target group of a network load balancer',
    ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    `new elbv2.NetworkTargetGroup(this, 'Targets', { vpc: new ec2.Vpc(this, 'Vpc'), port: 443, protocol: elbv2.Protocol.TLS, preserveClientIp: true });`,
  ],
  [
    'subnets, key pairs and network ACLs',
    ['AWS::EC2::KeyPair', 'AWS::EC2::NetworkAcl'],
    `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1, natGateways: 0 });
     new ec2.KeyPair(this, 'Key', { type: ec2.KeyPairType.ED25519 });
     new ec2.NetworkAcl(this, 'Acl', { vpc });
     new ec2.PublicSubnet(this, 'Public', { vpcId: vpc.vpcId, availabilityZone: 'a', cidrBlock: '10.0.200.0/24', mapPublicIpOnLaunch: true });`,
  ],
  [
    'parts of a REST API',
    ['AWS::ApiGateway::ApiKey', 'AWS::ApiGateway::RequestValidator', 'AWS::ApiGateway::GatewayResponse'],
    `const api = new apigateway.RestApi(this, 'Api');
     api.root.addMethod('GET');
     new apigateway.ApiKey(this, 'Key', { enabled: false });
     new apigateway.RequestValidator(this, 'Validator', { restApi: api, validateRequestBody: true });
     new apigateway.GatewayResponse(this, 'Response', { restApi: api, type: apigateway.ResponseType.ACCESS_DENIED, statusCode: '404' });`,
  ],
  [
    'a GraphQL API with its schema and data sources',
    ['AWS::AppSync::GraphQLSchema', 'AWS::AppSync::DataSource'],
    `const table = new dynamodb.Table(this, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
     const api = new appsync.GraphqlApi(this, 'Api', { name: 'api', definition: appsync.Definition.fromFile('${schema}') });
     api.addDynamoDbDataSource('Cards', table);
     new appsync.DynamoDbDataSource(this, 'Own', { api, table, useCallerCredentials: true });
     const dataSource = new appsync.NoneDataSource(this, 'Local', { api });
     new appsync.Resolver(this, 'Query', { api, dataSource, typeName: 'Query', fieldName: 'card', maxBatchSize: 2 });
     new appsync.GraphqlApi(this, 'Old', { name: 'old', schema: new appsync.SchemaFile({ filePath: '${schema}' }) });`,
  ],
  [
    'a balanced service',
    ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
    `new patterns.ApplicationLoadBalancedFargateService(this, 'Web', { taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') } });
     new patterns.ApplicationLoadBalancedFargateService(this, 'Two', { desiredCount: 2, healthCheckGracePeriod: cdk.Duration.minutes(2), circuitBreaker: { rollback: true }, taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') } });
     new patterns.NetworkLoadBalancedFargateService(this, 'Tcp', { taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') } });`,
  ],
  [
    'services with several target groups',
    ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
    `const taskImageOptions = { image: ecs.ContainerImage.fromRegistry('nginx') };
     new patterns.ApplicationMultipleTargetGroupsFargateService(this, 'One', { taskImageOptions });
     new patterns.ApplicationMultipleTargetGroupsFargateService(this, 'Two', {
       taskImageOptions: { ...taskImageOptions, containerPorts: [80, 90] },
       loadBalancers: [
         { name: 'Outer', idleTimeout: cdk.Duration.seconds(400), listeners: [{ name: 'Web' }] },
         { name: 'Inner', publicLoadBalancer: false, listeners: [{ name: 'Api' }] },
       ],
       targetGroups: [{ containerPort: 80, listener: 'Web' }, { containerPort: 90, listener: 'Api' }],
     });
     new patterns.NetworkMultipleTargetGroupsFargateService(this, 'Tcp', { taskImageOptions });`,
  ],
  [
    'volumes',
    ['AWS::EC2::Volume', 'AWS::EC2::Instance'],
    `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1 });
     new ec2.Volume(this, 'Disk', { availabilityZone: 'x', size: cdk.Size.tebibytes(1), volumeType: ec2.EbsDeviceVolumeType.MAGNETIC });
     const blockDevices = [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(500, { volumeType: ec2.EbsDeviceVolumeType.ST1 }) }];
     const server = new ec2.Instance(this, 'Server', { vpc, blockDevices, machineImage: ec2.MachineImage.latestAmazonLinux2023(), instanceType: ec2.InstanceType.of(ec2.InstanceClass.R5, ec2.InstanceSize.LARGE) });
     server.userData.addCommands('yum install -y postgresql-server');
     new ec2.LaunchTemplate(this, 'Template', { blockDevices, instanceType: new ec2.InstanceType('t3.micro') });
     new autoscaling.AutoScalingGroup(this, 'Group', { vpc, machineImage: ec2.MachineImage.latestAmazonLinux2023(), instanceType: new ec2.InstanceType('t3.micro'),
       blockDevices: [{ deviceName: '/dev/sdf', volume: autoscaling.BlockDeviceVolume.ebs(200, { volumeType: autoscaling.EbsDeviceVolumeType.SC1 }) }] });`,
  ],
  [
    'databases',
    [],
    `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
     new rds.DatabaseInstance(this, 'Db', { vpc, engine: rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.VER_8_0 }) });
     new rds.DatabaseInstance(this, 'Old', { vpc, engine: rds.DatabaseInstanceEngine.SQL_SERVER_EX, storageType: rds.StorageType.STANDARD });
     new opensearch.Domain(this, 'Search', { version: opensearch.EngineVersion.OPENSEARCH_2_11, ebs: { volumeType: ec2.EbsDeviceVolumeType.STANDARD, volumeSize: 20 } });`,
  ],
  [
    'buckets, queues, topics and tables',
    ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::DynamoDB::GlobalTable', 'AWS::Lambda::EventSourceMapping'],
    `new s3.Bucket(this, 'Plain');
     new s3.Bucket(this, 'Versioned', { versioned: true, encryption: s3.BucketEncryption.KMS_MANAGED });
     new s3.Bucket(this, 'Unversioned', { versioned: false, encryption: s3.BucketEncryption.S3_MANAGED });
     const dead = new sqs.Queue(this, 'Dead');
     new sqs.Queue(this, 'Queue', { fifo: true, visibilityTimeout: cdk.Duration.minutes(5) });
     new sqs.Queue(this, 'Redriven', { deadLetterQueue: { queue: dead, maxReceiveCount: 3 } });
     new sns.Topic(this, 'Topic', { fifo: true });
     const table = new dynamodb.Table(this, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE });
     new dynamodb.Table(this, 'Still', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
     const silent = new dynamodb.TableV2(this, 'Silent', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
     new dynamodb.TableV2(this, 'Streaming', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, dynamoStream: dynamodb.StreamViewType.KEYS_ONLY });
     const fn = new lambda.Function(this, 'Fn', { runtime: lambda.Runtime.NODEJS_20_X, handler: 'index.handler', code: lambda.Code.fromInline('x'), timeout: cdk.Duration.seconds(20) });
     fn.addEventSource(new sources.DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST, retryAttempts: 3 }));
     fn.addEventSource(new sources.DynamoEventSource(silent, { startingPosition: lambda.StartingPosition.LATEST, reportBatchItemFailures: true }));
     new lambda.Function(this, 'Listener', { runtime: lambda.Runtime.NODEJS_20_X, handler: 'index.handler', code: lambda.Code.fromInline('x'),
       events: [new sources.SqsEventSource(dead, { batchSize: 5 })] });
     fn.addEventSource(new sources.SqsEventSource(dead, { maxBatchingWindow: cdk.Duration.minutes(1) }));`,
  ],
  [
    'security groups',
    ['AWS::EC2::SecurityGroup'],
    `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1 });
     const group = new ec2.SecurityGroup(this, 'Group', { vpc, description: 'ssh' });
     group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
     group.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.SSH);
     group.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcpRange(20, 30));
     group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.allTraffic());
     group.connections.allowFromAnyIpv4(ec2.Port.allTcp());`,
  ],
  [
    'records',
    ['AWS::Route53::RecordSet'],
    `const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'example.com' });
     new route53.CnameRecord(this, 'Cname', { zone, domainName: 'example.org', recordName: 'www.example.com.' });
     new route53.ARecord(this, 'Weighted', { zone, recordName: 'a.example.com.', weight: 10, target: route53.RecordTarget.fromIpAddresses('192.0.2.1') });
     const check = new route53.HealthCheck(this, 'Check', { type: route53.HealthCheckType.HTTP, fqdn: 'example.com', port: 80 });
     new route53.ARecord(this, 'Primary', { zone, recordName: 'b.example.com.', failover: route53.Failover.PRIMARY, healthCheck: check, setIdentifier: 'p', target: route53.RecordTarget.fromIpAddresses('192.0.2.2') });
     new route53.ARecord(this, 'Alias', { zone, recordName: 'c.example.com.', target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(
       new elbv2.ApplicationLoadBalancer(this, 'Alb', { vpc: new ec2.Vpc(this, 'Vpc', { maxAzs: 2 }) }), { evaluateTargetHealth: true })) });`,
  ],
  [
    'APIs',
    ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage', 'AWS::ApiGateway::UsagePlan'],
    `const api = new apigateway.RestApi(this, 'Api');
     api.root.addMethod('GET');
     api.addUsagePlan('Plan', { throttle: { rateLimit: 5, burstLimit: 10 }, apiStages: [{ api, stage: api.deploymentStage }] });
     const limited = new apigateway.RestApi(this, 'Limited', { deployOptions: { stageName: 'v1', throttlingRateLimit: 10, throttlingBurstLimit: 20, methodOptions: { '/pets/GET': { throttlingRateLimit: 1 } } } });
     limited.root.addMethod('GET');
     const quiet = new apigateway.RestApi(this, 'Quiet', { deploy: false });
     quiet.root.addMethod('GET');
     new apigatewayv2.HttpApi(this, 'Http');
     const http = new apigatewayv2.HttpApi(this, 'Staged', { createDefaultStage: false });
     new apigatewayv2.HttpStage(this, 'Stage', { httpApi: http, throttle: { rateLimit: 1, burstLimit: 2 } });`,
  ],
  [
    'ECS tasks',
    ['AWS::ECS::TaskDefinition', 'AWS::ECS::Service'],
    `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1 });
     const cluster = new ecs.Cluster(this, 'Cluster', { vpc });
     const task = new ecs.FargateTaskDefinition(this, 'Task');
     const db = task.addContainer('Db', { image: ecs.ContainerImage.fromRegistry('postgres:16') });
     const data = new ecs.ServiceManagedVolume(this, 'Data', { name: 'data', managedEBSVolume: {
       size: cdk.Size.gibibytes(500), volumeType: ec2.EbsDeviceVolumeType.ST1 } });
     data.mountIn(db, { containerPath: '/var/lib/postgresql/data', readOnly: false });
     task.addVolume(data);
     const service = new ecs.FargateService(this, 'Service', { cluster, taskDefinition: task });
     service.addVolume(data);
     const host = new ecs.Ec2TaskDefinition(this, 'Host');
     host.addVolume({ name: 'logs', host: { sourcePath: '/logs' } });
     host.addContainer('Web', { containerName: 'web', memoryLimitMiB: 64, image: ecs.ContainerImage.fromRegistry('nginx') })
       .addMountPoints({ sourceVolume: 'logs', containerPath: '/var/log', readOnly: true });`,
  ],
  [
    'L1 constructs',
    ['AWS::Athena::WorkGroup', 'AWS::EC2::Volume'],
    `new athena.CfnWorkGroup(this, 'Group', { name: 'g', workGroupConfiguration: { bytesScannedCutoffPerQuery: 10 * 1024 ** 3, enforceWorkGroupConfiguration: true } });
     new ec2.CfnVolume(this, 'Disk', { availabilityZone: 'a', autoEnableIo: true, size: 500, volumeType: 'st1', tags: [{ key: 'Name', value: 'disk' }] });
     new s3.CfnBucket(this, 'Bucket', { bucketEncryption: { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'k' } }] } });`,
  ],
];

describe('CDK constructs are read as aws-cdk-lib synthesizes them', function () {
  this.timeout(60_000);
  before(async () => {
    // Its own checks of the template take most of the time and are not what is compared.
    process.env.CDK_VALIDATION = 'false';
    await loadCdk();
  });
  after(() => {
    delete process.env.CDK_VALIDATION;
  });
  for (const [name, counted, code] of cases) {
    it(name, () => {
      check(
        readCdk(`${imports}\nclass Stack extends cdk.Stack { constructor() {\n${code}\n} }`),
        synthesize(code),
        counted,
      );
    });
  }
});
