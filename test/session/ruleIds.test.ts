import { deepEqual, equal, ok } from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, startEditor } from '../support/editor.ts';
import { parseMarked } from '../support/marked.ts';

const extensions: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  json: 'json',
  typescript: 'ts',
  python: 'py',
};

describe('completion where rules are silenced', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor({
      files: {
        'notes/sqs.md':
          '# SQS\n\n```rule\nid: team/queues\non: AWS::SQS::Queue\nseverity: warning\nmessage: No.\nat: QueueName\nmust: { const: jobs }\nmissing: fail\n```\n',
      },
    });
  });
  after(() => editor.dispose());

  let count = 0;
  /** What is offered at `$0`, best first, and the text after the first of it is taken. */
  async function complete(marked: string, languageId = 'yaml') {
    const { text, cursor = 0 } = parseMarked(marked);
    count += 1;
    const path = `t${count}.${extensions[languageId]}`;
    await editor.open(path, languageId, text);
    const document = TextDocument.create(path, languageId, 1, text);
    const items = await editor.request<CompletionItem[] | null>('textDocument/completion', {
      textDocument: { uri: `file:///workspace/${path}` },
      position: document.positionAt(cursor),
    });
    const sorted = [...(items ?? [])].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    const [first] = sorted;
    return {
      labels: sorted.map(({ label }) => label),
      first,
      text: first && TextDocument.applyEdits(document, [first.textEdit as TextEdit]),
    };
  }

  it('offers every rule, those that find something there first', async () => {
    const { labels, first, text } = await complete(`
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
        # kumonote-disable-next-line $0
        Public:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    `);
    equal(labels[0], 'elb/access-logs-disabled');
    equal(first?.detail, 'Access logs are off');
    ok(labels.includes('team/queues') && labels.includes('nat-gateway/single-az'));
    equal(new Set(labels).size, labels.length);
    ok(text?.includes('# kumonote-disable-next-line elb/access-logs-disabled\n'));
  });

  it('goes on with the id that was begun, and leaves out those that are there', async () => {
    const { labels, text } = await complete(`
      Resources:
        Jobs:
          Type: AWS::SQS::Queue # kumonote-disable-line elb/access-logs-disabled, te$0am
    `);
    equal(labels[0], 'team/queues');
    ok(!labels.includes('elb/access-logs-disabled'));
    ok(text?.endsWith('# kumonote-disable-line elb/access-logs-disabled, team/queues\n'));
  });

  it('knows the comments of CDK code, and what speaks of the whole file', async () => {
    const alb = 'elbv2.ApplicationLoadBalancer';
    const typescript = await complete(
      `
        import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
        // kumonote-disable-next-line $0
        new ${alb}(this, 'Alb', { vpc });
      `,
      'typescript',
    );
    equal(typescript.labels[0], 'elb/access-logs-disabled');
    const python = await complete(
      `
        # kumonote-disable-file $0
        from aws_cdk import aws_elasticloadbalancingv2 as elbv2
        ${alb}(self, "Alb", vpc=vpc)
      `,
      'python',
    );
    equal(python.labels[0], 'elb/access-logs-disabled');
  });

  it('begins with the comment itself', async () => {
    const { labels, text } = await complete('Resources:\n  # kumo$0\n  Jobs:\n    Type: AWS::SQS::Queue\n');
    deepEqual(labels, ['kumonote-disable-next-line', 'kumonote-disable-line', 'kumonote-disable-file']);
    ok(text?.includes('  # kumonote-disable-next-line \n'));
  });

  const inJson = (disable: string) => `
    {
      "Resources": {
        "Jobs": { "Type": "AWS::SQS::Queue" },
        "Public": {
          "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
          "Metadata": { "kumonote": { "disable": ${disable} } }
        }
      }
    }
  `;

  it('knows the metadata of a resource in JSON, with and without quotes', async () => {
    for (const typed of ['["$0"]', '["elb/$0"]', '[$0]', '[ "team/queues", "$0" ]', '"$0"']) {
      const { labels, text } = await complete(inJson(typed), 'json');
      equal(labels[0], 'elb/access-logs-disabled', typed);
      equal(labels.includes('team/queues'), !typed.includes('team/queues'), typed);
      ok(
        text?.includes(
          typed.replace(
            /(?:elb\/)?\$0/,
            typed === '[$0]' ? '"elb/access-logs-disabled"' : 'elb/access-logs-disabled',
          ),
        ),
        text,
      );
    }
  });

  it('knows the metadata of a resource, and of the whole template, in YAML', async () => {
    const resource = (disable: string) => `
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
        Public:
          Metadata:
            kumonote:
              disable: ${disable}
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    `;
    for (const typed of [
      '[$0]',
      '$0',
      '[team/queues, e$0]',
      '\n                - $0',
      '\n                - a/b\n                - elb/$0',
    ]) {
      const { labels, text } = await complete(resource(typed));
      equal(labels[0], 'elb/access-logs-disabled', typed);
      const line = typed.slice(typed.lastIndexOf('\n') + 1).trim();
      ok(text?.includes(line.replace(/\w*\/?\$0/, 'elb/access-logs-disabled')), text);
    }
    const whole = await complete(`
      Metadata:
        kumonote: { disable: [$0] }
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
    `);
    equal(whole.labels[0], 'team/queues');
  });

  it('is silent anywhere else', async () => {
    const nothing = [
      'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue # kumonote-disable-line team/queues -- be$0cause\n',
      'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue # $0\n',
      'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Metadata: { note: kumonote-disable-line $0 }\n',
      '# kumonote-disable-file $0\nkind: Deployment\n',
      'Metadata: { kumonote: { disable: [] } } $0\nResources: { Jobs: { Type: AWS::SQS::Queue } }\n',
      'Resources:\n  Jobs:\n    Metadata:\n      kumonote:\n        disable:\n          - a/b\n    Ty$0pe: AWS::SQS::Queue\n',
      'Metadata: { other: { disable: [$0] } }\nResources: { Jobs: { Type: AWS::SQS::Queue } }\n',
    ];
    for (const text of nothing) deepEqual((await complete(text)).labels, [], text);
  });
});
