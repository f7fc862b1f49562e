import { type Resource, referencedResource, type Template } from '../../model/template.ts';
import { get, getPath, type Value } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import { absentWhen, allOf, itemsOf, mapsOf, textWhen, type When } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Report, Rule } from '../rule.ts';

interface Notification {
  readonly resource: Resource;
  readonly span: Span;
  readonly when: When;
}

/** A bucket that tells of new objects but keeps no versions of them. */
export const notificationWithoutVersioning: Rule = {
  id: 's3/notification-without-versioning',
  title: { en: 'Event notifications without versioning', ja: 'バージョニングなしのイベント通知' },
  severity: 'hint',
  subject: { topic: 's3', aspect: 'versioned-notifications' },
  on: ['AWS::S3::Bucket'],
  check(bucket, template) {
    const status = getPath(bucket.properties, 'VersioningConfiguration.Status');
    const missing = absentWhen(template, status);
    const off = missing ?? textWhen(template, status, 'suspended');
    if (!off) return [];
    const notification = firstCreationNotification(bucket, template);
    const when = notification && allOf(off, notification.when);
    if (!notification || !when) return [];
    const report: Report = {
      message: {
        en: `Bucket "${bucket.name}" sends events for new objects, but versioning is off: when the same key is written twice, an event cannot say which version it means. Enable versioning if your consumers need that; each kept version is billed. (Notifications themselves no longer depend on it.)`,
        ja: `バケット「${bucket.name}」はオブジェクト作成のイベントを通知しますが、バージョニングが無効です。同じキーに続けて書き込むと、どの版のイベントか特定できません。必要であれば有効にしてください(保持する版ごとに料金がかかります)。通知そのものに必須の設定ではありません。`,
      },
      span: missing ? bucket.typeSpan : status.span,
      when,
      related: [
        {
          resource: notification.resource,
          span: notification.span,
          message: { en: 'The events are configured here', ja: 'イベント通知の設定' },
        },
      ],
      fixes: [
        {
          title: {
            en: 'Enable versioning (old versions cost storage)',
            ja: 'バージョニングを有効にする(旧版のストレージ料金がかかります)',
          },
          preferred: false,
          safe: false,
          edits: [
            status.kind === 'scalar'
              ? { kind: 'replace', resource: bucket, value: status, by: 'Enabled' }
              : {
                  kind: 'set',
                  resource: bucket,
                  path: ['VersioningConfiguration'],
                  to: { Status: 'Enabled' },
                },
          ],
        },
      ],
    };
    return [report];
  },
};

/** The first notification of created objects: of the bucket itself, of a SAM function, or as CDK synthesizes it. */
function firstCreationNotification(bucket: Resource, template: Template): Notification | undefined {
  return (
    inBucket(bucket, bucket.properties, 'Event', template) ??
    inFunctions(bucket, template) ??
    usersOf(template, bucket, 'Custom::S3BucketNotifications')
      .filter((custom) => referencedResource(template, get(custom.properties, 'BucketName')) === bucket)
      .map((custom) => inBucket(custom, custom.properties, 'Events', template))
      .find((found) => found !== undefined)
  );
}

const destinations = [
  'LambdaConfigurations',
  'LambdaFunctionConfigurations',
  'QueueConfigurations',
  'TopicConfigurations',
];

function inBucket(
  resource: Resource,
  properties: Value,
  eventKey: string,
  template: Template,
): Notification | undefined {
  const configuration = get(properties, 'NotificationConfiguration');
  for (const destination of destinations) {
    for (const { value, when } of mapsOf(template, get(configuration, destination))) {
      const event = get(value, eventKey);
      if (isCreation(event)) return { resource, span: event.span, when };
    }
  }
  return undefined;
}

function inFunctions(bucket: Resource, template: Template): Notification | undefined {
  for (const resource of usersOf(template, bucket, 'AWS::Serverless::Function')) {
    const events = get(resource.properties, 'Events');
    if (events.kind !== 'map') continue;
    for (const { value, keySpan } of events.entries) {
      const type = get(value, 'Type');
      if (type.kind !== 'scalar' || type.value !== 'S3') continue;
      if (referencedResource(template, getPath(value, 'Properties.Bucket')) !== bucket) continue;
      const event = getPath(value, 'Properties.Events');
      const created =
        isCreation(event) ||
        itemsOf(template, event).some((item) => isCreation(item.value) && !item.when.length);
      if (created) return { resource, span: keySpan, when: [] };
    }
  }
  return undefined;
}

function isCreation(event: Value): boolean {
  if (event.kind === 'list') return event.items.some(isCreation);
  return event.kind === 'scalar' && String(event.value).startsWith('s3:ObjectCreated');
}
