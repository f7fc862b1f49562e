/** Lambda functions and what they are fed from. */
import type { Value } from '../../../model/value.ts';
import { get } from '../../../model/value.ts';
import type { Draft, Passed } from '../draft.ts';
import { libraryCall } from '../evaluate.ts';
import { type ConstructDefinition, type Definitions, duration } from './definition.ts';
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

const { reportBatchItemFailures: _, ...withoutLists } = mappingProps;

function addEventSource(fn: Draft, call: Passed): void {
  const [source] = call.values;
  const named = source && libraryCall(source);
  if (!named) return;
  const [from, props] = named.call.arguments;
  if (named.name === 'S3EventSource' || named.name === 'S3EventSourceV2') {
    const bucket = fn.find(from);
    const events = props ? get(props, 'events') : undefined;
    const all = events?.kind === 'list' ? events.items : [];
    if (bucket)
      for (const event of all)
        notify(bucket, inside(event, bucket), undefined, { ...call, methodSpan: bucket.typeSpan });
    return;
  }
  const attribute = sources[named.name];
  if (attribute === undefined || !call.sure) return;
  const arn: Value =
    from?.kind === 'reference' && from.attribute === undefined
      ? { ...from, attribute }
      : fn.unknown(call.methodSpan);
  const made = mapping(fn, arn, props, call);
  // For streams CDK writes the batch size that AWS Lambda has anyway.
  if (named.name !== 'SqsEventSource' && made.get('BatchSize').kind === 'absent')
    made.setData('BatchSize', 100);
}

/** A value that was read for one resource, shown at another: only what it is counts. */
function inside(value: Value, draft: Draft): Value {
  return value.kind === 'scalar' ? draft.value(value.value) : draft.unknown();
}

function mapping(fn: Draft, arn: Value, props: Value | undefined, call: Passed): Draft {
  const made = fn.make(
    'AWS::Lambda::EventSourceMapping',
    'EventSource',
    { FunctionName: fn.reference(), EventSourceArn: arn },
    call.methodSpan,
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
    props: {
      functionName: 'FunctionName',
      timeout: duration('Timeout'),
      memorySize: 'MemorySize',
      description: 'Description',
      handler: {
        path: 'Handler',
        read: (value) => (value.kind === 'absent' ? { kind: 'unknown', span: value.span } : value),
      },
    },
    attributes: { functionArn: 'Arn', functionName: '', functionRef: '' },
    methods: {
      addEventSource,
      addEventSourceMapping: (fn, call) => {
        if (!call.sure) return;
        const [, props] = call.values;
        mapping(fn, props ? get(props, 'eventSourceArn') : fn.unknown(), props, call);
      },
    },
  };
}

export const lambda: Definitions = {
  Function: lambdaFunction(),
  DockerImageFunction: lambdaFunction(),
  EventSourceMapping: {
    type: 'AWS::Lambda::EventSourceMapping',
    props: { ...withoutLists, eventSourceArn: 'EventSourceArn', target: 'FunctionName' },
  },
};

export const lambdaNodejs: Definitions = { NodejsFunction: lambdaFunction() };
export const lambdaPython: Definitions = { PythonFunction: lambdaFunction() };
export const lambdaGo: Definitions = { GoFunction: lambdaFunction() };
