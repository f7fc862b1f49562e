import type { Resource, Template } from '../../model/template.ts';
import { entryOf, get, getPath, type Value } from '../../model/value.ts';
import { allOf, mapsOf, textWhen } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Edit, Report, Rule } from '../rule.ts';
import { logWriters } from './shared/logWriters.ts';

const keyProperty = 'KMSMasterKeyID';

/** A log bucket encrypted in a way that load balancers cannot write to. */
export const albLogBucketKms: Rule = {
  id: 'elb/alb-log-bucket-kms',
  title: { en: 'Log bucket with SSE-KMS', ja: 'SSE-KMS のログ用バケット' },
  severity: 'error',
  subject: { topic: 'elb', aspect: 'access-log-bucket' },
  on: ['AWS::S3::Bucket'],
  check(bucket, template) {
    const writers = logWriters(bucket, template);
    const [first] = writers;
    if (!first) return [];
    const rules = getPath(bucket.properties, 'BucketEncryption.ServerSideEncryptionConfiguration');
    return mapsOf(template, rules).flatMap((rule): Report[] => {
      const encryption = get(rule.value, 'ServerSideEncryptionByDefault');
      const algorithm = get(encryption, 'SSEAlgorithm');
      const when = allOf(rule.when, textWhen(template, algorithm, 'aws:kms', 'aws:kms:dsse'));
      if (!when) return [];
      return [
        {
          message: {
            en: `Load balancer "${first.name}" writes its access logs to "${bucket.name}", and that works only with SSE-S3: with SSE-KMS no logs arrive. Use AES256 for this bucket.`,
            ja: `ロードバランサー「${first.name}」のアクセスログの保存先「${bucket.name}」が SSE-KMS で暗号化されています。配信できるのは SSE-S3 のバケットだけで、ログは届きません。AES256 にしてください。`,
          },
          span: algorithm.span,
          when,
          related: writers.map((resource) => ({
            resource,
            span: resource.nameSpan,
            message: {
              en: `"${resource.name}" logs to this bucket`,
              ja: `「${resource.name}」のログの保存先`,
            },
          })),
          fixes: [
            {
              title: { en: 'Encrypt with SSE-S3 (AES256)', ja: 'SSE-S3(AES256)で暗号化する' },
              preferred: isOnlyForLogs(bucket, writers, template),
              safe: false,
              edits: [
                { kind: 'replace', resource: bucket, value: algorithm, by: 'AES256' },
                ...withoutKey(bucket, encryption),
              ],
            },
          ],
        },
      ];
    });
  },
};

/** S3 refuses a key beside AES256. */
function withoutKey(bucket: Resource, encryption: Value): readonly Edit[] {
  if (encryption.kind !== 'map' || !entryOf(encryption, keyProperty)) return [];
  return [{ kind: 'remove', resource: bucket, within: encryption, key: keyProperty }];
}

function isOnlyForLogs(bucket: Resource, writers: readonly Resource[], template: Template): boolean {
  return usersOf(template, bucket).every(
    (user) => writers.includes(user) || user.type === 'AWS::S3::BucketPolicy',
  );
}
