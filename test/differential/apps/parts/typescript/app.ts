import * as cdk from 'aws-cdk-lib';
import {
  aws_amazonmq as amazonmq,
  aws_ec2 as ec2,
  aws_elasticloadbalancingv2 as elbv2,
  aws_lambda as lambda,
  aws_route53 as route53,
  aws_s3 as s3,
} from 'aws-cdk-lib';
import { hostedZoneId, regions } from './settings';
import { Zone } from './zone';

interface PartsProps extends cdk.StackProps {
  readonly maintained?: boolean;
}

class Parts extends cdk.Stack {
  constructor(scope: cdk.App, id: string, props: PartsProps) {
    super(scope, id, props);
    const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
    const first = new Zone(this, 'First', { vpcId: vpc.ref, availabilityZone: 'us-east-1a', block: 0 });
    const second = new Zone(this, 'Second', { vpcId: vpc.ref, availabilityZone: 'us-east-1b', block: 1 });
    first.leaveThrough(first.nat);
    second.leaveThrough(first.nat);
    this.regional(vpc);
    this.host(vpc, props.maintained);
    const [one, other] = [first.outer.ref, second.outer.ref];
    this.balancers([one, other]);
    this.names();
    this.uploads();

    for (const [name, deploymentMode] of [
      ['Single', 'SINGLE_INSTANCE'],
      ['Pair', 'ACTIVE_STANDBY_MULTI_AZ'],
    ])
      new amazonmq.CfnBroker(this, name, {
        brokerName: name,
        deploymentMode,
        engineType: 'ACTIVEMQ',
        hostInstanceType: 'mq.m5.large',
        publiclyAccessible: false,
        users: [],
      });
  }

  private regional(vpc: ec2.CfnVPC): void {
    const address = new ec2.CfnEIP(this, 'RegionalAddress', { domain: 'vpc' });
    const nat = new ec2.CfnNatGateway(this, 'Regional', {
      availabilityMode: 'regional',
      vpcId: vpc.ref,
      availabilityZoneAddresses: [
        { availabilityZone: 'us-east-1a', allocationIds: [address.attrAllocationId] },
      ],
    });
    const zone = new Zone(this, 'Third', { vpcId: vpc.ref, availabilityZone: 'us-east-1c', block: 2 });
    zone.leaveThrough(nat);
  }

  private host(vpc: ec2.CfnVPC, maintained = false): void {
    const web = new ec2.CfnSecurityGroup(this, 'Web', {
      groupDescription: 'HTTPS for everyone',
      vpcId: vpc.ref,
      securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '0.0.0.0/0' }],
    });
    if (maintained)
      new ec2.CfnSecurityGroupIngress(this, 'Maintenance', {
        groupId: web.attrGroupId,
        ipProtocol: 'tcp',
        fromPort: 22,
        toPort: 22,
        cidrIp: '10.0.0.0/8',
      });
    new ec2.CfnInstance(this, 'Host', {
      imageId: 'ami-12345678',
      instanceType: 't4g.small',
      keyName: 'my-key',
      securityGroupIds: [web.attrGroupId],
    });
  }

  private balancers(subnets: string[]): void {
    const logging = { key: 'access_logs.s3.enabled', value: 'true' };
    const logs = new s3.CfnBucket(this, 'Logs');
    const logged = new elbv2.CfnLoadBalancer(this, 'Logged', {
      subnets,
      loadBalancerAttributes: [logging, { key: 'access_logs.s3.bucket', value: logs.ref }],
    });
    new elbv2.CfnLoadBalancer(this, 'Nowhere', { subnets, loadBalancerAttributes: [logging] });
    for (const type of ['gateway', 'network'])
      new elbv2.CfnLoadBalancer(this, `Inspection-${type}`, {
        type,
        subnets,
        loadBalancerAttributes: [logging, { key: 'access_logs.s3.bucket', value: 'central-logs' }],
      });
    new route53.CfnRecordSet(this, 'Primary', {
      hostedZoneId,
      name: 'www.example.com',
      type: 'A',
      setIdentifier: 'primary',
      failover: 'PRIMARY',
      aliasTarget: {
        dnsName: logged.attrDnsName,
        hostedZoneId: logged.attrCanonicalHostedZoneId,
        evaluateTargetHealth: false,
      },
    });
  }

  private names(): void {
    for (const [region, address] of Object.entries(regions))
      new route53.CfnRecordSet(this, `Api-${region}`, {
        hostedZoneId,
        name: 'api.example.com',
        type: 'A',
        ttl: '60',
        region,
        resourceRecords: [address],
      });
  }

  private uploads(): void {
    const resize = new lambda.CfnFunction(this, 'Resize', {
      runtime: 'nodejs22.x',
      handler: 'index.handler',
      code: { zipFile: 'exports.handler = () => 1' },
      role: `arn:aws:iam::${this.account}:role/resize`,
    });
    for (let shard = 0; shard < 2; shard++)
      new s3.CfnBucket(this, `Uploads${shard}`, {
        versioningConfiguration: { status: shard === 0 ? 'Suspended' : 'Enabled' },
        notificationConfiguration: {
          lambdaConfigurations: [{ event: 's3:ObjectCreated:*', function: resize.attrArn }],
        },
      });
  }
}

new Parts(new cdk.App(), 'Parts', {});
