import assert from 'node:assert/strict';
import { builtin, findingsIn } from '../findings.ts';

interface Network {
  readonly a?: string;
  readonly c?: string;
  readonly vpc?: string;
  readonly near?: string;
  readonly target?: string;
  readonly destination?: string;
}

/** Two NAT gateways, and a private subnet of zone c that leaves through `target`. */
function network(of: Network): string {
  const { a = '!Select [0, !GetAZs ""]', c = '!Select [1, !GetAZs ""]', vpc = '!Ref Vpc', near = '' } = of;
  const { target = '!Ref Far', destination = '0.0.0.0/0' } = of;
  return `
    Resources:
      Vpc: { Type: AWS::EC2::VPC }
      PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: ${a} } }
      PublicC: { Type: AWS::EC2::Subnet, Properties: { VpcId: ${vpc}, AvailabilityZone: ${c} } }
      PrivateC: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: ${c} } }
      Far: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref PublicA } }
      Near: { Type: AWS::EC2::NatGateway, ${near} Properties: { SubnetId: !Ref PublicC } }
      Table: { Type: AWS::EC2::RouteTable }
      Link: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref PrivateC } }
      Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: ${destination}, NatGatewayId: ${target} } }
  `;
}

describe('nat-gateway/cross-az-route', () => {
  const findings = (of: Network) => findingsIn(network(of), { rules: builtin('nat-gateway/cross-az-route') });

  it('finds a route past the gateway of the own zone, and offers that', async () => {
    const [finding, ...others] = await findings({});
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message.en ?? '', /"PrivateC".*"Far".*"Near"/);
    assert.equal(finding?.fixes[0]?.preferred, true);
    assert.equal(others.length, 0);
    assert.equal((await findings({ a: 'us-east-1a', c: 'us-east-1c' })).length, 1);
  });

  it('is graded lower where a condition brings the gateway of the own zone', async () => {
    assert.equal((await findings({ near: 'Condition: Redundant,' }))[0]?.severity, 'hint');
  });

  for (const [what, of] of Object.entries<Network>({
    'the route stays in the zone': { target: '!Ref Near' },
    'the target is a parameter': { target: '!Ref Gateway' },
    'the zones cannot be compared': { a: '!Ref ZoneA' },
    'the zones are the same': { a: '!Select [1, !GetAZs ""]' },
    'the other gateway is in another network': { vpc: '!Ref OtherVpc' },
    'the route is for some addresses only': { destination: '10.0.0.0/8' },
  })) {
    it(`is silent where ${what}`, async () => assert.deepEqual(await findings(of), []));
  }
});
