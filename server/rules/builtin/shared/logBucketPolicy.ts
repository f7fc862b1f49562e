/** The policy of a bucket that load balancers write their access logs to. */
import type { PlainMap } from '../../rule.ts';
import { allowing, forThisAccount } from './policies.ts';

export type LoadBalancerKind = 'application' | 'network' | 'classic';

/**
 * The properties of a bucket policy that lets load balancers of this account write.
 * @param prefixes what their logs are put under; `*` for anything
 */
export function logBucketPolicy(
  bucket: string,
  kind: LoadBalancerKind,
  prefixes: readonly string[] = [''],
): PlainMap {
  const objects = prefixes.map((prefix) => ({
    'Fn::Sub': `\${${bucket}.Arn}/${prefix && `${prefix}/`}AWSLogs/\${AWS::AccountId}/*`,
  }));
  const write = { Action: 's3:PutObject', Resource: objects.length === 1 ? (objects[0] ?? '*') : objects };
  const document =
    kind === 'network'
      ? allowing(
          {
            Principal: { Service: 'delivery.logs.amazonaws.com' },
            Action: 's3:GetBucketAcl',
            Resource: { 'Fn::GetAtt': [bucket, 'Arn'] },
            Condition: forThisAccount,
          },
          { Principal: { Service: 'delivery.logs.amazonaws.com' }, ...write, Condition: forThisAccount },
        )
      : allowing({ Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }, ...write });
  return { Bucket: { Ref: bucket }, PolicyDocument: document };
}
