import * as cdk from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';

/** Kumo Shop takes orders, prints parcel labels and counts what was sold. */
export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Network', { maxAzs: 2, natGateways: 1 });

    this.frontDoor(vpc);
    this.catalogue(vpc);
    this.orders();
    this.labels();
  }

  /** What customers see: a web page and, if all else fails, the note that we are closed. */
  private frontDoor(vpc: ec2.Vpc): void {
    const loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'ShopLoadBalancer', {
      vpc,
      internetFacing: true,
    });
    loadBalancer.addListener('Web', {
      port: 80,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443' }),
    });

    const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'shop.example.com' });
    new route53.CfnRecordSet(this, 'ShopAddress', {
      hostedZoneId: zone.hostedZoneId,
      name: 'www.shop.example.com',
      type: 'A',
      ttl: '60',
      setIdentifier: 'shop',
      failover: 'PRIMARY',
      resourceRecords: ['198.51.100.20'],
    });
    new route53.CfnRecordSet(this, 'ClosedPageAddress', {
      hostedZoneId: zone.hostedZoneId,
      name: 'www.shop.example.com',
      type: 'A',
      ttl: '60',
      setIdentifier: 'closed-page',
      failover: 'SECONDARY',
      resourceRecords: ['203.0.113.10'],
    });
  }

  /** Products and prices live in PostgreSQL; the search server keeps its index on a large disk. */
  private catalogue(vpc: ec2.Vpc): void {
    new rds.DatabaseInstance(this, 'CatalogueDatabase', {
      vpc,
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }),
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R7I, ec2.InstanceSize.LARGE),
      allocatedStorage: 200,
      storageType: rds.StorageType.STANDARD,
    });

    const searchServer = new ec2.Instance(this, 'SearchServer', {
      vpc,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R7I, ec2.InstanceSize.LARGE),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
      blockDevices: [
        {
          deviceName: '/dev/xvda',
          volume: ec2.BlockDeviceVolume.ebs(500, { volumeType: ec2.EbsDeviceVolumeType.ST1 }),
        },
      ],
    });
    searchServer.userData.addCommands('dnf install -y opensearch', 'systemctl enable --now opensearch');
    searchServer.connections.allowFromAnyIpv4(ec2.Port.SSH, 'Developers log in');
  }

  /** Orders come in through the API and go on from the table. */
  private orders(): void {
    new HttpApi(this, 'OrderApi');
    const table = new dynamodb.TableV2(this, 'Orders', {
      partitionKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
    });
    this.worker('CountSales').addEventSource(
      new DynamoEventSource(table, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        retryAttempts: 3,
      }),
    );

    new athena.CfnWorkGroup(this, 'MonthlyFigures', {
      name: 'monthly-figures',
      workGroupConfiguration: { publishCloudWatchMetricsEnabled: true },
    });
  }

  /** A parcel label is a file; printing it starts when it is written. */
  private labels(): void {
    const labels = new s3.Bucket(this, 'ParcelLabels', { enforceSSL: true });
    const toPrint = new sqs.Queue(this, 'LabelsToPrint', { visibilityTimeout: cdk.Duration.seconds(60) });
    labels.addObjectCreatedNotification(new s3n.SqsDestination(toPrint), { suffix: '.pdf' });
    this.worker('PrintLabels').addEventSource(new SqsEventSource(toPrint));
  }

  private worker(name: string): lambda.Function {
    return new lambda.Function(this, name, {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      timeout: cdk.Duration.seconds(30),
    });
  }
}
