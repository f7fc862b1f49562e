const { aws_ec2: ec2 } = require('aws-cdk-lib');
const { Construct } = require('constructs');

/** A public and a subnet. */
class Zone extends Construct {
  constructor(scope, id, { vpcId, availabilityZone, block }) {
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

  leaveThrough(nat) {
    new ec2.CfnRoute(this, 'Way', {
      routeTableId: this.table.ref,
      destinationCidrBlock: '0.0.0.0/0',
      natGatewayId: nat.ref,
    });
  }
}

module.exports = { Zone };
