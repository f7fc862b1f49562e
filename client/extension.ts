/** Entry point in VS Code: puts the parts together. */
import * as vscode from 'vscode';
import { type OpenNoteArguments, openNoteCommand } from '../server/protocol.ts';
import { createClient } from './connect.ts';
import { showCodeWithoutNotes, showNotesWithoutCode } from './coverage.ts';
import { provideLensCommands } from './lenses.ts';
import { uriHandler } from './links.ts';
import { provideNewRule } from './newRule.ts';
import { copyLink, openAsText, provideNoteTexts } from './noteText.ts';
import { createPanel } from './panel.ts';
import { startWhenNeeded } from './relevance.ts';
import { openReview } from './review.ts';
import { suggestInRules } from './ruleTyping.ts';
import { openSampleNote } from './sampleNote.ts';
import { createServer } from './server.ts';
import { showNoteCount } from './statusBar.ts';

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Kumonote', { log: true });
  const server = createServer(context, output, createClient(context, output));
  const panel = createPanel(context, server);
  const { reading } = panel;
  const commands: Record<string, (argument?: OpenNoteArguments) => unknown> = {
    [openNoteCommand]: (target) => panel.open(target),
    'kumonote.searchNotes': () => panel.search(),
    'kumonote.back': () => reading.go(-1),
    'kumonote.forward': () => reading.go(1),
    'kumonote.pin': () => reading.pin(true),
    'kumonote.unpin': () => reading.pin(false),
    'kumonote.openAsText': () => reading.note && openAsText(reading.note),
    'kumonote.editNote': () => reading.note && openAsText(reading.note),
    'kumonote.openBeside': () => reading.note && openAsText(reading.note, vscode.ViewColumn.Beside),
    'kumonote.copyLink': () => reading.note && copyLink(reading.note),
    'kumonote.openSampleNote': () => openSampleNote(context),
    'kumonote.review': () => openReview(context, server, panel.open),
    'kumonote.notesWithoutCode': () => showNotesWithoutCode(server),
    'kumonote.codeWithoutNotes': () => showCodeWithoutNotes(server),
    'kumonote.showOutput': () => output.show(),
  };
  context.subscriptions.push(
    output,
    panel,
    provideLensCommands(server),
    provideNewRule(server),
    provideNoteTexts(server),
    showNoteCount(server),
    startWhenNeeded(server),
    suggestInRules(),
    vscode.window.registerUriHandler(uriHandler),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}
