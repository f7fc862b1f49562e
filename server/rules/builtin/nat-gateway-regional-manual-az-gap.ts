import type { Template } from '../../model/template.ts';
import { get, type Value } from '../../model/value.ts';
import { allOf, placeOfMissing, textWhen } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';
import { areDifferent, servedBy, type Zone, zoneOf } from './shared/natRoutes.ts';

/** A regional NAT gateway with a list of zones that leaves out one it should serve. */
export const regionalManualAzGap: Rule = {
  id: 'nat-gateway/regional-manual-az-gap',
  title: {
    en: 'Regional NAT gateway that leaves out a zone',
    ja: '対象の AZ が足りないリージョナル NAT ゲートウェイ',
  },
  severity: 'warning',
  subject: { topic: 'nat-gateway', aspect: 'regional-manual-mode' },
  on: ['AWS::EC2::NatGateway'],
  check(gateway, template) {
    const regional = textWhen(template, get(gateway.properties, 'AvailabilityMode'), 'regional');
    const listed = zonesIn(get(gateway.properties, 'AvailabilityZoneAddresses'), template);
    if (!regional || !listed) return [];
    return servedBy(template, gateway).flatMap(({ subnet, zone, when: routed }): Report[] => {
      const when = allOf(regional, routed);
      if (!when || !listed.every((each) => areDifferent(each, zone))) return [];
      // A zone selected from a list has an index only.
      const named = zone.list.startsWith('AvailabilityZone') ? ` (${zone.zone})` : '';
      return [
        {
          message: {
            en: `Subnet "${subnet.name}" is routed to the regional NAT gateway "${gateway.name}", but its zone${named} is not in AvailabilityZoneAddresses: with that list the gateway serves the listed zones only. Add the zone, or leave the list out.`,
            ja: `サブネット「${subnet.name}」はリージョナル NAT ゲートウェイ「${gateway.name}」を使いますが、その AZ${named}が AvailabilityZoneAddresses にありません。列挙すると、その AZ だけが対象になります。AZ を追加するか、列挙をやめてください。`,
          },
          span: placeOfMissing(gateway, 'AvailabilityZoneAddresses'),
          when,
          related: [
            {
              resource: subnet,
              span: subnet.nameSpan,
              message: { en: 'In a zone that is not listed', ja: '列挙されていない AZ のサブネット' },
            },
          ],
        },
      ];
    });
  },
};

/** The zones of a list that can be read as a whole. */
function zonesIn(addresses: Value, template: Template): readonly Zone[] | undefined {
  if (addresses.kind !== 'list' || addresses.open || addresses.items.length === 0) return undefined;
  const zones = addresses.items.map((item) => (item.kind === 'map' ? zoneOf(template, item) : undefined));
  return zones.every((zone) => zone !== undefined) ? zones : undefined;
}
