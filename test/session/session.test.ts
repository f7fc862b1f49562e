import assert from 'node:assert/strict';
import { type Editor, type EditorOptions, startEditor } from '../support/editor.ts';
import { parseMarked } from '../support/marked.ts';

const balancer = `
  Resources:
    PublicAlb:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      Properties:
        Subnets: [subnet-1, subnet-2]
`;

describe('an editor session', () => {
  let editor: Editor;
  afterEach(() => editor.dispose());

  /** Opens a marked text as `template.yaml` and hovers at its cursor. */
  async function hoverIn(marked: string, options: EditorOptions = {}): Promise<string | undefined> {
    editor = await startEditor(options);
    const { text, cursor } = parseMarked(marked);
    assert(cursor !== undefined);
    await editor.open('template.yaml', 'yaml', text);
    return editor.hover('template.yaml', cursor);
  }

  it('explains a load balancer in English', async () => {
    const hover = await hoverIn(balancer.replace('ElasticLoadBalancingV2', 'Elastic$0LoadBalancingV2'));
    assert.match(hover ?? '', /Elastic Load Balancing/);
    assert.match(hover ?? '', /access logs?/i);
    assert.match(hover ?? '', /\[Open note\]\(command:kumonote\.openNote\?/);
    assert.match(hover ?? '', /\[AWS documentation\]\(https:\/\/docs\.aws\.amazon\.com\//);
  });

  it('explains it in Japanese where the editor is Japanese', async () => {
    const hover = await hoverIn(balancer.replace('ElasticLoadBalancingV2', 'Elastic$0LoadBalancingV2'), {
      language: 'ja',
    });
    assert.match(hover ?? '', /アクセスログ/);
    assert.match(hover ?? '', /ノートを開く/);
  });

  it('prefers the language of the settings to that of the editor', async () => {
    const hover = await hoverIn(balancer.replace('ElasticLoadBalancingV2', 'Elastic$0LoadBalancingV2'), {
      language: 'ja',
      settings: { language: 'en' },
    });
    assert.match(hover ?? '', /Open note/);
  });

  it('shows a finding in the hover, and as a diagnostic whose code opens the note', async () => {
    editor = await startEditor();
    const { text } = parseMarked(balancer);
    const diagnostics = await editor.open('template.yaml', 'yaml', text);
    const found = diagnostics.find((d) => d.code === 'elb/access-logs-disabled');
    assert(found);
    assert.equal(found.severity, 2);
    assert.equal(found.source, 'kumonote');
    assert.match(String(found.message), /PublicAlb/);
    assert.match(found.codeDescription?.href ?? '', /^command:kumonote\.openNote\?.*access-logs/);
    const hover = await editor.hover('template.yaml', text.indexOf('AWS::Elastic'));
    assert.match(hover ?? '', /`elb\/access-logs-disabled`/);
  });

  it('updates diagnostics as one types', async () => {
    editor = await startEditor();
    const { text } = parseMarked(balancer);
    await editor.open('template.yaml', 'yaml', text);
    const fixed = text.replace(
      'Subnets',
      'LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: "true" }]\n      Subnets',
    );
    const diagnostics = await editor.type('template.yaml', fixed);
    assert(!diagnostics.some((d) => d.code === 'elb/access-logs-disabled'));
  });

  it('offers fixes, and silence, for a finding', async () => {
    editor = await startEditor();
    const { text } = parseMarked(balancer);
    await editor.open('template.yaml', 'yaml', text);
    const actions = await editor.codeActions('template.yaml', text.indexOf('AWS::Elastic') + 3);
    const enable = actions.find((action) => /access logs/i.test(action.title));
    const silence = actions.find((action) => /^Silence/.test(action.title));
    assert(enable && silence, actions.map((action) => action.title).join('\n'));
    assert.equal(enable.diagnostics?.[0]?.code, 'elb/access-logs-disabled');
    for (const action of [enable, silence]) {
      const diagnostics = await editor.type('template.yaml', editor.apply('template.yaml', action));
      assert.deepEqual(
        diagnostics.map((d) => d.code),
        [],
      );
      await editor.type('template.yaml', text);
    }
  });

  it('turns a rule off, and changes its severity, by the settings', async () => {
    editor = await startEditor({ settings: { rules: { 'elb/access-logs-disabled': 'error' } } });
    const { text } = parseMarked(balancer);
    const [first] = await editor.open('template.yaml', 'yaml', text);
    assert.equal(first?.severity, 1);
    await editor.changeSettings({ rules: { 'elb/access-logs-disabled': 'off' } });
    assert.deepEqual(await editor.type('template.yaml', `${text}\n`), []);
  });

  it('says nothing about files that are not ours', async () => {
    editor = await startEditor();
    const kubernetes = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: LoadBalancer\n';
    assert.deepEqual(await editor.open('service.yaml', 'yaml', kubernetes), []);
    assert.equal(await editor.hover('service.yaml', kubernetes.indexOf('LoadBalancer')), undefined);
    const react = 'export const bucket = { versioned: false };\n';
    assert.deepEqual(await editor.open('bucket.ts', 'typescript', react), []);
  });

  describe("with the user's own notes", () => {
    const files = {
      'docs/balancing.md': '# ロードバランサー\n\n## ELB\n社内規約: ALB は必ず WAF の後ろに置く。\n',
    };

    it("shows the user's words first, as they wrote them, with the file's name", async () => {
      const hover = await hoverIn(balancer.replace('ElasticLoadBalancingV2', 'Elastic$0LoadBalancingV2'), {
        files,
      });
      const text = hover ?? '';
      assert.match(text, /docs\/balancing\.md/);
      assert(
        text.indexOf('社内規約') >= 0 && text.indexOf('社内規約') < text.indexOf('Elastic Load Balancing'),
      );
    });

    it('changes the hover when the note is edited in the editor, saved on disk, or deleted', async () => {
      const { text, cursor = 0 } = parseMarked(
        balancer.replace('ElasticLoadBalancingV2', 'Elastic$0LoadBalancingV2'),
      );
      editor = await startEditor({ files });
      await editor.open('template.yaml', 'yaml', text);
      const changed = editor.notesChanged();
      void editor.open('docs/balancing.md', 'markdown', '# ELB\nOne balancer for each team.\n');
      await changed;
      assert.match((await editor.hover('template.yaml', cursor)) ?? '', /One balancer for each team/);
      const closed = editor.notesChanged();
      editor.close('docs/balancing.md');
      await closed;
      await editor.writeFile('docs/balancing.md', '# ELB\nWritten elsewhere.\n');
      assert.match((await editor.hover('template.yaml', cursor)) ?? '', /Written elsewhere/);
      await editor.writeFile('docs/balancing.md', undefined);
      assert.doesNotMatch((await editor.hover('template.yaml', cursor)) ?? '', /Written elsewhere/);
    });

    it('runs the rules in notes, and reports a broken block at its line without losing the others', async () => {
      editor = await startEditor({
        files: {
          'notes/queues.md': [
            '# SQS',
            '```rule',
            'id: team/retention',
            'on: AWS::SQS::Queue',
            'severity: warning',
            'message: Keep messages for 14 days.',
            'at: MessageRetentionPeriod',
            'must: { const: 1209600 }',
            'missing: fail',
            '```',
            '```rule',
            'id: team/broken',
            'on: AWS::SQS::Queue',
            'sevrity: warning',
            '```',
          ].join('\n'),
        },
      });
      const template = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n';
      const diagnostics = await editor.open('template.yaml', 'yaml', template);
      assert.deepEqual(
        diagnostics.map((d) => [d.code, d.message]),
        [['team/retention', 'Keep messages for 14 days.']],
      );
      const problems = editor
        .diagnostics('notes/queues.md')
        .filter((d) => /severity/.test(String(d.message)));
      assert(problems.some((d) => d.range.start.line === 13));
    });
  });

  describe('with notes that claim one rule', () => {
    const note = (words: string): string =>
      [
        `# SQS ${words}`,
        '```rule',
        'id: team/retention',
        'on: AWS::SQS::Queue',
        'severity: warning',
        `message: Said by ${words}.`,
        'at: MessageRetentionPeriod',
        'must: { const: 1209600 }',
        'missing: fail',
        '```',
      ].join('\n');
    const template = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n';
    const messages = (): string[] =>
      editor.diagnostics('t.yaml').flatMap((d) => (d.code === 'team/retention' ? [String(d.message)] : []));
    /** Waits until the template's diagnostics are those of the changed notes. */
    const becomes = async (expected: readonly string[]): Promise<void> => {
      for (let tries = 0; tries < 40 && String(messages()) !== String(expected); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      assert.deepEqual(messages(), expected);
    };

    it('lets the first count, and the second once the first is gone', async () => {
      editor = await startEditor({ files: { 'notes/1.md': note('one'), 'notes/2.md': note('two') } });
      await editor.open('t.yaml', 'yaml', template);
      await becomes(['Said by one.']);
      assert.match(String(editor.diagnostics('notes/2.md')[0]?.message), /already used in "SQS one"/);
      await editor.writeFile('notes/1.md', undefined);
      await becomes(['Said by two.']);
      assert.deepEqual(editor.diagnostics('notes/2.md'), []);
      await editor.writeFile('notes/2.md', undefined);
      await becomes([]);
    });

    it('reads a note again that another program has replaced', async () => {
      editor = await startEditor({ files: { 'notes/1.md': note('one') } });
      await editor.open('t.yaml', 'yaml', template);
      await editor.replaceFile('notes/1.md', note('another'));
      await becomes(['Said by another.']);
    });

    it('refreshes open templates while a note is edited, however its address is encoded', async () => {
      editor = await startEditor({ files: { 'notes/a%20%281%29.md': note('one') } });
      await editor.open('t.yaml', 'yaml', template);
      void editor.open('notes/a (1).md', 'markdown', note('an unsaved edit'));
      await becomes(['Said by an unsaved edit.']);
    });
  });

  describe('for the panel', () => {
    it('answers with the note at the cursor, its findings and the resources it explains', async () => {
      editor = await startEditor();
      const { text } = parseMarked(balancer);
      await editor.open('template.yaml', 'yaml', text);
      const view = await editor.request<import('../../server/protocol.ts').NoteView>('kumonote/noteAt', {
        uri: 'file:///workspace/template.yaml',
        position: { line: 2, character: 20 },
      });
      assert.equal(view.title, 'Elastic Load Balancing (ELB)');
      assert.match(view.html, /<h1[^>]*data-slug/);
      assert.deepEqual(
        view.findings.map((finding) => [finding.rule, finding.here]),
        [['elb/access-logs-disabled', true]],
      );
      assert.deepEqual(
        view.resources.map((resource) => resource.name),
        ['PublicAlb'],
      );
    });

    it('finds notes by a word inside Japanese text', async () => {
      editor = await startEditor({ language: 'ja' });
      const hits = await editor.request<import('../../server/protocol.ts').SearchHit[]>('kumonote/search', {
        query: 'アクセスログ',
      });
      assert(hits.some((hit) => hit.uri.endsWith('/ja/elb.md')));
    });
  });
});
