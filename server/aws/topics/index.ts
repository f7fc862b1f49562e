/** All topics, in the order in which knowledge lists them. A new topic is a file here and one line below. */
import type { Aspect, Topic } from '../topic.ts';
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

export const topics: readonly Topic[] = [
  apiGateway,
  amazonMq,
  dynamodb,
  redshift,
  athena,
  dynamodbStreams,
  elb,
  ebs,
  sqs,
  s3,
  ec2,
  route53,
  natGateway,
];

/** An aspect of a topic and the wider ones that it is a part of, narrowest first. */
export function aspectsAround(topicId: string, aspectId: string | undefined): readonly Aspect[] {
  const aspect = topics.find(({ id }) => id === topicId)?.aspects.find(({ id }) => id === aspectId);
  return aspect ? [aspect, ...aspectsAround(topicId, aspect.within)] : [];
}
