import { amazonMq } from './amazonMq.ts';
import { apiGateway } from './apiGateway.ts';
import { athena } from './athena.ts';
import { dynamodb } from './dynamodb.ts';
import { dynamodbStreams } from './dynamodbStreams.ts';
import { ebs } from './ebs.ts';
import { ec2 } from './ec2.ts';
import { elb } from './elb.ts';
import { natGateway } from './natGateway.ts';
import type { Pairs } from './pair.ts';
import { redshift } from './redshift.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { sqs } from './sqs.ts';

export const pairs: Pairs = {
  ...amazonMq,
  ...apiGateway,
  ...athena,
  ...dynamodb,
  ...dynamodbStreams,
  ...ebs,
  ...ec2,
  ...elb,
  ...natGateway,
  ...redshift,
  ...route53,
  ...s3,
  ...sqs,
};
