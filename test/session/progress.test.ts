import { deepEqual, equal } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Editor, startEditor } from '../support/editor.ts';

const capabilities = {
  workspace: { configuration: true, workspaceFolders: true },
  window: { workDoneProgress: true },
};
const queue = 'Resources:\n  Jobs: { Type: AWS::SQS::Queue }\n';
const files = {
  'notes/a.md': '# SQS\n',
  'notes/b.md': '# S3\n',
  'a.yaml': queue,
  'b.yaml': queue,
};
/** Longer than what is over before anybody has read what is shown of it, in milliseconds. */
const worthShowing = 1100;

describe('progress in the editor', function () {
  this.timeout(20_000);
  let editor: Editor;
  afterEach(() => editor.dispose());

  /** A session in which the files whose names match are slow to read. */
  async function start(slow: RegExp, options: { language?: string; shows?: boolean } = {}): Promise<void> {
    editor = await startEditor({
      files,
      language: options.language ?? 'en',
      capabilities: options.shows === false ? { workspace: capabilities.workspace } : capabilities,
      beforeReading: async (path) => {
        if (slow.test(path)) await sleep(worthShowing);
      },
    });
  }

  /** What was shown under `title`, once that has ended. On a slow machine more is shown, and of more. */
  async function shown(title: string): Promise<readonly string[]> {
    for (;;) {
      const from = editor.progress.indexOf(`begin ${title}`);
      const end = editor.progress.indexOf('end', from);
      if (from >= 0 && end >= 0) return editor.progress.slice(from, end + 1);
      await sleep(20);
    }
  }

  it('is shown while notes are read', async () => {
    await start(/b\.md$/);
    deepEqual((await shown('Reading your notes')).slice(-2), ['report 2 / 2', 'end']);
  });

  it('is shown while the workspace is read, in the language of the reader', async () => {
    await start(/b\.yaml$/, { language: 'ja' });
    deepEqual((await shown('ワークスペースを読み取っています')).slice(-2), ['report 2 / 2', 'end']);
  });

  it('is not shown where the editor shows none', async () => {
    await start(/b\.md$/, { shows: false });
    await editor.open('a.yaml', 'yaml', queue);
    equal(editor.progress.length, 0);
  });
});
