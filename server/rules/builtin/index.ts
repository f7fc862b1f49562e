/** Every rule that is written in TypeScript. The others stand in the notes that give their reason. */
import type { Rule } from '../rule.ts';
import { throttlingNotConfigured } from './apigateway-throttling-not-configured.ts';
import { throttlingZero } from './apigateway-throttling-zero.ts';
import { appsyncWithoutSubscription } from './dynamodb-appsync-without-subscription.ts';
import { noFailureHandling } from './dynamodb-streams-no-failure-handling.ts';
import { streamNotEnabled } from './dynamodb-streams-stream-not-enabled.ts';
import { tooManyReaders } from './dynamodb-streams-too-many-readers.ts';
import { hddBootVolume } from './ebs-hdd-boot-volume.ts';
import { hddRandomIo } from './ebs-hdd-random-io.ts';
import { hddSizeOutOfRange } from './ebs-hdd-size-out-of-range.ts';
import { hddVolume } from './ebs-hdd-volume.ts';
import { hddWithProvisionedIops } from './ebs-hdd-with-provisioned-iops.ts';
import { magneticManagedDatabase } from './ebs-magnetic-managed-database.ts';
import { magneticPreviousGeneration } from './ebs-magnetic-previous-generation.ts';
import { shutdownTerminates } from './ec2-shutdown-terminates.ts';
import { sshOpenToWorld } from './ec2-ssh-open-to-world.ts';
import { sshPortNotOpen } from './ec2-ssh-port-not-open.ts';
import { accessLogsBucketMissing } from './elb-access-logs-bucket-missing.ts';
import { accessLogsDisabled } from './elb-access-logs-disabled.ts';
import { albLogBucketKms } from './elb-alb-log-bucket-kms.ts';
import { logBucketPolicyMissing } from './elb-log-bucket-policy-missing.ts';
import { nlbLogsWithoutTlsListener } from './elb-nlb-logs-without-tls-listener.ts';
import { deploymentModeMismatch } from './mq-deployment-mode-mismatch.ts';
import { newApplication } from './mq-new-application.ts';
import { crossAzRoute } from './nat-gateway-cross-az-route.ts';
import { regionalManualAzGap } from './nat-gateway-regional-manual-az-gap.ts';
import { singleAz } from './nat-gateway-single-az.ts';
import { activeActiveWithoutHealthCheck } from './route53-active-active-without-health-check.ts';
import { failoverAliasEvaluateTargetHealth } from './route53-failover-alias-evaluate-target-health.ts';
import { failoverPairIncomplete } from './route53-failover-pair-incomplete.ts';
import { failoverWithoutHealthCheck } from './route53-failover-without-health-check.ts';
import { healthCheckPrivateIp } from './route53-health-check-private-ip.ts';
import { setIdentifierMissing } from './route53-set-identifier-missing.ts';
import { notificationPermissionMissing } from './s3-notification-permission-missing.ts';
import { notificationToFifo } from './s3-notification-to-fifo.ts';
import { notificationWithoutVersioning } from './s3-notification-without-versioning.ts';
import { noDeadLetterQueue } from './sqs-no-dead-letter-queue.ts';
import { visibilityTimeoutTooShort } from './sqs-visibility-timeout-too-short.ts';

export const builtinRules: readonly Rule[] = [
  throttlingNotConfigured,
  throttlingZero,
  appsyncWithoutSubscription,
  noFailureHandling,
  streamNotEnabled,
  tooManyReaders,
  hddBootVolume,
  hddRandomIo,
  hddSizeOutOfRange,
  hddVolume,
  hddWithProvisionedIops,
  magneticManagedDatabase,
  magneticPreviousGeneration,
  shutdownTerminates,
  sshOpenToWorld,
  sshPortNotOpen,
  accessLogsBucketMissing,
  accessLogsDisabled,
  albLogBucketKms,
  logBucketPolicyMissing,
  nlbLogsWithoutTlsListener,
  deploymentModeMismatch,
  newApplication,
  crossAzRoute,
  regionalManualAzGap,
  singleAz,
  activeActiveWithoutHealthCheck,
  failoverAliasEvaluateTargetHealth,
  failoverPairIncomplete,
  failoverWithoutHealthCheck,
  healthCheckPrivateIp,
  setIdentifierMissing,
  notificationPermissionMissing,
  notificationToFifo,
  notificationWithoutVersioning,
  noDeadLetterQueue,
  visibilityTimeoutTooShort,
];
