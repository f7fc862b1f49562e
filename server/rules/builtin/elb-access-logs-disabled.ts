import { certainText } from '../../model/possible.ts';
import { type Resource, resourcesOfType, type Template } from '../../model/template.ts';
import { type Assumption, get, unknown, type Value } from '../../model/value.ts';
import type { Localized } from '../../text/localized.ts';
import type { Span } from '../../text/span.ts';
import { absentWhen, breaksWhen, type When } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Edit, Fix, Report, Rule } from '../rule.ts';
import { accessLogs, attribute, entryWithKey } from './shared/loadBalancerAttributes.ts';

const classic = 'AWS::ElasticLoadBalancing::LoadBalancer';
const current = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

/** A load balancer that could record its requests and does not. */
export const accessLogsDisabled: Rule = {
  id: 'elb/access-logs-disabled',
  title: { en: 'Access logs are off', ja: 'アクセスログが無効' },
  severity: 'warning',
  subject: { topic: 'elb', aspect: 'access-logs' },
  on: [current, classic],
  equivalents: [
    'AwsSolutions-ELB2',
    'HIPAA.Security-ELBLoggingEnabled',
    'NIST.800.53.R4-ELBLoggingEnabled',
    'NIST.800.53.R5-ELBLoggingEnabled',
    'PCI.DSS.321-ELBLoggingEnabled',
    'CKV_AWS_91',
    'CKV_AWS_92',
    'W26',
    'W52',
    'ELBV2_ACCESS_LOGGING_RULE',
    'ELB_LOGGING_ENABLED',
    'CT.ELASTICLOADBALANCING.PR.6',
    'CT.ELASTICLOADBALANCING.PR.10',
  ],
  check(loadBalancer, template) {
    return loadBalancer.type === classic
      ? checkClassic(loadBalancer, template)
      : checkCurrent(loadBalancer, template);
  },
};

function checkClassic(loadBalancer: Resource, template: Template): readonly Report[] {
  const policy = get(loadBalancer.properties, 'AccessLoggingPolicy');
  const enabled = get(policy, 'Enabled');
  const edits: Edit[] =
    enabled.kind === 'scalar'
      ? [{ kind: 'replace', resource: loadBalancer, value: enabled, by: true }]
      : [
          {
            kind: 'set',
            resource: loadBalancer,
            path: ['AccessLoggingPolicy'],
            to: { Enabled: true, S3BucketName: { placeholder: 'my-log-bucket' } },
          },
        ];
  return report(loadBalancer, template, enabled, 'AccessLoggingPolicy', edits);
}

function checkCurrent(loadBalancer: Resource, template: Template): readonly Report[] {
  const type = kindOf(loadBalancer, template);
  if (type !== 'application' && type !== 'network') return [];
  // A Network Load Balancer logs TLS connections only; without a TLS listener there is nothing to record.
  if (type === 'network' && !hasTlsListener(loadBalancer, template)) return [];
  if (hasLogDelivery(loadBalancer, template, type)) return [];
  const attributes = get(loadBalancer.properties, 'LoadBalancerAttributes');
  const edits = editsFor(loadBalancer, attributes);
  return report(loadBalancer, template, attribute(attributes, accessLogs.enabled), accessLogs.enabled, edits);
}

function kindOf(loadBalancer: Resource, template: Template): string | undefined {
  const type = get(loadBalancer.properties, 'Type');
  return type.kind === 'absent' ? 'application' : certainText(template, type);
}

function hasTlsListener(loadBalancer: Resource, template: Template): boolean {
  return usersOf(template, loadBalancer, 'AWS::ElasticLoadBalancingV2::Listener').some((listener) => {
    const target = get(listener.properties, 'LoadBalancerArn');
    return (
      target.kind === 'reference' &&
      target.target === loadBalancer.id &&
      certainText(template, get(listener.properties, 'Protocol')) === 'TLS'
    );
  });
}

/** Logs can also be delivered through CloudWatch Logs; whatever may be such a delivery counts as one. */
function hasLogDelivery(loadBalancer: Resource, template: Template, type: string): boolean {
  const wanted = type === 'network' ? 'NLB_ACCESS_LOGS' : 'ALB_ACCESS_LOGS';
  return resourcesOfType(template, 'AWS::Logs::DeliverySource').some((source) => {
    const arn = get(source.properties, 'ResourceArn');
    if (arn.kind === 'reference' && template.resources.has(arn.target) && arn.target !== loadBalancer.id) {
      return false;
    }
    const logType = certainText(template, get(source.properties, 'LogType'));
    return logType === undefined || logType === wanted;
  });
}

function report(
  loadBalancer: Resource,
  template: Template,
  enabled: Value,
  property: string,
  edits: readonly Edit[],
): readonly Report[] {
  const missing = absentWhen(template, enabled);
  const when = missing ?? breaksWhen(template, enabled, (value) => value.kind === 'absent' || isFalse(value));
  // A parameter that turns the logs on or off is a decision that the author left open on purpose.
  if (!when || when.some(isParameter)) return [];
  const span = missing ? loadBalancer.typeSpan : spanOf(enabled, loadBalancer);
  return [
    {
      message: message(loadBalancer.name, missing, property),
      span,
      when,
      fixes: edits.length > 0 ? [fix(edits)] : [],
    },
  ];
}

function isFalse(value: Value): boolean | undefined {
  return value.kind === 'scalar' ? String(value.value).toLowerCase() === 'false' : undefined;
}

function isParameter(assumption: Assumption): boolean {
  return assumption.kind !== 'condition';
}

function spanOf(value: Value, loadBalancer: Resource): Span {
  return value.span.end > value.span.start ? value.span : loadBalancer.typeSpan;
}

function message(name: string, missing: When | undefined, property: string): Localized {
  return {
    en: `Access logs are off${missing ? ' (the default)' : ''} for load balancer "${name}", so its requests leave no record to look into after an outage or an attack. Enable ${property} and name an S3 bucket.`,
    ja: `ロードバランサー「${name}」のアクセスログが無効です${missing ? '(既定値)' : ''}。障害や不正アクセスを調べるための記録が残りません。${property} を有効にし、保存先の S3 バケットを指定してください。`,
  };
}

function editsFor(loadBalancer: Resource, attributes: Value): readonly Edit[] {
  const enabled = entryWithKey(attributes, accessLogs.enabled);
  const bucket = { Key: accessLogs.bucket, Value: { placeholder: 'my-log-bucket' } };
  const items = entryWithKey(attributes, accessLogs.bucket) ? [] : [bucket];
  const value = enabled ? get(enabled, 'Value') : unknown;
  // A value that depends on a condition cannot be written over, and a second entry would contradict it.
  if (enabled && value.kind !== 'scalar') return [];
  const path = ['LoadBalancerAttributes'];
  if (value.kind === 'scalar') {
    const edits: Edit[] = [{ kind: 'replace', resource: loadBalancer, value, by: 'true' }];
    if (items.length > 0) edits.push({ kind: 'append', resource: loadBalancer, path, items });
    return edits;
  }
  return [
    {
      kind: 'append',
      resource: loadBalancer,
      path,
      items: [{ Key: accessLogs.enabled, Value: 'true' }, ...items],
    },
  ];
}

function fix(edits: readonly Edit[]): Fix {
  return {
    title: {
      en: 'Enable access logs (you choose the bucket)',
      ja: 'アクセスログを有効にする(バケットは選択)',
    },
    preferred: false,
    safe: false,
    edits,
  };
}
