/** Something to give where a prop wants a construct or an object that no literal says. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Stack, surroundings } from './synthesize.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
const load = <T>(module: string): T => require(`aws-cdk-lib/${module}`) as T;
const acm = load<typeof import('aws-cdk-lib/aws-certificatemanager')>('aws-certificatemanager');
const apigateway = load<typeof import('aws-cdk-lib/aws-apigateway')>('aws-apigateway');
const apigatewayv2 = load<typeof import('aws-cdk-lib/aws-apigatewayv2')>('aws-apigatewayv2');
const integrations = load<typeof import('aws-cdk-lib/aws-apigatewayv2-integrations')>(
  'aws-apigatewayv2-integrations',
);
const appsync = load<typeof import('aws-cdk-lib/aws-appsync')>('aws-appsync');
const autoscaling = load<typeof import('aws-cdk-lib/aws-autoscaling')>('aws-autoscaling');
const dynamodb = load<typeof import('aws-cdk-lib/aws-dynamodb')>('aws-dynamodb');
const ec2 = load<typeof import('aws-cdk-lib/aws-ec2')>('aws-ec2');
const ecr = load<typeof import('aws-cdk-lib/aws-ecr')>('aws-ecr');
const ecs = load<typeof import('aws-cdk-lib/aws-ecs')>('aws-ecs');
const elb = load<typeof import('aws-cdk-lib/aws-elasticloadbalancingv2')>('aws-elasticloadbalancingv2');
const elasticsearch = load<typeof import('aws-cdk-lib/aws-elasticsearch')>('aws-elasticsearch');
const iam = load<typeof import('aws-cdk-lib/aws-iam')>('aws-iam');
const kinesis = load<typeof import('aws-cdk-lib/aws-kinesis')>('aws-kinesis');
const kms = load<typeof import('aws-cdk-lib/aws-kms')>('aws-kms');
const lambda = load<typeof import('aws-cdk-lib/aws-lambda')>('aws-lambda');
const logs = load<typeof import('aws-cdk-lib/aws-logs')>('aws-logs');
const rds = load<typeof import('aws-cdk-lib/aws-rds')>('aws-rds');
const opensearch = load<typeof import('aws-cdk-lib/aws-opensearchservice')>('aws-opensearchservice');
const route53 = load<typeof import('aws-cdk-lib/aws-route53')>('aws-route53');
const s3 = load<typeof import('aws-cdk-lib/aws-s3')>('aws-s3');
const sns = load<typeof import('aws-cdk-lib/aws-sns')>('aws-sns');
const sqs = load<typeof import('aws-cdk-lib/aws-sqs')>('aws-sqs');
const stepfunctions = load<typeof import('aws-cdk-lib/aws-stepfunctions')>('aws-stepfunctions');

const { Duration } = require('aws-cdk-lib') as typeof import('aws-cdk-lib');

type Maker = (stack: Stack, id: string) => unknown;

/** The other of two values in other surroundings: what depends on it is not what a construct does by itself. */
const varied = <T>(one: T, other: T): T => (surroundings().flags ? one : other);

const vpc: Maker = (stack, id) =>
  ec2.Vpc.fromVpcAttributes(stack, id, {
    vpcId: varied('vpc-1', 'vpc-2'),
    availabilityZones: varied(['a', 'b'], ['c', 'd']),
    publicSubnetIds: varied(['subnet-1', 'subnet-2'], ['subnet-5', 'subnet-6']),
    privateSubnetIds: varied(['subnet-3', 'subnet-4'], ['subnet-7', 'subnet-8']),
  });
const vpcOf = (stack: Stack, id: string) => vpc(stack, id) as import('aws-cdk-lib/aws-ec2').IVpc;
const fn: Maker = (stack, id) =>
  new lambda.Function(stack, id, {
    code: lambda.Code.fromInline('x'),
    handler: varied('index.handler', 'main.handler'),
    runtime: lambda.Runtime.NODEJS_22_X,
  });
const table: Maker = (stack, id) =>
  new dynamodb.Table(stack, id, { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
const task = (stack: Stack, id: string) => {
  const made = new ecs.TaskDefinition(stack, id, {
    compatibility: ecs.Compatibility.EC2_AND_FARGATE,
    cpu: '256',
    memoryMiB: '512',
  });
  made.addContainer('Web', {
    image: ecs.ContainerImage.fromRegistry(varied('nginx', 'httpd')),
    portMappings: [{ containerPort: 80 }],
  });
  return made;
};

const httpApi: Maker = (stack, id) => new apigatewayv2.HttpApi(stack, id, { createDefaultStage: false });
const definition = (apiId: string) =>
  appsync.Definition.fromSchema({
    bind: () => ({ apiId, definition: 'type Query { a: Int }' }),
  } as unknown as import('aws-cdk-lib/aws-appsync').ISchema);
const graphqlApi = (stack: Stack, id: string) =>
  new appsync.GraphqlApi(stack, id, { name: id, definition: definition(id) });

/**
 * By the name of the type in aws-cdk-lib. Each is a construct of its own under the ID that it is given, so that the
 * template tells where it is referred to.
 */
const makers: Readonly<Record<string, Maker>> = {
  'aws_apigateway.ApiDefinition': () => apigateway.ApiDefinition.fromInline({ openapi: '3.0.2' }),
  'aws_apigateway.Deployment': (stack, id) => {
    const api = apigateway.RestApi.fromRestApiAttributes(stack, id, {
      restApiId: 'api',
      rootResourceId: 'root',
    });
    return new apigateway.Deployment(stack, `${id}Deployment`, { api });
  },
  'aws_apigateway.IRestApi': (stack, id) => new apigateway.RestApi(stack, id, { deploy: false }),
  'aws_apigatewayv2.HttpRouteIntegration': (_stack, id) =>
    new integrations.HttpUrlIntegration(id, varied('https://example.com', 'https://example.org')),
  'aws_apigatewayv2.HttpRouteKey': () => apigatewayv2.HttpRouteKey.with(varied('/a', '/b')),
  'aws_apigatewayv2.IHttpApi': httpApi,
  'aws_apigatewayv2.IHttpApiRef': httpApi,
  'aws_apigatewayv2.IWebSocketApi': (stack, id) => new apigatewayv2.WebSocketApi(stack, id),
  'aws_apigatewayv2.WebSocketRouteIntegration': (_stack, id) => new integrations.WebSocketMockIntegration(id),
  'aws_appsync.Definition': (_stack, id) => definition(id),
  'aws_appsync.BaseDataSource': (stack, id) =>
    new appsync.NoneDataSource(stack, id, { api: graphqlApi(stack, `${id}Api`) }),
  'aws_appsync.IGraphqlApi': graphqlApi,
  'aws_appsync.IGraphQLApi': graphqlApi,
  'aws_certificatemanager.ICertificate': (stack, id) =>
    new acm.Certificate(stack, id, { domainName: 'example.com' }),
  'aws_dynamodb.ITable': table,
  'aws_autoscaling.BlockDeviceVolume': () => autoscaling.BlockDeviceVolume.ebs(8),
  'aws_ec2.BlockDeviceVolume': () => ec2.BlockDeviceVolume.ebs(8),
  'aws_ec2.IKeyPair': (stack, id) => new ec2.KeyPair(stack, id),
  'aws_ec2.ILaunchTemplate': (stack, id) => new ec2.LaunchTemplate(stack, id),
  'aws_ec2.IMachineImage': () => ec2.MachineImage.genericLinux({ 'us-east-1': 'ami-12345678' }),
  'aws_ec2.InstanceType': () => new ec2.InstanceType(varied('m5.large', 't3.micro')),
  'aws_ec2.ISecurityGroup': (stack, id) =>
    new ec2.SecurityGroup(stack, id, { vpc: vpcOf(stack, `${id}Vpc`) }),
  'aws_ec2.IVpc': vpc,
  'aws_ec2.UserData': () => ec2.UserData.custom('text'),
  'aws_ecs.ContainerImage': () => ecs.ContainerImage.fromRegistry(varied('nginx', 'httpd')),
  'aws_ecs.ICluster': (stack, id) => new ecs.Cluster(stack, id, { vpc: vpcOf(stack, `${id}Vpc`) }),
  'aws_ecs.TaskDefinition': task,
  /** A cluster of instances. */
  capacity: (stack, id) => {
    const cluster = new ecs.Cluster(stack, id, { vpc: vpcOf(stack, `${id}Vpc`) });
    cluster.addCapacity('Instances', { instanceType: new ec2.InstanceType('m5.large') });
    return cluster;
  },
  'aws_elasticloadbalancingv2.IApplicationLoadBalancer': (stack, id) =>
    new elb.ApplicationLoadBalancer(stack, id, { vpc: vpcOf(stack, `${id}Vpc`) }),
  'aws_elasticloadbalancingv2.INetworkLoadBalancer': (stack, id) =>
    new elb.NetworkLoadBalancer(stack, id, { vpc: vpcOf(stack, `${id}Vpc`) }),
  'aws_elasticloadbalancingv2.ListenerAction': () => elb.ListenerAction.fixedResponse(200),
  'aws_elasticloadbalancingv2.NetworkListenerAction': (stack, id) =>
    elb.NetworkListenerAction.forward([
      new elb.NetworkTargetGroup(stack, id, { port: 80, vpc: vpcOf(stack, `${id}Vpc`) }),
    ]),
  'aws_elasticsearch.ElasticsearchVersion': () =>
    varied(elasticsearch.ElasticsearchVersion.V7_10, elasticsearch.ElasticsearchVersion.V7_9),
  'aws_iam.IInstanceProfile': (stack, id) => new iam.InstanceProfile(stack, id),
  'aws_iam.PolicyStatement': () =>
    new iam.PolicyStatement({
      actions: ['*'],
      resources: ['*'],
      principals: [new iam.AccountRootPrincipal()],
    }),
  'aws_iam.IRole': (stack, id) => new iam.Role(stack, id, { assumedBy: new iam.AccountRootPrincipal() }),
  'aws_iam.PolicyDocument': () => new iam.PolicyDocument(),
  'aws_kinesis.IStream': (stack, id) => new kinesis.Stream(stack, id),
  'aws_kms.IKey': (stack, id) => new kms.Key(stack, id),
  'aws_lambda.Code': () => lambda.Code.fromInline(varied('x', 'y')),
  'aws_lambda.DockerImageCode': (stack, id) =>
    lambda.DockerImageCode.fromEcr(ecr.Repository.fromRepositoryName(stack, id, 'images')),
  'aws_lambda.IFunction': fn,
  'aws_lambda.Runtime': () => varied(lambda.Runtime.NODEJS_22_X, lambda.Runtime.NODEJS_20_X),
  'aws_logs.ILogGroup': (stack, id) => new logs.LogGroup(stack, id),
  'aws_opensearchservice.EngineVersion': () =>
    varied(opensearch.EngineVersion.OPENSEARCH_2_11, opensearch.EngineVersion.OPENSEARCH_2_9),
  'aws_rds.IDatabaseInstance': (stack, id) =>
    new rds.DatabaseInstance(stack, id, {
      vpc: vpcOf(stack, `${id}Vpc`),
      engine: rds.DatabaseInstanceEngine.MYSQL,
    }),
  'aws_rds.IInstanceEngine': () =>
    varied(rds.DatabaseInstanceEngine.MYSQL, rds.DatabaseInstanceEngine.MARIADB),
  'aws_route53.IHealthCheck': (stack, id) =>
    new route53.HealthCheck(stack, id, { type: route53.HealthCheckType.HTTP, fqdn: 'example.com' }),
  'aws_route53.IHostedZone': (stack, id) =>
    new route53.PublicHostedZone(stack, id, { zoneName: varied('example.com', 'example.org') }),
  'aws_route53.RecordTarget': () => route53.RecordTarget.fromIpAddresses(varied('192.0.2.1', '192.0.2.2')),
  'aws_s3.LifecycleRule': () => ({ expiration: Duration.days(1) }),
  'aws_s3.ObjectLockRetention': () => s3.ObjectLockRetention.compliance(Duration.days(1)),
  'aws_s3.IBucket': (stack, id) => new s3.Bucket(stack, id),
  'aws_sns.ITopic': (stack, id) => new sns.Topic(stack, id),
  'aws_sqs.IQueue': (stack, id) => new sqs.Queue(stack, id),
  'aws_stepfunctions.IStateMachine': (stack, id) =>
    new stepfunctions.StateMachine(stack, id, {
      stateMachineType: stepfunctions.StateMachineType.EXPRESS,
      definitionBody: stepfunctions.DefinitionBody.fromString('{}'),
    }),
};

/** What makes a value of the type `fqn`, if one is known. */
export function stubOf(fqn: string): Maker | undefined {
  const name = fqn.replace(/^aws-cdk-lib\./, '');
  // `interfaces.aws_kms.IKeyRef` is what an `aws_kms.IKey` is at least.
  const wider = /^interfaces\.(aws_\w+\.I\w+)Ref$/.exec(name)?.[1];
  return makers[name] ?? (wider === undefined ? undefined : makers[wider]);
}
