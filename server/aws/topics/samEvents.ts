/** How SAM names what invokes a function; several topics are spoken of in `Events`. */
import { get } from '../../model/value.ts';
import type { GroupOf, ValuesOf } from '../topic.ts';

const events = ['AWS::Serverless::Function.Events.*', 'AWS::Serverless::StateMachine.Events.*'];
const eventTypes = events.map((event) => `${event}.Type`);

/** The values of an event's `Type`, such as `SQS`. */
export function samEvents(...types: string[]): ValuesOf {
  return { of: eventTypes, are: types };
}

/** What is written in an event of this type: its queue, its batch size. */
export function inSamEvents(...types: string[]): GroupOf {
  return {
    of: events,
    where: (event) => {
      const type = get(event, 'Type');
      return type.kind === 'scalar' && types.includes(String(type.value));
    },
  };
}
