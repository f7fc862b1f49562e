import { certainText } from '../../model/possible.ts';
import { referencedResource, type Template } from '../../model/template.ts';
import { get, type Value } from '../../model/value.ts';
import { allOf, mapsOf, textWhen, type When } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';

/** Lists of destinations, and the properties that name one: in CloudFormation, and as CDK synthesizes it. */
const destinations: readonly (readonly [list: string, names: readonly string[]])[] = [
  ['QueueConfigurations', ['Queue', 'QueueArn']],
  ['TopicConfigurations', ['Topic', 'TopicArn']],
];

/** Event notifications to a FIFO queue or topic, which S3 rejects. */
export const notificationToFifo: Rule = {
  id: 's3/notification-to-fifo',
  title: { en: 'Event notification to a FIFO destination', ja: 'FIFO へのイベント通知' },
  severity: 'error',
  subject: { topic: 's3', aspect: 'notification-destinations' },
  on: ['AWS::S3::Bucket', 'Custom::S3BucketNotifications'],
  check(bucket, template) {
    const configuration = get(bucket.properties, 'NotificationConfiguration');
    if (configuration.kind === 'absent') return [];
    return destinations.flatMap(([list, names]) =>
      mapsOf(template, get(configuration, list)).flatMap((item) =>
        names.flatMap((name): Report[] => {
          const destination = get(item.value, name);
          const when = allOf(item.when, fifoWhen(template, destination));
          if (!when) return [];
          return [
            {
              message: {
                en: `S3 cannot send the event notifications of "${bucket.name}" to a FIFO queue or topic; deployment fails. Use a standard one, or send the events to EventBridge and from there to the FIFO queue.`,
                ja: `S3 は「${bucket.name}」のイベント通知を FIFO のキューやトピックへ送信できず、デプロイに失敗します。標準のキューやトピックを使うか、EventBridge を経由して FIFO キューへ送ってください。`,
              },
              span: destination.span,
              when,
            },
          ];
        }),
      ),
    );
  },
};

function fifoWhen(template: Template, destination: Value): When | undefined {
  if (certainText(template, destination)?.endsWith('.fifo')) return [];
  const target = referencedResource(template, destination);
  if (target?.type === 'AWS::SQS::Queue')
    return textWhen(template, get(target.properties, 'FifoQueue'), 'true');
  if (target?.type === 'AWS::SNS::Topic')
    return textWhen(template, get(target.properties, 'FifoTopic'), 'true');
  return undefined;
}
