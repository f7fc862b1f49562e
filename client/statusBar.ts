import * as vscode from 'vscode';
import { noteCountRequest, openNoteCommand } from '../server/protocol.ts';
import { currentLanguage } from './language.ts';
import type { Server } from './server.ts';
import { say } from './strings.ts';

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
    const notes = uri && server.started ? await server.ask<number>(noteCountRequest, { uri }) : undefined;
    if (uri !== vscode.window.activeTextEditor?.document.uri.toString()) return;
    if (!notes) {
      item.hide();
      return;
    }
    item.text = `$(book) ${notes}`;
    item.tooltip = say(currentLanguage(), 'notesApply', notes);
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
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
