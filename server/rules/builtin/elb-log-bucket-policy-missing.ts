import { type Resource, resourcesOfType, type Template } from '../../model/template.ts';
import { get } from '../../model/value.ts';
import { existsWhen } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Edit, Fix, Rule } from '../rule.ts';
import { isHighLevel } from './shared/constructs.ts';
import { freeName } from './shared/freeName.ts';
import { logBucketPolicy } from './shared/logBucketPolicy.ts';
import { logPrefix, logWriters } from './shared/logWriters.ts';
import { mayMean } from './shared/mayMean.ts';

/** A log bucket whose load balancer nobody allows to write. */
export const logBucketPolicyMissing: Rule = {
  id: 'elb/log-bucket-policy-missing',
  title: { en: 'Log bucket without a bucket policy', ja: 'バケットポリシーのないログ用バケット' },
  severity: 'warning',
  subject: { topic: 'elb', aspect: 'access-log-bucket' },
  on: ['AWS::S3::Bucket'],
  check(bucket, template) {
    const writers = logWriters(bucket, template).filter((each) => !isHighLevel(each));
    const [first] = writers;
    if (!first || isHighLevel(bucket) || mayHavePolicy(bucket, template)) return [];
    const certain = writers.some((each) => existsWhen(each, bucket.condition).length === 0);
    return [
      {
        message: {
          en: `Bucket "${bucket.name}" has no bucket policy, so load balancer "${first.name}" may not write its access logs there; enabling the logs fails. Add an AWS::S3::BucketPolicy that lets logdelivery.elasticloadbalancing.amazonaws.com put objects.`,
          ja: `バケット「${bucket.name}」にバケットポリシーがないため、ロードバランサー「${first.name}」はアクセスログを書き込めず、ログの有効化に失敗します。logdelivery.elasticloadbalancing.amazonaws.com に s3:PutObject を許可する AWS::S3::BucketPolicy を追加してください。`,
        },
        span: bucket.typeSpan,
        when: certain ? [] : existsWhen(first, bucket.condition),
        related: writers.map((resource) => ({
          resource,
          span: resource.nameSpan,
          message: {
            en: `"${resource.name}" logs to this bucket`,
            ja: `「${resource.name}」のログの保存先`,
          },
        })),
        fixes: [addPolicy(bucket, writers, template)],
      },
    ];
  },
};

/** The load balancers wait for it, as they try to write when their logs are enabled. */
function addPolicy(bucket: Resource, writers: readonly Resource[], template: Template): Fix {
  const name = freeName(template, bucket.name, 'Policy');
  const prefixes = new Set(writers.map((each) => logPrefix(each, template) ?? '*'));
  const waiting = writers.filter((each) => existsWhen(bucket, each.condition).length === 0);
  return {
    title: {
      en: 'Add a bucket policy that lets Elastic Load Balancing write',
      ja: 'ELB の書き込みを許可するバケットポリシーを追加する',
    },
    preferred: false,
    safe: false,
    edits: [
      {
        kind: 'add',
        resource: bucket,
        name,
        type: 'AWS::S3::BucketPolicy',
        properties: logBucketPolicy(bucket.id, 'application', [...prefixes]),
      },
      ...waiting.map((resource): Edit => ({ kind: 'depend', resource, on: name })),
    ],
  };
}

/** A policy may be here, or be made by a nested stack that gets the bucket. */
function mayHavePolicy(bucket: Resource, template: Template): boolean {
  if (template.open || usersOf(template, bucket, 'AWS::CloudFormation::Stack').length > 0) return true;
  return resourcesOfType(template, 'AWS::S3::BucketPolicy').some(({ properties }) =>
    mayMean(template, get(properties, 'Bucket'), bucket, 'BucketName'),
  );
}
