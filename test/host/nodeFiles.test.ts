import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeFiles } from '../../server/host/nodeFiles.ts';

describe('files of this machine', () => {
  let root: string;
  const files = [
    'docs/a.md',
    'docs/deep/b.markdown',
    'docs/c.txt',
    'docs [old]/d.md',
    'x1/e (1).md',
    'x2/f.md',
  ];

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'ノート #1 '));
    for (const file of [...files, 'node_modules/p/readme.md', 'cdk.out/g.md', 'docs/.git/h.md']) {
      await mkdir(join(root, file, '..'), { recursive: true });
      await writeFile(join(root, file), '# SQS\n');
    }
    await mkdir(join(root, 'docs/folder.md'));
    await symlink('..', join(root, 'docs/deep/loop'));
    await symlink('nowhere.md', join(root, 'docs/broken.md'));
  });
  after(() => rm(root, { recursive: true }));

  async function find(...patterns: string[]): Promise<string[]> {
    const found = await nodeFiles.find(pathToFileURL(root).href, patterns, ['md', 'markdown']);
    return found.map((uri) => relative(root, fileURLToPath(uri)));
  }

  it('are all notes below a folder that is named', async () => {
    const below = ['docs/a.md', 'docs/deep/b.markdown'];
    for (const name of ['docs', 'docs/', './docs', join(root, 'docs')])
      assert.deepEqual(await find(name), below);
    assert.deepEqual(await find('.'), ['docs [old]/d.md', ...below, 'x1/e (1).md', 'x2/f.md']);
  });

  it('are the one file that is named, unless it is no note', async () => {
    assert.deepEqual(await find('docs/a.md'), ['docs/a.md']);
    assert.deepEqual(await find(join(root, 'x1/e (1).md')), ['x1/e (1).md']);
    assert.deepEqual(await find('docs/c.txt'), []);
    assert.deepEqual(await find('docs/broken.md', 'docs/folder.md'), []);
  });

  it('are what a pattern matches, relative, absolute or from the home folder', async () => {
    assert.deepEqual(await find('x{1,2}/*.md'), ['x1/e (1).md', 'x2/f.md']);
    assert.deepEqual(await find(`${root}/x?/*.md`), ['x1/e (1).md', 'x2/f.md']);
    assert.deepEqual(await find(`~/${relative(homedir(), root)}/x2`), ['x2/f.md']);
    assert.deepEqual(await find('docs [old]'), ['docs [old]/d.md']);
  });

  it('are not those that a .gitignore or Obsidian has put aside, unless their folder is named', async () => {
    const vault = join(root, 'vault');
    for (const file of [
      '.gitignore',
      'a.md',
      'drafts/b.md',
      'drafts/keep/c.md',
      '.trash/d.md',
      '.obsidian/e.md',
    ]) {
      await mkdir(join(vault, file, '..'), { recursive: true });
      await writeFile(join(vault, file), file === '.gitignore' ? 'drafts/*\n!drafts/keep\n' : '# SQS\n');
    }
    assert.deepEqual(await find('vault/**/*.md'), ['vault/a.md', 'vault/drafts/keep/c.md']);
    assert.deepEqual(await find('vault/drafts/**/*.md'), ['vault/drafts/b.md', 'vault/drafts/keep/c.md']);
    await rm(vault, { recursive: true });
  });

  it('are in folders that are known, however they are named', async () => {
    const patterns = ['docs', 'x?/*.md', 'docs/a.md', './docs/deep/**', 'missing/*.md', `${root}/x2/*`];
    const folders = await nodeFiles.folders(pathToFileURL(root).href, patterns);
    assert.deepEqual(
      folders.map((uri) => relative(root, fileURLToPath(uri))),
      ['docs', '', 'docs/deep', 'missing', 'x2'],
    );
  });

  it('are none for what does not exist or makes no sense', async () => {
    assert.deepEqual(await find('missing', 'missing/**/*.md', '', ' ', '{a', '[', '!docs', 'a\0b'), []);
    assert.deepEqual(await nodeFiles.find('untitled:x', ['**/*.md'], ['md']), []);
  });

  it('are read in UTF-8 and UTF-16, without a byte order mark', async () => {
    const read = async (bytes: Uint8Array): Promise<string | undefined> => {
      await writeFile(join(root, 'x2/bytes'), bytes);
      return nodeFiles.read(pathToFileURL(join(root, 'x2/bytes')).href, 1000);
    };
    assert.equal(await read(Buffer.from('\uFEFF雲')), '雲');
    assert.equal(await read(Buffer.from('\uFEFF雲', 'utf16le')), '雲');
    assert.equal(await read(Buffer.from([0x63, 0xe9])), 'c\uFFFD');
    assert.equal(await read(Buffer.alloc(1001)), undefined);
  });

  it('are not read where reading would fail or never end', async function () {
    const read = (path: string): Promise<string | undefined> =>
      nodeFiles.read(pathToFileURL(join(root, path)).href, 1000);
    assert.equal(await read('missing.md'), undefined);
    assert.equal(await read('docs'), undefined);
    assert.equal(await nodeFiles.read('git:/a.md', 1000), undefined);
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(root, 'x2/pipe.md')]);
    assert.equal(await read('x2/pipe.md'), undefined);
  });
});
