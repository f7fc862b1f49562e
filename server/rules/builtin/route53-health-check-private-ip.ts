import type { Template } from '../../model/template.ts';
import { getPath, type Value } from '../../model/value.ts';
import { breaksWhen } from '../claims.ts';
import type { Rule } from '../rule.ts';

/** Private, shared, loopback, link-local, multicast and reserved ranges: RFC 1918, 6598, 6890. */
const unreachable4: readonly RegExp[] = [
  /^(?:0|10|127)\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^(?:22[4-9]|2[3-5]\d)\./,
];
const isIpv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Unspecified, loopback, unique local (fc00::/7), link-local (fe80::/10) and multicast (ff00::/8). */
const unreachable6 = /^(?:[0:]*:[01]?$|f[cd][\da-f]{2}:|fe[89ab][\da-f]:|ff[\da-f]{2}:)/i;

/** The attributes of resources that are private addresses. */
const privateAttributes: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'PrivateIp',
  'AWS::EC2::NetworkInterface': 'PrimaryPrivateIpAddress',
};

/** A health check of an address that nobody on the internet can reach. */
export const healthCheckPrivateIp: Rule = {
  id: 'route53/health-check-private-ip',
  title: { en: 'Health check of a private address', ja: 'プライベートアドレスのヘルスチェック' },
  severity: 'error',
  subject: { topic: 'route53', aspect: 'private-health-checks' },
  on: ['AWS::Route53::HealthCheck'],
  check(check, template) {
    const address = getPath(check.properties, 'HealthCheckConfig.IPAddress');
    const when = breaksWhen(template, address, (value) => isUnreachable(value, template));
    if (!when) return [];
    const [en, ja] =
      address.kind === 'scalar'
        ? [String(address.value), String(address.value)]
        : ['a private address', 'プライベートアドレス'];
    return [
      {
        message: {
          en: `Health check "${check.name}" asks ${en}, which Route 53 cannot reach: its health checkers are on the internet, and it rejects such addresses. Set a CloudWatch alarm on a metric of the endpoint and use a CLOUDWATCH_METRIC health check.`,
          ja: `ヘルスチェック「${check.name}」の対象 ${ja} には、インターネット上にある Route 53 のヘルスチェッカーから到達できず、このような指定は拒否されます。エンドポイントのメトリクスに CloudWatch アラームを設定し、CLOUDWATCH_METRIC のヘルスチェックを使ってください。`,
        },
        span: address.span,
        when,
      },
    ];
  },
};

function isUnreachable(value: Value, template: Template): boolean | undefined {
  if (value.kind === 'absent') return false;
  if (value.kind === 'scalar') {
    const text = String(value.value).trim();
    return isIpv4.test(text) ? unreachable4.some((range) => range.test(text)) : unreachable6.test(text);
  }
  if (value.kind !== 'reference') return undefined;
  const type = template.resources.get(value.target)?.type;
  if (type === undefined || value.attribute === undefined) return undefined;
  return privateAttributes[type] === value.attribute;
}
