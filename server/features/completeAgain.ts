import type { Command } from 'vscode-languageserver-types';

/** With an item of a completion: the editor completes again once it is written. Only VS Code knows it. */
export const completeAgain: Command = { title: '', command: 'editor.action.triggerSuggest' };
