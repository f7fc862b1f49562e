import type { Resource, Template } from '../../model/template.ts';
import { get } from '../../model/value.ts';
import { absentWhen, allOf, textWhen } from '../claims.ts';
import type { Fix, Report, Rule } from '../rule.ts';
import { freeName } from './shared/freeName.ts';
import { type DnsRecord, recordsOf, recordTypes, setInRecord } from './shared/records.ts';

/** A PRIMARY failover record that Route 53 can never find unhealthy. */
export const failoverWithoutHealthCheck: Rule = {
  id: 'route53/failover-without-health-check',
  title: {
    en: 'PRIMARY failover record without health check',
    ja: 'PRIMARY フェイルオーバーレコードにヘルスチェックがない',
  },
  severity: 'warning',
  subject: { topic: 'route53', aspect: 'primary-health-check' },
  on: recordTypes,
  check(resource, template) {
    return recordsOf(resource, template).flatMap((record): Report[] => {
      const { properties, when } = record;
      const failover = get(properties, 'Failover');
      const circumstances = allOf(
        when,
        textWhen(template, failover, 'primary'),
        // An alias is judged by its target's health instead.
        absentWhen(template, get(properties, 'AliasTarget')),
        absentWhen(template, get(properties, 'HealthCheckId')),
      );
      if (!circumstances) return [];
      return [
        {
          message: {
            en: `The PRIMARY failover record in "${resource.name}" has no health check, so Route 53 takes it as always healthy and never fails over to the secondary. Give it a HealthCheckId.`,
            ja: `「${resource.name}」の PRIMARY フェイルオーバーレコードにヘルスチェックがありません。常に正常とみなされ、セカンダリへ切り替わりません。HealthCheckId を指定してください。`,
          },
          span: failover.span,
          when: circumstances,
          fixes: fixesFor(resource, record, template),
        },
      ];
    });
  },
};

/** A new health check, of which the user says what it asks for. */
function fixesFor(resource: Resource, record: DnsRecord, template: Template): readonly Fix[] {
  if (get(record.properties, 'HealthCheckId').kind !== 'absent') return [];
  const name = freeName(template, resource.name, 'HealthCheck');
  return [
    {
      title: {
        en: 'Add a health check (you fill in what it checks)',
        ja: 'ヘルスチェックを追加する(確認先は入力)',
      },
      preferred: false,
      safe: false,
      edits: [
        {
          kind: 'add',
          resource,
          name,
          type: 'AWS::Route53::HealthCheck',
          properties: {
            HealthCheckConfig: {
              Type: 'HTTPS',
              FullyQualifiedDomainName: { placeholder: 'primary.example.com' },
              ResourcePath: { placeholder: '/health' },
            },
          },
        },
        setInRecord(resource, record, ['HealthCheckId'], { Ref: name }),
      ],
    },
  ];
}
