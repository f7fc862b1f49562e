/** `ec2.Vpc`, which makes subnets, route tables and NAT gateways of a few props. */
import { type Alternative, type Assumption, get, type Value } from '../../../model/value.ts';
import type { Span } from '../../../text/span.ts';
import type { Draft } from '../draft.ts';
import { libraryCall } from '../library.ts';
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

/** A number that a prop may give; undefined where it cannot be told. */
interface Count {
  readonly count: number | undefined;
  /** What must hold for it, where there are others. */
  readonly when: Assumption | undefined;
}

/** The numbers that `value` may be, `usual` where it is not given. Choices within choices are not told apart. */
function countsOf(value: Value, usual: number): readonly Count[] {
  const alternatives: readonly { value: Value; when: Assumption | undefined }[] =
    value.kind === 'choice' ? value.alternatives : [{ value, when: undefined }];
  return alternatives.map(({ value: each, when }) => {
    const count = each.kind === 'absent' ? usual : each.kind === 'scalar' ? Number(each.value) : Number.NaN;
    return { count: Number.isNaN(count) ? undefined : count, when };
  });
}

function most(counts: readonly Count[]): number | undefined {
  const known = counts.flatMap(({ count }) => (count === undefined ? [] : [count]));
  return known.length ? Math.max(...known) : undefined;
}

function expand(vpc: Draft): void {
  const zones = zoneCounts(vpc);
  const zoneCount = most(zones);
  const gateways = zoneCount === undefined ? [] : countsOf(vpc.prop('natGateways'), zoneCount);
  const gatewayCount = most(gateways);
  const mode = natMode(vpc);
  if (zoneCount === undefined || gatewayCount === undefined || mode === undefined) return;
  const groups = subnetGroups(vpc, gatewayCount);
  if (!groups) return;

  const publicSubnets = groups.flatMap((group) =>
    group.kind === 'public' ? subnets(vpc, group, zoneCount) : [],
  );
  const privateGroups = groups.filter((group) => group.kind === 'private');
  const nats: Draft[] = [];
  const span = gatewaySpan(vpc);
  if (privateGroups.length && gatewayCount > 0 && mode === 'regional') {
    nats.push(vpc.make('AWS::EC2::NatGateway', 'RegionalNatGateway', { AvailabilityMode: 'regional' }, span));
  } else if (privateGroups.length && mode === 'zonal') {
    for (const subnet of publicSubnets.slice(0, Math.min(gatewayCount, zoneCount))) {
      const suffix = `${subnet.id.slice(vpc.id.length + 1)}/NATGateway`;
      // A NAT gateway that CDK makes sets nothing else that matters.
      const properties = { SubnetId: subnet.reference(), AvailabilityMode: undefined };
      nats.push(vpc.make('AWS::EC2::NatGateway', suffix, properties, span));
    }
  }
  for (const group of privateGroups) {
    subnets(vpc, group, zoneCount).forEach((subnet, index) => {
      const gateway = gatewayOf(vpc, nats, gateways, index);
      // Where there may be fewer zones, the last ones need not be there.
      const target = index === 0 ? gateway : ofZones(vpc, zones, index, gateway);
      routeThrough(vpc, subnet, target);
    });
  }
  for (const group of groups) if (group.kind === 'isolated') subnets(vpc, group, zoneCount);
}

/** The NAT gateway of the private subnet in the zone `index`: CDK goes around those that there are. */
function gatewayOf(vpc: Draft, nats: readonly Draft[], gateways: readonly Count[], index: number): Value {
  return chosen(vpc, gateways, (count) => {
    const nat = count ? nats[index % Math.min(count, nats.length)] : undefined;
    return nat ? nat.reference() : vpc.unknown();
  });
}

function ofZones(vpc: Draft, zones: readonly Count[], index: number, gateway: Value): Value {
  return chosen(vpc, zones, (count) => (index < count ? gateway : vpc.unknown()));
}

/** What `of` says for each count, unknown for those that cannot be told. */
function chosen(vpc: Draft, counts: readonly Count[], of: (count: number) => Value): Value {
  const values = counts.map(({ count }) => (count === undefined ? vpc.unknown() : of(count)));
  const [first] = values;
  if (first && counts.length === 1) return first;
  const alternatives = counts.flatMap(({ when }, index): Alternative[] => {
    const value = values[index];
    return when && value ? [{ value, when }] : [];
  });
  return { kind: 'choice', span: vpc.typeSpan, alternatives };
}

/** The route table of a private subnet with its way out. */
function routeThrough(vpc: Draft, subnet: Draft, gateway: Value): void {
  const base = subnet.id.slice(vpc.id.length + 1);
  const table = vpc.make('AWS::EC2::RouteTable', `${base}/RouteTable`, { VpcId: vpc.reference() });
  vpc.make('AWS::EC2::SubnetRouteTableAssociation', `${base}/RouteTableAssociation`, {
    SubnetId: subnet.reference(),
    RouteTableId: table.reference(),
  });
  vpc.make('AWS::EC2::Route', `${base}/DefaultRoute`, {
    RouteTableId: table.reference(),
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: gateway,
  });
}

/** How many availability zones it uses at least, at most two: more change nothing here. */
function zoneCounts(vpc: Draft): readonly Count[] {
  const named = vpc.prop('availabilityZones');
  const counts =
    named.kind === 'list' && !named.open
      ? [{ count: named.items.length, when: undefined }]
      : named.kind === 'absent'
        ? countsOf(vpc.prop('maxAzs'), USUAL_ZONES)
        : [];
  const few = counts.map(({ count, when }) => ({ count: count && Math.min(count, USUAL_ZONES), when }));
  return few.every(({ count }) => count === few[0]?.count)
    ? few.slice(0, 1).map(({ count }) => ({ count, when: undefined }))
    : few;
}

/** The groups of subnets, one subnet in each zone; undefined where they cannot be told. */
function subnetGroups(vpc: Draft, gateways: number): readonly SubnetGroup[] | undefined {
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
  return entry ? vpc.spanOfProp(entry) : vpc.typeSpan;
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
    make: expand,
  },
};
