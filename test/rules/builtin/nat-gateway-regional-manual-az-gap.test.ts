import { suite } from '../suite.ts';

suite('nat-gateway/regional-manual-az-gap', {
  'finds a subnet in a zone that the list leaves out': `
    Resources:
      Nat:
        Type: AWS::EC2::NatGateway
        Properties:
          AvailabilityMode: regional
          AvailabilityZoneAddresses: [{ AvailabilityZone: !Select [0, !GetAZs ''] }]
          ^^^^^^^^^^^^^^^^^^^^^^^^^ nat-gateway/regional-manual-az-gap warning
      A: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [0, !GetAZs ''] } }
      C: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [1, !GetAZs ''] } }
      D: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Ref Zone } }
      Table: { Type: AWS::EC2::RouteTable }
      LinkA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref A } }
      LinkC: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref C } }
      LinkD: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref D } }
      Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  `,
  'is silent in automatic mode, and where a listed zone cannot be told': `
    Resources:
      Automatic: { Type: AWS::EC2::NatGateway, Properties: { AvailabilityMode: regional } }
      Asked:
        Type: AWS::EC2::NatGateway
        Properties:
          AvailabilityMode: regional
          AvailabilityZoneAddresses: [{ AvailabilityZone: us-east-1a }, { AvailabilityZone: !Ref Zone }]
      C: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: us-east-1c } }
      Table: { Type: AWS::EC2::RouteTable }
      Link: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref C } }
      One: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Automatic } }
      Two: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Asked } }
  `,
});
