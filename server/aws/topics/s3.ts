import type { Topic } from '../topic.ts';
import { inSamEvents, samEvents } from './samEvents.ts';

/** Headings that speak of versioning for the sake of notifications. */
const versionedNotifications = [
  'Versioning and notifications',
  'バージョニングとイベント通知',
  'バージョニングと通知',
];

export const s3: Topic = {
  id: 's3',
  title: { en: 'Amazon S3', ja: 'Amazon S3' },
  names: ['S3', 'Simple Storage Service'],
  // S3 Express, Tables, Vectors and Outposts are different features with service names of their own.
  types: ['AWS::S3::*'],
  classes: ['aws-s3.Bucket', 'aws-s3.BucketPolicy'],
  aspects: [
    {
      id: 'notification-destinations',
      within: 'event-notifications',
      names: [],
      namesInTopic: ['Notification destinations', '通知の送信先', 'イベント通知の送信先'],
    },
    {
      id: 'notification-permissions',
      within: 'event-notifications',
      names: [],
      namesInTopic: ['Notification permissions', '通知の許可', '通知の権限', 'イベント通知の権限'],
      values: [{ of: ['AWS::Lambda::Permission.Principal'], are: ['s3.amazonaws.com'] }],
    },
    {
      id: 'event-notifications',
      names: ['S3 event notifications', 'S3 イベント通知', 'S3 のイベント通知'],
      namesInTopic: ['Event notification', 'Notification', 'Event', 'イベント通知', '通知', 'イベント'],
      types: ['Custom::S3BucketNotifications'],
      properties: ['AWS::S3::Bucket.NotificationConfiguration.*'],
      groups: [inSamEvents('S3')],
      values: [samEvents('S3')],
      members: [
        'aws-s3.EventType',
        'aws-s3.Bucket.addEventNotification',
        'aws-s3.Bucket.addObjectCreatedNotification',
        'aws-s3.Bucket.addObjectRemovedNotification',
        'aws-s3.Bucket.enableEventBridgeNotification',
        'aws-s3.Bucket.eventBridgeEnabled',
        'aws-s3-notifications.LambdaDestination',
        'aws-s3-notifications.SqsDestination',
        'aws-s3-notifications.SnsDestination',
        'aws-lambda-event-sources.S3EventSource',
        'aws-lambda-event-sources.S3EventSourceV2',
      ],
    },
    {
      id: 'versioned-notifications',
      within: 'event-notifications',
      names: [],
      namesInTopic: versionedNotifications,
    },
    {
      id: 'versioning',
      names: ['S3 versioning', 'S3 バージョニング', 'S3 のバージョニング'],
      namesInTopic: [
        'Versioning',
        'Object versioning',
        'Bucket versioning',
        'バージョニング',
        'バージョン管理',
        ...versionedNotifications,
      ],
      properties: ['AWS::S3::Bucket.VersioningConfiguration.*'],
      members: ['aws-s3.Bucket.versioned'],
    },
  ],
};
