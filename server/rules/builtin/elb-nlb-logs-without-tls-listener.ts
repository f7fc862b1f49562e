import { certainText } from '../../model/possible.ts';
import { type Resource, resourcesOfType, type Template } from '../../model/template.ts';
import { get } from '../../model/value.ts';
import { textWhen } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';
import { attribute } from './shared/loadBalancerAttributes.ts';

/** A Network Load Balancer whose access logs stay empty. */
export const nlbLogsWithoutTlsListener: Rule = {
  id: 'elb/nlb-logs-without-tls-listener',
  title: { en: 'Access logs without TLS listener', ja: 'TLS リスナーのない NLB のアクセスログ' },
  severity: 'information',
  subject: { topic: 'elb', aspect: 'access-log-support' },
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(loadBalancer, template) {
    if (certainText(template, get(loadBalancer.properties, 'Type')) !== 'network') return [];
    const enabled = attribute(
      get(loadBalancer.properties, 'LoadBalancerAttributes'),
      'access_logs.s3.enabled',
    );
    const when = textWhen(template, enabled, 'true');
    if (!when || !hasOnlyPlainListeners(loadBalancer, template)) return [];
    const report: Report = {
      message: {
        en: `The access logs of Network Load Balancer "${loadBalancer.name}" will stay empty: they record TLS listeners only, and it has none. Use VPC Flow Logs to see other traffic.`,
        ja: `Network Load Balancer「${loadBalancer.name}」のアクセスログには何も記録されません。対象は TLS リスナーのみですが、TLS リスナーがありません。ほかの通信の記録には VPC フローログを使ってください。`,
      },
      span: enabled.span,
      when,
    };
    return [report];
  },
};

/** Whether it has listeners here, and surely none with TLS. */
function hasOnlyPlainListeners(loadBalancer: Resource, template: Template): boolean {
  let own = 0;
  for (const listener of resourcesOfType(template, 'AWS::ElasticLoadBalancingV2::Listener')) {
    const target = get(listener.properties, 'LoadBalancerArn');
    if (target.kind === 'reference' && template.resources.has(target.target)) {
      if (target.target !== loadBalancer.id) continue;
      const protocol = certainText(template, get(listener.properties, 'Protocol'));
      if (protocol === undefined || protocol === 'TLS') return false;
      own += 1;
    } else {
      // It may be a listener of this one.
      return false;
    }
  }
  return own > 0;
}
