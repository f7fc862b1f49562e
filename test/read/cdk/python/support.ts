/** Helpers for tests of CDK code in Python. */
import type { Template } from '../../../../server/model/template.ts';
import { readCdk } from '../support.ts';

/** Imports that most tests need; one line, so that positions below stay readable. */
export const pythonImports = [
  'import aws_cdk as cdk',
  `from aws_cdk import ${[
    'aws_amazonmq as amazonmq',
    'aws_apigateway as apigateway',
    'aws_apigatewayv2 as apigatewayv2',
    'aws_athena as athena',
    'aws_dynamodb as dynamodb',
    'aws_ec2 as ec2',
    'aws_ecs_patterns as patterns',
    'aws_elasticloadbalancing as elb',
    'aws_elasticloadbalancingv2 as elbv2',
    'aws_iam as iam',
    'aws_lambda as lambda_',
    'aws_lambda_event_sources as sources',
    'aws_rds as rds',
    'aws_route53 as route53',
    'aws_s3 as s3',
    'aws_s3_notifications as s3n',
    'aws_sqs as sqs',
  ].join(', ')}`,
].join('; ');

/** What is read from Python `code`, where all services are there under their usual names. */
export function readPython(code: string): Template {
  return readCdk(`${pythonImports}\n${code}`, 'python');
}

/** `code` as the constructor of a stack. */
export function inStack(code: string): string {
  const lines = code.split('\n').map((line) => (line ? `        ${line}` : line));
  return [
    'class S(cdk.Stack):',
    '    def __init__(self, scope, id, *, props=None, **kwargs):',
    '        super().__init__(scope, id, **kwargs)',
    ...lines,
  ].join('\n');
}
