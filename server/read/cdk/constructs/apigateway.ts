/** APIs, their stages and usage plans. */
import { type Entry, get, type Value } from '../../../model/value.ts';
import { type Draft, idOf, type Passed } from '../draft.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';

const limits: Readonly<Record<string, string>> = {
  throttlingRateLimit: 'ThrottlingRateLimit',
  throttlingBurstLimit: 'ThrottlingBurstLimit',
};
/** Options of a stage that make CDK write settings for all methods though nothing is throttled. */
const otherOptions = [
  'metricsEnabled',
  'loggingLevel',
  'dataTraceEnabled',
  'cachingEnabled',
  'cacheTtl',
  'cacheDataEncrypted',
];

/** Sets `MethodSettings` of a stage from its options. */
function setMethodSettings(stage: Draft, options: Value, keySpan = stage.typeSpan): void {
  if (options.kind !== 'absent' && options.kind !== 'map') {
    stage.set('MethodSettings', stage.unknown(options.span), keySpan);
    return;
  }
  const items: Value[] = [];
  const all = limitEntries(options);
  const others = otherOptions.some((option) => get(options, option).kind !== 'absent');
  if (all.length || others) items.push(setting(stage, '*', '/*', all, options));
  const methods = get(options, 'methodOptions');
  if (methods.kind === 'map') {
    for (const entry of methods.entries) {
      // `/pets/{id}/GET`; CDK escapes the slashes within the path.
      const at = entry.key.lastIndexOf('/');
      const path = `/${entry.key.slice(0, at).replaceAll('/', '~1')}`;
      items.push(setting(stage, entry.key.slice(at + 1), path, limitEntries(entry.value), entry.value));
    }
  }
  const open = methods.kind !== 'absent' && (methods.kind !== 'map' || methods.open);
  const partly = options.kind === 'map' && options.open;
  if (items.length === 0 && !open && !partly) stage.set('MethodSettings', stage.value(undefined), keySpan);
  else
    stage.set('MethodSettings', { kind: 'list', span: options.span, items, open: open || partly }, keySpan);
}

function limitEntries(options: Value): Entry[] {
  if (options.kind !== 'map') return [];
  return options.entries.flatMap((entry) => {
    const key = limits[entry.key];
    return key && entry.value.kind !== 'absent' ? [{ ...entry, key }] : [];
  });
}

function setting(stage: Draft, method: string, path: string, entries: readonly Entry[], from: Value): Value {
  const base = stage.value({ HttpMethod: method, ResourcePath: path }, from.span);
  return base.kind === 'map'
    ? { ...base, entries: [...base.entries, ...entries], open: from.kind === 'map' && from.open }
    : base;
}

function restApi(): ConstructDefinition {
  return {
    type: 'AWS::ApiGateway::RestApi',
    attributes: {
      restApiRootResourceId: 'RootResourceId',
      restApiRef: '',
      deploymentStage: '/DeploymentStage',
      'deploymentStage.stageName': '/DeploymentStage',
    },
    make: (api) => {
      const deploy = api.prop('deploy');
      if (!(deploy.kind === 'absent' || (deploy.kind === 'scalar' && deploy.value === true))) return;
      const options = api.prop('deployOptions');
      const name = get(options, 'stageName');
      const stage = api.make('AWS::ApiGateway::Stage', 'DeploymentStage', {
        RestApiId: api.reference(),
        StageName: name.kind === 'absent' ? 'prod' : name,
      });
      setMethodSettings(stage, options, api.propEntry('deployOptions')?.keySpan);
    },
    changeable: true,
    methods: {
      addUsagePlan: (api, call) => {
        const stage = { ...api.reference(undefined, call.methodSpan), target: `${api.id}/DeploymentStage` };
        usagePlan(
          api,
          call.values[1],
          [{ ApiId: api.reference(undefined, call.methodSpan), Stage: stage }],
          call,
        );
      },
    },
  };
}

/** A usage plan that a method makes. Which stages it is given later does not matter to what it limits. */
function usagePlan(
  api: Draft,
  props: Value | undefined,
  stages: Parameters<Draft['setData']>[1],
  call: Passed,
): void {
  const throttle = props ? get(props, 'throttle') : api.value(undefined, call.methodSpan);
  const plan = api.make(
    'AWS::ApiGateway::UsagePlan',
    idOf(call, 'UsagePlan'),
    { ApiStages: stages },
    call.methodSpan,
  );
  plan.set('Throttle', call.sure ? throttleValue(throttle) : plan.unknown(), throttle.span);
}

/** `{ rateLimit, burstLimit }` as CloudFormation calls them. */
function throttleValue(value: Value, prefix = ''): Value {
  if (value.kind !== 'map') return value.kind === 'absent' ? value : { kind: 'unknown', span: value.span };
  const names: Readonly<Record<string, string>> = {
    rateLimit: `${prefix}RateLimit`,
    burstLimit: `${prefix}BurstLimit`,
  };
  return {
    ...value,
    entries: value.entries.map((entry) => ({ ...entry, key: names[entry.key] ?? entry.key })),
  };
}

/** The API and stage of items `{ api, stage, throttle }`. */
function apiStages(plan: Draft, stages: Value): Value {
  if (stages.kind !== 'list') return stages.kind === 'absent' ? stages : plan.unknown(stages.span);
  return { ...stages, items: stages.items.map((item) => apiStage(plan, item)) };
}

function apiStage(plan: Draft, item: Value): Value {
  if (item.kind !== 'map') return plan.unknown(item.span);
  const names: Readonly<Record<string, string>> = { api: 'ApiId', stage: 'Stage', throttle: 'Throttle' };
  return {
    ...item,
    entries: item.entries.map((entry) => ({ ...entry, key: names[entry.key] ?? entry.key })),
  };
}

const plan: ConstructDefinition = {
  type: 'AWS::ApiGateway::UsagePlan',
  make: (draft) => {
    const throttle = draft.propEntry('throttle');
    draft.set('Throttle', throttleValue(draft.prop('throttle')), throttle?.keySpan);
    draft.set('ApiStages', apiStages(draft, draft.prop('apiStages')), draft.propEntry('apiStages')?.keySpan);
  },
  changeable: true,
  methods: {
    addApiStage: (draft, call) => {
      const [item] = call.values;
      draft.append('ApiStages', item ? apiStage(draft, item) : draft.unknown(call.methodSpan), call.sure);
    },
  },
};

export const apigateway: Definitions = {
  RestApi: restApi(),
  LambdaRestApi: restApi(),
  SpecRestApi: restApi(),
  StepFunctionsRestApi: restApi(),
  UsagePlan: plan,
  RateLimitedApiKey: {
    ...plan,
    make: (draft) => {
      plan.make?.(draft);
      // It names its APIs in props that changed over time; which ones is not told apart.
      draft.set('ApiStages', draft.unknown());
    },
  },
  Stage: {
    type: 'AWS::ApiGateway::Stage',
    attributes: { stageRef: '' },
    make: (stage) => {
      const deployment = stage.find(stage.prop('deployment'));
      stage.set('RestApiId', deployment ? deployment.prop('api') : stage.unknown());
      setMethodSettings(stage, stage.props);
    },
  },
};

/** Limits of all routes of an HTTP or WebSocket stage. */
function setRouteSettings(stage: Draft, throttle: Value, keySpan = stage.typeSpan): void {
  stage.set('DefaultRouteSettings', throttleValue(throttle, 'Throttling'), keySpan);
  stage.setData('RouteSettings', undefined);
}

function v2Stage(): ConstructDefinition {
  return {
    type: 'AWS::ApiGatewayV2::Stage',
    make: (stage) => setRouteSettings(stage, stage.prop('throttle'), stage.propEntry('throttle')?.keySpan),
  };
}

export const apigatewayv2: Definitions = {
  HttpApi: {
    type: 'AWS::ApiGatewayV2::Api',
    attributes: { httpApiId: '', defaultStage: '/DefaultStage' },
    make: (api) => {
      const wanted = api.prop('createDefaultStage');
      if (!(wanted.kind === 'absent' || (wanted.kind === 'scalar' && wanted.value === true))) return;
      const stage = api.make('AWS::ApiGatewayV2::Stage', 'DefaultStage', {
        ApiId: api.reference(),
        StageName: '$default',
      });
      setRouteSettings(stage, stage.value(undefined));
    },
    methods: {
      addStage: (api, call) => {
        const [, props] = call.values;
        const name = props ? get(props, 'stageName') : api.value(undefined);
        const stage = api.make(
          'AWS::ApiGatewayV2::Stage',
          idOf(call, 'Stage'),
          { ApiId: api.reference(), StageName: name.kind === 'absent' ? '$default' : name },
          call.methodSpan,
        );
        setRouteSettings(stage, props ? get(props, 'throttle') : api.value(undefined), call.methodSpan);
      },
    },
  },
  HttpStage: v2Stage(),
  WebSocketStage: v2Stage(),
};
