/** Helpers for tests of CDK code in Go. */
import type { Template } from '../../../../server/model/template.ts';
import { readCdk } from '../support.ts';

/** What most tests need; one line, so that positions below stay readable. */
export const goImports = `package main; import (${[
  '"fmt"',
  '"os"',
  '"strconv"',
  '"github.com/aws/jsii-runtime-go"',
  'cdk "github.com/aws/aws-cdk-go/awscdk/v2"',
  ...[
    'ec2',
    'ecspatterns',
    'elasticloadbalancing',
    'iam',
    'lambda',
    'rds',
    'route53',
    's3',
    's3notifications',
    'sqs',
    'apigateway',
    'athena',
    'dynamodb',
  ].map((name) => `"github.com/aws/aws-cdk-go/awscdk/v2/aws${name}"`),
  'ec2 "github.com/aws/aws-cdk-go/awscdk/v2/awsec2"',
  'elbv2 "github.com/aws/aws-cdk-go/awscdk/v2/awselasticloadbalancingv2"',
].join('; ')})`;

/** What is read from Go `code`, where many packages are there under their usual names. */
export function readGo(code: string): Template {
  return readCdk(`${goImports}\n${code}`, 'go');
}

/** `code` as the function that makes a stack. */
export function inStack(code: string): string {
  const lines = code.split('\n').map((line) => (line ? `\t${line}` : line));
  return [
    'func NewS(scope constructs.Construct, id string, props *SProps) cdk.Stack {',
    '\tstack := cdk.NewStack(scope, &id, nil)',
    ...lines,
    '\treturn stack',
    '}',
  ].join('\n');
}
