/** Load balancers of all generations. */
import type { Value } from '../../../model/value.ts';
import { type Draft, idOf, type Passed } from '../draft.ts';
import { l1Value } from '../l1.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';

function loadBalancer(type: 'application' | 'network'): ConstructDefinition {
  return {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    attributes: { loadBalancerRef: '' },
    changeable: true,
    methods: loadBalancerMethods('', (draft) => draft, type),
  };
}

/** An attribute of a load balancer. */
export function attribute(draft: Draft, key: string, value: Value, span = draft.typeSpan): Value {
  return draft.value({ Key: key, Value: value }, span);
}

/** `value` as the text that an attribute has. */
export function asText(value: Value): Value {
  return value.kind === 'scalar' ? { ...value, value: String(value.value) } : value;
}

/** The methods of a load balancer; `of` finds the one that the construct holds. */
export function loadBalancerMethods(
  prefix: string,
  of: (draft: Draft) => Draft | undefined,
  type: 'application' | 'network',
): Readonly<Record<string, (draft: Draft, call: Passed) => void>> {
  const append = (draft: Draft, call: Passed, key: string, value: Value): void => {
    const made = of(draft);
    made?.append('LoadBalancerAttributes', attribute(made, key, value, call.methodSpan), call.sure);
  };
  const logs = (name: string) => (draft: Draft, call: Passed) => {
    const [bucket, prefix] = call.values;
    append(draft, call, `${name}.s3.enabled`, draft.value('true', call.methodSpan));
    append(draft, call, `${name}.s3.bucket`, bucket ?? draft.unknown(call.methodSpan));
    if (prefix) append(draft, call, `${name}.s3.prefix`, prefix);
  };
  return {
    [`${prefix}logAccessLogs`]: logs('access_logs'),
    [`${prefix}logConnectionLogs`]: logs('connection_logs'),
    [`${prefix}logHealthCheckLogs`]: logs('health_check_logs'),
    [`${prefix}setAttribute`]: (draft, call) => {
      const [key, value] = call.values;
      const made = of(draft);
      if (!made) return;
      const item = made.value(
        { Key: key ?? made.unknown(), Value: asText(value ?? made.unknown()) },
        call.methodSpan,
      );
      const known = made.get('LoadBalancerAttributes');
      if (known.kind === 'list' && key?.kind === 'scalar') {
        const items = known.items.filter((each) => !hasKey(each, String(key.value)));
        made.set('LoadBalancerAttributes', { ...known, items: call.sure ? items : known.items });
      }
      made.append('LoadBalancerAttributes', item, call.sure && key?.kind === 'scalar');
    },
    [`${prefix}removeAttribute`]: (draft, call) => {
      const made = of(draft);
      made?.append('LoadBalancerAttributes', made.unknown(call.methodSpan), false);
    },
    [`${prefix}addListener`]: (draft, call) => {
      const made = of(draft);
      if (made)
        listener(made, made.reference(), call.values[1], type, call.methodSpan, idOf(call, 'Listener'));
    },
    [`${prefix}addRedirect`]: (draft, call) => {
      const made = of(draft);
      made?.make(
        'AWS::ElasticLoadBalancingV2::Listener',
        'Redirect',
        { LoadBalancerArn: made.reference(), Protocol: 'HTTP' },
        call.methodSpan,
      );
    },
  };
}

function hasKey(item: Value, key: string): boolean {
  if (item.kind !== 'map') return false;
  const found = item.entries.find((entry) => entry.key === 'Key')?.value;
  return found?.kind === 'scalar' && found.value === key;
}

function listener(
  draft: Draft,
  loadBalancer: Value,
  props: Value | undefined,
  type: 'application' | 'network',
  span: { start: number; end: number },
  suffix: string,
): void {
  const { protocol, port } = listens(draft, props, type);
  draft.make(
    'AWS::ElasticLoadBalancingV2::Listener',
    suffix,
    { LoadBalancerArn: loadBalancer, Protocol: protocol, Port: port },
    span,
  );
}

/** Protocol and port of a listener, which CDK infers from each other and from the certificates. */
function listens(
  draft: Draft,
  props: Value | undefined,
  type: 'application' | 'network',
): { protocol: Value; port: Value } {
  const get = (key: string): Value =>
    props?.kind === 'map'
      ? (props.entries.findLast((e) => e.key === key)?.value ??
        (props.open ? draft.unknown() : draft.value(undefined)))
      : draft.unknown();
  const protocol = get('protocol');
  const port = get('port');
  if (protocol.kind !== 'absent') return { protocol, port: port.kind === 'absent' ? draft.unknown() : port };
  if (type === 'network') {
    const certificates = get('certificates');
    if (certificates.kind === 'absent') return { protocol: draft.value('TCP'), port };
    const some = certificates.kind === 'list' && certificates.items.length > 0;
    return { protocol: some ? draft.value('TLS', certificates.span) : draft.unknown(), port };
  }
  if (port.kind !== 'scalar') return { protocol: draft.unknown(), port };
  const inferred = (
    { 80: 'HTTP', 8000: 'HTTP', 8008: 'HTTP', 8080: 'HTTP', 443: 'HTTPS', 8443: 'HTTPS' } as Record<
      string,
      string
    >
  )[String(port.value)];
  return { protocol: inferred ? draft.value(inferred, port.span) : draft.unknown(), port };
}

function listenerConstruct(type: 'application' | 'network'): ConstructDefinition {
  return {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    make: (draft) => {
      const { protocol, port } = listens(draft, draft.props, type);
      draft.set('LoadBalancerArn', draft.prop('loadBalancer'), draft.propEntry('loadBalancer')?.keySpan);
      draft.set('Protocol', protocol);
      draft.set('Port', port);
    },
  };
}

export const elbv2: Definitions = {
  ApplicationLoadBalancer: loadBalancer('application'),
  NetworkLoadBalancer: loadBalancer('network'),
  ApplicationListener: listenerConstruct('application'),
  NetworkListener: listenerConstruct('network'),
  ApplicationTargetGroup: {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    // Each is taken from the other, and functions have neither.
    defaults: { Port: undefined, Protocol: undefined },
    touches: { targetType: ['VpcId', 'TargetGroupAttributes'] },
  },
};

export const elb: Definitions = {
  LoadBalancer: {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    // What they need cannot be given while probing.
    touches: {
      listeners: ['Listeners'],
      targets: ['Instances', 'SecurityGroups'],
      'addListener()': ['Listeners'],
      'addTarget()': ['Instances', 'SecurityGroups'],
    },
    props: {
      accessLoggingPolicy: {
        path: 'AccessLoggingPolicy',
        structure: true,
        read: (value) => l1Value(value, 'aws-elasticloadbalancing', 'CfnLoadBalancer'),
      },
    },
  },
};
