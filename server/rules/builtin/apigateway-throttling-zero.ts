import type { Template } from '../../model/template.ts';
import { get, getPath, type Value } from '../../model/value.ts';
import { breaksWhen } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';

const plan = 'AWS::ApiGateway::UsagePlan';

/** Where each type keeps limits; what stands below is searched for them. */
const places: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::Stage': ['MethodSettings'],
  'AWS::ApiGateway::Deployment': ['StageDescription'],
  'AWS::Serverless::Api': ['MethodSettings', 'Auth.UsagePlan.Throttle'],
  'AWS::ApiGatewayV2::Stage': ['DefaultRouteSettings', 'RouteSettings'],
  'AWS::Serverless::HttpApi': ['DefaultRouteSettings', 'RouteSettings'],
  [plan]: ['Throttle', 'ApiStages'],
};

const limits: readonly string[] = ['ThrottlingRateLimit', 'ThrottlingBurstLimit', 'RateLimit', 'BurstLimit'];

/** A limit that lets no request through. */
export const throttlingZero: Rule = {
  id: 'apigateway/throttling-zero',
  title: { en: 'Throttling limit of 0', ja: 'スロットリング値が 0' },
  severity: 'warning',
  subject: { topic: 'api-gateway', aspect: 'stage-throttling' },
  on: Object.keys(places),
  check(resource, template) {
    return (places[resource.type] ?? []).flatMap((path) =>
      limitsIn(template, getPath(resource.properties, path)).flatMap(({ key, value }): Report[] => {
        const when = breaksWhen(template, value, isZero);
        if (!when) return [];
        return [
          {
            message: {
              en: `${key} is 0 on "${resource.name}", which rejects every request with 429 Too Many Requests. Set a positive limit, or silence this where it is meant as a switch.`,
              ja: `「${resource.name}」の ${key} が 0 のため、すべてのリクエストが 429 Too Many Requests で拒否されます。正の値を設定してください(意図した遮断であれば抑制できます)。`,
            },
            span: value.span,
            when,
          },
        ];
      }),
    );
  },
};

function limitsIn(template: Template, value: Value): readonly { key: string; value: Value }[] {
  switch (value.kind) {
    case 'list':
      return value.items.flatMap((item) => limitsIn(template, item));
    case 'map':
      return value.entries.flatMap(({ key, value: inner }) =>
        limits.includes(key) ? [{ key, value: get(value, key) }] : limitsIn(template, inner),
      );
    default:
      return [];
  }
}

function isZero(value: Value): boolean | undefined {
  if (value.kind === 'absent') return false;
  return value.kind === 'scalar' ? String(value.value).trim() !== '' && Number(value.value) === 0 : undefined;
}
