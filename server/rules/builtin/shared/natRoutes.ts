/** Which subnets a NAT gateway serves, and in which zones they are, as far as a template proves it. */
import { certainText, possibilities } from '../../../model/possible.ts';
import { type Resource, referencedResource, type Template } from '../../../model/template.ts';
import { get } from '../../../model/value.ts';
import { allOf, existsWhen, type When } from '../../claims.ts';
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
  const served: Served[] = [];
  for (const { table, when: routed } of routesTo(template, gateway)) {
    for (const association of usersOf(template, table, 'AWS::EC2::SubnetRouteTableAssociation')) {
      if (referencedResource(template, get(association.properties, 'RouteTableId')) !== table) continue;
      const subnet = referencedResource(template, get(association.properties, 'SubnetId'));
      const zone = subnet && zoneOf(template, subnet);
      if (!zone) continue;
      const given = gateway.condition;
      const when = allOf(routed, existsWhen(association, given), existsWhen(subnet, given));
      if (when) served.push({ subnet, zone, when });
    }
  }
  return served;
}

function routesTo(template: Template, gateway: Resource): { table: Resource; when: When }[] {
  return usersOf(template, gateway, 'AWS::EC2::Route').flatMap((route) => {
    if (certainText(template, get(route.properties, 'DestinationCidrBlock')) !== '0.0.0.0/0') return [];
    const table = referencedResource(template, get(route.properties, 'RouteTableId'));
    if (!table) return [];
    return possibilities(template, get(route.properties, 'NatGatewayId')).flatMap((target) => {
      if (referencedResource(template, target.value) !== gateway) return [];
      const when = allOf(target.when, existsWhen(route, gateway.condition));
      return when ? [{ table, when }] : [];
    });
  });
}

function zoneOf(template: Template, subnet: Resource): Zone | undefined {
  for (const property of ['AvailabilityZone', 'AvailabilityZoneId']) {
    const value = get(subnet.properties, property);
    const name = certainText(template, value);
    if (name !== undefined) return { list: property, zone: name };
    if (value.kind !== 'call' || value.name !== 'Fn::Select') continue;
    const [index, list] = value.arguments;
    const shape = list && shapeOf(list);
    if (index?.kind === 'scalar' && shape) return { list: shape, zone: String(index.value) };
  }
  return undefined;
}
