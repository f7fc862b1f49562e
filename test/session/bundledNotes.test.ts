import assert from 'node:assert/strict';
import type { SearchHit } from '../../server/protocol.ts';
import { type Editor, type EditorOptions, startEditor } from '../support/editor.ts';

const template = `Resources:
  PublicAlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: [subnet-1, subnet-2]
`;
const onType = template.indexOf('Elastic');

describe('the bundled notes', () => {
  let editor: Editor;
  afterEach(() => editor.dispose());

  async function open(options: EditorOptions): Promise<string[]> {
    editor = await startEditor(options);
    return (await editor.open('t.yaml', 'yaml', template)).map(({ code }) => String(code));
  }
  const hover = async (): Promise<string> => (await editor.hover('t.yaml', onType)) ?? '';
  const hits = (): Promise<SearchHit[]> => editor.request('kumonote/search', { query: 'access logs' });

  it('are left out of hover, search and findings where a topic is off', async () => {
    const settings = { bundledNotes: { elb: false } };
    assert.deepEqual(await open({ settings }), []);
    assert.doesNotMatch(await hover(), /Elastic Load Balancing \(ELB\)|Open note/);
    assert(!(await hits()).some(({ uri }) => uri.endsWith('/elb.md')));
    await editor.changeSettings({});
    assert.match(await hover(), /Elastic Load Balancing \(ELB\)/);
    assert.match(await hover(), /elb\/access-logs-disabled/);
  });

  it('are all left out, while your own go on', async () => {
    const files = { 'notes/elb.md': '# ELB\nOne balancer for each team.\n' };
    assert.deepEqual(await open({ settings: { bundledNotes: false }, files }), []);
    assert.match(await hover(), /One balancer for each team/);
    assert.deepEqual(
      new Set(
        (await editor.request<SearchHit[]>('kumonote/search', { query: 'balancer' })).map(
          ({ origin }) => origin,
        ),
      ),
      new Set(['user']),
    );
  });

  it('leave the ID of a rule to you where its topic is off', async () => {
    const note = [
      '# ELB',
      '```rule',
      'id: elb/access-logs-disabled',
      'on: AWS::ElasticLoadBalancingV2::LoadBalancer',
      'severity: error',
      'message: Ask the network guild.',
      'at: Scheme',
      'must: { const: internal }',
      'missing: fail',
      '```',
    ].join('\n');
    await open({ settings: { bundledNotes: { elb: false } }, files: { 'notes/elb.md': note } });
    assert.deepEqual(
      editor.diagnostics('t.yaml').map(({ message }) => message),
      ['Ask the network guild.'],
    );
    assert.deepEqual(editor.diagnostics('notes/elb.md'), []);
  });

  it('give way to a note that replaces a section, and the finding opens that note', async () => {
    const files = {
      'notes/logs.md':
        '---\nreplaces: elb/access-logs\n---\n# How we log\nEvery balancer logs to the audit account.\n',
    };
    assert.deepEqual(await open({ files }), ['elb/access-logs-disabled']);
    const [found] = editor.diagnostics('t.yaml');
    assert.match(
      decodeURIComponent(found?.codeDescription?.href ?? ''),
      /notes\/logs\.md","slug":"how-we-log"/,
    );
    const deep = template.replace(
      'Subnets',
      'LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: "false" }]\n      Subnets',
    );
    await editor.type('t.yaml', deep);
    const text = (await editor.hover('t.yaml', deep.indexOf('access_logs'))) ?? '';
    assert.match(text, /audit account/);
    assert.doesNotMatch(text, /What access logs hold|gzip|bucket policy/i);
  });
});
