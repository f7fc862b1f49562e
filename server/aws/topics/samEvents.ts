/** How SAM names what invokes a function; several topics are spoken of in `Events`. */
import type { ValuesOf } from '../topic.ts';

const eventTypes = ['AWS::Serverless::Function.Events.*.Type', 'AWS::Serverless::StateMachine.Events.*.Type'];

/** The values of an event's `Type`, such as `SQS`. */
export function samEvents(...types: string[]): ValuesOf {
  return { of: eventTypes, are: types };
}
