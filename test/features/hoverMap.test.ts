/** Everything that belongs to a topic leads to the topic's note: types, properties, SAM events, classes, members. */
import { strict as assert } from 'node:assert';
import { typeOfClass } from '../../server/aws/cdk.ts';
import { loadSchema, type Schema } from '../../server/aws/schema.ts';
import { readKnowledge } from '../../server/build/knowledge.ts';
import type { Place } from '../../server/model/template.ts';
import { type Book, createBook } from '../../server/notes/book.ts';
import { schemaBytes } from '../aws/schemaBytes.ts';

interface Belonging {
  /** Resource types; a trailing `*` stands for all types that begin so. */
  readonly types: string;
  /** Properties as `Type.Path`, with `=` a value of one, with `@` an attribute that is read. */
  readonly properties?: string;
  /** Classes of aws-cdk-lib as `module.Class`, members as `module.Class.member`. */
  readonly cdk?: string;
}

const topics: Readonly<Record<string, Belonging>> = {
  'api-gateway': {
    types: `AWS::ApiGateway::* AWS::ApiGatewayV2::* AWS::Serverless::Api AWS::Serverless::HttpApi
      AWS::Serverless::WebSocketApi`,
    properties: `AWS::Serverless::Function.Events.Get.Type=Api AWS::Serverless::Function.Events.Get.Type=HttpApi
      AWS::ApiGateway::Stage.MethodSettings AWS::ApiGateway::Stage.MethodSettings.ThrottlingRateLimit
      AWS::ApiGateway::Stage.MethodSettings.ThrottlingBurstLimit AWS::ApiGateway::UsagePlan.Throttle
      AWS::ApiGateway::UsagePlan.Quota AWS::ApiGatewayV2::Stage.DefaultRouteSettings
      AWS::ApiGatewayV2::Stage.RouteSettings AWS::Serverless::Api.MethodSettings
      AWS::Serverless::HttpApi.DefaultRouteSettings AWS::Serverless::HttpApi.RouteSettings`,
    cdk: `aws-apigateway.RestApi aws-apigateway.LambdaRestApi aws-apigateway.SpecRestApi
      aws-apigateway.StepFunctionsRestApi aws-apigateway.Stage aws-apigateway.Deployment aws-apigateway.Method
      aws-apigateway.Resource aws-apigateway.ProxyResource aws-apigateway.UsagePlan aws-apigateway.ApiKey
      aws-apigateway.RateLimitedApiKey aws-apigateway.DomainName aws-apigateway.RequestValidator
      aws-apigateway.VpcLink aws-apigateway.GatewayResponse aws-apigatewayv2.HttpApi aws-apigatewayv2.HttpStage
      aws-apigatewayv2.HttpRoute aws-apigatewayv2.HttpAuthorizer aws-apigatewayv2.WebSocketApi
      aws-apigatewayv2.WebSocketStage aws-apigatewayv2.WebSocketRoute aws-apigatewayv2.ApiMapping
      aws-apigateway.RestApi.deployOptions aws-apigatewayv2.HttpStage.throttle
      aws-apigateway.Stage.throttlingRateLimit`,
  },
  'amazon-mq': {
    types: 'AWS::AmazonMQ::*',
    properties: `AWS::Serverless::Function.Events.Orders.Type=MQ AWS::Lambda::EventSourceMapping.Queues
      AWS::Lambda::EventSourceMapping.SourceAccessConfigurations
      AWS::Pipes::Pipe.SourceParameters.ActiveMQBrokerParameters
      AWS::Pipes::Pipe.SourceParameters.RabbitMQBrokerParameters`,
    cdk: 'aws-amazonmq.CfnBroker aws-amazonmq.CfnConfiguration aws-amazonmq.CfnConfigurationAssociation',
  },
  dynamodb: {
    types: `AWS::DynamoDB::* AWS::DAX::* AWS::Serverless::SimpleTable AWS::AppSync::*
      AWS::Serverless::GraphQLApi`,
    properties: 'AWS::ApplicationAutoScaling::ScalableTarget.ServiceNamespace=dynamodb',
    cdk: `aws-dynamodb.Table aws-dynamodb.TableV2 aws-appsync.GraphqlApi aws-appsync.EventApi
      aws-appsync.ChannelNamespace aws-appsync.DynamoDbDataSource aws-appsync.AppSyncDynamoDbDataSource
      aws-appsync.AppsyncFunction aws-appsync.Resolver aws-appsync.SourceApiAssociation
      aws-dynamodb.TableV2MultiAccountReplica`,
  },
  redshift: {
    types: 'AWS::Redshift::* AWS::RedshiftServerless::*',
    properties: 'AWS::KinesisFirehose::DeliveryStream.RedshiftDestinationConfiguration',
    cdk: `aws-redshift.CfnCluster @aws-cdk/aws-redshift-alpha.Cluster @aws-cdk/aws-redshift-alpha.Table
      @aws-cdk/aws-redshift-alpha.User @aws-cdk/aws-redshift-alpha.ClusterParameterGroup
      @aws-cdk/aws-redshift-alpha.ClusterSubnetGroup`,
  },
  athena: {
    types: 'AWS::Athena::* AWS::Glue::Database AWS::Glue::Table AWS::Glue::Crawler',
    cdk: `aws-athena.CfnWorkGroup aws-stepfunctions-tasks.AthenaStartQueryExecution
      aws-stepfunctions-tasks.AthenaStopQueryExecution aws-stepfunctions-tasks.AthenaGetQueryExecution
      aws-stepfunctions-tasks.AthenaGetQueryResults`,
  },
  'dynamodb-streams': {
    types: '',
    properties: `AWS::DynamoDB::Table.StreamSpecification AWS::DynamoDB::Table.StreamSpecification.StreamViewType
      AWS::DynamoDB::GlobalTable.StreamSpecification AWS::DynamoDB::Table@StreamArn
      AWS::DynamoDB::GlobalTable@StreamArn AWS::Serverless::Function.Events.Changes.Type=DynamoDB
      AWS::Pipes::Pipe.SourceParameters.DynamoDBStreamParameters AWS::DynamoDB::Table.KinesisStreamSpecification`,
    cdk: `aws-dynamodb.Table.stream aws-dynamodb.TableV2.dynamoStream aws-dynamodb.Table.kinesisStream
      aws-dynamodb.StreamViewType aws-lambda-event-sources.DynamoEventSource aws-dynamodb.Table.tableStreamArn`,
  },
  elb: {
    types: 'AWS::ElasticLoadBalancing::* AWS::ElasticLoadBalancingV2::*',
    properties: `AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes
      AWS::ElasticLoadBalancing::LoadBalancer.AccessLoggingPolicy
      AWS::Logs::DeliverySource.LogType=ALB_ACCESS_LOGS AWS::Logs::DeliverySource.LogType=NLB_ACCESS_LOGS`,
    cdk: `aws-elasticloadbalancing.LoadBalancer aws-elasticloadbalancingv2.ApplicationLoadBalancer
      aws-elasticloadbalancingv2.NetworkLoadBalancer aws-elasticloadbalancingv2.ApplicationListener
      aws-elasticloadbalancingv2.NetworkListener aws-elasticloadbalancingv2.ApplicationListenerRule
      aws-elasticloadbalancingv2.ApplicationTargetGroup aws-elasticloadbalancingv2.NetworkTargetGroup
      aws-elasticloadbalancingv2.TrustStore aws-ecs-patterns.ApplicationLoadBalancedFargateService
      aws-ecs-patterns.ApplicationLoadBalancedEc2Service aws-ecs-patterns.NetworkLoadBalancedFargateService
      aws-ecs-patterns.NetworkLoadBalancedEc2Service
      aws-ecs-patterns.ApplicationMultipleTargetGroupsFargateService
      aws-ecs-patterns.ApplicationMultipleTargetGroupsEc2Service
      aws-ecs-patterns.NetworkMultipleTargetGroupsFargateService
      aws-ecs-patterns.NetworkMultipleTargetGroupsEc2Service
      aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs
      aws-elasticloadbalancingv2.ApplicationLoadBalancer.logConnectionLogs
      aws-elasticloadbalancingv2.ApplicationLoadBalancer.setAttribute
      aws-elasticloadbalancingv2.NetworkLoadBalancer.logAccessLogs`,
  },
  ebs: {
    types: `AWS::EC2::Volume AWS::EC2::VolumeAttachment AWS::DLM::LifecyclePolicy
      AWS::EC2::SnapshotBlockPublicAccess`,
    properties: `AWS::EC2::Instance.BlockDeviceMappings AWS::EC2::Instance.BlockDeviceMappings.Ebs.VolumeType
      AWS::EC2::Instance.BlockDeviceMappings.Ebs.Iops AWS::EC2::Instance.BlockDeviceMappings.Ebs.VolumeSize
      AWS::EC2::LaunchTemplate.LaunchTemplateData.BlockDeviceMappings.Ebs.VolumeType
      AWS::EC2::LaunchTemplate.LaunchTemplateData.BlockDeviceMappings.Ebs.Throughput
      AWS::EC2::SpotFleet.SpotFleetRequestConfigData.LaunchSpecifications.BlockDeviceMappings.Ebs.VolumeType
      AWS::EC2::EC2Fleet.LaunchTemplateConfigs.Overrides.BlockDeviceMappings.Ebs.VolumeType
      AWS::AutoScaling::LaunchConfiguration.BlockDeviceMappings.Ebs.VolumeType
      AWS::ImageBuilder::ImageRecipe.BlockDeviceMappings.Ebs.VolumeType
      AWS::ImageBuilder::ContainerRecipe.InstanceConfiguration.BlockDeviceMappings.Ebs.VolumeType
      AWS::ECS::Service.VolumeConfigurations.ManagedEBSVolume.VolumeType
      AWS::EMR::InstanceGroupConfig.EbsConfiguration.EbsBlockDeviceConfigs.VolumeSpecification.VolumeType
      AWS::RDS::DBInstance.StorageType AWS::OpenSearchService::Domain.EBSOptions.VolumeType`,
    cdk: `aws-ec2.Volume aws-ec2.BlockDeviceVolume aws-ec2.EbsDeviceVolumeType
      aws-autoscaling.EbsDeviceVolumeType aws-ecs.ServiceManagedVolume aws-rds.StorageType
      aws-stepfunctions-tasks.EmrCreateCluster.EbsBlockDeviceVolumeType`,
  },
  sqs: {
    types: 'AWS::SQS::*',
    properties: `AWS::Serverless::Function.Events.Jobs.Type=SQS
      AWS::Pipes::Pipe.SourceParameters.SqsQueueParameters AWS::SQS::Queue.RedrivePolicy
      AWS::SQS::Queue.VisibilityTimeout`,
    cdk: `aws-sqs.Queue aws-sqs.QueuePolicy aws-lambda-event-sources.SqsEventSource
      aws-lambda-event-sources.SqsDlq aws-s3-notifications.SqsDestination aws-lambda-destinations.SqsDestination
      aws-sns-subscriptions.SqsSubscription aws-events-targets.SqsQueue
      aws-ecs-patterns.QueueProcessingFargateService aws-ecs-patterns.QueueProcessingEc2Service`,
  },
  s3: {
    types: 'AWS::S3::* Custom::S3BucketNotifications',
    properties: `AWS::S3::Bucket.NotificationConfiguration AWS::S3::Bucket.VersioningConfiguration
      AWS::Serverless::Function.Events.Upload.Type=S3 AWS::Lambda::Permission.Principal=s3.amazonaws.com`,
    cdk: `aws-s3.Bucket aws-s3.EventType aws-s3.Bucket.addEventNotification
      aws-s3.Bucket.addObjectCreatedNotification aws-s3.Bucket.addObjectRemovedNotification
      aws-s3.Bucket.enableEventBridgeNotification aws-s3-notifications.LambdaDestination
      aws-s3-notifications.SqsDestination aws-s3-notifications.SnsDestination
      aws-lambda-event-sources.S3EventSource aws-lambda-event-sources.S3EventSourceV2 aws-s3.Bucket.versioned`,
  },
  ec2: {
    types: `AWS::EC2::Instance AWS::EC2::LaunchTemplate AWS::EC2::EC2Fleet AWS::EC2::SpotFleet AWS::EC2::Host
      AWS::EC2::CapacityReservation AWS::EC2::CapacityReservationFleet AWS::EC2::KeyPair
      AWS::EC2::InstanceConnectEndpoint AWS::EC2::PlacementGroup AWS::EC2::InstanceEventWindow
      AWS::EC2::SecurityGroup AWS::EC2::SecurityGroupIngress AWS::EC2::SecurityGroupEgress
      AWS::EC2::SecurityGroupVpcAssociation AWS::EC2::PrefixList AWS::EC2::NetworkAcl AWS::EC2::NetworkAclEntry
      AWS::AutoScaling::AutoScalingGroup AWS::AutoScaling::LaunchConfiguration AWS::AutoScaling::LifecycleHook
      AWS::AutoScaling::WarmPool`,
    properties: `AWS::EC2::Instance.KeyName AWS::EC2::Instance.InstanceInitiatedShutdownBehavior
      AWS::EC2::SecurityGroup.SecurityGroupIngress`,
    cdk: `aws-ec2.Instance aws-ec2.LaunchTemplate aws-ec2.KeyPair aws-ec2.BastionHostLinux aws-ec2.SecurityGroup
      aws-ec2.Peer aws-ec2.Port aws-ec2.NetworkAcl aws-autoscaling.AutoScalingGroup
      aws-ec2.Connections.allowFrom aws-ec2.Connections.allowFromAnyIpv4`,
  },
  route53: {
    types: `AWS::Route53::* AWS::Route53RecoveryControl::* AWS::Route53RecoveryReadiness::*
      AWS::Route53Resolver::* AWS::Route53Profiles::*`,
    properties: 'AWS::Route53::RecordSet.Failover AWS::Route53::RecordSet.HealthCheckId',
    cdk: `aws-route53.ARecord aws-route53.AaaaRecord aws-route53.CnameRecord aws-route53.RecordSet
      aws-route53.HealthCheck aws-route53.HostedZone aws-route53.PublicHostedZone aws-route53.PrivateHostedZone
      aws-route53.Failover aws-route53-targets.LoadBalancerTarget aws-route53-targets.CloudFrontTarget`,
  },
  'nat-gateway': {
    types: `AWS::EC2::NatGateway AWS::EC2::EIP AWS::EC2::EIPAssociation AWS::EC2::Route AWS::EC2::RouteTable
      AWS::EC2::SubnetRouteTableAssociation AWS::EC2::InternetGateway AWS::EC2::EgressOnlyInternetGateway
      AWS::EC2::Subnet AWS::EC2::VPC`,
    properties: 'AWS::EC2::Route.NatGatewayId AWS::EC2::NatGateway.AvailabilityMode=regional',
    cdk: `aws-ec2.Vpc aws-ec2.Vpc.natGateways aws-ec2.Vpc.natGatewayProvider aws-ec2.Vpc.natGatewaySubnets
      aws-ec2.NatProvider aws-ec2.NatGatewayProvider aws-ec2.RegionalNatGatewayProvider
      aws-ec2.NatInstanceProviderV2 aws-ec2.PrivateSubnet aws-ec2.PublicSubnet aws-ec2.SubnetType`,
  },
};

describe('A hover reaches the note of the topic', () => {
  let book: Book;
  let schema: Schema;
  before(async function () {
    this.timeout(30_000);
    book = createBook();
    for (const note of await readKnowledge('knowledge')) book.add(note);
    schema = await loadSchema(schemaBytes);
  });

  const words = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean);
  const missing = (topic: string, places: readonly (readonly [name: string, place: Place])[]): string[] =>
    places.flatMap(([name, place]) =>
      (['en', 'ja'] as const)
        .filter((language) => {
          const uri = `kumonote-note:/${language}/${topic}.md`;
          return !book.sectionsFor(place, language).some(({ note }) => note.uri === uri);
        })
        .map((language) => `${name} (${language})`),
    );

  for (const [topic, { types, properties, cdk }] of Object.entries(topics)) {
    it(`${topic}: types`, () => {
      const all = words(types).flatMap((type) =>
        type.endsWith('*') ? schema.types().filter((each) => each.startsWith(type.slice(0, -1))) : [type],
      );
      assert.ok(topic === 'dynamodb-streams' || all.length > 0);
      assert.deepEqual(
        missing(
          topic,
          all.map((type) => [type, typePlace(type)]),
        ),
        [],
      );
    });
    it(`${topic}: properties, values and attributes`, () => {
      assert.deepEqual(
        missing(
          topic,
          words(properties).map((name) => [name, propertyPlace(name)]),
        ),
        [],
      );
    });
    it(`${topic}: classes and members of CDK`, () => {
      assert.deepEqual(
        missing(
          topic,
          words(cdk).map((name) => [name, cdkPlace(name)]),
        ),
        [],
      );
    });
  }
});

const nothing = {
  span: { start: 0, end: 1 },
  resource: undefined,
  type: undefined,
  path: [],
  value: undefined,
  cdk: undefined,
} as const;

function typePlace(type: string): Place {
  return { ...nothing, kind: 'type', type };
}

function propertyPlace(name: string): Place {
  const [place = '', value] = name.split('=');
  const [target = '', attribute] = place.split('@');
  const [type = '', ...path] = target.split('.');
  if (attribute !== undefined) return { ...nothing, kind: 'value', type, attribute };
  if (value !== undefined) return { ...nothing, kind: 'value', type, path, value };
  return { ...nothing, kind: 'property', type, path };
}

function cdkPlace(name: string): Place {
  const at = name.startsWith('@') ? name.indexOf('.', name.indexOf('/')) : name.indexOf('.');
  const module = name.slice(0, at);
  const [className = '', member] = name.slice(at + 1).split('.');
  const type = typeOfClass(module, className);
  if (member === undefined) return { ...nothing, kind: 'class', type, cdk: { module, className } };
  return { ...nothing, kind: 'method', type, cdk: { module, className, member } };
}
