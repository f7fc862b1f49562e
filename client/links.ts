/** Addresses that open a note from places where a command cannot be clicked. */
import * as vscode from 'vscode';
import { type OpenNoteArguments, openNoteCommand } from '../server/protocol.ts';

const extension = 'kumonote.kumonote';

/** `vscode://kumonote.kumonote/note?uri=…&slug=…`, in the scheme of this editor. */
export function noteAddress({ uri, slug }: OpenNoteArguments): vscode.Uri {
  const query = new URLSearchParams({ uri, ...(slug === undefined ? {} : { slug }) });
  return vscode.Uri.from({
    scheme: vscode.env.uriScheme,
    authority: extension,
    path: '/note',
    query: query.toString(),
  });
}

/** What `noteAddress` put into an address, or undefined for any other. */
export function noteOfAddress(address: vscode.Uri): OpenNoteArguments | undefined {
  if (address.path !== '/note') return undefined;
  const query = new URLSearchParams(address.query);
  const uri = query.get('uri');
  const slug = query.get('slug');
  if (!uri) return undefined;
  return slug ? { uri, slug } : { uri };
}

/**
 * `diagnostic` with a code that can be clicked: VS Code runs no command from there, but opens its own addresses,
 * which come back to `uriHandler`.
 */
export function withOpenableCode(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object' || code.target.scheme !== 'command' || code.target.path !== openNoteCommand) {
    return diagnostic;
  }
  const [note] = JSON.parse(code.target.query) as [OpenNoteArguments];
  diagnostic.code = { value: code.value, target: noteAddress(note) };
  return diagnostic;
}

export const uriHandler: vscode.UriHandler = {
  async handleUri(address) {
    const note = noteOfAddress(address);
    if (note) await vscode.commands.executeCommand(openNoteCommand, note);
  },
};
