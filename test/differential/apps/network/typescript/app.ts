import * as cdk from 'aws-cdk-lib';
import {
  aws_ecs as ecs,
  aws_elasticloadbalancing as elb,
  aws_elasticloadbalancingv2 as elbv2,
} from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';
import * as opensearch from 'aws-cdk-lib/aws-opensearchservice';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { coldDisk, gateways, smallDisk } from './sizes';

class Network extends cdk.Stack {
  readonly vpc: ec2.Vpc;
  private readonly ssh = ec2.Port.tcp(22);

  constructor(scope: cdk.App, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    const common = { maxAzs: 3, restrictDefaultSecurityGroup: false };
    this.vpc = new ec2.Vpc(this, 'Vpc', { ...common, natGateways: gateways.test });
    new ec2.Vpc(this, 'Redundant', common);
    this.openDoors();
    this.balancers();
    this.servers();
    this.records();
  }

  private openDoors(): void {
    const group = new ec2.SecurityGroup(this, 'Doors', { vpc: this.vpc });
    group.addIngressRule(ec2.Peer.anyIpv4(), this.ssh, 'from everywhere');
    const closed = new ec2.SecurityGroup(this, 'Closed', { vpc: this.vpc });
    closed.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), this.ssh);
    for (const name of ['East', 'West']) {
      const each = new ec2.SecurityGroup(this, `Gate${name}`, { vpc: this.vpc });
      each.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.tcpRange(20, 30));
    }
    const gates = ['North', 'South', 'Back'].map(
      (name) => new ec2.SecurityGroup(this, `Gate${name}`, { vpc: this.vpc }),
    );
    gates[1]?.addIngressRule(ec2.Peer.anyIpv4(), this.ssh);
    for (const each of gates) each.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.tcp(3389));
    new ec2.CfnSecurityGroup(this, 'Listed', {
      groupDescription: 'of a list',
      securityGroupIngress: ['10.0.0.0/8', '0.0.0.0/0'].map((cidrIp) => ({
        cidrIp,
        ipProtocol: 'tcp',
        fromPort: 22,
        toPort: 22,
      })),
    });
  }

  private balancers(): void {
    const { vpc } = this;
    new elbv2.ApplicationLoadBalancer(this, 'Silent', { vpc, internetFacing: true });
    const logged = new elbv2.ApplicationLoadBalancer(this, 'Logged', { vpc });
    logged.logAccessLogs(new Bucket(this, 'Logs'));
    const encrypted = new Bucket(this, 'Encrypted', { encryption: BucketEncryption.KMS_MANAGED });
    const refused = new elbv2.ApplicationLoadBalancer(this, 'Refused', { vpc });
    refused.logAccessLogs(encrypted, 'alb');
    const passing = new elbv2.NetworkLoadBalancer(this, 'Passing', { vpc });
    passing.logAccessLogs(new Bucket(this, 'Empty'));
    passing.addListener('Tcp', { port: 80, defaultAction: this.forward('TcpTargets') });
    const secret = new elbv2.NetworkLoadBalancer(this, 'Secret', { vpc });
    secret.addListener('Tls', {
      port: 443,
      certificates: [elbv2.ListenerCertificate.fromArn('arn:aws:acm:us-east-1:111122223333:certificate/x')],
      defaultAction: this.forward('TlsTargets'),
    });
    new elb.LoadBalancer(this, 'Classic', { vpc });
    new ApplicationLoadBalancedFargateService(this, 'Web', {
      vpc,
      taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') },
    });
    const pattern = new ApplicationLoadBalancedFargateService(this, 'LoggedWeb', {
      vpc,
      taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') },
    });
    pattern.loadBalancer.logAccessLogs(new Bucket(this, 'WebLogs'));
  }

  private forward(id: string): elbv2.NetworkListenerAction {
    return elbv2.NetworkListenerAction.forward([
      new elbv2.NetworkTargetGroup(this, id, { vpc: this.vpc, port: 80 }),
    ]);
  }

  private servers(): void {
    const machineImage = ec2.MachineImage.latestAmazonLinux2023();
    const instanceType = ec2.InstanceType.of(ec2.InstanceClass.T3, ec2.InstanceSize.MICRO);
    const disk = (size: number, volumeType: ec2.EbsDeviceVolumeType) =>
      ec2.BlockDeviceVolume.ebs(size, { volumeType });
    new ec2.Instance(this, 'Starting', {
      vpc: this.vpc,
      machineImage,
      instanceType,
      blockDevices: [
        {
          deviceName: '/dev/xvda',
          volume: ec2.BlockDeviceVolume.ebs(500, { volumeType: ec2.EbsDeviceVolumeType.ST1 }),
        },
        { deviceName: '/dev/sdf', volume: ec2.BlockDeviceVolume.ebs(smallDisk, { volumeType: coldDisk }) },
      ],
    });
    new ec2.Instance(this, 'Fine', {
      vpc: this.vpc,
      machineImage,
      instanceType,
      blockDevices: [{ deviceName: '/dev/xvda', volume: disk(50, ec2.EbsDeviceVolumeType.GP3) }],
      instanceInitiatedShutdownBehavior: ec2.InstanceInitiatedShutdownBehavior.TERMINATE,
    });
    new ec2.Volume(this, 'PostgresData', {
      availabilityZone: this.availabilityZones[0] ?? '',
      size: cdk.Size.tebibytes(1),
      volumeType: ec2.EbsDeviceVolumeType.THROUGHPUT_OPTIMIZED_HDD,
    });
    new ec2.CfnVolume(this, 'Raw', {
      availabilityZone: 'us-east-1a',
      volumeType: 'st1',
      size: 500,
      iops: 3000,
    });
    new ec2.CfnVolume(this, 'Old', { availabilityZone: 'us-east-1a', volumeType: 'standard', size: 100 });
    new rds.DatabaseInstance(this, 'Db', {
      vpc: this.vpc,
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }),
      storageType: rds.StorageType.STANDARD,
    });
    new opensearch.Domain(this, 'Search', {
      version: opensearch.EngineVersion.OPENSEARCH_2_11,
      ebs: { volumeType: ec2.EbsDeviceVolumeType.MAGNETIC, volumeSize: 20 },
    });
  }

  private records(): void {
    const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'example.com' });
    const target = route53.RecordTarget.fromIpAddresses('192.0.2.1');
    for (const [index, weight] of [50, 50].entries())
      new route53.ARecord(this, `Weighted${index}`, { zone, recordName: 'w.example.com.', target, weight });
    new route53.HealthCheck(this, 'Private', {
      type: route53.HealthCheckType.HTTP,
      ipAddress: '10.0.0.5',
      port: 80,
    });
    new route53.CfnRecordSet(this, 'Lonely', {
      hostedZoneId: zone.hostedZoneId,
      name: 'f.example.com.',
      type: 'A',
      ttl: '60',
      resourceRecords: ['192.0.2.1'],
      failover: 'PRIMARY',
      setIdentifier: 'one',
    });
  }
}

const app = new cdk.App();
new Network(app, 'Network', { env: { account: '111122223333', region: 'us-east-1' } });
