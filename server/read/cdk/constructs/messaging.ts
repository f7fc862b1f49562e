/** Queues and topics: what probing cannot tell of them. */
import type { Definitions } from './definition.ts';

export const sqs: Definitions = {
  Queue: {
    type: 'AWS::SQS::Queue',
    make: (queue) => {
      // A name that ends with `.fifo` makes a FIFO queue as well.
      const name = queue.prop('queueName');
      if (queue.get('FifoQueue').kind === 'absent' && name.kind !== 'absent') {
        const plain = name.kind === 'scalar' && !String(name.value).endsWith('.fifo');
        if (!plain) queue.set('FifoQueue', queue.unknown());
      }
    },
  },
};
