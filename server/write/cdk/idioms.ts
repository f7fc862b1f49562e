/** Changes that CDK writes in a way of its own: a method call, or a prop of the construct that makes the resource. */
import type { Resource } from '../../model/template.ts';
import type { Instance } from '../../read/cdk/instances.ts';
import { isMap, isPlaceholder, type Plain } from '../../rules/plain.ts';
import type { Piece, TextChange } from '../writer.ts';
import { type Coder, literal } from './code.ts';
import { classInFile } from './imports.ts';
import { isL1, keyOf, type NewProp, propertyOf } from './propCode.ts';
import { addProps } from './props.ts';
import { callAfter } from './statements.ts';

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
  if (resource.type === 'AWS::EC2::SecurityGroup' && path === 'SecurityGroupIngress') {
    return addIngressRule(coder, instance, to[0]);
  }
  return undefined;
}

/** `admin.addIngressRule(ec2.Peer.ipv4('203.0.113.0/24'), ec2.Port.tcp(22));` after the declaration. */
function addIngressRule(coder: Coder, instance: Instance, rule: Plain | undefined): TextChange[] | undefined {
  const [addresses, port] = [field(rule, 'CidrIp'), field(rule, 'FromPort')];
  if (addresses === undefined || port === undefined || field(rule, 'ToPort') !== port) return undefined;
  const peers = classInFile(coder, 'aws-ec2', 'Peer');
  const ports = classInFile(coder, 'aws-ec2', 'Port');
  if (peers === undefined || ports === undefined || field(rule, 'IpProtocol') !== 'tcp') return undefined;
  const { call, staticCall } = coder.dialect.members;
  const given = [
    staticCall(peers, 'ipv4', [literal(coder, addresses)]),
    staticCall(ports, 'tcp', [literal(coder, port)]),
  ];
  return callAfter(coder, instance, call([], 'addIngressRule', given));
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
  // A bucket is given as a construct; which one, the user knows where it is not a new one.
  const bucket = coder.functions.get(attributes.get('access_logs.s3.bucket') ?? null);
  const argument: readonly Piece[] = bucket ?? [{ placeholder: 'bucket' }];
  const { call, property } = coder.dialect.members;
  const isPart = resource.construct?.primary === false;
  const members = Object.entries(instance.definition?.attributes ?? {});
  const member = isPart ? members.find(([, path]) => instance.id + path === resource.id)?.[0] : undefined;
  // Of several that a construct makes, only the first has a name.
  if (isPart && member === undefined) return undefined;
  const holder = member === undefined ? [] : property([], member);
  return callAfter(coder, instance, call(holder, 'logAccessLogs', [argument]));
}

/** `natGatewayProvider: ec2.NatProvider.regionalGateway()` instead of the number of gateways. */
function regionalGateway(coder: Coder, instance: Instance): TextChange[] | undefined {
  const { expression, site } = instance.call;
  if (propertyOf(expression.arguments[2], ['natGatewayProvider'])) return undefined;
  const provider = classInFile(coder, instance.module, 'NatProvider');
  if (provider === undefined) return undefined;
  const { dialect } = coder;
  const code = dialect.members.staticCall(provider, 'regionalGateway', []);
  const gateways = propertyOf(expression.arguments[2], ['natGateways']);
  if (!gateways) return addProps(coder, instance, [{ prop: 'natGatewayProvider', code }]);
  const span = { start: site.base + gateways.start, end: site.base + gateways.end };
  const close = dialect.props === 'calls' ? [')'] : [];
  return [{ span, pieces: [keyOf(coder, 'natGatewayProvider', dialect.props), ...code, ...close] }];
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
  return value !== undefined && isMap(value) ? value[key] : undefined;
}

function textOf(value: Plain | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (isPlaceholder(value)) return String(value.placeholder);
  return typeof value === 'object' ? undefined : String(value);
}
