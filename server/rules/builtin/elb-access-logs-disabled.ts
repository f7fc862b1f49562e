import { certainText } from '../../model/possible.ts';
import { type Resource, resourcesOfType, type Template } from '../../model/template.ts';
import { type Assumption, get, unknown, type Value } from '../../model/value.ts';
import type { Localized } from '../../text/localized.ts';
import type { Span } from '../../text/span.ts';
import { absentWhen, breaksWhen, type When } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Edit, Fix, Plain, Report, Rule } from '../rule.ts';
import { isHighLevel } from './shared/constructs.ts';
import { freeName } from './shared/freeName.ts';
import { accessLogs, attribute, entryWithKey } from './shared/loadBalancerAttributes.ts';
import { type LoadBalancerKind, logBucketPolicy } from './shared/logBucketPolicy.ts';

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
  const enable = (bucket: Plain): readonly Edit[] => [
    {
      kind: 'set',
      resource: loadBalancer,
      path: ['AccessLoggingPolicy'],
      to: { Enabled: true, S3BucketName: bucket },
    },
  ];
  const fixes =
    enabled.kind === 'scalar'
      ? [enableIn([{ kind: 'replace', resource: loadBalancer, value: enabled, by: true }])]
      : [enableIn(enable(ownBucket))];
  // A high-level construct would be given the bucket, but not write its policy.
  if (policy.kind === 'absent' && !isHighLevel(loadBalancer)) {
    fixes.push(enableInNew(loadBalancer, 'classic', template, enable));
  }
  return report(loadBalancer, template, enabled, 'AccessLoggingPolicy', fixes);
}

function checkCurrent(loadBalancer: Resource, template: Template): readonly Report[] {
  const type = kindOf(loadBalancer, template);
  if (type !== 'application' && type !== 'network') return [];
  // A Network Load Balancer logs TLS connections only; without a TLS listener there is nothing to record.
  if (type === 'network' && !hasTlsListener(loadBalancer, template)) return [];
  if (hasLogDelivery(loadBalancer, template, type)) return [];
  const attributes = get(loadBalancer.properties, 'LoadBalancerAttributes');
  const enabled = attribute(attributes, accessLogs.enabled);
  const enable = (bucket: Plain): readonly Edit[] => editsFor(loadBalancer, attributes, bucket);
  const edits = enable(ownBucket);
  const fixes = edits.length > 0 ? [enableIn(edits)] : [];
  if (edits.length > 0 && !entryWithKey(attributes, accessLogs.bucket)) {
    fixes.push(enableInNew(loadBalancer, type, template, enable));
  }
  return report(loadBalancer, template, enabled, accessLogs.enabled, fixes);
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
  fixes: readonly Fix[],
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
      fixes,
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

/** A bucket that the user has. */
const ownBucket: Plain = { placeholder: 'my-log-bucket' };

function editsFor(loadBalancer: Resource, attributes: Value, bucket: Plain): readonly Edit[] {
  const enabled = entryWithKey(attributes, accessLogs.enabled);
  const items = entryWithKey(attributes, accessLogs.bucket)
    ? []
    : [{ Key: accessLogs.bucket, Value: bucket }];
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

function enableIn(edits: readonly Edit[]): Fix {
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

/** A new bucket, with a policy where nothing else writes one. */
function enableInNew(
  resource: Resource,
  kind: LoadBalancerKind,
  template: Template,
  enable: (bucket: Plain) => readonly Edit[],
): Fix {
  const bucket = freeName(template, resource.name, 'AccessLogs');
  const policy = freeName(template, bucket, 'Policy');
  const withPolicy: readonly Edit[] = [
    {
      kind: 'add',
      resource,
      name: policy,
      type: 'AWS::S3::BucketPolicy',
      properties: logBucketPolicy(bucket, kind),
    },
    { kind: 'depend', resource, on: policy },
  ];
  return {
    title: { en: 'Enable access logs in a new bucket', ja: '新しいバケットを作り、アクセスログを有効にする' },
    preferred: false,
    safe: false,
    edits: [
      { kind: 'add', resource, name: bucket, type: 'AWS::S3::Bucket', properties: {} },
      ...(isHighLevel(resource) ? [] : withPolicy),
      ...enable({ Ref: bucket }),
    ],
  };
}
