/** `kumonote` as a person or a pipeline runs it: a process with arguments, two streams and an exit code. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/serverProcess.ts';

const bad = 'Resources:\n  Alb:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n';
const good = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';

describe('kumonote check', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kumonote-check-'));
    const files: Readonly<Record<string, string | Buffer>> = {
      'app/stack.yaml': bad,
      'app/node_modules/p/t.yaml': bad,
      'app/cdk.out/t.yaml': bad,
      'app/build/t.yaml': bad,
      'app/sub/made.yaml': bad,
      'app/sub/kept/made.yaml': bad,
      'app/.gitignore': 'build/\nmade.yaml\n',
      'app/sub/kept/.gitignore': '!made.yaml\n',
      'app/.git/HEAD': '',
      'good.yaml': good,
      'latin1.yaml': Buffer.from(`# caf\u00E9\n${bad}`, 'latin1'),
      'broken.yaml': `${bad}  Half:\n    Type: AWS::S3::Bucket\n    Properties: {a: [\n`,
      'README.md': '# Read me\n',
      'graph/template.yaml': [
        'Transform: AWS::Serverless-2016-10-31',
        'Resources:',
        '  Board:',
        '    Type: AWS::Serverless::GraphQLApi',
        '    Properties:',
        '      SchemaUri: ../schemas/board.graphql',
        '      DataSources: { DynamoDb: { Cards: { TableName: cards } } }',
      ].join('\n'),
      'schemas/board.graphql': 'type Query { card: ID }\n',
      'team/queue.yaml': 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n',
      'team/notes/queues.md': [
        '## Jobs are kept for two weeks',
        '```rule',
        'id: team/retention',
        'on: AWS::SQS::Queue',
        'severity: warning',
        'message: Keep messages for 14 days.',
        'at: MessageRetentionPeriod',
        'must: { const: 1209600 }',
        'missing: fail',
        '```',
      ].join('\n'),
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await mkdir(join(folder, 'empty'));
    await symlink('nowhere', join(folder, 'app/dangling.yaml'));
    await symlink('.', join(folder, 'app/loop'));
  });
  after(() => rm(folder, { recursive: true }));

  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}dist/cli.mjs`, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return { status, stdout, stderr };
  }

  /** Exit code and files with findings; stdout must be the report and nothing else. */
  function check(...paths: string[]): { status: number | null; files: string[]; stderr: string } {
    const { status, stdout, stderr } = run('check', '--format', 'json', ...paths);
    const { findings } = JSON.parse(stdout) as { findings: { file: string }[] };
    return { status, files: [...new Set(findings.map(({ file }) => file))], stderr };
  }

  it('names the section of the note that gives the reason', () => {
    const { stdout } = run('check', 'team', '--notes', 'team/notes', '--language', 'en');
    assert.match(stdout, /team\/queue\.yaml:3:11: warning: Keep messages for 14 days\. \[team\/retention\]/);
    assert.match(stdout, /Note: Jobs are kept for two weeks/);
  });

  it('reads the schema that a file names, of what is checked or below the current folder', () => {
    assert.deepEqual(check('graph/template.yaml').files, ['graph/template.yaml']);
    assert.deepEqual(check('graph', 'schemas').files, ['graph/template.yaml']);
    assert.deepEqual(check('graph').files, []);
  });

  it('leaves out what is ignored, installed or synthesized in a folder', () => {
    assert.deepEqual(check('app'), {
      status: 1,
      files: ['app/stack.yaml', 'app/sub/kept/made.yaml'],
      stderr: '',
    });
    assert.deepEqual(check('app/sub').files, ['app/sub/kept/made.yaml']);
  });

  it('reads whatever is named', () => {
    const named = ['app/build', 'app/sub/made.yaml', 'app/cdk.out/t.yaml', 'app/node_modules'];
    assert.deepEqual(check(...named).files, [
      'app/build/t.yaml',
      'app/sub/made.yaml',
      'app/cdk.out/t.yaml',
      'app/node_modules/p/t.yaml',
    ]);
  });

  it('exits with 0 where nothing is found', () => {
    assert.deepEqual(check('good.yaml', 'empty'), { status: 0, files: [], stderr: '' });
    const { status, stderr } = check('README.md');
    assert.equal(status, 0);
    assert.match(stderr, /^README\.md: is neither/);
  });

  it('exits with 2 where something is missing, and checks the rest', () => {
    const { status, files, stderr } = check('nowhere', 'app/dangling.yaml', 'app/stack.yaml');
    assert.deepEqual([status, files], [2, ['app/stack.yaml']]);
    assert.match(stderr, /^nowhere: .*\napp\/dangling\.yaml: /);
    assert.equal(run('check', '--notes', 'nowhere', 'good.yaml').status, 2);
  });

  it('checks files with other encodings and errors, and says where they are broken', () => {
    const { status, files, stderr } = check('latin1.yaml', 'broken.yaml');
    assert.deepEqual([status, files], [1, ['latin1.yaml', 'broken.yaml']]);
    assert.match(stderr, /^broken\.yaml:6:\d+: /);
  });

  it('explains itself, and refuses what it does not know', () => {
    assert.match(run('--help').stdout, /^Usage: kumonote/);
    assert.match(run('lsp', '--help').stdout, /^Usage: kumonote/);
    assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/);
    const wrong = [[], ['bogus'], ['check', '--bogus'], ['check', '--format', 'xml'], ['lsp', '--bogus']];
    for (const args of wrong) {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.notEqual(stderr, '');
    }
  });
});
