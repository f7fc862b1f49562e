/** Lambda functions and what they are fed from. */
import type { Value } from '../../../model/value.ts';
import { get } from '../../../model/value.ts';
import type { Span } from '../../../text/span.ts';
import type { Draft } from '../draft.ts';
import { libraryCall } from '../library.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { notify } from './s3.ts';

/** Event sources of `aws-lambda-event-sources` and the attribute of their source that is the ARN. */
const sources: Readonly<Record<string, string>> = {
  DynamoEventSource: 'StreamArn',
  KinesisEventSource: 'Arn',
  SqsEventSource: 'Arn',
};

const mappingProps: Readonly<Record<string, string>> = {
  batchSize: 'BatchSize',
  maxBatchingWindow: 'MaximumBatchingWindowInSeconds',
  startingPosition: 'StartingPosition',
  bisectBatchOnError: 'BisectBatchOnFunctionError',
  maxRecordAge: 'MaximumRecordAgeInSeconds',
  retryAttempts: 'MaximumRetryAttempts',
  reportBatchItemFailures: 'FunctionResponseTypes',
  onFailure: 'DestinationConfig',
  enabled: 'Enabled',
};

/** Makes what an event source stands for: a mapping, or a notification of a bucket. */
function addEventSource(fn: Draft, source: Value | undefined, at: Span, sure: boolean): void {
  const named = source && libraryCall(source);
  if (!named) return;
  const [from, props] = named.call.arguments;
  if (named.name === 'S3EventSource' || named.name === 'S3EventSourceV2') {
    const bucket = fn.find(from);
    const events = props ? get(props, 'events') : undefined;
    // What was read for the function has its place there; of the bucket, only what it is counts.
    const shown = bucket && { methodSpan: bucket.typeSpan, sure };
    for (const event of events?.kind === 'list' ? events.items : [])
      if (shown)
        notify(
          bucket,
          event.kind === 'scalar' ? bucket.value(event.value) : bucket.unknown(),
          undefined,
          shown,
        );
    return;
  }
  const attribute = sources[named.name];
  if (attribute === undefined || !sure) return;
  const arn: Value =
    from?.kind === 'reference' && from.attribute === undefined ? { ...from, attribute } : fn.unknown(at);
  const made = mapping(fn, arn, props, at);
  // For streams CDK writes the batch size that AWS Lambda has anyway.
  if (named.name !== 'SqsEventSource' && made.get('BatchSize').kind === 'absent')
    made.setData('BatchSize', 100);
}

function mapping(fn: Draft, arn: Value, props: Value | undefined, at: Span): Draft {
  const made = fn.make(
    'AWS::Lambda::EventSourceMapping',
    'EventSource',
    { FunctionName: fn.reference(), EventSourceArn: arn },
    at,
  );
  for (const [prop, property] of Object.entries(mappingProps)) {
    const value = props ? get(props, prop) : made.value(undefined);
    // One prop stands for a list with one name in it.
    const named = prop === 'reportBatchItemFailures' && value.kind === 'scalar';
    made.set(
      property,
      named ? made.value(value.value ? ['ReportBatchItemFailures'] : undefined) : value,
      value.span,
    );
  }
  return made;
}

function lambdaFunction(): ConstructDefinition {
  return {
    type: 'AWS::Lambda::Function',
    attributes: { functionRef: '' },
    make: (fn) => {
      const events = fn.prop('events');
      if (events.kind !== 'list') return;
      for (const event of events.items) addEventSource(fn, event, event.span, true);
    },
    methods: {
      addEventSource: (fn, call) => addEventSource(fn, call.values[0], call.methodSpan, call.sure),
      addEventSourceMapping: (fn, call) => {
        if (!call.sure) return;
        const [, props] = call.values;
        mapping(fn, props ? get(props, 'eventSourceArn') : fn.unknown(), props, call.methodSpan);
      },
    },
  };
}

export const lambda: Definitions = {
  Function: lambdaFunction(),
  DockerImageFunction: lambdaFunction(),
  EventSourceMapping: {
    type: 'AWS::Lambda::EventSourceMapping',
  },
};

export const lambdaNodejs: Definitions = { NodejsFunction: lambdaFunction() };
export const lambdaPython: Definitions = { PythonFunction: lambdaFunction() };
export const lambdaGo: Definitions = { GoFunction: lambdaFunction() };
