/** Which rules of peers are about what ours are about: read and decided by people, for lack of a better way. */
import type { Rule } from '../../rules/rule.ts';

interface Views {
  /** Say the same; besides the rule's own `equivalents`. */
  readonly same?: readonly string[];
  /** Say a part of it, or what happens to lead to the same change. */
  readonly near?: readonly string[];
  /** Ask for what our rule warns of. */
  readonly opposite?: readonly string[];
}

const views: Readonly<Record<string, Views>> = {
  'ec2/ssh-open-to-world': { same: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE'] },
  'elb/alb-log-bucket-kms': {
    opposite: [
      'HIPAA.Security-S3DefaultEncryptionKMS',
      'NIST.800.53.R5-S3DefaultEncryptionKMS',
      'PCI.DSS.321-S3DefaultEncryptionKMS',
      'S3_DEFAULT_ENCRYPTION_KMS',
    ],
  },
  'elb/gateway-lb-access-logs': {
    opposite: [
      'AwsSolutions-ELB2',
      'HIPAA.Security-ELBLoggingEnabled',
      'NIST.800.53.R4-ELBLoggingEnabled',
      'NIST.800.53.R5-ELBLoggingEnabled',
      'PCI.DSS.321-ELBLoggingEnabled',
      'CKV_AWS_91',
      'ELBV2_ACCESS_LOGGING_RULE',
    ],
  },
  // They ask for versioning on every bucket, with or without notifications.
  's3/notification-without-versioning': {
    near: [
      'HIPAA.Security-S3BucketVersioningEnabled',
      'NIST.800.53.R4-S3BucketVersioningEnabled',
      'NIST.800.53.R5-S3BucketVersioningEnabled',
      'PCI.DSS.321-S3BucketVersioningEnabled',
      'CKV_AWS_21',
      'S3_BUCKET_VERSIONING_ENABLED',
    ],
  },
};

/** The rules of all peers that have to do with `rule`, by their identifiers. */
export function viewsOn({ id, equivalents = [] }: Rule): Required<Views> {
  const { same = [], near = [], opposite = [] } = views[id] ?? {};
  return { same: [...equivalents, ...same], near, opposite };
}
