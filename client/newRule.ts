/** "New Rule from Selection": drafts a rule about what is under the cursor, in a note of the user's choice. */
import * as vscode from 'vscode';
import {
  type DraftRuleParams,
  draftRuleRequest,
  type NewRuleArguments,
  newRuleCommand,
  type RuleDraft,
} from '../server/protocol.ts';
import { currentLanguage } from './language.ts';
import type { Server } from './server.ts';
import { say } from './strings.ts';

/** Provides the command until disposed. */
export function provideNewRule(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(newRuleCommand, (target?: NewRuleArguments) =>
    newRule(server, target),
  );
}

async function newRule(server: Server, given: NewRuleArguments | undefined): Promise<void> {
  const target = given ?? cursor();
  const draft = target && (await server.ask<RuleDraft>(draftRuleRequest, target));
  if (!draft) {
    void vscode.window.showInformationMessage(say(currentLanguage(), 'nothingToDraft'));
    return;
  }
  const note = await chooseNote(draft);
  if (note) await write(note, draft);
}

function cursor(): DraftRuleParams | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { uri: editor.document.uri.toString(), position: editor.selection.active };
}

/** A note to write to; `isNew` where there is none yet. */
interface Target {
  readonly uri: vscode.Uri;
  readonly isNew: boolean;
}

async function chooseNote({ newNote, notes, title }: RuleDraft): Promise<Target | undefined> {
  const language = currentLanguage();
  const items: (vscode.QuickPickItem & Target)[] = notes.map((note) => ({
    label: `$(note) ${note.title}`,
    description: note.path,
    uri: vscode.Uri.parse(note.uri),
    isNew: false,
  }));
  const made = newNote === null ? vscode.Uri.parse(`untitled:${title}.md`) : vscode.Uri.parse(newNote);
  if (newNote === null || !(await exists(made))) {
    const label = `$(new-file) ${say(language, 'newNote')}`;
    items.unshift({ label, description: vscode.workspace.asRelativePath(made), uri: made, isNew: true });
  }
  return vscode.window.showQuickPick(items, {
    placeHolder: say(language, 'chooseNote'),
    matchOnDescription: true,
  });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function write({ uri, isNew }: Target, { title, snippet }: RuleDraft): Promise<void> {
  const heading = `# ${title}\n`;
  // On disk from the start: only then it is one of the notes, and the rule works while it is edited.
  if (isNew && uri.scheme !== 'untitled') {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(heading));
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  const text = document.getText();
  const before =
    text === '' ? `${heading}\n` : text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  const whole = new vscode.SnippetString().appendText(before);
  whole.value += snippet;
  await editor.insertSnippet(whole, document.positionAt(text.length));
}
