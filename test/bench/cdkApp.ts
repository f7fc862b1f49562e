/** A workspace of CDK apps for the benchmark: the same text for the same numbers, on every machine. */

/**
 * What a stack consists of, a few lines for each number, as in code that people write: a thousand lines make no more
 * resources than CloudFormation takes in one stack.
 */
const parts: readonly ((index: number) => string)[] = [
  (n) => `    // Orders wait here until a worker has time.
    const queue${n} = new sqs.Queue(this, 'Queue${n}', {
      queueName: settings.prefix + '-work-${n}',
      visibilityTimeout: cdk.Duration.seconds(settings.timeout),
      retentionPeriod: cdk.Duration.days(14),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
    });

`,
  (n) => `    const bucket${n} = new Archive(this, 'Bucket${n}', {
      versioned: ${n % 2 === 0},
      removalPolicy: cdk.RemovalPolicy.RETAIN,
    });
    bucket${n}.addLifecycleRule({ expiration: cdk.Duration.days(${30 + n}) });
    bucket${n}.addEventNotification(
      s3.EventType.OBJECT_CREATED,
      new s3n.SqsDestination(queue${n - 1}),
    );

`,
  (n) => `    new dynamodb.Table(this, 'Table${n}', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
    });

`,
  (n) => `    const api${n} = new apigateway.RestApi(this, 'Api${n}', {
      restApiName: 'orders-${n}',
      description: 'What the shop asks for.',
      deployOptions: { stageName: 'v1', metricsEnabled: true },
    });
    api${n}.root.addMethod('GET');

`,
];

const settings = `export const settings = { prefix: 'shop', timeout: 180 };
`;

const constructs = `import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export class Archive extends s3.Bucket {
  constructor(scope: Construct, id: string, props: s3.BucketProps) {
    super(scope, id, { enforceSSL: true, ...props });
  }
}
`;

/** The source of a stack of about `lines` lines, which uses what is in two other files. */
export function cdkStack(lines: number): string {
  let body = '';
  for (let n = 0, count = 0; count < lines - 20; n += 1) {
    const part = (parts[n % parts.length] as (n: number) => string)(n);
    body += part;
    count += part.split('\n').length - 1;
  }
  return `import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Archive } from './constructs';
import { settings } from './settings';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
${body}  }
}
`;
}

/** The files of an app by their path: one large stack, or several of 100 lines. */
export function cdkApp(stacks: readonly number[]): Map<string, string> {
  const files = new Map([
    ['lib/settings.ts', settings],
    ['lib/constructs.ts', constructs],
  ]);
  let app = "import * as cdk from 'aws-cdk-lib';\n";
  stacks.forEach((lines, index) => {
    files.set(`lib/stack${index}.ts`, cdkStack(lines));
    app += `import { ShopStack as Stack${index} } from '../lib/stack${index}';\n`;
  });
  app += 'const app = new cdk.App();\n';
  stacks.forEach((_, index) => {
    app += `new Stack${index}(app, 'Stack${index}');\n`;
  });
  return files.set('bin/app.ts', app);
}
