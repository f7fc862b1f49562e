import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { NoteView } from '../../server/protocol.ts';
import { dedent } from '../support/marked.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const rule = (message: string): string => `
  # SQS
  \`\`\`rule
  id: team/retention
  on: AWS::SQS::Queue
  severity: warning
  message: ${message}
  at: MessageRetentionPeriod
  must: { const: 1209600 }
  missing: fail
  \`\`\`
`;

const template = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n';

describe('a vault with bad notes in it', function () {
  this.timeout(30_000);
  let folder: string;
  let server: ServerProcess | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kumonote-vault-'));
  });
  afterEach(async () => {
    await server?.stop();
    await rm(folder, { recursive: true });
  });

  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text.startsWith('\n') ? dedent(text) : text);
    }
  }

  /** Starts the built server on `files`, and resolves to the problems of the notes at `paths`. */
  async function problemsOf<Path extends string>(
    files: Readonly<Record<string, string>>,
    paths: readonly Path[],
    language = 'en',
  ): Promise<Record<Path, Diagnostic[]>> {
    await write(files);
    server = await startServer(
      {
        workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'vault' }],
        initializationOptions: { language, uriScheme: 'vscode' },
        capabilities: { workspace: { configuration: true } },
      },
      () => ({ notes: ['.'] }),
    );
    const next = server.nextDiagnostics;
    const found = await Promise.all(paths.map(async (path) => [path, await next(uriOf(path))] as const));
    return Object.fromEntries(found) as Record<Path, Diagnostic[]>;
  }

  const shown = (diagnostics: readonly Diagnostic[]): string[] =>
    diagnostics.map(
      ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
    );

  it('says where, in both languages, and everything else goes on', async () => {
    const files = {
      'script.md': `
        # EBS <script>alert(1)</script>
        [run](command:workbench.action.quit) [x](<javascript:alert(1)>)

        <img src=x onerror="alert(1)">

        \`[fine](command:x)\` [fine](https://example.com/?command:x)
      `,
      'large.md': `# EBS\n${'words and more words\n'.repeat(250_000)}`,
      'deep.md': `# EBS\n${'> '.repeat(500)}deep\n`,
      'yaml.md': '---\ntitle: [never closed\n---\n# EBS\nStill read.\n',
      'good.md': '# SQS\nQueues keep messages for two weeks.\n',
    };
    const paths = ['script.md', 'large.md', 'deep.md', 'yaml.md'] as const;
    const english = await problemsOf(files, paths);
    assert.deepEqual(shown(english['script.md']), [
      '1:7 Scripts in notes are neither run nor shown. Remove it, or put it in backticks if it is an example.',
      '2:7 A link to "command:" would run or load something, so it is shown as text. Link to a note or to a web page.',
      '2:43 A link to "javascript:" would run or load something, so it is shown as text. Link to a note or to a web page.',
      '4:1 HTML that runs a script is not shown. Write it as Markdown, or put it in backticks if it is an example.',
    ]);
    assert.match(shown(english['large.md'])[0] ?? '', /^1:1 .*larger than 1024 KB/);
    assert.match(shown(english['deep.md'])[0] ?? '', /^2:1 .*nested more than 12 levels/);
    assert.match(shown(english['yaml.md'])[0] ?? '', /^\d:\d+ The front matter is not valid YAML/);

    server?.open(uriOf('t.yaml'), 'yaml', template);
    const hover = await server?.connection.sendRequest<{ contents: { value: string } }>(
      'textDocument/hover',
      {
        textDocument: { uri: uriOf('t.yaml') },
        position: { line: 2, character: 15 },
      },
    );
    assert.match(hover?.contents.value ?? '', /Queues keep messages for two weeks/);
    const view = await server?.connection.sendRequest<NoteView>('kumonote/note', { uri: uriOf('script.md') });
    assert.match(view?.html ?? '', /EBS/);
    assert.doesNotMatch(view?.html ?? '', /<script|onerror|command:w|javascript:|<img/);
    await server?.stop();

    const japanese = await problemsOf({}, paths, 'ja');
    for (const path of paths) {
      assert.equal(japanese[path].length, english[path].length);
      assert.match(String(japanese[path][0]?.message), /[ぁ-ん]/);
    }
  });

  it('shows embeds that go round in a circle as links, and says so', async () => {
    const files = {
      'a.md': '# EBS\n![[b]]\n',
      'b.md': '# S3\n![[c]] [[a]]\n',
      'c.md': '# SQS\n![[a]] ![[d]]\n',
      'd.md': '# EC2\n[[a]]\n',
    };
    const found = await problemsOf(files, ['a.md', 'b.md', 'c.md'] as const);
    assert.match(
      shown(found['a.md'])[0] ?? '',
      /^2:1 This embed leads back to this note \(EBS → S3 → SQS → EBS\)/,
    );
    assert.equal(found['b.md'].length, 1);
    assert.equal(found['c.md'].length, 1);
    const view = await server?.connection.sendRequest<NoteView>('kumonote/note', { uri: uriOf('a.md') });
    assert.match(view?.html ?? '', /<a href="#" data-note="[^"]*\/b\.md">b<\/a>/);
  });

  it('says which note a link leads to where several have its name', async () => {
    const files = {
      'x/Costs.md': '# EBS\n',
      'y/Costs.md': '# S3\n',
      'z/start.md': '# SQS\n[[Costs]] [[y/Costs]]\n',
      'x/near.md': '# EC2\n[[Costs]]\n',
    };
    const found = await problemsOf(files, ['z/start.md'] as const);
    assert.deepEqual(shown(found['z/start.md']), [
      '2:1 Several notes are called "Costs". This link leads to x/Costs.md; for y/Costs.md write its folder before the name.',
    ]);
  });

  it('lets the first of two rules with one ID count, whatever order the files are read in', async () => {
    const files = { 'a.md': rule('From a.'), 'b.md': rule('From b.'), 'c.md': rule('From c.') };
    const found = await problemsOf(files, ['b.md', 'c.md'] as const);
    for (const path of ['b.md', 'c.md'] as const)
      assert.match(shown(found[path])[0] ?? '', /already used in "SQS"/);
    const diagnostics = server?.nextDiagnostics(uriOf('t.yaml'));
    server?.open(uriOf('t.yaml'), 'yaml', template);
    assert.deepEqual(
      (await diagnostics)?.filter(({ code }) => code === 'team/retention').map(({ message }) => message),
      ['From a.'],
    );
  });
});
