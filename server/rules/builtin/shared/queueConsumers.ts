/** Who takes messages from a queue, as far as a template shows it. */
import { type Resource, referencedResource, type Template } from '../../../model/template.ts';
import { absent, get, getPath, type Value } from '../../../model/value.ts';
import type { Span } from '../../../text/span.ts';
import { existsWhen, givenAt, type When } from '../../claims.ts';
import { usersOf } from '../../references.ts';

export interface QueueConsumer {
  /** The event source mapping, pipe or SAM function that polls the queue. */
  readonly resource: Resource;
  /** Where it names the queue. */
  readonly span: Span;
  /** The Lambda function behind it, if it is in the template. */
  readonly handler: Resource | undefined;
  /** `MaximumBatchingWindowInSeconds`. */
  readonly batchingWindow: Value;
  /** What must hold for it to be there, given that the queue is. */
  readonly when: When;
}

export function consumersOf(queue: Resource, template: Template): readonly QueueConsumer[] {
  const consumers: QueueConsumer[] = [];
  const add = (resource: Resource, source: Value, handler: Resource | undefined, batchingWindow: Value) => {
    if (referencedResource(template, source) !== queue) return;
    const when = existsWhen(resource, queue.condition);
    consumers.push({ resource, span: source.span, handler, batchingWindow, when });
  };
  for (const mapping of usersOf(template, queue, 'AWS::Lambda::EventSourceMapping')) {
    const handler = referencedResource(template, get(mapping.properties, 'FunctionName'));
    const window = givenAt(mapping, 'MaximumBatchingWindowInSeconds');
    add(mapping, get(mapping.properties, 'EventSourceArn'), handler, window);
  }
  for (const handler of usersOf(template, queue, 'AWS::Serverless::Function')) {
    const events = get(handler.properties, 'Events');
    for (const { value } of events.kind === 'map' ? events.entries : []) {
      const type = get(value, 'Type');
      if (type.kind !== 'scalar' || type.value !== 'SQS') continue;
      const window = getPath(value, 'Properties.MaximumBatchingWindowInSeconds');
      add(handler, getPath(value, 'Properties.Queue'), handler, window);
    }
  }
  for (const pipe of usersOf(template, queue, 'AWS::Pipes::Pipe')) {
    add(pipe, get(pipe.properties, 'Source'), undefined, absent);
  }
  return consumers;
}
