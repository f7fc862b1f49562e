import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

export function worker(scope: cdk.Stack, id: string, queue: sqs.IQueue): lambda.Function {
  const fn = new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = () => 1'),
    timeout: cdk.Duration.minutes(1),
  });
  fn.addEventSource(new SqsEventSource(queue));
  return fn;
}
