/** Every rule that is written in TypeScript. The others stand in the notes that give their reason. */
import type { Rule } from '../rule.ts';
import { throttlingNotConfigured } from './apigateway-throttling-not-configured.ts';
import { streamNotEnabled } from './dynamodb-streams-stream-not-enabled.ts';
import { hddBootVolume } from './ebs-hdd-boot-volume.ts';
import { hddRandomIo } from './ebs-hdd-random-io.ts';
import { hddSizeOutOfRange } from './ebs-hdd-size-out-of-range.ts';
import { hddVolume } from './ebs-hdd-volume.ts';
import { hddWithProvisionedIops } from './ebs-hdd-with-provisioned-iops.ts';
import { magneticManagedDatabase } from './ebs-magnetic-managed-database.ts';
import { sshOpenToWorld } from './ec2-ssh-open-to-world.ts';
import { accessLogsDisabled } from './elb-access-logs-disabled.ts';
import { newApplication } from './mq-new-application.ts';
import { singleAz } from './nat-gateway-single-az.ts';
import { failoverWithoutHealthCheck } from './route53-failover-without-health-check.ts';
import { notificationWithoutVersioning } from './s3-notification-without-versioning.ts';

export const builtinRules: readonly Rule[] = [
  throttlingNotConfigured,
  streamNotEnabled,
  hddBootVolume,
  hddRandomIo,
  hddSizeOutOfRange,
  hddVolume,
  hddWithProvisionedIops,
  magneticManagedDatabase,
  sshOpenToWorld,
  accessLogsDisabled,
  newApplication,
  singleAz,
  failoverWithoutHealthCheck,
  notificationWithoutVersioning,
];
