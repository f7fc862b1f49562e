import { certainText } from '../../model/possible.ts';
import type { Resource, Template } from '../../model/template.ts';
import { get, type Value } from '../../model/value.ts';
import type { Localized } from '../../text/localized.ts';
import type { Report, Rule } from '../rule.ts';
import { consumersOf } from './shared/queueConsumers.ts';

/** Seconds, where nothing is set; from the documentation of the properties. */
const defaultVisibility = 30;
const defaultTimeout = 3;
/** What AWS recommends: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const factor = 6;
const longestVisibility = 43200;

/** A queue that shows a message again while its function may still work on it. */
export const visibilityTimeoutTooShort: Rule = {
  id: 'sqs/visibility-timeout-too-short',
  title: {
    en: 'Visibility timeout too short for its function',
    ja: '関数に対して短すぎる可視性タイムアウト',
  },
  severity: 'information',
  subject: { topic: 'sqs', aspect: 'visibility-and-function-timeout' },
  on: ['AWS::SQS::Queue'],
  equivalents: ['LambdaEventSourceSQSVisibilityTimeout'],
  check(queue, template) {
    const property = get(queue.properties, 'VisibilityTimeout');
    const visibility = seconds(template, property, defaultVisibility);
    if (visibility === undefined) return [];
    for (const { handler, resource, batchingWindow, when } of consumersOf(queue, template)) {
      const timeout = handler && seconds(template, get(handler.properties, 'Timeout'), defaultTimeout);
      const window = seconds(template, batchingWindow, 0);
      if (timeout === undefined || window === undefined) continue;
      const recommended = factor * timeout + window;
      if (visibility >= recommended) continue;
      const report: Report = {
        message: message(queue, visibility, timeout, recommended),
        span: property.kind === 'scalar' ? property.span : queue.typeSpan,
        when,
        ...(visibility < timeout ? { severity: 'error' as const } : {}),
        related: [
          {
            resource: handler ?? resource,
            span: (handler ?? resource).nameSpan,
            message: {
              en: `The function runs for up to ${timeout} seconds`,
              ja: `この関数のタイムアウトは ${timeout} 秒です`,
            },
          },
        ],
        fixes: [
          {
            title: {
              en: `Set VisibilityTimeout to ${recommended} seconds`,
              ja: `VisibilityTimeout を ${recommended} 秒にする`,
            },
            preferred: recommended <= longestVisibility,
            safe: recommended <= longestVisibility,
            edits: [{ kind: 'set', resource: queue, path: ['VisibilityTimeout'], to: recommended }],
          },
        ],
      };
      return [report];
    }
    return [];
  },
};

function seconds(template: Template, value: Value, otherwise: number): number | undefined {
  if (value.kind === 'absent') return otherwise;
  const text = certainText(template, value);
  const number = Number(text);
  return text !== undefined && text !== '' && Number.isFinite(number) ? number : undefined;
}

function message(queue: Resource, visibility: number, timeout: number, recommended: number): Localized {
  if (visibility < timeout) {
    return {
      en: `Queue "${queue.name}" hides a message for ${visibility} seconds, less than its function's timeout of ${timeout}, which Lambda rejects. Set VisibilityTimeout to ${recommended} seconds or more.`,
      ja: `キュー「${queue.name}」の可視性タイムアウト(${visibility} 秒)が関数のタイムアウト(${timeout} 秒)より短いため、Lambda に拒否されます。${recommended} 秒以上にしてください。`,
    };
  }
  return {
    en: `Queue "${queue.name}" hides a message for ${visibility} seconds; with a function timeout of ${timeout}, retries within Lambda can take longer, and the message is processed twice. AWS recommends six times the timeout plus the batching window: ${recommended} seconds.`,
    ja: `キュー「${queue.name}」の可視性タイムアウトは ${visibility} 秒です。関数のタイムアウト(${timeout} 秒)に対して短く、Lambda 内の再試行中に同じメッセージが二重に処理されることがあります。推奨はタイムアウトの 6 倍にバッチウィンドウを加えた ${recommended} 秒以上です。`,
  };
}
