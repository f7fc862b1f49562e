/** Services with the load balancers that they make. */
import { type Entry, entryOf, type Value } from '../../../model/value.ts';
import type { Draft } from '../draft.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { asText, attribute, loadBalancerMethods } from './elb.ts';

type Kind = 'application' | 'network';

/** Makes a load balancer. @param timeout the prop that says how long connections may idle */
function makeLoadBalancer(service: Draft, type: Kind, timeout: Entry | undefined): Draft {
  const made = service.make('AWS::ElasticLoadBalancingV2::LoadBalancer', 'LB', {
    Type: type,
    LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'false' }],
  });
  if (timeout && type === 'application') {
    const idle = attribute(made, 'idle_timeout.timeout_seconds', asText(timeout.value));
    made.append('LoadBalancerAttributes', idle);
  }
  return made;
}

function makeListener(service: Draft, balancer: Draft, protocol: Value | string): void {
  service.make('AWS::ElasticLoadBalancingV2::Listener', 'LB/PublicListener', {
    LoadBalancerArn: balancer.reference(),
    Protocol: protocol,
  });
}

/** A service behind load balancers that `make` makes, the first of which is its `loadBalancer`. */
function service(type: Kind, make: (service: Draft) => void): ConstructDefinition {
  const first = (draft: Draft): Draft | undefined =>
    draft.find({ ...draft.reference(), target: `${draft.id}/LB` });
  return {
    type: 'AWS::ECS::Service',
    attributes: {
      loadBalancer: '/LB',
      'loadBalancer.loadBalancerArn': '/LB',
      'loadBalancer.loadBalancerDnsName': '/LB.DNSName',
    },
    make,
    changeable: true,
    methods: loadBalancerMethods('loadBalancer.', first, type),
  };
}

/** A service with a load balancer, unless it is given one. */
function balancedService(type: Kind): ConstructDefinition {
  return service(type, (draft) => {
    if (draft.prop('loadBalancer').kind !== 'absent') return;
    const balancer = makeLoadBalancer(draft, type, draft.propEntry('idleTimeout'));
    if (type === 'application') return;
    const certificate = draft.prop('listenerCertificate').kind;
    const protocol = certificate === 'absent' ? 'TCP' : certificate === 'unknown' ? draft.unknown() : 'TLS';
    makeListener(draft, balancer, protocol);
  });
}

/** A service with as many load balancers as it is told, or one. */
function multipleTargetGroupsService(type: Kind): ConstructDefinition {
  return service(type, (draft) => {
    const balancers = draft.prop('loadBalancers');
    const each = balancers.kind === 'absent' ? [balancers] : balancers.kind === 'list' ? balancers.items : [];
    for (const props of each) {
      const timeout = props.kind === 'map' ? entryOf(props, 'idleTimeout') : undefined;
      const balancer = makeLoadBalancer(draft, type, timeout);
      // Which of them is meant by one of a list, or in a loop, is not followed.
      if (!draft.instance.certain) balancer.set('LoadBalancerAttributes', balancer.unknown());
      if (type === 'network') makeListener(draft, balancer, 'TCP');
    }
  });
}

export const ecsPatterns: Definitions = {
  ApplicationLoadBalancedFargateService: balancedService('application'),
  ApplicationLoadBalancedEc2Service: balancedService('application'),
  NetworkLoadBalancedFargateService: balancedService('network'),
  NetworkLoadBalancedEc2Service: balancedService('network'),
  ApplicationMultipleTargetGroupsFargateService: multipleTargetGroupsService('application'),
  ApplicationMultipleTargetGroupsEc2Service: multipleTargetGroupsService('application'),
  NetworkMultipleTargetGroupsFargateService: multipleTargetGroupsService('network'),
  NetworkMultipleTargetGroupsEc2Service: multipleTargetGroupsService('network'),
};
