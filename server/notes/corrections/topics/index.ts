/** All known errors. Where several fit a sentence, the first of a topic counts. */
import type { Correction } from '../correction.ts';
import { amazonMq } from './amazonMq.ts';
import { apiGateway } from './apiGateway.ts';
import { athena } from './athena.ts';
import { dynamodb } from './dynamodb.ts';
import { dynamodbStreams } from './dynamodbStreams.ts';
import { ebs } from './ebs.ts';
import { ec2 } from './ec2.ts';
import { elb } from './elb.ts';
import { natGateway } from './natGateway.ts';
import { redshift } from './redshift.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { sqs } from './sqs.ts';

export const corrections: readonly Correction[] = [
  ...apiGateway,
  ...amazonMq,
  ...dynamodb,
  ...redshift,
  ...athena,
  ...dynamodbStreams,
  ...elb,
  ...ebs,
  ...sqs,
  ...s3,
  ...ec2,
  ...route53,
  ...natGateway,
];
