/** Queues and topics. */
import type { Definitions } from './definition.ts';
import { duration } from './propMapping.ts';

export const sqs: Definitions = {
  Queue: {
    type: 'AWS::SQS::Queue',
    props: {
      queueName: 'QueueName',
      visibilityTimeout: duration('VisibilityTimeout'),
      retentionPeriod: duration('MessageRetentionPeriod'),
      deliveryDelay: duration('DelaySeconds'),
      receiveMessageWaitTime: duration('ReceiveMessageWaitTimeSeconds'),
      fifo: 'FifoQueue',
      'deadLetterQueue.queue': 'RedrivePolicy.deadLetterTargetArn',
      'deadLetterQueue.maxReceiveCount': 'RedrivePolicy.maxReceiveCount',
    },
    attributes: { queueArn: 'Arn', queueUrl: '', queueName: 'QueueName', queueRef: '' },
    make: (queue) => {
      const dead = queue.prop('deadLetterQueue');
      if (dead.kind !== 'absent' && dead.kind !== 'map') queue.set('RedrivePolicy', queue.unknown());
      const target = queue.get('RedrivePolicy.deadLetterTargetArn');
      const path = 'RedrivePolicy.deadLetterTargetArn';
      if (target.kind === 'reference')
        queue.set(path, { ...target, attribute: 'Arn' }, queue.propEntry('deadLetterQueue.queue')?.keySpan);
      // A name that ends with `.fifo` makes a FIFO queue as well.
      const name = queue.prop('queueName');
      if (queue.get('FifoQueue').kind === 'absent' && name.kind !== 'absent') {
        const plain = name.kind === 'scalar' && !String(name.value).endsWith('.fifo');
        if (!plain) queue.set('FifoQueue', queue.unknown());
      }
    },
  },
};

export const sns: Definitions = {
  Topic: {
    type: 'AWS::SNS::Topic',
    props: { topicName: 'TopicName', displayName: 'DisplayName', fifo: 'FifoTopic' },
    // A FIFO topic gets a name, since that must end with `.fifo`.
    defaults: { TopicName: undefined },
    attributes: { topicArn: '', topicName: 'TopicName', topicRef: '' },
  },
};
