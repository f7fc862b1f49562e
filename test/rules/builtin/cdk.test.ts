/** The same rules on CDK code: what the calls and props of constructs come to. */
import { loadCdk } from '../../read/cdk/support.ts';
import { checkFindings } from '../findings.ts';

const check = (text: string) => checkFindings(text, { language: 'typescript' });

describe('built-in rules on CDK code', () => {
  before(loadCdk);

  it('access logs of load balancers', () =>
    check(`
      import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
      const off = new elbv2.ApplicationLoadBalancer(this, 'Off', { vpc });
                            ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
      const on = new elbv2.ApplicationLoadBalancer(this, 'On', { vpc });
      on.logAccessLogs(bucket);
      // kumonote-disable-next-line elb/access-logs-disabled
      const silenced = new elbv2.ApplicationLoadBalancer(this, 'Silenced', { vpc });
    `));

  it('access logs of the load balancers of services', () =>
    check(`
      import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
      const loadBalancers = [{ name: 'outer' }, { name: 'inner' }];
      new patterns.ApplicationMultipleTargetGroupsFargateService(this, 'Off', { taskImageOptions, loadBalancers });
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
      const first = new patterns.ApplicationMultipleTargetGroupsFargateService(this, 'First', { taskImageOptions });
      first.loadBalancer.logAccessLogs(bucket);
      const all = new patterns.ApplicationMultipleTargetGroupsFargateService(this, 'All', { taskImageOptions, loadBalancers });
      for (const each of all.loadBalancers) each.logAccessLogs(bucket);
    `));

  it('HDD volumes', () =>
    check(`
      import { Size } from 'aws-cdk-lib';
      import * as ec2 from 'aws-cdk-lib/aws-ec2';
      const size = Size.gibibytes(500);
      new ec2.Volume(this, 'Disk', { availabilityZone, size, volumeType: ec2.EbsDeviceVolumeType.ST1 });
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ebs/hdd-volume hint
      new ec2.Volume(this, 'DatabaseDisk', { availabilityZone, size, volumeType: ec2.EbsDeviceVolumeType.COLD_HDD });
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ebs/hdd-random-io information
      new ec2.Volume(this, 'LogDisk', { availabilityZone, size, volumeType: ec2.EbsDeviceVolumeType.ST1 });
      new ec2.Volume(this, 'Fast', { availabilityZone, size, volumeType: ec2.EbsDeviceVolumeType.GP3 });
      const host = new ec2.Instance(this, 'Host', {
        vpc,
        instanceType: new ec2.InstanceType('m6i.large'),
        machineImage: ec2.MachineImage.latestAmazonLinux2023(),
        blockDevices: [
          { deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(500, { volumeType: ec2.EbsDeviceVolumeType.ST1 }) },
                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ebs/hdd-boot-volume error
          { deviceName: '/dev/sdf', volume: ec2.BlockDeviceVolume.ebs(500, { volumeType: ec2.EbsDeviceVolumeType.ST1 }) },
                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ebs/hdd-random-io warning
        ],
      });
      host.userData.addCommands('dnf install -y postgresql15-server');
    `));

  it('SSH, NAT gateways and throttling', () =>
    check(`
      import * as apigateway from 'aws-cdk-lib/aws-apigateway';
      import * as ec2 from 'aws-cdk-lib/aws-ec2';
      const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
                                                        ^^^^^^^^^^^^^^ nat-gateway/single-az warning
      new ec2.Vpc(this, 'Redundant', { maxAzs: 2 });
      const group = new ec2.SecurityGroup(this, 'Group', { vpc });
      group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
                           ^^^^^^^^^^^^^^^^^^ ec2/ssh-open-to-world warning
      group.addIngressRule(ec2.Peer.ipv4('203.0.113.0/24'), ec2.Port.tcp(22));
      new apigateway.RestApi(this, 'Open');
                     ^^^^^^^ apigateway/throttling-not-configured information
      new apigateway.RestApi(this, 'Limited', { deployOptions: { throttlingRateLimit: 100 } });
    `));

  it('notifications, streams and magnetic storage', () =>
    check(`
      import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
      import * as lambda from 'aws-cdk-lib/aws-lambda';
      import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
      import * as rds from 'aws-cdk-lib/aws-rds';
      import * as s3 from 'aws-cdk-lib/aws-s3';
      import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
      const table = new dynamodb.TableV2(this, 'Table', { partitionKey });
                                 ^^^^^^^ dynamodb-streams/stream-not-enabled error
      const handler = new lambda.Function(this, 'Handler', { runtime, handler: 'index.handler', code });
      handler.addEventSource(new DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST }));
              ^^^^^^^^^^^^^^ dynamodb-streams/no-failure-handling information
      const bucket = new s3.Bucket(this, 'Bucket');
                            ^^^^^^ s3/notification-without-versioning hint
      bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(handler));
      const versioned = new s3.Bucket(this, 'Versioned', { versioned: true });
      versioned.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(handler));
      new rds.DatabaseInstance(this, 'Rds', { engine: rds.DatabaseInstanceEngine.POSTGRES, vpc, storageType: rds.StorageType.STANDARD });
                                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ ebs/magnetic-managed-database warning
    `));
});
