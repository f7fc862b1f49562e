import * as vscode from 'vscode';
import { type NoteCount, noteCountRequest, openNoteCommand } from '../server/protocol.ts';
import { currentLanguage } from './language.ts';
import type { Server } from './server.ts';
import { type Language, say } from './strings.ts';

/** How long the editor rests before notes are counted again, in milliseconds. */
const rest = 300;

/** How many notes apply to the file, in files that we read and in no others. A click opens the panel. */
export function showNoteCount(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('kumonote.notes', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Kumonote';
  item.command = openNoteCommand;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function count(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const notes = uri && server.started ? await server.ask<NoteCount>(noteCountRequest, { uri }) : undefined;
    if (uri !== vscode.window.activeTextEditor?.document.uri.toString()) return;
    if (!notes?.here) {
      item.hide();
      return;
    }
    const language = currentLanguage();
    const label = say(language, 'notesApply', notes.here);
    item.text = `$(book) ${notes.here}`;
    item.tooltip = tooltip(label, notes, language);
    item.accessibilityInformation = { label, role: 'button' };
    item.show();
  }

  function countSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void count(), rest);
  }

  countSoon();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(countSoon),
    server.onDidChange(countSoon),
    { dispose: () => clearTimeout(timer) },
  );
}

/** What is loaded, and what can be done where the user has no notes yet or some have errors. */
function tooltip(
  label: string,
  { bundled, user, broken }: NoteCount,
  language: Language,
): vscode.MarkdownString {
  const link = (key: Parameters<typeof say>[1], command: string): string =>
    `[${say(language, key)}](command:${command})`;
  const text = new vscode.MarkdownString([label, say(language, 'notesLoaded', bundled, user)].join('\n\n'));
  if (broken > 0)
    text.appendMarkdown(
      `\n\n${say(language, 'notesBroken', broken)} ${link('showProblems', 'workbench.actions.view.problems')}`,
    );
  if (user === 0)
    text.appendMarkdown(
      `\n\n${say(language, 'noOwnNotes')} ${link('openSample', 'kumonote.openSampleNote')}`,
    );
  // Nothing in it comes from a note.
  text.isTrusted = { enabledCommands: ['workbench.actions.view.problems', 'kumonote.openSampleNote'] };
  return text;
}
