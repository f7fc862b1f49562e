import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Template } from '../../../server/model/template.ts';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import type { SourceText } from '../../../server/read/reader.ts';
import { root } from '../../support/serverProcess.ts';
import { loadCdk, resource, show } from './support.ts';

const uri = 'file:///typed/stack';

/** The shop, written in every language. */
const shops = Object.entries({
  typescript: 'typescript',
  python: 'python',
  java: 'java',
  csharp: 'csharp',
  go: 'go',
}).map(([name, languageId]) => {
  const golden = readFileSync(join(root, 'test', 'golden', 'cdk', `${name}.txt`), 'utf8');
  const lines = golden.split('\n').filter((line) => !/^\s*\^/.test(line));
  return { languageId, text: lines.join('\n') };
});

/** Code of two files, with what is kept least easily: helpers, subclasses, loops, values that are used elsewhere. */
const helper: SourceText = {
  uri: 'file:///typed/helper.ts',
  languageId: 'typescript',
  text: `
import * as s3 from 'aws-cdk-lib/aws-s3';
export const settings = { size: 500, type: 'st1' };
export class Archive extends s3.Bucket {
  constructor(scope, id, props) { super(scope, id, { versioned: true, ...props }); }
}
export function queue(scope, id, timeout) { return new sqs.Queue(scope, id, { visibilityTimeout: timeout }); }
`,
};
const app = `
import * as cdk from 'aws-cdk-lib';
import { aws_s3 as s3, aws_ec2 as ec2, aws_ecs as ecs, aws_lambda as lambda, aws_sqs as sqs, aws_elasticloadbalancingv2 as elbv2 } from 'aws-cdk-lib';
import { Archive, settings } from './helper';
const days = 14;
const shared = { encrypted: true };
export class Shop extends cdk.Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    // kept
    const archive = new Archive(this, 'Archive', { lifecycleRules: [] });
    const plain = new s3.Bucket(this, 'Plain', { versioned: false });
    new sqs.Queue(this, 'Mail', { visibilityTimeout: cdk.Duration.seconds(40) });
    const work = new sqs.Queue(this, 'Work', { visibilityTimeout: cdk.Duration.seconds(30), retentionPeriod: cdk.Duration.days(days) });
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    new ec2.CfnVolume(this, 'Disk', { ...shared, availabilityZone: 'a', size: settings.size, volumeType: settings.type });
    const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc, internetFacing: true });
    lb.logAccessLogs(plain);
    if (props.big) { lb.setAttribute('idle_timeout.timeout_seconds', '90'); }
    const fn = new lambda.Function(this, 'Fn', { timeout: cdk.Duration.seconds(60), handler: 'a.b', code: undefined });
    fn.addEventSource(new SqsEventSource(work, { batchSize: 10 }));
    const [first] = ['C', 'D'].map((name) => new s3.Bucket(this, name, { versioned: true }));
    first.addLifecycleRule({ noncurrentVersionExpiration: cdk.Duration.days(days) });
    new ec2.CfnSecurityGroup(this, 'Doors', { securityGroupIngress: ['0.0.0.0/0'].map((cidrIp) => ({ cidrIp, fromPort: days })) });
    for (const name of ['A', 'B']) { new sqs.Queue(this, name, { retentionPeriod: cdk.Duration.days(days) }); }
    const task = new ecs.Ec2TaskDefinition(this, 'Task', { volumes: [{ name: 'data' }] });
    const web = task.addContainer('Web', { image: ecs.ContainerImage.fromRegistry('nginx') });
    web.addMountPoints({ sourceVolume: 'data', containerPath: '/data', readOnly: false });
    this.kept = new s3.Bucket(this, 'Kept', { versioned: props.old ? undefined : true });
    this.kept.addLifecycleRule({ expiration: cdk.Duration.days(days) });
    this.more(archive, 7);
  }
  more(bucket, count) {
    new sqs.Queue(this, 'More', { retentionPeriod: cdk.Duration.days(count) });
    plain.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.SqsDestination(work));
  }
}
`;

describe('Reading CDK code again after an edit', () => {
  before(loadCdk);
  afterEach(() => cdkReader.forget(uri));

  it('keeps what other constructs have made', () => {
    const before = type(undefined, app);
    const after = type(
      before,
      app.replace('maxAzs: 2', 'maxAzs: 3').replace('// kept', '// kept, and said so'),
    );
    const kept = ['Plain', 'Mail', 'Vpc'].map(
      (id) => resource(before, id).properties === resource(after, id).properties,
    );
    assert.deepEqual(kept, [true, true, false]);
    assert.equal(
      resource(after, 'Plain').origin,
      app.indexOf("new s3.Bucket(this, 'Plain'") + ', and said so'.length,
    );
  });

  it('sees what an edit elsewhere changes', () => {
    const cases: readonly (readonly [
      from: string,
      to: string,
      id: string,
      property: string,
      before: string,
      after: string,
    ])[] = [
      ['const days = 14', 'const days = 7', 'Work', 'MessageRetentionPeriod', '1209600', '604800'],
      ['encrypted: true', 'encrypted: false', 'Disk', 'Encrypted', 'true', 'false'],
      ['more(archive, 7)', 'more(archive, 9)', 'More', 'MessageRetentionPeriod', '604800', '777600'],
    ];
    for (const [from, to, id, property, was, is] of cases) {
      const before = type(undefined, app);
      const after = type(before, app.replace(from, to));
      const shown = [before, after].map((template) => {
        const entry = resource(template, id).properties.entries.find(({ key }) => key === property);
        return entry ? show(entry.value) : 'unknown';
      });
      assert.deepEqual(shown, [was, is], to);
    }
  });

  it('sees what is given away by an edit', () => {
    const text = app.replace('this.more(', "watch('nothing');\n    this.more(");
    const before = type(undefined, text);
    const after = type(before, text.replace("watch('nothing')", 'watch(lb)'));
    const certain = [before, after].map((template) => resource(template, 'Lb').construct?.certain);
    assert.deepEqual(certain, [true, false]);
  });

  it('finds what a method makes under the ID that it is given by an edit', () => {
    const before = type(undefined, app);
    const after = type(before, app.replace("'Web'", "'Api'"));
    assert.match(show(resource(before, 'Task').properties), /"Web".*SourceVolume: "data"/);
    assert.match(show(resource(after, 'Task').properties), /"Api".*SourceVolume: "data"/);
  });

  it('finds what was edited by its name', () => {
    const faced = app.replace('internetFacing: true', 'internetFacing: false');
    let template = type(undefined, app);
    for (const text of [faced, faced.replace('versioned: false', 'versioned: true'), app]) {
      template = type(template, text);
      assert.match(
        show(resource(template, 'Lb').properties),
        /access_logs\.s3\.bucket", Value: →Shop\/Plain/,
      );
    }
  });

  for (const { languageId, text: original } of [{ languageId: 'typescript', text: app }, ...shops]) {
    it(`gives what reading afresh gives, whatever is typed in ${languageId}`, function () {
      this.timeout(60_000);
      const tokens = [...original.matchAll(/\w+|[^\w\s]/g)].map(({ 0: token, index }) => ({ token, index }));
      const words = [...new Set(tokens.map(({ token }) => token))];
      // A word for another one, most of the time: that leaves the code in shape.
      const edit = fc.record({ at: fc.nat(tokens.length - 1), word: fc.constantFrom('', '1', ...words) });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          cdkReader.forget(uri);
          let template = read(undefined, original);
          for (const { at, word } of edits) {
            const { token = '', index = 0 } = tokens[at] ?? {};
            const text = `${original.slice(0, index)}${word}${original.slice(index + token.length)}`;
            template = read(template, text);
            assert.deepEqual(
              everything(template),
              everything(afresh(text)),
              `${token} → ${word} at ${index}`,
            );
          }
        }),
        { numRuns: 20 },
      );
    });

    it(`gives that after each letter, too, in ${languageId}`, function () {
      this.timeout(60_000);
      const lines = original.split('\n');
      fc.assert(
        fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), (at, other) => {
          cdkReader.forget(uri);
          let template = read(undefined, original);
          // Half of a line is taken away, and half of another one written there.
          const [line = '', source = ''] = [lines[at], lines[other]];
          const kept = line.slice(0, line.length / 2);
          const typed = source.slice(source.length / 2);
          const steps = [
            ...[...line.slice(kept.length)].map((_, gone) => line.slice(0, line.length - gone - 1)),
            ...[...typed].map((_, come) => kept + typed.slice(0, come + 1)),
          ];
          for (const step of steps) {
            const text = lines.with(at, step).join('\n');
            template = read(template, text);
            assert.deepEqual(everything(template), everything(afresh(text)), step);
          }
        }),
        { numRuns: 2 },
      );
    });

    function afresh(text: string): Template | undefined {
      const source = { uri: 'file:///typed/afresh', languageId, text };
      const template = cdkReader.read(source, undefined, [helper]);
      cdkReader.forget(source.uri);
      return template;
    }

    function read(previous: Template | undefined, text: string): Template | undefined {
      return cdkReader.read({ uri, languageId, text }, previous, [helper]);
    }
  }

  function type(previous: Template | undefined, text: string): Template {
    const template = cdkReader.read({ uri, languageId: 'typescript', text }, previous, [helper]);
    assert.ok(template);
    return template;
  }
});

/** What is made, and what each word stands for. */
function everything(template: Template | undefined): unknown {
  if (!template) return undefined;
  const places = [...template.text.matchAll(/\w+/g)].map(({ index }) => {
    const place = template.placeAt(index);
    return place && { ...place, resource: place.resource?.id };
  });
  return [[...template.resources.values()], places];
}
