import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

describe('the folders in which notes are', function () {
  this.timeout(30_000);
  let root: string;
  let server: ServerProcess;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kumonote-folders-'));
  });
  afterEach(async () => {
    await server.stop();
    await rm(root, { recursive: true });
  });

  const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }

  /** Starts the built server in `folders`, each with its own setting, and waits for the notes. */
  async function start(folders: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const all = Object.entries(folders).map(([name, notes]) => ({ name, uri: uriOf(name), notes }));
    server = await startServer(
      {
        workspaceFolders: all.map(({ name, uri }) => ({ name, uri })),
        capabilities: {
          workspace: {
            configuration: true,
            workspaceFolders: true,
            didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          },
        },
      },
      (scopeUri) => ({ notes: all.find(({ uri }) => uri === scopeUri)?.notes ?? [] }),
    );
    await notesChanged();
  }

  const notesChanged = (): Promise<void> =>
    new Promise((resolve) => server.connection.onNotification('kumonote/notesChanged', () => resolve()));
  const noteText = (path: string): Promise<string | null> =>
    server.connection.sendRequest('kumonote/noteText', { uri: uriOf(path) });

  it('are for each folder of the workspace those that its own settings name', async () => {
    const paths = ['shop/docs/a.md', 'shop/wiki/b.md', 'bank/docs/c.md', 'bank/wiki/d.md'];
    for (const path of paths) await write(path, `# ${path}\n`);
    await start({ shop: ['docs'], bank: ['wiki/**/*.md'] });
    const read: string[] = [];
    for (const path of paths) if ((await noteText(path)) !== null) read.push(path);
    deepEqual(read, ['shop/docs/a.md', 'bank/wiki/d.md']);
  });

  it('are watched outside of the workspace, too: a note there that changes on disk is read again', async () => {
    await write('shop/a.yaml', 'Resources: {}\n');
    await write('vault/deep/note.md', '# Before\n');
    await start({ shop: [join(root, 'vault')] });
    equal(await noteText('vault/deep/note.md'), '# Before\n');
    const watched = server.registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
    const below = watched.map(({ globPattern }) => globPattern?.baseUri).filter(Boolean);
    deepEqual(below, [uriOf('vault')]);

    const change = async (path: string, type: 1 | 2 | 3): Promise<void> => {
      const changed = notesChanged();
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(path), type }],
      });
      await changed;
    };
    await write('vault/deep/note.md', '# After\n');
    await change('vault/deep/note.md', 2);
    equal(await noteText('vault/deep/note.md'), '# After\n');
    await write('vault/new.md', '# New\n');
    await change('vault/new.md', 1);
    equal(await noteText('vault/new.md'), '# New\n');
    await rm(join(root, 'vault/deep'), { recursive: true });
    await change('vault/deep/note.md', 3);
    equal(await noteText('vault/deep/note.md'), null);
    ok(await noteText('vault/new.md'));
  });
});
