/** Changes that CDK writes in a way of its own: a method call, or a prop of the construct that makes the resource. */
import type { Resource } from '../../model/template.ts';
import type { Instance } from '../../read/cdk/instances.ts';
import type { Plain } from '../../rules/rule.ts';
import type { Piece, TextChange } from '../writer.ts';
import { type Coder, classInFile, isPlaceholder, literal } from './code.ts';
import { addProps, at, isL1, keyOf, type NewProp, propertyOf } from './props.ts';

/** The changes that give `resource` the properties `leaves`, or undefined where CDK has no way of its own for them. */
export function idiom(
  coder: Coder,
  resource: Resource,
  instance: Instance,
  path: string,
  to: readonly Plain[],
): TextChange[] | undefined {
  if (isL1(instance)) return undefined;
  if (resource.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer' && path === 'LoadBalancerAttributes') {
    return logAccessLogs(coder, resource, instance, to);
  }
  if (resource.type === 'AWS::EC2::NatGateway' && path === 'AvailabilityMode' && to[0] === 'regional') {
    return regionalGateway(coder, instance);
  }
  if (resource.type === 'AWS::ApiGateway::Stage' && path === 'MethodSettings') {
    return throttle(
      coder,
      resource,
      instance,
      to[0],
      resource.construct?.primary ? '' : 'deployOptions.',
      'throttling',
    );
  }
  if (
    resource.type === 'AWS::ApiGatewayV2::Stage' &&
    path === 'DefaultRouteSettings' &&
    resource.construct?.primary
  ) {
    return throttle(coder, resource, instance, to[0], 'throttle.', '');
  }
  if (resource.type === 'AWS::SQS::Queue' && path === 'RedrivePolicy') {
    return deadLetterQueue(coder, instance, to[0]);
  }
  return undefined;
}

/** `deadLetterQueue: { queue, maxReceiveCount: 5 }`: a queue is given as a construct; which one, the user knows. */
function deadLetterQueue(
  coder: Coder,
  instance: Instance,
  policy: Plain | undefined,
): TextChange[] | undefined {
  const count = field(policy, 'maxReceiveCount');
  if (count === undefined) return undefined;
  const { name } = coder.dialect;
  return addProps(coder, instance, [
    { prop: 'deadLetterQueue.queue', code: [{ placeholder: name('deadLetterQueue') }] },
    { prop: 'deadLetterQueue.maxReceiveCount', code: literal(coder, count) },
  ]);
}

/** `lb.logAccessLogs(bucket);` after the declaration. */
function logAccessLogs(
  coder: Coder,
  resource: Resource,
  instance: Instance,
  items: readonly Plain[],
): TextChange[] | undefined {
  const attributes = new Map(
    items.map((item) => [textOf(field(item, 'Key')), field(item, 'Value')] as const),
  );
  if (textOf(attributes.get('access_logs.s3.enabled')) !== 'true') return undefined;
  // A bucket is given as a construct; which one, the user knows.
  const argument: Piece = { placeholder: 'bucket' };
  const { name } = coder.dialect;
  const holder = resource.construct?.primary === false ? `.${name('loadBalancer')}` : '';
  return callAfter(coder, instance, [`${holder}.${name('logAccessLogs')}(`, argument, ')']);
}

/** A call on the construct, in a statement of its own after the one that makes it. */
function callAfter(coder: Coder, instance: Instance, call: readonly Piece[]): TextChange[] | undefined {
  const { text, dialect } = coder;
  const { expression, site } = instance.call;
  const end = site.base + site.statement.length;
  if (instance.variable === undefined) {
    // Nothing holds it: the call follows at once.
    const alone = site.statement.kind === 'expression' && site.statement.value === expression;
    return alone ? [{ span: at(site.base + expression.end), pieces: call }] : undefined;
  }
  if (site.statement.kind !== 'variables' && site.statement.kind !== 'expression') return undefined;
  const lineStart = text.lastIndexOf('\n', site.base - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  // What begins in the middle of a line may belong to a condition.
  if (dialect.props !== 'braces' && text.slice(lineStart, site.base).trim()) return undefined;
  const rest = dialect.restOfLine.exec(text.slice(end))?.[0].length ?? 0;
  const semicolon = text[end - 1] === ';' ? ';' : '';
  return [{ span: at(end + rest), pieces: [`\n${indent}${instance.variable}`, ...call, semicolon] }];
}

/** `natGatewayProvider: ec2.NatProvider.regionalGateway()` instead of the number of gateways. */
function regionalGateway(coder: Coder, instance: Instance): TextChange[] | undefined {
  const provider = classInFile(coder, instance.module, 'NatProvider');
  const { expression, site } = instance.call;
  if (provider === undefined || propertyOf(expression.arguments[2], ['natGatewayProvider'])) return undefined;
  const { dialect } = coder;
  const code = `${provider}.${dialect.name('regionalGateway')}()`;
  const gateways = propertyOf(expression.arguments[2], ['natGateways']);
  if (!gateways) return addProps(coder, instance, [{ prop: 'natGatewayProvider', code: [code] }]);
  const span = { start: site.base + gateways.start, end: site.base + gateways.end };
  return [{ span, pieces: [keyOf(coder, 'natGatewayProvider', dialect.props), code] }];
}

/** Rate and burst limits as the props of a stage. */
function throttle(
  coder: Coder,
  resource: Resource,
  instance: Instance,
  settings: Plain | undefined,
  holder: string,
  prefix: string,
): TextChange[] | undefined {
  if (resource.construct?.className === 'UsagePlan') return undefined;
  const props: NewProp[] = [];
  for (const name of ['RateLimit', 'BurstLimit']) {
    const value = field(settings, `Throttling${name}`);
    const own = prefix + name;
    const prop = holder + own.charAt(0).toLowerCase() + own.slice(1);
    if (value !== undefined) props.push({ prop, code: literal(coder, value) });
  }
  return props.length ? addProps(coder, instance, props) : undefined;
}

function field(value: Plain | undefined, key: string): Plain | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isPlaceholder(value))
    return undefined;
  return (value as Readonly<Record<string, Plain>>)[key];
}

function textOf(value: Plain | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (isPlaceholder(value)) return String(value.placeholder);
  return typeof value === 'object' ? undefined : String(value);
}
