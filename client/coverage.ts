/** The commands that hold notes and code against each other: notes without code, and code without notes. */
import * as vscode from 'vscode';
import {
  type CoverageView,
  coverageRequest,
  showPlacesCommand,
  type UnwrittenType,
} from '../server/protocol.ts';
import { currentLanguage } from './language.ts';
import type { Server } from './server.ts';
import { say } from './strings.ts';

/** Lists the user's notes about things that the workspace does not have, and opens the chosen one. */
export async function showNotesWithoutCode(server: Server): Promise<void> {
  const language = currentLanguage();
  const { notes } = (await server.ask<CoverageView>(coverageRequest, {})) ?? { notes: [] };
  const items = notes.map(({ title, path, uri }) => ({ label: title, description: path, uri }));
  const chosen = await choose(items, say(language, 'notesWithoutCode'), say(language, 'everyNoteHasCode'));
  if (chosen) await vscode.window.showTextDocument(vscode.Uri.parse(chosen.uri));
}

/** Lists the resource types that the user has not written about; the chosen one gets a note. */
export async function showCodeWithoutNotes(server: Server): Promise<void> {
  const language = currentLanguage();
  const { types } = (await server.ask<CoverageView>(coverageRequest, {})) ?? { types: [] };
  const places: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('list-tree'),
    tooltip: say(language, 'showPlaces'),
  };
  const items = [...types]
    .sort((a, b) => Number(a.explained) - Number(b.explained) || b.resources - a.resources)
    .map((type) => ({
      label: type.type,
      description: say(language, 'usedIn', type.resources, type.files),
      detail: say(language, type.explained ? 'onlyBundled' : 'nobodyWrote'),
      buttons: [places],
      type,
    }));
  const chosen = await choose(
    items,
    say(language, 'codeWithoutNotes'),
    say(language, 'everyTypeHasNote'),
    (item) => showPlaces(item.type),
  );
  if (chosen) await startNote(chosen.type.type);
}

/** Lets the user choose; `empty` is said where there is nothing to choose from. */
async function choose<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  placeHolder: string,
  empty: string,
  onButton?: (item: Item) => unknown,
): Promise<Item | undefined> {
  if (items.length === 0) {
    void vscode.window.showInformationMessage(empty);
    return undefined;
  }
  const pick = vscode.window.createQuickPick<Item>();
  pick.items = items;
  pick.placeholder = placeHolder;
  pick.matchOnDescription = true;
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      pick.hide();
      onButton?.(item);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function showPlaces({ places }: UnwrittenType): Thenable<unknown> | undefined {
  const [first] = places;
  return (
    first &&
    vscode.commands.executeCommand(showPlacesCommand, { uri: first.uri, position: first.range.start, places })
  );
}

/** Opens a note about `type`, not saved yet, in the workspace's folder for notes. */
async function startNote(type: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${type
    .replace(/^AWS::/, '')
    .replaceAll('::', '-')
    .toLowerCase()}.md`;
  const uri = folder && vscode.Uri.joinPath(folder, 'notes', name).with({ scheme: 'untitled' });
  const document = await (uri
    ? vscode.workspace.openTextDocument(uri)
    : vscode.workspace.openTextDocument({ language: 'markdown' }));
  const editor = await vscode.window.showTextDocument(document);
  const language = currentLanguage();
  await editor.insertSnippet(
    new vscode.SnippetString()
      .appendText(`---\ntypes: [${type}]\n---\n\n# `)
      .appendPlaceholder(type.replace(/^AWS::/, '').replaceAll('::', ' '))
      .appendText('\n\n')
      .appendPlaceholder(say(language, 'whyWeUseIt'))
      .appendText('\n'),
    new vscode.Range(0, 0, document.lineCount, 0),
  );
}
