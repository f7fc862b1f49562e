import { type Resource, referencedResource, resourcesOfType, type Template } from '../../model/template.ts';
import { get, sameValue } from '../../model/value.ts';
import { allOf, existsWhen, type When } from '../claims.ts';
import type { Fix, Report, Rule } from '../rule.ts';
import { isHighLevel } from './shared/constructs.ts';
import {
  areDifferent,
  isDefaultRoute,
  routedSubnets,
  type Zone,
  zonalWhen,
  zoneOf,
} from './shared/natRoutes.ts';

/** A default route to the NAT gateway of another zone, although the subnet's own zone has one. */
export const crossAzRoute: Rule = {
  id: 'nat-gateway/cross-az-route',
  title: { en: 'Route to the NAT gateway of another zone', ja: '別の AZ の NAT ゲートウェイへのルート' },
  severity: 'information',
  subject: { topic: 'nat-gateway', aspect: 'same-zone-routes' },
  on: ['AWS::EC2::Route'],
  check(route, template) {
    const target = get(route.properties, 'NatGatewayId');
    const gateway = referencedResource(template, target);
    const far = gateway && located(gateway, route, template);
    if (!far || !isDefaultRoute(template, route)) return [];
    const subnets = routedSubnets(template, route, route.condition);
    const gateways = resourcesOfType(template, 'AWS::EC2::NatGateway');
    return subnets.flatMap(({ subnet, zone, when: routed }): Report[] => {
      if (!areDifferent(zone, far.zone)) return [];
      for (const other of gateways) {
        const near = located(other, route, template);
        if (!near || !isBeside(near, subnet, zone)) continue;
        const when = allOf(routed, far.when, near.when);
        if (!when) continue;
        const alone = subnets.every((each) => !areDifferent(each.zone, zone));
        return [
          {
            message: {
              en: `Subnet "${subnet.name}" leaves through "${far.gateway.name}" in another Availability Zone, although "${other.name}" is in its own: it loses its way out when that zone fails, and its traffic between the zones is charged. Route it to "${other.name}".`,
              ja: `サブネット「${subnet.name}」は、同じ AZ に「${other.name}」があるのに、別の AZ の「${far.gateway.name}」を使っています。その AZ の障害で外部へ接続できなくなり、AZ 間の転送料金もかかります。「${other.name}」へルーティングしてください。`,
            },
            span: target.span,
            when,
            related: [
              {
                resource: subnet,
                span: subnet.nameSpan,
                message: { en: 'The subnet in the other zone', ja: '別の AZ のサブネット' },
              },
            ],
            // A table that subnets of several zones share has no gateway that suits all.
            fixes: alone && !isHighLevel(route) ? [routeTo(route, other)] : [],
          },
        ];
      }
      return [];
    });
  },
};

/** Whether the gateway is in the subnet's own zone and network. */
function isBeside(near: Located, subnet: Resource, zone: Zone): boolean {
  const network = (each: Resource) => get(each.properties, 'VpcId');
  if (near.zone.list !== zone.list || near.zone.zone !== zone.zone) return false;
  return sameValue(network(near.subnet), network(subnet));
}

interface Located {
  readonly gateway: Resource;
  readonly subnet: Resource;
  readonly zone: Zone;
  /** What must hold for it to be there and in one zone, given that `route` exists. */
  readonly when: When;
}

function located(gateway: Resource, route: Resource, template: Template): Located | undefined {
  const subnet = referencedResource(template, get(gateway.properties, 'SubnetId'));
  const zone = subnet && zoneOf(template, subnet.properties);
  const when = allOf(
    gateway.type === 'AWS::EC2::NatGateway' ? zonalWhen(template, gateway) : undefined,
    existsWhen(gateway, route.condition),
  );
  return zone && when ? { gateway, subnet, zone, when } : undefined;
}

function routeTo(route: Resource, gateway: Resource): Fix {
  return {
    title: { en: `Route to ${gateway.name}`, ja: `${gateway.name} へルーティングする` },
    preferred: true,
    safe: false,
    edits: [{ kind: 'set', resource: route, path: ['NatGatewayId'], to: { Ref: gateway.id } }],
  };
}
