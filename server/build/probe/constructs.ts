/** The constructs that are probed: those of the services that the bundled notes speak of. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stubOf } from './stubs.ts';
import type { Stack } from './synthesize.ts';

const { Size } = createRequire(join(process.cwd(), 'package.json'))(
  'aws-cdk-lib',
) as typeof import('aws-cdk-lib');

/** A value, or what makes one. */
export type Given = Readonly<Record<string, unknown | ((stack: Stack) => unknown)>>;

const stub =
  (name: string) =>
  (stack: Stack): unknown =>
    stack.node.tryFindChild(name) ?? stubOf(name)?.(stack, name);

export interface ProbedConstruct {
  /** The type of its resource where aws-cdk-lib does not say it. */
  readonly resource?: string;
  /** Props that it needs though none of them is required, or without which most others are refused. */
  readonly given?: Given;
  /** Props in whose company others are accepted or have an effect. */
  readonly company?: readonly Given[];
}

const records = [
  'ARecord',
  'AaaaRecord',
  'CnameRecord',
  'TxtRecord',
  'MxRecord',
  'SrvRecord',
  'NsRecord',
  'CaaRecord',
  'RecordSet',
];
const record: ProbedConstruct = {
  company: [{ weight: 1 }, { healthCheck: stub('aws_route53.IHealthCheck') }],
};
const balancedService: ProbedConstruct = {
  resource: 'AWS::ECS::Service',
  given: { cluster: stub('aws_ecs.ICluster'), 'taskImageOptions.image': stub('aws_ecs.ContainerImage') },
};
const onInstances: ProbedConstruct = {
  resource: 'AWS::ECS::Service',
  given: { ...balancedService.given, cluster: stub('capacity'), memoryLimitMiB: 512 },
};
const dataSource: ProbedConstruct = { resource: 'AWS::AppSync::DataSource' };

export const constructs: Readonly<Record<string, Readonly<Record<string, ProbedConstruct>>>> = {
  'aws-apigateway': {
    RestApi: {},
    LambdaRestApi: {},
    SpecRestApi: {},
    StepFunctionsRestApi: {},
    Stage: {},
    UsagePlan: {},
    RateLimitedApiKey: {},
    ApiKey: {},
    Deployment: {},
    DomainName: {},
    GatewayResponse: {},
    RequestValidator: {},
    VpcLink: {},
  },
  'aws-apigatewayv2': {
    HttpApi: {},
    HttpStage: {},
    WebSocketApi: {},
    WebSocketStage: {},
    HttpRoute: {},
    WebSocketRoute: {},
    DomainName: {},
    VpcLink: {},
  },
  'aws-appsync': {
    GraphqlApi: { given: { definition: stub('aws_appsync.Definition') } },
    EventApi: {},
    DynamoDbDataSource: dataSource,
    LambdaDataSource: dataSource,
    HttpDataSource: dataSource,
    NoneDataSource: dataSource,
    Resolver: {},
    AppsyncFunction: {},
  },
  'aws-autoscaling': {
    AutoScalingGroup: {
      given: { machineImage: stub('aws_ec2.IMachineImage'), instanceType: stub('aws_ec2.InstanceType') },
    },
  },
  'aws-dynamodb': {
    Table: { given: { partitionKey: { name: 'id', type: 'S' } }, company: [{ billingMode: 'PROVISIONED' }] },
    TableV2: { resource: 'AWS::DynamoDB::GlobalTable', given: { partitionKey: { name: 'id', type: 'S' } } },
  },
  'aws-ec2': {
    Volume: {
      given: { size: () => Size.gibibytes(500) },
      company: [{ volumeType: 'gp3' }, { volumeType: 'io1', iops: 300 }, { encrypted: true }],
    },
    Instance: { company: [{ creditSpecification: 'unlimited' }] },
    BastionHostLinux: {},
    LaunchTemplate: { company: [{ spotOptions: {} }] },
    SecurityGroup: {},
    Vpc: {},
    KeyPair: {},
    NetworkAcl: {},
    PrivateSubnet: {},
    PublicSubnet: {},
  },
  'aws-ecs': {
    FargateTaskDefinition: {},
    Ec2TaskDefinition: {},
    FargateService: {},
    Ec2Service: {},
  },
  'aws-ecs-patterns': {
    ApplicationLoadBalancedFargateService: balancedService,
    ApplicationLoadBalancedEc2Service: onInstances,
    NetworkLoadBalancedFargateService: balancedService,
    NetworkLoadBalancedEc2Service: onInstances,
    ApplicationMultipleTargetGroupsFargateService: balancedService,
    ApplicationMultipleTargetGroupsEc2Service: onInstances,
    NetworkMultipleTargetGroupsFargateService: balancedService,
    NetworkMultipleTargetGroupsEc2Service: onInstances,
  },
  'aws-elasticloadbalancing': { LoadBalancer: {} },
  'aws-elasticloadbalancingv2': {
    ApplicationLoadBalancer: {},
    NetworkLoadBalancer: {},
    ApplicationListener: {
      given: { port: 80, defaultAction: stub('aws_elasticloadbalancingv2.ListenerAction') },
    },
    ApplicationTargetGroup: {
      resource: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      given: { port: 80, vpc: stub('aws_ec2.IVpc') },
    },
    NetworkTargetGroup: {
      resource: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      given: { port: 80, vpc: stub('aws_ec2.IVpc') },
    },
    TrustStore: {},
    NetworkListener: {
      given: { port: 80, defaultAction: stub('aws_elasticloadbalancingv2.NetworkListenerAction') },
    },
  },
  'aws-elasticsearch': { Domain: {} },
  'aws-lambda': {
    Function: {},
    DockerImageFunction: {},
    EventSourceMapping: { given: { eventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:queue' } },
  },
  'aws-opensearchservice': { Domain: { company: [{ ebs: { volumeType: 'io1', iops: 3000 } }] } },
  'aws-rds': {
    DatabaseInstance: {
      company: [
        { storageType: 'io1' },
        { storageType: 'gp3', allocatedStorage: 500 },
        { enablePerformanceInsights: true },
      ],
    },
    DatabaseInstanceFromSnapshot: { given: { snapshotIdentifier: 'snapshot' } },
    DatabaseInstanceReadReplica: {},
  },
  'aws-route53': {
    ...Object.fromEntries(records.map((name) => [name, record])),
    HealthCheck: { given: { fqdn: 'example.com' }, company: [{ type: 'HTTPS' }] },
    PublicHostedZone: {},
    PrivateHostedZone: {},
    HostedZone: {},
  },
  'aws-s3': { Bucket: { company: [{ versioned: true }] } },
  'aws-sns': { Topic: { company: [{ fifo: true }] } },
  'aws-sqs': { Queue: { company: [{ fifo: true }] } },
};
