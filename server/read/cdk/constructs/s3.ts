/** Buckets and the notifications they send. */
import type { Value } from '../../../model/value.ts';
import type { Draft, Passed } from '../draft.ts';
import { libraryCall } from '../evaluate.ts';
import type { Definitions } from './definition.ts';
import { renamed } from './propMapping.ts';

/** Where a destination of `aws-s3-notifications` is written. */
const destinations: Readonly<
  Record<string, readonly [list: string, key: string, attribute: string | undefined]>
> = {
  LambdaDestination: ['LambdaConfigurations', 'Function', 'Arn'],
  SqsDestination: ['QueueConfigurations', 'Queue', 'Arn'],
  SnsDestination: ['TopicConfigurations', 'Topic', undefined],
};

/** Adds a notification for `event` to the bucket. */
export function notify(
  bucket: Draft,
  event: Value,
  destination: Value | undefined,
  call: Pick<Passed, 'methodSpan' | 'sure'>,
): void {
  const named = destination && libraryCall(destination);
  const [list, key, attribute] = (named && destinations[named.name]) || [
    'LambdaConfigurations',
    'Function',
    'Arn',
  ];
  const target = named?.call.arguments[0];
  const to: Value =
    target?.kind === 'reference' && target.attribute === undefined && attribute !== undefined
      ? { ...target, attribute }
      : (target ?? bucket.unknown(call.methodSpan));
  const item = bucket.value({ Event: event, [key]: to }, call.methodSpan);
  bucket.append(`NotificationConfiguration.${list}`, item, call.sure);
}

/** Whether a function that was read before already listens to it. */
function hasNotifications(bucket: Draft): boolean {
  return bucket.get('NotificationConfiguration.LambdaConfigurations').kind === 'list';
}

function onObject(kind: string): (draft: Draft, call: Passed) => void {
  return (draft, call) => notify(draft, draft.value(`s3:${kind}:*`, call.methodSpan), call.values[0], call);
}

export const s3: Definitions = {
  Bucket: {
    type: 'AWS::S3::Bucket',
    props: {
      bucketName: 'BucketName',
      versioned: renamed('VersioningConfiguration.Status', { true: 'Enabled', false: undefined }),
      encryption: renamed('BucketEncryption.ServerSideEncryptionConfiguration', {
        S3_MANAGED: 'AES256',
        KMS: 'aws:kms',
        KMS_MANAGED: 'aws:kms',
        DSSE: 'aws:kms:dsse',
        DSSE_MANAGED: 'aws:kms:dsse',
        UNENCRYPTED: undefined,
      }),
      eventBridgeEnabled: renamed('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', {
        true: 'true',
        false: undefined,
      }),
    },
    attributes: {
      bucketArn: 'Arn',
      bucketName: '',
      bucketDomainName: 'DomainName',
      bucketRegionalDomainName: 'RegionalDomainName',
      bucketWebsiteUrl: 'WebsiteURL',
      bucketRef: '',
    },
    make: (bucket) => {
      // The algorithm stands in a rule of a list, which no path can say.
      const algorithm = bucket.get('BucketEncryption.ServerSideEncryptionConfiguration');
      const key = bucket.prop('encryptionKey').kind;
      if (algorithm.kind === 'scalar') {
        const rules = bucket.value(
          [{ ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm } }],
          algorithm.span,
        );
        bucket.set(
          'BucketEncryption',
          bucket.value({ ServerSideEncryptionConfiguration: rules }),
          bucket.propEntry('encryption')?.keySpan,
        );
      } else if (key !== 'absent' || algorithm.kind === 'unknown' || algorithm.kind === 'choice') {
        bucket.set('BucketEncryption', bucket.unknown());
      } else {
        bucket.setData('BucketEncryption', undefined);
      }
      if (bucket.get('VersioningConfiguration.Status').kind === 'absent')
        bucket.setData('VersioningConfiguration', undefined);
      const eventBridge = 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled';
      const enabled = bucket.get(eventBridge);
      if (enabled.kind === 'scalar') bucket.set(eventBridge, { ...enabled, value: true });
      else if (enabled.kind === 'absent' && !hasNotifications(bucket))
        bucket.setData('NotificationConfiguration', undefined);
      // Replication turns versioning on only where it is asked for; an object lock does so by itself.
      const locked =
        bucket.prop('objectLockEnabled').kind !== 'absent' ||
        bucket.prop('objectLockDefaultRetention').kind !== 'absent';
      if (locked && bucket.get('VersioningConfiguration').kind === 'absent')
        bucket.set('VersioningConfiguration', bucket.unknown());
    },
    methods: {
      addEventNotification: (draft, call) =>
        notify(draft, call.values[0] ?? draft.unknown(), call.values[1], call),
      addObjectCreatedNotification: onObject('ObjectCreated'),
      addObjectRemovedNotification: onObject('ObjectRemoved'),
      enableEventBridgeNotification: (draft, call) => {
        const value = call.sure ? draft.value(true, call.methodSpan) : draft.unknown(call.methodSpan);
        draft.set(
          'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
          value,
          call.methodSpan,
        );
      },
    },
  },
};
