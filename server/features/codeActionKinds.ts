/** Apart from `codeActions.ts`, which brings the writers: a server that starts need only say what it will offer. */
import { CodeActionKind } from 'vscode-languageserver-types';

/** Asked for by "Fix all" in the editor's source menu, and on saving where the user has set that up. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.kumonote`;

export const codeActionKinds: readonly CodeActionKind[] = [CodeActionKind.QuickFix, fixAllKind];
