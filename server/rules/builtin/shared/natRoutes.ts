/** Which subnets a NAT gateway serves, and in which zones they are, as far as a template proves it. */
import { certainText, possibilities } from '../../../model/possible.ts';
import { type Resource, referencedResource, type Template } from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';
import { absentWhen, allOf, existsWhen, textWhen, type When } from '../../claims.ts';
import { usersOf } from '../../references.ts';
import { shapeOf } from './shape.ts';

export interface Served {
  readonly subnet: Resource;
  readonly zone: Zone;
  /** What must hold for the gateway to serve it, given that the gateway exists. */
  readonly when: When;
}

/** Two zones are surely different if they come from the same list and are not the same in it. */
export interface Zone {
  /** `names` for zone names; else the shape of the list that the zone is selected from. */
  readonly list: string;
  readonly zone: string;
}

/** The subnets whose default route leads to `gateway`. */
export function servedBy(template: Template, gateway: Resource): readonly Served[] {
  return usersOf(template, gateway, 'AWS::EC2::Route').flatMap((route) => {
    if (!isDefaultRoute(template, route)) return [];
    return possibilities(template, get(route.properties, 'NatGatewayId')).flatMap((target) => {
      if (referencedResource(template, target.value) !== gateway) return [];
      const routed = allOf(target.when, existsWhen(route, gateway.condition));
      if (!routed) return [];
      return routedSubnets(template, route, gateway.condition).flatMap((each) => {
        const when = allOf(routed, each.when);
        return when ? [{ ...each, when }] : [];
      });
    });
  });
}

/** Whether the route is for everything that no other route is for. */
export function isDefaultRoute(template: Template, route: Resource): boolean {
  return certainText(template, get(route.properties, 'DestinationCidrBlock')) === '0.0.0.0/0';
}

/** The subnets of known zones whose route table has `route`; `given` is a condition that holds anyway. */
export function routedSubnets(
  template: Template,
  route: Resource,
  given: string | undefined,
): readonly Served[] {
  const table = referencedResource(template, get(route.properties, 'RouteTableId'));
  if (!table) return [];
  return usersOf(template, table, 'AWS::EC2::SubnetRouteTableAssociation').flatMap((association) => {
    if (referencedResource(template, get(association.properties, 'RouteTableId')) !== table) return [];
    const subnet = referencedResource(template, get(association.properties, 'SubnetId'));
    const zone = subnet && zoneOf(template, subnet.properties);
    const when = subnet && allOf(existsWhen(association, given), existsWhen(subnet, given));
    return zone && when ? [{ subnet, zone, when }] : [];
  });
}

/** The zone that the `AvailabilityZone` or `AvailabilityZoneId` in `properties` names. */
export function zoneOf(template: Template, properties: Value): Zone | undefined {
  for (const property of ['AvailabilityZone', 'AvailabilityZoneId']) {
    const value = get(properties, property);
    const name = certainText(template, value);
    if (name !== undefined) return { list: property, zone: name };
    if (value.kind !== 'call' || value.name !== 'Fn::Select') continue;
    const [index, list] = value.arguments;
    const shape = list && shapeOf(list);
    if (index?.kind === 'scalar' && shape) return { list: shape, zone: String(index.value) };
  }
  return undefined;
}

/** Whether two zones are surely different. */
export function areDifferent(a: Zone, b: Zone): boolean {
  return a.list === b.list && a.zone !== b.zone;
}

/** When the gateway is in one zone. */
export function zonalWhen(template: Template, gateway: Resource): When | undefined {
  const mode = get(gateway.properties, 'AvailabilityMode');
  return absentWhen(template, mode) ?? textWhen(template, mode, 'zonal');
}
