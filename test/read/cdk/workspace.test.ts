import { strict as assert } from 'node:assert';
import { languageOf } from '../../../server/host/languages.ts';
import type { Template } from '../../../server/model/template.ts';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { severalFiles } from '../../support/severalFiles.ts';
import { loadCdk, resource, show } from './support.ts';

const root = 'file:///shop/';

/** What the first of several files is read to, together with the others. */
function readFirst(text: string): Template {
  const [main, ...others] = [...severalFiles(text)].map(([path, content]) => {
    const imported = "import * as cdk from 'aws-cdk-lib'; ";
    const services = ['s3', 'sqs', 'dynamodb', 'lambda', 'ec2'].map(
      (name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}'; `,
    );
    const bare = !/[tj]s$/.test(path) || /config|settings|index/.test(path);
    const head = bare ? '' : imported + services.join('');
    return { uri: root + path, languageId: languageOf(path), text: head + content };
  });
  assert(main);
  const template = cdkReader.read(main, undefined, others);
  cdkReader.forget(main.uri);
  assert(template);
  return template;
}

/** The properties of the resource `id` of the first file. */
function properties(id: string, text: string): string {
  return show(resource(readFirst(text), id).properties);
}

describe('CDK code in several files', () => {
  before(loadCdk);

  it('takes constants from other files, however they are imported', () => {
    const found = properties(
      'Q',
      `
      --- lib/stack.ts
      import { seconds as time, Size } from './config';
      import settings from '../settings.js';
      import * as all from '.';
      const { days } = require('./days');
      new sqs.Queue(this, 'Q', {
        visibilityTimeout: cdk.Duration.seconds(time),
        queueName: settings.name,
        receiveMessageWaitTime: cdk.Duration.seconds(Size.Small),
        deliveryDelay: cdk.Duration.seconds(all.delay),
        retentionPeriod: cdk.Duration.days(days),
      });
      --- lib/config.ts
      export const seconds = 30;
      export enum Size { Small = 7 }
      --- settings.ts
      const name = 'jobs';
      export default { name };
      --- lib/index.ts
      export * from './config';
      export { wait as delay } from './wait';
      --- lib/wait.ts
      export const wait = 5;
      --- lib/days.js
      module.exports = { days: 14 };
      `,
    );
    assert.match(found, /VisibilityTimeout: 30/);
    assert.match(found, /QueueName: "jobs"/);
    assert.match(found, /ReceiveMessageWaitTimeSeconds: 7/);
    assert.match(found, /DelaySeconds: 5/);
    assert.match(found, /MessageRetentionPeriod: 1209600/);
  });

  it('finds its way through files that all pass on what the others have', () => {
    const names = Array.from({ length: 20 }, (_, at) => `config${at}`);
    const files = names.map((name) =>
      [
        `--- ${name}.ts`,
        ...names.filter((other) => other !== name).map((other) => `export * from './${other}';`),
        name === 'config19' ? 'export const wait = 30;' : '',
      ].join('\n'),
    );
    const stack = `--- stack.ts
import { wait, missing } from './config0';
new sqs.Queue(this, 'Q', { visibilityTimeout: cdk.Duration.seconds(wait), deliveryDelay: missing });`;
    const found = properties('Q', [stack, ...files].join('\n'));
    assert.match(found, /VisibilityTimeout: 30/);
    assert.match(found, /DelaySeconds: unknown/);
  });

  it('takes props from other files, and shows them where they are used', () => {
    const template = readFirst(`
      --- stack.ts
      import { queueProps } from './config';
      new sqs.Queue(this, 'Q', queueProps);
      --- config.ts
      export const queueProps = { queueName: 'jobs' };
    `);
    const { properties: all, origin } = resource(template, 'Q');
    const name = all.entries.find(({ key }) => key === 'QueueName');
    const shown = name && template.text.slice(name.keySpan.start + origin, name.keySpan.end + origin);
    assert.equal(shown, 'queueProps');
    const { elsewhere } = name?.keySpan ?? {};
    assert.equal(elsewhere?.uri, `${root}config.ts`);
    assert.equal(elsewhere.text.slice(elsewhere.span.start, elsewhere.span.end), 'queueName');
  });

  it('follows what functions of other files make, and what is called on it', () => {
    const found = properties(
      'T',
      `
      --- tables.ts
      import { name } from './config';
      export function makeTable(scope: Construct, props: { stream: dynamodb.StreamViewType }) {
        return new dynamodb.Table(scope, 'T', { tableName: name, stream: props.stream });
      }
      --- stack.ts
      import { makeTable } from './tables';
      const table = makeTable(this, { stream: dynamodb.StreamViewType.KEYS_ONLY });
      --- config.ts
      export const name = 'orders';
      `,
    );
    assert.match(found, /TableName: "orders"/);
    assert.match(found, /StreamViewType: "KEYS_ONLY"/);
  });

  it('makes what a subclass in another file extends, and shows it where it is instantiated', () => {
    const template = readFirst(`
      --- stack.ts
      import { Logged } from './buckets';
      new Logged(this, 'B', { versioned: false });
      --- buckets.ts
      export class Plain extends s3.Bucket {
        constructor(scope: Construct, id: string, props: s3.BucketProps) {
          super(scope, id, { bucketName: 'plain', ...props });
          this.addLifecycleRule({ id: 'old' });
        }
      }
      export class Logged extends Plain {
        constructor(scope: Construct, id: string, props: { versioned: boolean }) {
          super(scope, id, { versioned: props.versioned });
        }
      }
    `);
    const bucket = resource(template, 'B');
    assert.equal(bucket.type, 'AWS::S3::Bucket');
    const at = template.text.slice(
      bucket.typeSpan.start + bucket.origin,
      bucket.typeSpan.end + bucket.origin,
    );
    assert.equal(at, 'Logged');
    assert.match(show(bucket.properties), /BucketName: "plain", .*VersioningConfiguration: absent/);
  });

  it('gives a stack the props that all who instantiate it give', () => {
    const app = (second: string) => `
      --- lib/stack.ts
      export class Shop extends cdk.Stack {
        constructor(scope: Construct, id: string, props: ShopProps) {
          super(scope, id, props);
          new sqs.Queue(this, 'Q', { queueName: props.name, visibilityTimeout: props.time });
        }
      }
      --- bin/app.ts
      import { Shop } from '../lib/stack';
      new Shop(app, 'One', { name: 'jobs', time: cdk.Duration.seconds(5) });
      ${second}
      `;
    assert.match(
      properties('Q', app('')),
      /VisibilityTimeout: 5.*QueueName: "jobs"|QueueName: "jobs".*VisibilityTimeout: 5/,
    );
    const two = properties(
      'Q',
      app("new Shop(app, 'Two', { name: 'jobs', time: cdk.Duration.seconds(9) });"),
    );
    assert.match(two, /QueueName: "jobs"/);
    assert.match(two, /VisibilityTimeout: unknown/);
  });

  it('reads Python packages', () => {
    const found = properties(
      'Q',
      `
      --- shop/stacks/queues.py
      from aws_cdk import aws_sqs as sqs, Duration, Stack
      from shop.settings import QUEUE_NAME
      from .. import settings
      from . import limits as few
      import shop.settings
      from ..wide import *
      class Shop(Stack):
          def __init__(self, scope, id):
              super().__init__(scope, id)
              sqs.Queue(self, "Q", queue_name=QUEUE_NAME,
                  visibility_timeout=Duration.seconds(settings.SECONDS),
                  delivery_delay=Duration.seconds(few.DELAY),
                  retention_period=Duration.days(shop.settings.DAYS),
                  receive_message_wait_time=Duration.seconds(SIZE))
      --- shop/settings.py
      QUEUE_NAME = "jobs"
      SECONDS = 30
      DAYS = 14
      --- shop/stacks/limits.py
      DELAY = 5
      --- shop/wide/__init__.py
      SIZE = 7
      `,
    );
    assert.match(found, /QueueName: "jobs".*MessageRetentionPeriod: 1209600.*VisibilityTimeout: 30/);
    assert.match(found, /DelaySeconds: 5.*ReceiveMessageWaitTimeSeconds: 7/);
  });

  it('sees the classes of the same package in Java and C#', () => {
    const java = properties(
      'Q',
      `
      --- src/Shop.java
      package shop;
      import software.amazon.awscdk.*;
      import software.amazon.awscdk.services.sqs.*;
      public class Shop extends Stack {
        public Shop(final Construct scope, final String id) {
          super(scope, id);
          Queue.Builder.create(this, "Q").queueName(Settings.NAME).build();
        }
      }
      --- src/Settings.java
      package shop;
      public class Settings {
        public static final String NAME = "jobs";
      }
      --- src/deeper/Settings.java
      package shop.deeper;
      public class Settings {
        public static final String NAME = "others";
      }
      `,
    );
    assert.match(java, /QueueName: "jobs"/);
    const csharp = properties(
      'Q',
      `
      --- src/Shop.cs
      using Amazon.CDK;
      using Amazon.CDK.AWS.SQS;
      namespace Shop {
        public class ShopStack : Stack {
          public ShopStack(Construct scope, string id) : base(scope, id) {
            new Queue(this, "Q", new QueueProps { QueueName = Settings.Name });
          }
        }
      }
      --- src/Settings.cs
      namespace Shop {
        public static class Settings {
          public const string Name = "jobs";
        }
      }
      `,
    );
    assert.match(csharp, /QueueName: "jobs"/);
  });
});
