/** Apart from `codeActions.ts`, which brings the writers: a server that starts need only say what it will offer. */
import { CodeActionKind, type CodeActionContext as Request } from 'vscode-languageserver-types';

/** Asked for by "Fix all" in the editor's source menu, and on saving where the user has set that up. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.kumonote`;

export const codeActionKinds: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.Refactor,
  fixAllKind,
];

/** Whether the request leaves room for `kind`: kinds form a tree, and a request names the branches it wants. */
export function isWanted(kind: CodeActionKind, { only }: Request): boolean {
  return only?.some((each) => each === '' || each === kind || kind.startsWith(`${each}.`)) ?? true;
}
