import { certainText } from '../../model/possible.ts';
import { type Resource, resourcesOfType, type Template } from '../../model/template.ts';
import { get, type Value } from '../../model/value.ts';
import { absentWhen, allOf, givenAt, hasHidden } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Fix, Report, Rule } from '../rule.ts';
import { freeName } from './shared/freeName.ts';
import { consumersOf } from './shared/queueConsumers.ts';

/** A queue that is worked off and has no place for messages that always fail. */
export const noDeadLetterQueue: Rule = {
  id: 'sqs/no-dead-letter-queue',
  title: { en: 'Queue without dead-letter queue', ja: 'デッドレターキューのないキュー' },
  severity: 'information',
  subject: { topic: 'sqs', aspect: 'dead-letter-queue' },
  on: ['AWS::SQS::Queue'],
  equivalents: ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy', 'CT.SQS.PR.1'],
  check(queue, template) {
    const missing = absentWhen(template, get(queue.properties, 'RedrivePolicy'));
    const [consumer] = [...consumersOf(queue, template)].sort((a, b) => a.when.length - b.when.length);
    const when = allOf(missing, consumer?.when ?? undefined);
    if (!when || !consumer || takesFailures(queue, template)) return [];
    const report: Report = {
      message: {
        en: `Queue "${queue.name}" has no dead-letter queue, so a message that always fails is tried again until it expires, and is then lost. Set a RedrivePolicy with a queue that keeps such messages.`,
        ja: `キュー「${queue.name}」にデッドレターキューがありません。処理に失敗し続けるメッセージは期限まで再試行され、その後失われます。失敗したメッセージを残すキューを RedrivePolicy に指定してください。`,
      },
      span: queue.typeSpan,
      when,
      related: [
        {
          resource: consumer.resource,
          span: consumer.span,
          message: {
            en: `"${consumer.resource.name}" processes its messages`,
            ja: `「${consumer.resource.name}」がメッセージを処理`,
          },
        },
      ],
      fixes: fixesFor(queue, template),
    };
    return [report];
  },
};

/** A new queue, of the same kind as this one, and a policy that leads to it. */
function fixesFor(queue: Resource, template: Template): readonly Fix[] {
  const fifo = get(queue.properties, 'FifoQueue');
  const isFifo = certainText(template, fifo)?.toLowerCase() === 'true';
  const policy = get(queue.properties, 'RedrivePolicy');
  // A standard queue cannot take the messages of a FIFO queue, so its kind must be known.
  if (policy.kind !== 'absent' || (fifo.kind !== 'absent' && !isFifo && fifo.kind !== 'scalar')) return [];
  const name = freeName(template, queue.name, 'DeadLetterQueue');
  const deadLetters = { 'Fn::GetAtt': [name, 'Arn'] };
  return [
    {
      title: { en: 'Add a dead-letter queue', ja: 'デッドレターキューを追加する' },
      preferred: false,
      safe: false,
      edits: [
        {
          kind: 'add',
          resource: queue,
          name,
          type: 'AWS::SQS::Queue',
          properties: { ...(isFifo ? { FifoQueue: true } : {}), MessageRetentionPeriod: longest },
        },
        {
          kind: 'set',
          resource: queue,
          path: ['RedrivePolicy'],
          to: { deadLetterTargetArn: deadLetters, maxReceiveCount: 5 },
        },
      ],
    },
  ];
}

/** 14 days in seconds: in a standard queue the age of a message counts from when it was first sent. */
const longest = 14 * 86_400;

/** Below these keys stands where something puts what it failed to process. */
const failureKeys: readonly string[] = [
  'RedrivePolicy',
  'DeadLetterConfig',
  'DeadLetterQueue',
  'DeadLetterArn',
  'OnFailure',
];

/** Whether the queue is, or may be, itself where failed messages go. */
function takesFailures(queue: Resource, template: Template): boolean {
  if (givenAt(queue, 'RedriveAllowPolicy').kind !== 'absent') return true;
  if (usersOf(template, queue).some((user) => refersBelow(user.properties, queue.id, false))) return true;
  return hasHiddenPolicy(template);
}

const hidden = new WeakMap<Template, boolean>();

/** Whether some queue's redrive policy cannot be told, and may lead to any other. */
function hasHiddenPolicy(template: Template): boolean {
  const found =
    hidden.get(template) ??
    resourcesOfType(template, 'AWS::SQS::Queue').some((each) =>
      hasHidden(template, givenAt(each, 'RedrivePolicy')),
    );
  hidden.set(template, found);
  return found;
}

function refersBelow(value: Value, target: string, failure: boolean): boolean {
  switch (value.kind) {
    case 'reference':
      return failure && value.target === target;
    case 'list':
      return value.items.some((item) => refersBelow(item, target, failure));
    case 'map':
      return value.entries.some(({ key, value: inner }) =>
        refersBelow(inner, target, failure || failureKeys.includes(key)),
      );
    case 'choice':
      return value.alternatives.some((each) => refersBelow(each.value, target, failure));
    case 'call':
      return value.arguments.some((each) => refersBelow(each, target, failure));
    default:
      return false;
  }
}
