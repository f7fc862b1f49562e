import { certainText } from '../../model/possible.ts';
import type { Resource, Template } from '../../model/template.ts';
import { get } from '../../model/value.ts';
import { allOf, type When } from '../claims.ts';
import type { Fix, Related, Report, Rule, Severity } from '../rule.ts';
import { hasWord } from './evidence/words.ts';
import { areDifferent, type Served, servedBy, zonalWhen } from './shared/natRoutes.ts';
import { tagTexts } from './shared/tags.ts';

/** A NAT gateway in one Availability Zone that subnets in several zones depend on. */
export const singleAz: Rule = {
  id: 'nat-gateway/single-az',
  title: {
    en: 'One zonal NAT gateway serves several zones',
    ja: '1 つの AZ の NAT ゲートウェイを複数の AZ が利用',
  },
  severity: 'warning',
  subject: { topic: 'nat-gateway', aspect: 'availability-zones' },
  on: ['AWS::EC2::NatGateway'],
  check(gateway, template) {
    const mode = get(gateway.properties, 'AvailabilityMode');
    const zonal = zonalWhen(template, gateway);
    if (!zonal) return [];
    const found = mostZones(servedBy(template, gateway));
    const when = found && allOf(zonal, found.when);
    if (!found || !when) return [];
    const zones = found.served.length;
    const { name, construct } = gateway;
    const made = construct?.primary === false;
    const regional = mayBeRegional(gateway, template);
    const report: Report = {
      message: {
        en: `${made ? `The NAT gateway of "${name}"` : `NAT gateway "${name}"`} is in one Availability Zone but serves subnets in ${zones} zones; if its zone fails, they all lose their way out. Add a NAT gateway in each zone${regional ? `, or use ${made ? 'a regional one' : 'AvailabilityMode: regional'}` : ''}.`,
        ja: `${made ? `「${name}」の NAT ゲートウェイ` : `NAT ゲートウェイ「${name}」`}は 1 つの AZ にしかありませんが、${zones} 個の AZ のサブネットが利用しています。その AZ に障害が起きると、すべてが外部へ接続できなくなります。${regional ? `AZ ごとに作成するか、${made ? 'リージョナル NAT ゲートウェイ' : 'AvailabilityMode: regional'} を使ってください` : 'AZ ごとに作成してください'}。`,
      },
      span: mode.kind === 'scalar' ? mode.span : gateway.typeSpan,
      when,
      ...severityFor(gateway),
      related: found.served.flatMap(({ subnet }) =>
        // What the same construct makes has no place of its own.
        subnet.construct?.primary === false ? [] : [relatedSubnet(subnet)],
      ),
      fixes: made && regional ? [useRegional(gateway)] : [],
    };
    return [report];
  },
};

function relatedSubnet(subnet: Resource): Related {
  return {
    resource: subnet,
    span: subnet.nameSpan,
    message: {
      en: `Subnet "${subnet.name}" is in another zone than the others`,
      ja: `サブネット「${subnet.name}」はほかと異なる AZ にあります`,
    },
  };
}

/** By itself a regional gateway needs other properties, too; a Vpc has one prop for it. */
function useRegional(gateway: Resource): Fix {
  return {
    title: {
      en: 'Use a regional NAT gateway (replaces the gateway and its IP address)',
      ja: 'リージョナル NAT ゲートウェイにする(ゲートウェイと IP アドレスが変わります)',
    },
    preferred: false,
    safe: false,
    edits: [{ kind: 'set', resource: gateway, path: ['AvailabilityMode'], to: 'regional' }],
  };
}

/** A private NAT gateway, without the internet, is zonal only. */
function mayBeRegional(gateway: Resource, template: Template): boolean {
  // A Vpc makes public ones.
  if (gateway.construct?.primary === false) return true;
  const connectivity = get(gateway.properties, 'ConnectivityType');
  return connectivity.kind === 'absent' || certainText(template, connectivity)?.toLowerCase() === 'public';
}

/** In a test environment one NAT gateway is a reasonable way to save money. */
function severityFor(gateway: Resource): { severity?: Severity } {
  const texts = [gateway.name, ...tagTexts(gateway)];
  const isTest = hasWord(texts, ['dev', 'development', 'test', 'testing', 'sandbox', '開発', '検証']);
  return isTest ? { severity: 'information' } : {};
}

/** The largest set of subnets in provably different zones that may be served at the same time: two or more. */
function mostZones(served: readonly Served[]): { served: readonly Served[]; when: When } | undefined {
  let best: { served: readonly Served[]; when: When } | undefined;
  for (const first of served) {
    const chosen = [first];
    let when: When = first.when;
    // Certain ones first, so that a conditional subnet does not make a certain finding a possible one.
    for (const next of [...served].sort((a, b) => a.when.length - b.when.length)) {
      const together = allOf(when, next.when);
      if (!together || (together.length > when.length && chosen.length > 1)) continue;
      if (!chosen.every(({ zone }) => areDifferent(zone, next.zone))) continue;
      chosen.push(next);
      when = together;
    }
    if (chosen.length < 2) continue;
    const better =
      !best ||
      when.length < best.when.length ||
      (when.length === best.when.length && chosen.length > best.served.length);
    if (better) best = { served: chosen, when };
  }
  return best;
}
