/** Fixes as a user takes them: a text is opened in a session, an action chosen by its title, its edits applied. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, SnippetTextEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, type EditorOptions, startEditor } from '../support/editor.ts';

const extensions: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  json: 'json',
  typescript: 'ts',
  python: 'py',
};

export interface Fixed {
  /** The document after the action; what the user is asked to fill in stands between `«` and `»`. */
  readonly shown: string;
  /** The document after the action with the suggested values. */
  readonly text: string;
  /** The rules that still find something, and the syntax problems. */
  readonly remaining: readonly string[];
}

/** A session for a whole suite. */
export class FixingEditor {
  private editor!: Editor;
  private count = 0;

  async start(options: EditorOptions = {}): Promise<void> {
    this.editor = await startEditor(options);
  }

  stop(): void {
    this.editor.dispose();
  }

  get kinds(): unknown {
    return this.editor.initialized.capabilities.codeActionProvider;
  }

  /** Opens a file of its own and gives its path. */
  async open(text: string, languageId: string): Promise<string> {
    this.count += 1;
    const path = `stack${this.count}.${extensions[languageId]}`;
    await this.editor.open(path, languageId, text);
    return path;
  }

  /** What was found in a file last. */
  findings(path: string): readonly Diagnostic[] {
    return this.editor.diagnostics(path).filter(({ source }) => source === 'kumonote');
  }

  /** What is offered where `rule` first finds something. */
  async offers(path: string, rule: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const diagnostics = this.editor.diagnostics(path);
    const found = diagnostics.find(({ code }) => code === rule);
    assert.ok(found, `${rule} finds nothing, only ${codes(diagnostics)}`);
    return this.offersIn(path, found.range, only);
  }

  async offersIn(
    path: string,
    range: Diagnostic['range'],
    only?: readonly string[],
  ): Promise<readonly CodeAction[]> {
    return this.editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: `file:///workspace/${path}` },
      range,
      context: { diagnostics: this.editor.diagnostics(path), ...(only ? { only } : {}) },
    });
  }

  /** Opens `text`, takes the action called `title` that is offered for `rule`, and reads the outcome again. */
  async fix(
    text: string,
    languageId: string,
    rule: string,
    title: string,
    only?: readonly string[],
  ): Promise<Fixed> {
    const path = await this.open(text, languageId);
    const offers = await this.offers(path, rule, only);
    const action = offers.find((each) => each.title === title);
    assert.ok(action, `not offered among: ${offers.map((each) => each.title).join(' | ') || 'nothing'}`);
    return this.take(path, text, languageId, action);
  }

  async take(path: string, text: string, languageId: string, action: CodeAction): Promise<Fixed> {
    const document = TextDocument.create(path, languageId, 1, text);
    const after = this.editor.apply(path, action);
    const diagnostics = await this.editor.type(path, after);
    return { shown: shown(document, action), text: after, remaining: codes(diagnostics) };
  }
}

function codes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, message }) => String(code ?? message));
}

function shown(document: TextDocument, action: CodeAction): string {
  const [change] = action.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  const edits = change.edits as readonly (TextEdit | SnippetTextEdit)[];
  return TextDocument.applyEdits(
    document,
    edits.map((edit) => ({
      range: edit.range,
      newText: 'snippet' in edit ? marked(edit.snippet.value) : edit.newText,
    })),
  );
}

function marked(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '«$1»').replace(/\\([\\$}])/g, '$1');
}
