import { certainText } from '../../model/possible.ts';
import type { Template } from '../../model/template.ts';
import { get, getPath } from '../../model/value.ts';
import type { Report, Rule } from '../rule.ts';
import { type GroupedRecord, recordGroups } from './shared/recordGroups.ts';
import { recordTypes } from './shared/records.ts';

/** The property that makes a record one of several, and what the policy is called. */
const policies: readonly (readonly [property: string, en: string, ja: string])[] = [
  ['Weight', 'weighted', '加重'],
  ['Region', 'latency', 'レイテンシー'],
  ['GeoLocation', 'geolocation', '位置情報'],
  ['MultiValueAnswer', 'multivalue answer', '複数値回答'],
];

/** Records that share the traffic and are given out whether or not their endpoints are up. */
export const activeActiveWithoutHealthCheck: Rule = {
  id: 'route53/active-active-without-health-check',
  title: {
    en: 'Active-active records without health checks',
    ja: 'ヘルスチェックのない Active-Active レコード',
  },
  severity: 'information',
  subject: { topic: 'route53', aspect: 'active-active' },
  on: recordTypes,
  check(resource, template) {
    const { groups, complete } = recordGroups(template);
    // A record that cannot be told may belong to one of the groups and have a health check.
    if (!complete) return [];
    return [...groups.values()].flatMap((records): Report[] => {
      const [first] = records;
      if (!first || records.length < 2 || first.resource !== resource) return [];
      const policy = policies.find(([property]) =>
        records.every(({ properties }) => isKnown(get(properties, property).kind)),
      );
      if (!policy || !records.every((record) => isUnchecked(record, template))) return [];
      const [property, en, ja] = policy;
      return [
        {
          message: {
            en: `The ${en} records for "${first.name}" have no health checks, so Route 53 keeps answering with an endpoint that is down. Give each a HealthCheckId, or an alias EvaluateTargetHealth: true.`,
            ja: `「${first.name}」の${ja}ルーティングのレコードにヘルスチェックがないため、停止したエンドポイントも応答に含まれ続けます。各レコードに HealthCheckId を、エイリアスなら EvaluateTargetHealth: true を指定してください。`,
          },
          span: get(first.properties, property).span,
          related: records.slice(1).map((record) => ({
            resource: record.resource,
            span: get(record.properties, property).span,
            message: { en: 'Another record of the same name', ja: '同じ名前の別のレコード' },
          })),
        },
      ];
    });
  },
};

function isKnown(kind: string): boolean {
  return kind !== 'absent' && kind !== 'unknown' && kind !== 'choice';
}

function isUnchecked({ properties, when, resource }: GroupedRecord, template: Template): boolean {
  if (when.length > 0 || resource.condition !== undefined) return false;
  if (get(properties, 'HealthCheckId').kind !== 'absent') return false;
  if (get(properties, 'AliasTarget').kind === 'absent') return true;
  const evaluate = getPath(properties, 'AliasTarget.EvaluateTargetHealth');
  return evaluate.kind === 'absent' || certainText(template, evaluate)?.toLowerCase() === 'false';
}
