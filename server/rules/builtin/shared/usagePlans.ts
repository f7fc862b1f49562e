/** Usage plans limit the callers of REST and WebSocket APIs that present an API key. */
import { certainText } from '../../../model/possible.ts';
import {
  type Resource,
  referencedResource,
  resourcesOfType,
  type Template,
} from '../../../model/template.ts';
import { get, getPath, type Value } from '../../../model/value.ts';

/** Whether a usage plan with throttling may apply to `stage`. */
export function mayBeLimitedByUsagePlan(stage: Resource, template: Template): boolean {
  if (isOfHttpApi(stage, template)) return false;
  // SAM can make a usage plan for the API itself.
  const ownPlan = getPath(stage.properties, 'Auth.UsagePlan.Throttle');
  if (stage.type === 'AWS::Serverless::Api' && ownPlan.kind !== 'absent') return true;
  return resourcesOfType(template, 'AWS::ApiGateway::UsagePlan').some(
    (plan) => limits(plan) && !attachesElsewhere(plan, stage, template),
  );
}

/** HTTP APIs have no usage plans. */
function isOfHttpApi(stage: Resource, template: Template): boolean {
  if (stage.type === 'AWS::Serverless::HttpApi') return true;
  if (stage.type !== 'AWS::ApiGatewayV2::Stage') return false;
  const api = apiOf(stage, template);
  return api !== undefined && certainText(template, get(api.properties, 'ProtocolType')) === 'HTTP';
}

function limits(plan: Resource): boolean {
  if (mayLimit(get(plan.properties, 'Throttle'))) return true;
  const stages = get(plan.properties, 'ApiStages');
  if (stages.kind !== 'list') return stages.kind !== 'absent';
  return stages.open || stages.items.some((item) => mayLimit(get(item, 'Throttle')));
}

/** Whether `throttle` says anything: CDK writes one without limits for a stage that is given none. */
function mayLimit(throttle: Value): boolean {
  return throttle.kind === 'map' ? throttle.open || throttle.entries.length > 0 : throttle.kind !== 'absent';
}

/** Every stage that the plan names surely belongs to another API of this template. */
function attachesElsewhere(plan: Resource, stage: Resource, template: Template): boolean {
  const stages = get(plan.properties, 'ApiStages');
  if (stages.kind !== 'list' || stages.open || stages.items.length === 0) return false;
  const own = apiOf(stage, template);
  return stages.items.every((item) => {
    const api = referencedResource(template, get(item, 'ApiId'));
    return own !== undefined && api !== undefined && api !== own;
  });
}

function apiOf(stage: Resource, template: Template): Resource | undefined {
  if (stage.type === 'AWS::Serverless::Api') return stage;
  const property = stage.type === 'AWS::ApiGatewayV2::Stage' ? 'ApiId' : 'RestApiId';
  return referencedResource(template, get(stage.properties, property));
}
