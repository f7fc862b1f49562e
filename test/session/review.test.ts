import { deepEqual, equal, match } from 'node:assert/strict';
import type { ReviewView } from '../../server/protocol.ts';
import { type Editor, startEditor } from '../support/editor.ts';

const files = {
  'network.yaml': `Resources:
  PublicAlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { SecurityGroups: [!Ref Web] }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]
`,
  'jobs.yaml': 'Resources:\n  Jobs: { Type: AWS::SQS::Queue }\n',
};

describe('a session that reviews', () => {
  let editor: Editor;

  beforeEach(async () => {
    editor = await startEditor({ files });
    await editor.open('network.yaml', 'yaml', files['network.yaml']);
  });

  afterEach(() => editor.dispose());

  const review = async (uri?: string): Promise<ReviewView> => {
    const view = await editor.request<ReviewView | null>('kumonote/review', { uri });
    if (!view) throw new Error('nothing to review');
    return view;
  };

  it('gathers the findings of a file note by note, and draws what refers to what', async () => {
    const { path, resources, topics, graph } = await review('file:///workspace/network.yaml');
    deepEqual([path, resources], ['network.yaml', 2]);
    deepEqual(
      topics
        .filter(({ findings }) => findings.length > 0)
        .map(({ uri, findings }) => [
          uri.split('/').at(-1),
          ...findings.map(({ rule, resource }) => `${rule} ${resource}`),
        ]),
      [
        ['ec2.md', 'ec2/ssh-open-to-world Web'],
        ['elb.md', 'elb/access-logs-disabled PublicAlb'],
      ],
    );
    deepEqual(
      graph.nodes.map(({ name, severity }) => [name, severity]),
      [
        ['PublicAlb', 'warning'],
        ['Web', 'warning'],
      ],
    );
    deepEqual(graph.edges, [{ from: 0, to: 1 }]);
  });

  it('lists among the notes only those that explain a resource', async () => {
    await editor.writeFile(
      'notes/house.md',
      '---\nhovers: false\n---\n# House rules\n\n```rule\nid: team/queues\non: AWS::SQS::Queue\nseverity: warning\nmessage: No.\nat: QueueName\nmust: { const: jobs }\nmissing: fail\n```\n',
    );
    await editor.open('jobs.yaml', 'yaml', files['jobs.yaml']);
    const { topics, markdown } = await review('file:///workspace/jobs.yaml');
    deepEqual(
      topics.filter(({ findings }) => findings.length > 0).map(({ title, resources }) => [title, resources]),
      [['House rules', 0]],
    );
    match(markdown, /## Findings\n\n### House rules\n[\s\S]*## Notes that apply\n\n- [^\n]*\(1\)\n/);
    equal(markdown.includes('(0)'), false);
  });

  it('writes it as Markdown', async () => {
    const { markdown } = await review('file:///workspace/network.yaml');
    match(markdown, /^# Design review: `network\.yaml`\n/);
    match(markdown, /- \[ \] ⚠️ warning: "Web" opens SSH .*`network\.yaml:8` `ec2\/ssh-open-to-world`/);
    match(markdown, /n0 --> n1/);
  });

  it('reads the whole workspace, closed files included', async () => {
    while ((await review()).files < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const { path, topics } = await review();
    equal(path, '');
    deepEqual(
      topics.filter(({ uri }) => uri.endsWith('/sqs.md')).map(({ resources }) => resources),
      [1],
    );
  });

  it('has nothing for a file that is no template', async () => {
    equal(await editor.request('kumonote/review', { uri: 'file:///workspace/notes.txt' }), null);
  });
});
