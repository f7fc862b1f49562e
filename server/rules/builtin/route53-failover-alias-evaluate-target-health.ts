import { certainText } from '../../model/possible.ts';
import { referencedResource, type Template } from '../../model/template.ts';
import { entryOf, get, type Value } from '../../model/value.ts';
import { absentWhen, allOf, breaksWhen, textWhen } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';
import { recordsOf, recordTypes, setInRecord } from './shared/records.ts';

/** The hosted zone of every CloudFront distribution, whose health Route 53 cannot evaluate. */
const cloudFrontZone = 'Z2FDTNDATAQYW2';

/** A failover alias that is never found unhealthy. */
export const failoverAliasEvaluateTargetHealth: Rule = {
  id: 'route53/failover-alias-evaluate-target-health',
  title: {
    en: 'Failover alias that does not evaluate its target',
    ja: 'ターゲットの正常性を評価しないフェイルオーバーのエイリアス',
  },
  severity: 'error',
  subject: { topic: 'route53', aspect: 'alias-health' },
  on: recordTypes,
  check(resource, template) {
    return recordsOf(resource, template).flatMap((record): Report[] => {
      const { properties, when } = record;
      const alias = entryOf(properties, 'AliasTarget');
      if (alias?.value.kind !== 'map' || mayBeCloudFront(template, alias.value)) return [];
      const evaluate = get(alias.value, 'EvaluateTargetHealth');
      const failover = get(properties, 'Failover');
      const primary = textWhen(template, failover, 'primary');
      const circumstances = allOf(
        when,
        primary ?? textWhen(template, failover, 'secondary'),
        absentWhen(template, get(properties, 'HealthCheckId')),
        breaksWhen(template, evaluate, isNotEvaluated),
      );
      if (!circumstances) return [];
      const target = referencedResource(template, get(alias.value, 'DNSName'));
      const missing = evaluate.kind === 'absent';
      return [
        {
          message: {
            en: `The failover alias in "${resource.name}" does not evaluate its target's health, so Route 53 takes it as always healthy${primary ? ' and never fails over' : ''}. Set EvaluateTargetHealth to true.`,
            ja: `「${resource.name}」のフェイルオーバーのエイリアスはターゲットの正常性を評価しないため、常に正常とみなされ${primary ? '、切り替わりません' : 'ます'}。EvaluateTargetHealth を true にしてください。`,
          },
          span: missing ? alias.keySpan : evaluate.span,
          when: circumstances,
          ...(primary ? {} : { severity: 'information' as const }),
          fixes: [
            {
              title: { en: "Evaluate the target's health", ja: 'ターゲットの正常性を評価する' },
              preferred: target?.type.startsWith('AWS::ElasticLoadBalancing') === true,
              safe: false,
              edits: [
                missing
                  ? setInRecord(resource, record, ['AliasTarget', 'EvaluateTargetHealth'], true)
                  : { kind: 'replace', resource, value: evaluate, by: true },
              ],
            },
          ],
        },
      ];
    });
  },
};

function mayBeCloudFront(template: Template, alias: Value): boolean {
  const zone = certainText(template, get(alias, 'HostedZoneId'));
  if (zone !== undefined) return zone === cloudFrontZone;
  const target = referencedResource(template, get(alias, 'DNSName'));
  return target === undefined || target.type.startsWith('AWS::CloudFront::');
}

function isNotEvaluated(value: Value): boolean | undefined {
  if (value.kind === 'absent') return true;
  return value.kind === 'scalar' ? String(value.value).toLowerCase() === 'false' : undefined;
}
