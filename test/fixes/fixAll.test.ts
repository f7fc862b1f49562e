/** Many findings at once, and requests for some kinds of action only. */
import assert from 'node:assert/strict';
import { type Editor, startEditor } from '../support/editor.ts';
import { dedent } from '../support/marked.ts';
import { FixingEditor } from './fixing.ts';

const rule = 'ebs/hdd-size-out-of-range';
const safeRule = 'ebs/hdd-with-provisioned-iops';

const volume = (name: string, type: string): string => `  ${name}:
    Type: AWS::EC2::Volume
    Properties: { AvailabilityZone: a, Size: 500, Iops: 4000, VolumeType: ${type} } # ${name}
`;

const queue = `  Jobs:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Timeout: 20 }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn }
`;

const all = `Fix all ${safeRule} in this file`;

describe('Fixing all of a kind', () => {
  const editor = new FixingEditor();
  before(() => editor.start());
  after(() => editor.stop());

  it('mends every finding of the rule and leaves the others', async () => {
    const text = `Resources:\n${volume('One', 'st1')}${queue}${volume('Two', 'sc1')}${volume('Three', 'gp3')}`;
    const { text: after, remaining } = await editor.fix(text, 'yaml', safeRule, all);
    assert.equal(after, text.replace(/st1|sc1/g, 'gp3'));
    assert.ok(!remaining.includes(safeRule) && remaining.includes('sqs/visibility-timeout-too-short'));
  });

  it('is offered for two findings or more, and where nothing is left to decide', async () => {
    const one = await editor.open(`Resources:\n${volume('One', 'st1')}`, 'yaml');
    const titles = (await editor.offers(one, safeRule)).map(({ title }) => title);
    assert.ok(titles.includes('Change to gp3') && !titles.some((title) => title.startsWith('Fix all')));
    const small = (name: string): string => volume(name, 'st1').replace('500, Iops: 4000', '20');
    const two = await editor.open(`Resources:\n${small('One')}${small('Two')}`, 'yaml');
    assert.ok(!(await editor.offers(two, rule)).some(({ title }) => title.startsWith('Fix all')));
  });

  it('is said in Japanese', async () => {
    const japanese = new FixingEditor();
    await japanese.start({ language: 'ja' });
    const path = await japanese.open(`Resources:\n${volume('One', 'st1')}${volume('Two', 'st1')}`, 'yaml');
    const titles = (await japanese.offers(path, safeRule)).map(({ title }) => title);
    japanese.stop();
    assert.ok(titles.includes(`このファイルの ${safeRule} をすべて修正`), titles.join());
  });

  it('mends all that needs no decision when the editor asks for it, as on saving', async () => {
    const text = `Resources:\n${volume('One', 'st1')}${queue}`;
    const path = await editor.open(text, 'yaml');
    const [action, ...others] = await editor.offers(path, safeRule, ['source.fixAll']);
    assert.ok(action && others.length === 0);
    assert.equal(action.kind, 'source.fixAll.kumonote');
    const { text: after, remaining } = await editor.take(path, text, 'yaml', action);
    assert.equal(
      after,
      text
        .replace('st1', 'gp3')
        .replace('SQS::Queue\n', 'SQS::Queue\n    Properties:\n      VisibilityTimeout: 120\n'),
    );
    assert.deepEqual(remaining, ['sqs/no-dead-letter-queue']);
  });

  it('answers with the kinds that are asked for', async () => {
    const path = await editor.open(`Resources:\n${volume('One', 'st1')}`, 'yaml');
    const kinds = async (...only: string[]): Promise<readonly (string | undefined)[]> => [
      ...new Set((await editor.offers(path, safeRule, only)).map(({ kind }) => kind)),
    ];
    assert.deepEqual(await kinds('quickfix'), ['quickfix']);
    assert.deepEqual(await kinds('source'), ['source.fixAll.kumonote']);
    assert.deepEqual(await kinds('source.fixAll.kumonote'), ['source.fixAll.kumonote']);
    assert.deepEqual(await kinds('source.organizeImports'), []);
    assert.deepEqual(await kinds('refactor'), []);
    assert.deepEqual(editor.kinds, { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.kumonote'] });
  });

  it('writes suggestions as plain text where the editor has no snippets in edits', async () => {
    const plain: Editor = await startEditor({
      capabilities: { workspace: { configuration: true, workspaceEdit: { documentChanges: true } } },
    });
    const text = dedent(`
      Resources:
        Web:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    `);
    await plain.open('stack.yaml', 'yaml', text);
    const [action] = await plain.codeActions('stack.yaml', text.indexOf('AWS::'));
    assert.ok(action);
    assert.doesNotMatch(JSON.stringify(action), /snippet|\$\{/);
    assert.match(plain.apply('stack.yaml', action), /Value: my-log-bucket\n$/);
    plain.dispose();
  });
});
