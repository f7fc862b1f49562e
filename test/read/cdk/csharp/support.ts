/** Helpers for tests of CDK code in C#. */
import type { Template } from '../../../../server/model/template.ts';
import { readCdk } from '../support.ts';

/** Imports that most tests need; one line, so that positions below stay readable. */
export const csharpImports = [
  'using Amazon.CDK;',
  'using Constructs;',
  ...[
    'EC2',
    'S3',
    'S3.Notifications',
    'SQS',
    'DynamoDB',
    'Lambda',
    'Lambda.EventSources',
    'APIGateway',
    'ECS.Patterns',
    'ElasticLoadBalancingV2',
    'Athena',
  ].map((name) => `using Amazon.CDK.AWS.${name};`),
  ...['Apigatewayv2', 'AmazonMQ', 'ElasticLoadBalancing', 'IAM', 'RDS', 'Route53'].map(
    (name) => `using ${name} = Amazon.CDK.AWS.${name};`,
  ),
].join(' ');

/** What is read from C# `code`, where all services are there under their usual names. */
export function readCsharp(code: string): Template {
  return readCdk(`${csharpImports}\n${code}`, 'csharp');
}

/** `code` as the constructor of a stack, with `members` beside it and `classes` after it. */
export function inStack(code: string, members = '', classes = ''): string {
  const body = [
    'namespace App;',
    'class S : Stack',
    '{',
    `    public S(Construct scope, string id, SProps props = null) : base(scope, id)`,
    '    {',
    ...code.split('\n').map((line) => (line ? `        ${line}` : line)),
    '    }',
    ...members.split('\n').map((line) => (line ? `    ${line}` : line)),
    '}',
    classes,
  ];
  return body.join('\n');
}
