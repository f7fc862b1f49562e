import { suite } from '../suite.ts';

suite('s3/notification-to-fifo', {
  'follows the destination to a queue or topic here, and knows the name of others': `
    Resources:
      Uploads:
        Type: AWS::S3::Bucket
        Properties:
          NotificationConfiguration:
            QueueConfigurations:
              - { Event: 's3:ObjectRemoved:*', Queue: !GetAtt Fifo.Arn }
                                                      ^^^^^^^^^^^^^^^^ s3/notification-to-fifo error
              - { Event: 's3:ObjectRemoved:*', Queue: !GetAtt Standard.Arn }
              - { Event: 's3:ObjectRemoved:*', Queue: !Ref Asked }
            TopicConfigurations:
              - { Event: 's3:ObjectRemoved:*', Topic: 'arn:aws:sns:us-east-1:111122223333:a.fifo' }
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ s3/notification-to-fifo error
      Fifo:
        Type: AWS::SQS::Queue
        Properties: { FifoQueue: true }
      Standard:
        Type: AWS::SQS::Queue
  `,
});
