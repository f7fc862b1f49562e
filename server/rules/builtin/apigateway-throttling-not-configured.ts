import type { Resource, Template } from '../../model/template.ts';
import { get, type Value } from '../../model/value.ts';
import { breaksWhen, type When } from '../claims.ts';
import type { Edit, PlainMap, Report, Rule } from '../rule.ts';
import { mayBeLimitedByUsagePlan } from './shared/usagePlans.ts';

/**
 * Where each kind of stage keeps its throttling. REST APIs have method settings, HTTP and WebSocket APIs have
 * route settings; neither looks into the other's.
 */
const settingsOf: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::Stage': ['MethodSettings'],
  'AWS::ApiGateway::Deployment': ['StageDescription'],
  'AWS::Serverless::Api': ['MethodSettings'],
  'AWS::ApiGatewayV2::Stage': ['DefaultRouteSettings', 'RouteSettings'],
  'AWS::Serverless::HttpApi': ['DefaultRouteSettings', 'RouteSettings'],
};

/** A stage that only the account's quota limits. */
export const throttlingNotConfigured: Rule = {
  id: 'apigateway/throttling-not-configured',
  title: { en: 'Stage without throttling', ja: 'スロットリングが設定されていないステージ' },
  severity: 'information',
  subject: { topic: 'api-gateway', aspect: 'account-throttling' },
  on: Object.keys(settingsOf),
  equivalents: ['Serverless-APIGWDefaultThrottling'],
  check(stage, template) {
    // A deployment makes a stage only where it names one.
    if (stage.type === 'AWS::ApiGateway::Deployment' && !isSet(get(stage.properties, 'StageName'))) return [];
    const when = unlimitedWhen(stage, template);
    if (!when || mayBeLimitedByUsagePlan(stage, template)) return [];
    const report: Report = {
      message: {
        en: `Stage "${nameOf(stage)}" sets no throttling, so only the account's quota for the Region limits it, which all your APIs share: one busy client can make every API answer 429. Set a rate and a burst limit.`,
        ja: `ステージ「${nameOf(stage)}」にスロットリング設定がありません。リージョン内の全 API で共有されるアカウントの上限だけが適用されるため、1 つのクライアントの大量リクエストで他の API まで 429 を返すことがあります。レートとバーストの上限を設定してください。`,
      },
      span: stage.typeSpan,
      when,
      fixes: [
        {
          title: {
            en: 'Set throttling limits (you choose the numbers)',
            ja: 'スロットリングを設定する(値は入力)',
          },
          preferred: false,
          safe: false,
          edits: editsFor(stage),
        },
      ],
    };
    return [report];
  },
};

/** When none of the stage's settings limits anything. */
function unlimitedWhen(stage: Resource, template: Template): When | undefined {
  let all: When | undefined;
  for (const property of settingsOf[stage.type] ?? []) {
    const when = breaksWhen(template, get(stage.properties, property), (value) => {
      const limited = limits(property, value);
      return limited === undefined ? undefined : !limited;
    });
    if (!when || when.length > 0) return undefined;
    all = when;
  }
  return all;
}

/** Whether the settings under `property` limit anything; undefined where that cannot be told. */
function limits(property: string, settings: Value): boolean | undefined {
  switch (settings.kind) {
    case 'absent':
      return false;
    case 'list':
      return any(settings.items.map(hasLimit), settings.open);
    case 'map':
      if (property === 'RouteSettings') {
        return any(
          settings.entries.map((entry) => hasLimit(entry.value)),
          settings.open,
        );
      }
      return hasLimit(settings) || limits('MethodSettings', get(settings, 'MethodSettings'));
    default:
      return undefined;
  }
}

function hasLimit(settings: Value): boolean | undefined {
  if (settings.kind === 'absent') return false;
  if (settings.kind !== 'map') return undefined;
  return isSet(get(settings, 'ThrottlingRateLimit')) || isSet(get(settings, 'ThrottlingBurstLimit'));
}

function any(verdicts: readonly (boolean | undefined)[], open: boolean): boolean | undefined {
  if (verdicts.includes(true)) return true;
  return open || verdicts.includes(undefined) ? undefined : false;
}

/** Whatever stands there, somebody has thought of it. */
function isSet(value: Value): boolean {
  return value.kind !== 'absent';
}

function nameOf(stage: Resource): string {
  const name = get(stage.properties, 'StageName');
  return name.kind === 'scalar' ? `${stage.name} (${name.value})` : stage.name;
}

function editsFor(stage: Resource): readonly Edit[] {
  const limits: PlainMap = {
    ThrottlingRateLimit: { placeholder: 100 },
    ThrottlingBurstLimit: { placeholder: 200 },
  };
  if (stage.type === 'AWS::ApiGatewayV2::Stage' || stage.type === 'AWS::Serverless::HttpApi') {
    const path = ['DefaultRouteSettings'];
    if (get(stage.properties, 'DefaultRouteSettings').kind === 'absent') {
      return [{ kind: 'set', resource: stage, path, to: limits }];
    }
    return Object.entries(limits).map(([key, to]) => ({
      kind: 'set',
      resource: stage,
      path: [...path, key],
      to,
    }));
  }
  const path =
    stage.type === 'AWS::ApiGateway::Deployment'
      ? ['StageDescription', 'MethodSettings']
      : ['MethodSettings'];
  const items = [{ HttpMethod: '*', ResourcePath: '/*', ...limits }];
  return [{ kind: 'append', resource: stage, path, items }];
}
