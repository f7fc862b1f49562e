/** `ec2.Vpc`, which makes subnets, route tables and NAT gateways of a few props. */
import { get, type Value } from '../../../model/value.ts';
import type { Span } from '../../../text/span.ts';
import type { Draft } from '../draft.ts';
import { libraryCall } from '../evaluate.ts';
import type { Definitions } from './definition.ts';

/** Subnets of the three kinds by the value of `SubnetType`, with the names it had before. */
const kinds: Readonly<Record<string, 'public' | 'private' | 'isolated'>> = {
  Public: 'public',
  Private: 'private',
  Deprecated_Private: 'private',
  Deprecated_Private_NAT: 'private',
  Isolated: 'isolated',
  Deprecated_Isolated: 'isolated',
};

interface SubnetGroup {
  readonly name: string;
  readonly kind: 'public' | 'private' | 'isolated';
}

/** Zones of a Vpc that does not say: a stack without an environment has two, any other at least as many. */
const USUAL_ZONES = 2;

function expand(vpc: Draft): void {
  const zones = zoneCount(vpc);
  const wanted = vpc.prop('natGateways');
  if (zones === undefined || (wanted.kind !== 'absent' && wanted.kind !== 'scalar')) return;
  const gateways = wanted.kind === 'scalar' ? Number(wanted.value) : undefined;
  if (Number.isNaN(gateways)) return;
  const groups = subnetGroups(vpc, gateways);
  if (!groups) return;
  const mode = natMode(vpc);
  if (mode === undefined) return;

  const publicGroups = groups.filter((group) => group.kind === 'public');
  const privateGroups = groups.filter((group) => group.kind === 'private');
  const span = gatewaySpan(vpc);
  const publicSubnets = publicGroups.flatMap((group) => subnets(vpc, group, zones));
  const nats: Draft[] = [];
  if (privateGroups.length && gateways !== 0 && mode === 'regional') {
    nats.push(vpc.make('AWS::EC2::NatGateway', 'RegionalNatGateway', { AvailabilityMode: 'regional' }, span));
  } else if (privateGroups.length && publicSubnets.length && mode === 'zonal') {
    const count = Math.min(gateways ?? zones, zones);
    for (const subnet of publicSubnets.slice(0, count)) {
      const suffix = `${subnet.id.slice(vpc.id.length + 1)}/NATGateway`;
      nats.push(vpc.make('AWS::EC2::NatGateway', suffix, { SubnetId: subnet.reference() }, span));
    }
    // A NAT gateway that CDK makes sets nothing else that matters.
    for (const nat of nats) nat.setData('AvailabilityMode', undefined);
  }
  for (const group of privateGroups) {
    subnets(vpc, group, zones).forEach((subnet, index) => {
      const nat = nats[index % Math.max(1, nats.length)];
      const base = subnet.id.slice(vpc.id.length + 1);
      const table = vpc.make('AWS::EC2::RouteTable', `${base}/RouteTable`, { VpcId: vpc.reference() });
      vpc.make('AWS::EC2::SubnetRouteTableAssociation', `${base}/RouteTableAssociation`, {
        SubnetId: subnet.reference(),
        RouteTableId: table.reference(),
      });
      vpc.make('AWS::EC2::Route', `${base}/DefaultRoute`, {
        RouteTableId: table.reference(),
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: nat ? nat.reference() : vpc.unknown(),
      });
    });
  }
  for (const group of groups) if (group.kind === 'isolated') subnets(vpc, group, zones);
}

/** How many availability zones it uses at least, at most two: more change nothing here. */
function zoneCount(vpc: Draft): number | undefined {
  const named = vpc.prop('availabilityZones');
  if (named.kind === 'list' && !named.open) return Math.min(named.items.length, USUAL_ZONES);
  if (named.kind !== 'absent') return undefined;
  const most = vpc.prop('maxAzs');
  if (most.kind === 'absent') return USUAL_ZONES;
  return most.kind === 'scalar' && Number(most.value) >= 1
    ? Math.min(Number(most.value), USUAL_ZONES)
    : undefined;
}

/** The groups of subnets, one subnet in each zone; undefined where they cannot be told. */
function subnetGroups(vpc: Draft, gateways: number | undefined): readonly SubnetGroup[] | undefined {
  const given = vpc.prop('subnetConfiguration');
  if (given.kind === 'absent') {
    return [
      { name: 'Public', kind: 'public' },
      gateways === 0 ? { name: 'Isolated', kind: 'isolated' } : { name: 'Private', kind: 'private' },
    ];
  }
  if (given.kind !== 'list' || given.open) return undefined;
  const groups: SubnetGroup[] = [];
  for (const [index, item] of given.items.entries()) {
    const type = get(item, 'subnetType');
    const kind = type.kind === 'scalar' ? kinds[String(type.value)] : undefined;
    const reserved = get(item, 'reserved');
    if (!kind || (reserved.kind !== 'absent' && reserved.kind !== 'scalar')) return undefined;
    const name = get(item, 'name');
    if (reserved.kind === 'absent' || !reserved.value) {
      groups.push({ name: name.kind === 'scalar' ? String(name.value) : `Subnet${index}`, kind });
    }
  }
  return groups;
}

/** What the NAT provider makes: gateways in one zone each, one for the region, or none (instances). */
function natMode(vpc: Draft): 'zonal' | 'regional' | 'none' | undefined {
  const provider = vpc.prop('natGatewayProvider');
  if (provider.kind === 'absent') return 'zonal';
  const name = libraryCall(provider)?.name ?? '';
  if (/^NatProvider\.gateway$|^NatGatewayProvider$/.test(name)) return 'zonal';
  if (/regional/i.test(name)) return 'regional';
  return /instance/i.test(name) ? 'none' : undefined;
}

/** Where a finding about the gateways is shown: the prop that says how many, else the class name. */
function gatewaySpan(vpc: Draft): Span {
  const entry = vpc.propEntry('natGateways');
  return entry
    ? { start: entry.keySpan.start, end: Math.max(entry.value.span.end, entry.keySpan.end) }
    : vpc.typeSpan;
}

function subnets(vpc: Draft, group: SubnetGroup, zones: number): Draft[] {
  return Array.from({ length: zones }, (_, index) => {
    const zone: Value = {
      kind: 'call',
      span: vpc.typeSpan,
      name: 'Fn::Select',
      arguments: [
        vpc.value(index),
        { kind: 'call', span: vpc.typeSpan, name: 'Fn::GetAZs', arguments: [vpc.value('')] },
      ],
    };
    return vpc.make('AWS::EC2::Subnet', `${group.name}Subnet${index + 1}`, {
      VpcId: vpc.reference(),
      AvailabilityZone: zone,
    });
  });
}

export const vpcs: Definitions = {
  Vpc: {
    type: 'AWS::EC2::VPC',
    props: { enableDnsHostnames: 'EnableDnsHostnames', enableDnsSupport: 'EnableDnsSupport' },
    defaults: { EnableDnsHostnames: true, EnableDnsSupport: true },
    attributes: { vpcId: '', vpcArn: 'Arn', vpcCidrBlock: 'CidrBlock' },
    make: expand,
  },
};
