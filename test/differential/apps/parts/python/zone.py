from aws_cdk import aws_ec2 as ec2
from constructs import Construct


class Zone(Construct):
    """A public and a private subnet."""

    def __init__(self, scope, construct_id, *, vpc_id, availability_zone, block):
        super().__init__(scope, construct_id)
        place = {"vpc_id": vpc_id, "availability_zone": availability_zone}
        self.outer = ec2.CfnSubnet(self, "Public", cidr_block=f"10.0.{block}.0/24", **place)
        inner = ec2.CfnSubnet(self, "Private", cidr_block=f"10.0.{block + 100}.0/24", **place)
        address = ec2.CfnEIP(self, "Address", domain="vpc")
        self.nat = ec2.CfnNatGateway(
            self,
            "Nat",
            subnet_id=self.outer.ref,
            allocation_id=address.attr_allocation_id,
        )
        self._table = ec2.CfnRouteTable(self, "Table", vpc_id=vpc_id)
        ec2.CfnSubnetRouteTableAssociation(
            self,
            "Association",
            subnet_id=inner.ref,
            route_table_id=self._table.ref,
        )

    def leave_through(self, nat):
        ec2.CfnRoute(
            self,
            "Way",
            route_table_id=self._table.ref,
            destination_cidr_block="0.0.0.0/0",
            nat_gateway_id=nat.ref,
        )
