import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, CompletionList } from 'vscode-languageserver';
import type { RuleDraft, ShowPlacesArguments } from '../../server/protocol.ts';
import { type Editor, startEditor } from '../support/editor.ts';
import { dedent, parseMarked } from '../support/marked.ts';

const queues = dedent(`
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
      Properties: { MessageRetentionPeriod: 60 }
    Letters:
      Type: AWS::SQS::Queue
      Properties: { MessageRetentionPeriod: 1209600 }
`);

const note = dedent(`
  # SQS

  \`\`\`rule
  id: team/retention
  on: AWS::SQS::Queue
  severity: warning
  message: Keep messages for 14 days.
  at: MessageRetentionPeriod
  must: { minimum: 1209600 }
  \`\`\`

  \`\`\`yaml bad
  MessageRetentionPeriod: 60
  \`\`\`

  \`\`\`yaml good
  MessageRetentionPeriod: 1209600
  \`\`\`
`);

const path = 'notes/queues.md';

describe('writing a rule in an editor session', () => {
  let editor: Editor;
  afterEach(() => editor.dispose());

  const textDocument = (file: string) => ({ uri: `file:///workspace/${file}` });
  const lenses = async (): Promise<string[]> => {
    const found = await editor.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: textDocument(path),
    });
    // What the note explains stands above its title.
    const ofRules = found.filter(({ range }) => range.start.line > 0);
    return ofRules.map(({ range, command }) => `${range.start.line}: ${command?.title}`);
  };
  /** Opens the note as `text`, and waits until it counts. */
  const openNote = async (text: string): Promise<void> => {
    const changed = editor.notesChanged();
    void editor.open(path, 'markdown', text);
    await changed;
  };
  /** What the team's rules find in the template, so far. */
  const findings = (): string[] =>
    editor
      .diagnostics('t.yaml')
      .flatMap(({ code, range }) =>
        String(code).startsWith('team/') ? [`${range.start.line}: ${code}`] : [],
      );
  const becomes = async (
    read: () => string[] | Promise<string[]>,
    expected: readonly string[],
  ): Promise<void> => {
    for (let tries = 0; tries < 80 && String(await read()) !== String(expected); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    assert.deepEqual(await read(), expected);
  };

  it('completes in rule blocks of any Markdown file, and nowhere else', async () => {
    editor = await startEditor();
    const { text, cursor = 0 } = parseMarked('# Draft\n\n```rule\nid: team/x\n$0\n```\n');
    void editor.open('draft.md', 'markdown', text);
    await editor.open('t.yaml', 'yaml', queues);
    const labels = async (file: string, offset: number): Promise<string[]> => {
      const before = (file === 'draft.md' ? text : queues).slice(0, offset).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      const params = { textDocument: textDocument(file), position };
      const list = await editor.request<CompletionList | null>('textDocument/completion', params);
      return (list?.items ?? []).map(({ label }) => label);
    };
    assert((await labels('draft.md', cursor)).includes('severity'));
    assert.deepEqual(await labels('draft.md', 3), []);
    assert.deepEqual(await labels('draft.md', text.length), []);
    assert.deepEqual(await labels('t.yaml', 12), []);
  });

  it('leaves the completion of code to others where an editor can tell languages apart', async () => {
    const completion = { dynamicRegistration: true };
    editor = await startEditor({ capabilities: { textDocument: { completion } } });
    assert.equal(editor.initialized.capabilities.completionProvider, undefined);
    // But for where rules are silenced, which goes on after few characters.
    const offers = editor.registrations.filter(({ method }) => method === 'textDocument/completion');
    assert.deepEqual(
      offers.map(({ registerOptions: { documentSelector, triggerCharacters } }) => [
        documentSelector.map(({ language }: { language: string }) => language).join(' '),
        triggerCharacters.join(''),
      ]),
      [
        ['yaml typescript typescriptreact javascript javascriptreact python java csharp go', '- /,'],
        ['json jsonc', '"/'],
        ['markdown', ' :.-[{,'],
      ],
    );
  });

  it('says above a rule where it finds something', async () => {
    editor = await startEditor({ files: { [path]: note } });
    await editor.open('t.yaml', 'yaml', queues);
    await openNote(note);
    assert.deepEqual(await lenses(), ['2: matches 1 place in this workspace', '2: run examples']);
    const [, first] = await editor.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: textDocument(path),
    });
    const target = first?.command?.arguments?.[0] as ShowPlacesArguments | undefined;
    assert.deepEqual(
      target?.places.map(({ uri, range }) => [uri, range.start.line]),
      [['file:///workspace/t.yaml', 3]],
    );
  });

  it('counts the closed files of the workspace, too', async () => {
    editor = await startEditor({ files: { [path]: note, 'infra/more.yaml': queues } });
    await openNote(note);
    await becomes(lenses, ['2: matches 1 place in this workspace', '2: run examples']);
    await editor.open('t.yaml', 'yaml', queues);
    await becomes(lenses, ['2: matches 2 places in this workspace', '2: run examples']);
  });

  it('says that a rule is not in force in a file that is no note', async () => {
    editor = await startEditor();
    void editor.open('draft.md', 'markdown', note);
    const found = await editor.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: textDocument('draft.md'),
    });
    assert.match(found[0]?.command?.title ?? '', /not in force/);
  });

  it('runs the examples, again with every change, and marks those that fail', async () => {
    editor = await startEditor({ files: { [path]: note } });
    await openNote(note);
    await editor.request('kumonote/runExamples', textDocument(path));
    assert.deepEqual(await lenses(), ['2: matches nothing in this workspace', '2: ✓ 2 examples']);
    const problems = (): string[] =>
      editor.diagnostics(path).map(({ range, message }) => `${range.start.line}: ${message}`);
    await editor.type(
      path,
      note.replace('bad\nMessageRetentionPeriod: 60', 'bad\nMessageRetentionPeriod: 9999999'),
    );
    await becomes(problems, ['12: This example is bad, but team/retention finds nothing in it.']);
    assert.deepEqual(await lenses(), ['2: matches nothing in this workspace', '2: ✗ 1 of 2 examples fails']);
    await editor.type(path, note);
    await becomes(problems, []);
  });

  it('marks names that AWS does not have while the note is open', async () => {
    const text = note.replace('at: MessageRetentionPeriod', 'at: MessageRetentionPerod');
    editor = await startEditor({ files: { [path]: text } });
    void editor.open(path, 'markdown', text);
    await becomes(
      () => editor.diagnostics(path).map(({ message }) => String(message)),
      ['AWS::SQS::Queue has no property "MessageRetentionPerod". Did you mean "MessageRetentionPeriod"?'],
    );
  });

  it('drafts a rule about the place under the cursor, and offers to where one asks for it', async () => {
    editor = await startEditor({ files: { [path]: '# Ours\n', 'notes/sqs.md': '# SQS\n' } });
    await editor.open('t.yaml', 'yaml', queues);
    const position = { line: 3, character: 22 };
    const draft = await editor.request<RuleDraft>('kumonote/draftRule', {
      ...textDocument('t.yaml'),
      position,
    });
    assert.match(
      draft.snippet,
      /on: AWS::SQS::Queue[\s\S]*at: MessageRetentionPeriod\nmust: \{ \$\{6:const: 60\} \\?\}/,
    );
    assert.equal(draft.newNote, 'file:///workspace/notes/sqs.md');
    assert.deepEqual(
      draft.notes.map((each) => each.path),
      ['notes/sqs.md', path],
    );
    const offered = async (triggerKind: number): Promise<string[]> => {
      const params = {
        textDocument: textDocument('t.yaml'),
        range: { start: position, end: position },
        context: { diagnostics: [], triggerKind },
      };
      const actions = await editor.request<CodeAction[]>('textDocument/codeAction', params);
      return actions.flatMap(({ title, kind }) => (kind === 'refactor' ? [title] : []));
    };
    assert.deepEqual(await offered(1), ['Write a rule about MessageRetentionPeriod…']);
    assert.deepEqual(await offered(2), []);
    const nowhere = { ...textDocument('t.yaml'), position: { line: 0, character: 0 } };
    assert.equal(await editor.request('kumonote/draftRule', nowhere), null);
  });

  it('changes the findings in an open template as the rule is typed', async () => {
    editor = await startEditor({ files: { [path]: note } });
    await editor.open('t.yaml', 'yaml', queues);
    await openNote(note);
    await becomes(findings, ['3: team/retention']);
    void editor.type(path, note.replace('1209600', '9999999'));
    await becomes(findings, ['3: team/retention', '6: team/retention']);
    void editor.type(path, note.replace('minimum: 1209600', 'minimum: 1'));
    await becomes(findings, []);
  });

  it('keeps a rule as it was while it is half-typed, and drops it with its block', async () => {
    editor = await startEditor({ files: { [path]: note } });
    await editor.open('t.yaml', 'yaml', queues);
    await openNote(note);
    for (const half of ['must: { minimum', 'must:', 'mus', 'must: { minimum: [', 'must: { minmum: 3 }']) {
      const changed = editor.notesChanged();
      await editor.type(path, note.replace('must: { minimum: 1209600 }', half), 't.yaml');
      await changed;
      assert.deepEqual(findings(), ['3: team/retention'], half);
      await becomes(() => [`marked: ${editor.diagnostics(path).length > 0}`], ['marked: true']);
    }
    void editor.type(path, '# SQS\n');
    await becomes(findings, []);
  });

  it('goes by what is on disk once the note is closed', async () => {
    editor = await startEditor({ files: { [path]: note } });
    await editor.open('t.yaml', 'yaml', queues);
    await openNote(note);
    void editor.type(path, note.replace('team/retention', 'team/other'));
    await becomes(findings, ['3: team/other']);
    editor.close(path);
    await becomes(findings, ['3: team/retention']);
  });
});
