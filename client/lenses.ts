/** What the lenses above rules do when they are clicked. */
import * as vscode from 'vscode';
import {
  type RunExamplesParams,
  runExamplesCommand,
  runExamplesRequest,
  type ShowPlacesArguments,
  showPlacesCommand,
} from '../server/protocol.ts';
import type { Server } from './server.ts';

/** Provides the commands of lenses until disposed. */
export function provideLensCommands(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(showPlacesCommand, showPlaces),
    vscode.commands.registerCommand(runExamplesCommand, (note: RunExamplesParams) =>
      server.ask(runExamplesRequest, note),
    ),
  );
}

function showPlaces({ uri, position, places }: ShowPlacesArguments): Thenable<unknown> {
  const locations = places.map(
    ({ uri: file, range: { start, end } }) =>
      new vscode.Location(
        vscode.Uri.parse(file),
        new vscode.Range(start.line, start.character, end.line, end.character),
      ),
  );
  const at = new vscode.Position(position.line, position.character);
  return vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), at, locations);
}
