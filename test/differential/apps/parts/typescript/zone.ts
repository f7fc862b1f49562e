import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';

interface ZoneProps {
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly block: number;
}

/** A public and a private subnet. */
export class Zone extends Construct {
  readonly outer: ec2.CfnSubnet;
  readonly nat: ec2.CfnNatGateway;
  private readonly table: ec2.CfnRouteTable;

  constructor(scope: Construct, id: string, { vpcId, availabilityZone, block }: ZoneProps) {
    super(scope, id);
    const place = { vpcId, availabilityZone };
    this.outer = new ec2.CfnSubnet(this, 'Public', { ...place, cidrBlock: `10.0.${block}.0/24` });
    const inner = new ec2.CfnSubnet(this, 'Private', { ...place, cidrBlock: `10.0.${block + 100}.0/24` });
    const address = new ec2.CfnEIP(this, 'Address', { domain: 'vpc' });
    this.nat = new ec2.CfnNatGateway(this, 'Nat', {
      subnetId: this.outer.ref,
      allocationId: address.attrAllocationId,
    });
    this.table = new ec2.CfnRouteTable(this, 'Table', { vpcId });
    new ec2.CfnSubnetRouteTableAssociation(this, 'Association', {
      subnetId: inner.ref,
      routeTableId: this.table.ref,
    });
  }

  leaveThrough(nat: ec2.CfnNatGateway): void {
    new ec2.CfnRoute(this, 'Way', {
      routeTableId: this.table.ref,
      destinationCidrBlock: '0.0.0.0/0',
      natGatewayId: nat.ref,
    });
  }
}
