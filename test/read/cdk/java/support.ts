/** Helpers for tests of CDK code in Java. */
import type { Template } from '../../../../server/model/template.ts';
import { readCdk } from '../support.ts';

/** Imports that most tests need; one line, so that positions below stay readable. */
export const javaImports = [
  'import java.util.*',
  'import software.amazon.awscdk.*',
  ...[
    'amazonmq',
    'apigateway',
    'apigatewayv2',
    'athena',
    'dynamodb',
    'ec2',
    'ecs.patterns',
    'elasticloadbalancingv2',
    'iam',
    'lambda',
    'lambda.eventsources',
    'rds',
    'route53',
    's3',
    's3.notifications',
    'sqs',
  ].map((name) => `import software.amazon.awscdk.services.${name}.*`),
  '',
].join('; ');

/** What is read from Java `code`, where all services are imported. */
export function readJava(code: string): Template {
  return readCdk(`${javaImports}\n${code}`, 'java');
}

/** `code` as the constructor of a stack. */
export function inStack(code: string): string {
  const lines = code.split('\n').map((line) => (line ? `        ${line}` : line));
  return [
    'class S extends Stack {',
    '    S(final Construct scope, final String id, final Props props) {',
    '        super(scope, id, props);',
    ...lines,
    '    }',
    '}',
  ].join('\n');
}
