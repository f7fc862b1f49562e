/** Load balancers that write their access logs to a bucket of the template. */
import { certainText } from '../../../model/possible.ts';
import { type Resource, referencedResource, type Template } from '../../../model/template.ts';
import { get } from '../../../model/value.ts';
import { usersOf } from '../../references.ts';
import { accessLogs, attribute } from './loadBalancerAttributes.ts';

/**
 * The Application and Classic Load Balancers that surely log to `bucket`. A Network Load Balancer delivers in
 * another way: it can use a customer managed key, and AWS may write the bucket's policy for it.
 */
export function logWriters(bucket: Resource, template: Template): readonly Resource[] {
  const current = usersOf(template, bucket, 'AWS::ElasticLoadBalancingV2::LoadBalancer').filter((each) => {
    const type = get(each.properties, 'Type');
    if (type.kind !== 'absent' && certainText(template, type) !== 'application') return false;
    const attributes = get(each.properties, 'LoadBalancerAttributes');
    if (certainText(template, attribute(attributes, accessLogs.enabled)) !== 'true') return false;
    return referencedResource(template, attribute(attributes, accessLogs.bucket)) === bucket;
  });
  const classic = usersOf(template, bucket, 'AWS::ElasticLoadBalancing::LoadBalancer').filter((each) => {
    const policy = get(each.properties, 'AccessLoggingPolicy');
    if (certainText(template, get(policy, 'Enabled')) !== 'true') return false;
    return referencedResource(template, get(policy, 'S3BucketName')) === bucket;
  });
  return [...current, ...classic];
}

/** What a load balancer puts its logs under, `''` for nothing; undefined where that cannot be told. */
export function logPrefix({ type, properties }: Resource, template: Template): string | undefined {
  const prefix =
    type === 'AWS::ElasticLoadBalancing::LoadBalancer'
      ? get(get(properties, 'AccessLoggingPolicy'), 'S3BucketPrefix')
      : attribute(get(properties, 'LoadBalancerAttributes'), accessLogs.prefix);
  return prefix.kind === 'absent' ? '' : certainText(template, prefix);
}
