import { deepEqual } from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import type { CoverageView, NoteView } from '../../server/protocol.ts';
import { type Editor, startEditor } from '../support/editor.ts';

const files = {
  'a.yaml': 'Resources:\n  Jobs: { Type: AWS::SQS::Queue }\n  Mails: { Type: AWS::SQS::Queue }\n',
  'b.yaml':
    'Resources:\n  Letters: { Type: AWS::SQS::Queue }\n  Site: { Type: AWS::Amplify::App }\n  Files: { Type: AWS::S3::Bucket }\n',
  'notes/queues.md': '# Our queues in SQS\n\nKeep them short.\n\n## Redshift\n\nNot yet.\n',
  'notes/warehouse.md': '# Redshift\n\nSomeday.\n',
  'notes/post.md':
    '# Post office\n\nClosed on Sundays.\n\n## Night\n\nBy [then](queues.md), letters wait in [[queues]]. They go at six.\n',
  'notes/cooking.md': '# Soup\n\nWarm.\n',
};

describe('a session that knows where notes are used', () => {
  let editor: Editor;

  beforeEach(async () => {
    editor = await startEditor({ files });
    // Diagnostics come when everything was read.
    await editor.open('a.yaml', 'yaml', files['a.yaml']);
    while (!(await indexed())) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  afterEach(() => editor.dispose());

  const coverage = () => editor.request<CoverageView>('kumonote/coverage', {});
  const indexed = async (): Promise<boolean> => (await coverage()).types.length > 0;

  it('says above a heading what the section explains', async () => {
    void editor.open('notes/queues.md', 'markdown', files['notes/queues.md']);
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: 'file:///workspace/notes/queues.md' },
    });
    deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title]),
      [[0, 'explains 3 resources in 2 files']],
    );
  });

  it('finds notes without code, and code without notes', async () => {
    const { notes, types } = await coverage();
    deepEqual(
      notes.map(({ path }) => path),
      ['notes/warehouse.md'],
    );
    deepEqual(
      types.map(({ type, resources, files: count, explained }) => [type, resources, count, explained]),
      [
        ['AWS::Amplify::App', 1, 1, false],
        ['AWS::S3::Bucket', 1, 1, true],
      ],
    );
  });

  it('lists in the panel which notes link to the one that is shown', async () => {
    const uri = 'file:///workspace/notes/queues.md';
    const backlinks = async () => (await editor.request<NoteView>('kumonote/note', { uri })).backlinks;
    deepEqual(
      (await backlinks()).map(({ title, heading, path, slug, sentence, before }) =>
        [`${path}#${slug}`, title, heading, sentence.join('|'), before].join(' · '),
      ),
      [
        'notes/post.md#night · Post office · Night · By |then|, letters wait in queues. · 0',
        'notes/post.md#night · Post office · Night · By then, letters wait in |queues|. · 1',
      ],
    );
    await editor.writeFile('notes/post.md', '# Post office\n');
    deepEqual(await backlinks(), []);
  });

  it('lists in the panel what a note explains in other files', async () => {
    const view = await editor.request<NoteView>('kumonote/note', {
      uri: 'file:///workspace/notes/queues.md',
      document: 'file:///workspace/a.yaml',
    });
    deepEqual(
      view.elsewhere.map(({ name, path, range }) => `${path}:${range.start.line + 1} ${name}`),
      ['b.yaml:2 Letters'],
    );
    deepEqual(
      view.resources.map(({ name }) => name),
      ['Jobs', 'Mails'],
    );
  });
});
