import type { Resource } from '../../model/template.ts';
import { get, type Value } from '../../model/value.ts';
import { allOf, breaksWhen, placeOfMissing, textWhen } from '../claims.ts';
import type { Edit, Fix, Rule } from '../rule.ts';
import { accessLogs, attribute, entryWithKey } from './shared/loadBalancerAttributes.ts';

/** Access logs that are switched on and have nowhere to go. */
export const accessLogsBucketMissing: Rule = {
  id: 'elb/access-logs-bucket-missing',
  title: { en: 'Access logs without a bucket', ja: '保存先バケットのないアクセスログ' },
  severity: 'error',
  subject: { topic: 'elb', aspect: 'access-log-bucket' },
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(loadBalancer, template) {
    const attributes = get(loadBalancer.properties, 'LoadBalancerAttributes');
    const enabled = attribute(attributes, accessLogs.enabled);
    const when = allOf(
      textWhen(template, enabled, 'true'),
      breaksWhen(template, attribute(attributes, accessLogs.bucket), isNoName),
    );
    if (!when) return [];
    return [
      {
        message: {
          en: `Load balancer "${loadBalancer.name}" enables access logs without naming a bucket for them; deployment fails. Set ${accessLogs.bucket}.`,
          ja: `ロードバランサー「${loadBalancer.name}」はアクセスログを有効にしていますが、保存先のバケットがないためデプロイに失敗します。${accessLogs.bucket} を指定してください。`,
        },
        span:
          enabled.kind === 'scalar' ? enabled.span : placeOfMissing(loadBalancer, 'LoadBalancerAttributes'),
        when,
        fixes: fixesFor(loadBalancer, attributes),
      },
    ];
  },
};

function isNoName(value: Value): boolean | undefined {
  if (value.kind === 'absent') return true;
  return value.kind === 'scalar' ? String(value.value) === '' : false;
}

function fixesFor(resource: Resource, attributes: Value): readonly Fix[] {
  const edit = editFor(resource, attributes);
  if (!edit) return [];
  const title = { en: 'Name the bucket (you fill it in)', ja: '保存先のバケットを指定する(名前は入力)' };
  return [{ title, preferred: false, safe: false, edits: [edit] }];
}

function editFor(resource: Resource, attributes: Value): Edit | undefined {
  if (attributes.kind !== 'list') return undefined;
  const placeholder = { placeholder: 'my-log-bucket' };
  const entry = entryWithKey(attributes, accessLogs.bucket);
  if (!entry) {
    const items = [{ Key: accessLogs.bucket, Value: placeholder }];
    return { kind: 'append', resource, path: ['LoadBalancerAttributes'], items };
  }
  const value = get(entry, 'Value');
  return value.kind === 'scalar' ? { kind: 'replace', resource, value, by: placeholder } : undefined;
}
