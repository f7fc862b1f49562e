import type { Resource, Template } from '../../model/template.ts';
import { get, getPath, type Value } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import { absentWhen, breaksWhen, textWhen, type When } from '../claims.ts';
import type { Fix, Report, Rule } from '../rule.ts';

/** Each of them keeps one bad record from holding up its shard for a day. */
const remedies: readonly string[] = [
  'MaximumRetryAttempts',
  'MaximumRecordAgeInSeconds',
  'BisectBatchOnFunctionError',
  'DestinationConfig.OnFailure',
];

/** A function on a stream that one bad record can hold up for a day. */
export const noFailureHandling: Rule = {
  id: 'dynamodb-streams/no-failure-handling',
  title: { en: 'Stream reader without failure handling', ja: '失敗時の処理がないストリームの読み取り' },
  severity: 'information',
  subject: { topic: 'dynamodb-streams', aspect: 'retries' },
  on: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function'],
  equivalents: ['Serverless-LambdaEventSourceMappingDestination'],
  check(resource, template) {
    return streamReaders(resource, template).flatMap(({ settings, path, span, when, name }): Report[] => {
      const retriesForever = remedies.every(
        (remedy) => absentWhen(template, getPath(settings, remedy))?.length === 0,
      );
      if (!retriesForever) return [];
      return [
        {
          message: {
            en: `"${name}" retries a batch of stream records until it succeeds or expires, so one record that always fails holds up its shard for up to 24 hours. Limit MaximumRetryAttempts, set BisectBatchOnFunctionError, or name an OnFailure destination.`,
            ja: `「${name}」はストリームレコードのバッチを成功するか期限切れになるまで再試行するため、必ず失敗するレコードが 1 件あるとシャードが最大 24 時間止まります。MaximumRetryAttempts で回数を制限するか、BisectBatchOnFunctionError や OnFailure 送信先を設定してください。`,
          },
          span,
          when,
          fixes: [giveUp(resource, path)],
        },
      ];
    });
  },
};

interface StreamReader {
  readonly name: string;
  readonly settings: Value;
  /** Where the settings are below the resource's properties. */
  readonly path: readonly string[];
  readonly span: Span;
  readonly when: When;
}

function streamReaders(resource: Resource, template: Template): readonly StreamReader[] {
  if (resource.type === 'AWS::Lambda::EventSourceMapping') {
    const source = get(resource.properties, 'EventSourceArn');
    const when = breaksWhen(template, source, (value) => isTableStream(value, template));
    const { name, properties: settings, typeSpan: span } = resource;
    return when ? [{ name, settings, path: [], span, when }] : [];
  }
  const events = get(resource.properties, 'Events');
  if (events.kind !== 'map') return [];
  return events.entries.flatMap(({ key, keySpan, value }) => {
    const when = textWhen(template, get(value, 'Type'), 'dynamodb');
    const settings = get(value, 'Properties');
    const path = ['Events', key, 'Properties'];
    return when ? [{ name: `${resource.name}.${key}`, settings, path, span: keySpan, when }] : [];
  });
}

function isTableStream(value: Value, template: Template): boolean | undefined {
  if (value.kind === 'scalar') return /^arn:[^:]*:dynamodb:/.test(String(value.value));
  const table = value.kind === 'reference' ? template.resources.get(value.target) : undefined;
  return table ? table.type.startsWith('AWS::DynamoDB::') : undefined;
}

function giveUp(resource: Resource, path: readonly string[]): Fix {
  const set = (key: string, to: boolean | { placeholder: number }) =>
    ({ kind: 'set', resource, path: [...path, key], to }) as const;
  return {
    title: {
      en: 'Split failing batches and give up after 3 retries (drops records)',
      ja: '失敗したバッチを分割し、3 回の再試行で打ち切る(レコードは破棄されます)',
    },
    preferred: false,
    safe: false,
    edits: [set('BisectBatchOnFunctionError', true), set('MaximumRetryAttempts', { placeholder: 3 })],
  };
}
