import assert from 'node:assert/strict';
import { builtin, findingsIn } from '../findings.ts';

const rules = builtin('nat-gateway/single-az');

interface Network {
  /** Lines of the NAT gateway below its type. */
  readonly gateway?: readonly string[];
  /** The zone of each private subnet. */
  readonly zones: readonly string[];
  /** What each subnet's route leads to. */
  readonly routes?: readonly string[];
  readonly more?: readonly string[];
}

function network({ gateway = [], zones, routes, more = [] }: Network): string {
  const lines = [
    'Resources:',
    '  Nat:',
    '    Type: AWS::EC2::NatGateway',
    ...gateway.map((line) => `    ${line}`),
  ];
  zones.forEach((zone, index) => {
    lines.push(
      `  Subnet${index}:`,
      '    Type: AWS::EC2::Subnet',
      `    Properties: { VpcId: vpc-1, AvailabilityZone: ${zone} }`,
      `  Table${index}:`,
      '    Type: AWS::EC2::RouteTable',
      `  Route${index}:`,
      '    Type: AWS::EC2::Route',
      '    Properties:',
      `      RouteTableId: !Ref Table${index}`,
      '      DestinationCidrBlock: 0.0.0.0/0',
      `      NatGatewayId: ${routes?.[index] ?? '!Ref Nat'}`,
      `  Association${index}:`,
      '    Type: AWS::EC2::SubnetRouteTableAssociation',
      `    Properties: { RouteTableId: !Ref Table${index}, SubnetId: !Ref Subnet${index} }`,
    );
  });
  return [...lines, ...more, ''].join('\n');
}

const selected = (index: number) => `!Select [${index}, !GetAZs '']`;

async function severities(text: string): Promise<string[]> {
  return (await findingsIn(text, { rules })).map(({ severity }) => severity);
}

describe('nat-gateway/single-az', () => {
  it('finds one gateway for two zones that are selected from the same list', async () => {
    const text = network({ zones: [selected(0), selected(1)] });
    const [finding] = await findingsIn(text, { rules });
    assert.equal(finding?.severity, 'warning');
    assert.equal(text.slice(finding?.span.start, finding?.span.end), 'AWS::EC2::NatGateway');
    assert.match(finding?.message.en ?? '', /serves subnets in 2 zones/);
    assert.match(finding?.message.ja ?? '', /2 個の AZ/);
    const related = finding?.related.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(related, ['Subnet0', 'Subnet1']);
  });

  it('finds one gateway for zones with names', async () => {
    assert.deepEqual(await severities(network({ zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'] })), [
      'warning',
    ]);
  });

  it('is silent in one zone', async () => {
    assert.deepEqual(await severities(network({ zones: [selected(0), selected(0)] })), []);
    assert.deepEqual(await severities(network({ zones: ['us-east-1a'] })), []);
  });

  it('is silent where zones cannot be compared', async () => {
    const zones = [selected(0), '!Ref Zone', "!Select [1, !GetAZs 'us-east-1']", 'us-east-1a'];
    assert.deepEqual(await severities(network({ zones })), []);
  });

  it('is silent where each zone has its own gateway', async () => {
    const text = network({
      zones: [selected(0), selected(1)],
      routes: ['!Ref Nat', '!Ref Second'],
      more: ['  Second:', '    Type: AWS::EC2::NatGateway'],
    });
    assert.deepEqual(await severities(text), []);
  });

  it('is silent about a regional gateway and one whose mode is unknown', async () => {
    const zones = [selected(0), selected(1)];
    for (const mode of ['regional', '!Ref Mode']) {
      const gateway = [`Properties: { AvailabilityMode: ${mode} }`];
      assert.deepEqual(await severities(network({ gateway, zones })), []);
    }
  });

  it('is graded lower where a condition brings a second gateway', async () => {
    const text = network({
      zones: [selected(0), selected(1)],
      routes: ['!Ref Nat', '!If [Redundant, !Ref Second, !Ref Nat]'],
      more: ['  Second:', '    Type: AWS::EC2::NatGateway', '    Condition: Redundant'],
    });
    const [finding, ...others] = await findingsIn(text, { rules });
    assert.equal(others.length, 0);
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message.en ?? '', /\(when Redundant is false\)$/);
  });

  it('is graded lower in a test environment', async () => {
    const gateway = ['Properties:', '  Tags: [{ Key: Environment, Value: dev }]'];
    assert.deepEqual(await severities(network({ gateway, zones: [selected(0), selected(1)] })), [
      'information',
    ]);
  });

  it('recommends a regional gateway only to those that can have one', async () => {
    const text = (kind: string) => `
      Resources:
        Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: s, ${kind} } }
        A: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: us-east-1a } }
        C: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: us-east-1c } }
        Table: { Type: AWS::EC2::RouteTable }
        LinkA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref A } }
        LinkC: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref C } }
        Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
    `;
    const message = async (kind: string) => (await findingsIn(text(kind), { rules }))[0]?.message.en ?? '';
    assert.match(await message('ConnectivityType: public'), /regional/);
    assert.match(await message('ConnectivityType: private'), /Add a NAT gateway in each zone\.$/);
    assert.match(await message('ConnectivityType: !Ref Kind'), /Add a NAT gateway in each zone\.$/);
  });
});
