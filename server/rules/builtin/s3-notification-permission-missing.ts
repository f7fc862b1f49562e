import { certainText } from '../../model/possible.ts';
import { type Resource, referencedResource, resourcesOfType, type Template } from '../../model/template.ts';
import { get, getPath, type Value } from '../../model/value.ts';
import { allOf, existsWhen, mapsOf, placeOfMissing } from '../claims.ts';
import { needs, usersOf } from '../references.ts';
import type { Fix, Plain, PlainMap, Report, Rule } from '../rule.ts';
import { isHighLevel } from './shared/constructs.ts';
import { freeName } from './shared/freeName.ts';
import { mayMean } from './shared/mayMean.ts';
import { allowing, forThisAccount } from './shared/policies.ts';

interface Destination {
  /** Where the bucket lists destinations of this kind, and the property that names one. */
  readonly list: string;
  readonly property: string;
  readonly type: string;
  /** The property with its own name, by which a permission may mean it. */
  readonly name: string;
  /** The types that let S3 in, and the property that says to what. */
  readonly permissions: Readonly<Record<string, string>>;
  /** The properties of the first of these types for a destination. */
  permit(id: string): PlainMap;
}

const principal = 's3.amazonaws.com';

/** The bucket is not named: a permission that reads its ARN could only be made after it. */
function allowS3(action: string, resource: Plain): PlainMap {
  return allowing({
    Principal: { Service: principal },
    Action: action,
    Resource: resource,
    Condition: forThisAccount,
  });
}

const destinations: readonly Destination[] = [
  {
    list: 'LambdaConfigurations',
    property: 'Function',
    type: 'AWS::Lambda::Function',
    name: 'FunctionName',
    permissions: { 'AWS::Lambda::Permission': 'FunctionName' },
    permit: (id) => ({
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: id },
      Principal: principal,
      SourceAccount: { Ref: 'AWS::AccountId' },
    }),
  },
  {
    list: 'QueueConfigurations',
    property: 'Queue',
    type: 'AWS::SQS::Queue',
    name: 'QueueName',
    permissions: { 'AWS::SQS::QueuePolicy': 'Queues', 'AWS::SQS::QueueInlinePolicy': 'Queue' },
    permit: (id) => ({
      Queues: [{ Ref: id }],
      PolicyDocument: allowS3('sqs:SendMessage', { 'Fn::GetAtt': [id, 'Arn'] }),
    }),
  },
  {
    list: 'TopicConfigurations',
    property: 'Topic',
    type: 'AWS::SNS::Topic',
    name: 'TopicName',
    permissions: { 'AWS::SNS::TopicPolicy': 'Topics', 'AWS::SNS::TopicInlinePolicy': 'TopicArn' },
    permit: (id) => ({
      Topics: [{ Ref: id }],
      PolicyDocument: allowS3('sns:Publish', { Ref: id }),
    }),
  },
];

/** Event notifications to something that does not let S3 in, or perhaps not yet. */
export const notificationPermissionMissing: Rule = {
  id: 's3/notification-permission-missing',
  title: { en: 'Event notifications that S3 may not send', ja: '送信権限のないイベント通知' },
  severity: 'warning',
  subject: { topic: 's3', aspect: 'notification-permissions' },
  on: ['AWS::S3::Bucket'],
  check(bucket, template) {
    if (isHighLevel(bucket) || template.open) return [];
    return destinations.flatMap((kind) => {
      const items = mapsOf(template, getPath(bucket.properties, `NotificationConfiguration.${kind.list}`));
      return items.flatMap((item): Report[] => {
        const value = get(item.value, kind.property);
        const target = referencedResource(template, value);
        if (target?.type !== kind.type || isHighLevel(target) || isConnected(bucket, target, template))
          return [];
        const when = allOf(item.when, existsWhen(bucket, target.condition));
        if (!when) return [];
        const permissions = permissionsFor(target, kind, template);
        if (permissions.length === 0) {
          const fixes = permit(bucket, target, kind, template);
          return [{ message: missing(bucket, target, kind), span: value.span, when, fixes }];
        }
        const [first] = permissions;
        if (!first || mayWaitFor(bucket, permissions)) return [];
        const span = placeOfMissing(bucket, 'NotificationConfiguration');
        if (needs(template, first, bucket)) {
          return [{ message: inCircle(bucket, target, first), span, when, severity: 'hint' }];
        }
        const fixes = [waitFor(bucket, first)];
        return [{ message: tooLate(bucket, target, first), span, when, severity: 'hint', fixes }];
      });
    });
  },
};

/** What may let S3 send to `target`. */
function permissionsFor(target: Resource, kind: Destination, template: Template): readonly Resource[] {
  return Object.entries(kind.permissions).flatMap(([type, property]) =>
    resourcesOfType(template, type).filter(
      ({ properties }) =>
        mayLetS3In(template, get(properties, 'Principal')) &&
        mayMean(template, get(properties, property), target, kind.name),
    ),
  );
}

/** A policy has its principals inside, which are not judged. */
function mayLetS3In(template: Template, principal: Value): boolean {
  const text = certainText(template, principal);
  return text === undefined || text === '*' || text.startsWith('s3.');
}

/** Somebody else gives the permission: a SAM connector, or a nested stack that gets the destination. */
function isConnected(bucket: Resource, target: Resource, template: Template): boolean {
  if (!bucket.construct && get(bucket.body, 'Connectors').kind !== 'absent') return true;
  return usersOf(template, target, 'AWS::Serverless::Connector', 'AWS::CloudFormation::Stack').length > 0;
}

/** A bucket that waits for anything may wait for the permission, if only in a roundabout way. */
function mayWaitFor(bucket: Resource, permissions: readonly Resource[]): boolean {
  return (
    get(bucket.body, 'DependsOn').kind !== 'absent' ||
    permissions.some(({ condition }) => condition !== bucket.condition)
  );
}

function missing(bucket: Resource, target: Resource, { type, permissions }: Destination): Report['message'] {
  const [permission = ''] = Object.keys(permissions);
  const noun = type.split('::')[2]?.toLowerCase() ?? '';
  return {
    en: `Nothing lets S3 send the events of "${bucket.name}" to ${noun} "${target.name}", so deploying the bucket fails ("Unable to validate the following destination configurations"). Add an ${permission} for s3.amazonaws.com, and let the bucket DependsOn it.`,
    ja: `S3 に「${bucket.name}」のイベントを「${target.name}」へ送る権限がないため、バケットのデプロイは失敗します("Unable to validate the following destination configurations")。s3.amazonaws.com を許可する ${permission} を追加し、バケットの DependsOn に指定してください。`,
  };
}

function tooLate(bucket: Resource, target: Resource, { name }: Resource): Report['message'] {
  return {
    en: `S3 checks the permission for "${target.name}" when it makes bucket "${bucket.name}", which does not wait for "${name}": the first deployment may fail. Let the bucket DependsOn "${name}".`,
    ja: `S3 はバケット「${bucket.name}」の作成時に「${target.name}」への権限を確認しますが、バケットは「${name}」の作成を待たないため、初回のデプロイに失敗することがあります。バケットの DependsOn に「${name}」を指定してください。`,
  };
}

function inCircle(bucket: Resource, target: Resource, { name }: Resource): Report['message'] {
  return {
    en: `S3 checks the permission for "${target.name}" when it makes bucket "${bucket.name}", but "${name}" refers to the bucket and is made after it: the first deployment fails. Limit the permission by the account (aws:SourceAccount) or by a literal ARN instead, and let the bucket DependsOn "${name}".`,
    ja: `S3 はバケット「${bucket.name}」の作成時に「${target.name}」への権限を確認しますが、「${name}」はバケットを参照しており後から作成されるため、初回のデプロイに失敗します。権限はアカウント(aws:SourceAccount)や固定の ARN で限定し、バケットの DependsOn に「${name}」を指定してください。`,
  };
}

/** What lets S3 in, for which the bucket waits. */
function permit(
  bucket: Resource,
  target: Resource,
  { permissions, permit: propertiesFor }: Destination,
  template: Template,
): readonly Fix[] {
  const [type = ''] = Object.keys(permissions);
  // The bucket cannot wait for what exists only under another condition.
  if (existsWhen(target, bucket.condition).length > 0) return [];
  const name = freeName(template, target.name, type.slice(type.lastIndexOf(':') + 1));
  return [
    {
      title: {
        en: `Let S3 send to ${target.name} (adds an ${type})`,
        ja: `S3 から ${target.name} への送信を許可する(${type} を追加)`,
      },
      preferred: false,
      safe: false,
      edits: [
        { kind: 'add', resource: target, name, type, properties: propertiesFor(target.id) },
        { kind: 'depend', resource: bucket, on: name },
      ],
    },
  ];
}

function waitFor(bucket: Resource, { id, name }: Resource): Fix {
  return {
    title: {
      en: `Let ${bucket.name} depend on ${name}`,
      ja: `${bucket.name} の DependsOn に ${name} を指定する`,
    },
    preferred: true,
    safe: false,
    edits: [{ kind: 'depend', resource: bucket, on: id }],
  };
}
