/** Buckets and the notifications they send. */
import type { Value } from '../../../model/value.ts';
import type { Draft, Passed } from '../draft.ts';
import { libraryCall } from '../library.ts';
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
      // Together with a key of the user's own, which makes the algorithm another one.
      eventBridgeEnabled: renamed('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', {
        true: true,
        false: null,
      }),
    },
    attributes: { bucketRef: '' },
    make: (bucket) => {
      if (bucket.get('VersioningConfiguration.Status').kind === 'absent')
        bucket.setData('VersioningConfiguration', undefined);
      const eventBridge = 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled';
      const enabled = bucket.get(eventBridge);
      if (enabled.kind === 'absent' && !hasNotifications(bucket))
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
