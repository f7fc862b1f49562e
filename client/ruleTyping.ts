/** Completion that opens by itself while one types in a `rule` block: in Markdown VS Code leaves it to a shortcut. */
import * as vscode from 'vscode';

/** Does so until disposed. */
export function suggestInRules(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges;
    if (document.languageId !== 'markdown' || reason !== undefined || !change || others.length > 0) return;
    if (document !== vscode.window.activeTextEditor?.document) return;
    const isTyped = /^(?:\w|\r?\n[ \t]*)$/.test(change.text);
    if (!isTyped || !isInRule(document, change.range.start.line)) return;
    void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

/** Whether the nearest fence above begins a rule; one that ends a block has no word. */
function isInRule(document: vscode.TextDocument, line: number): boolean {
  for (let above = line; above >= 0; above -= 1) {
    const fence = /^(?:`{3,}|~{3,})[ \t]*(\w*)/.exec(document.lineAt(above).text);
    if (fence) return fence[1]?.toLowerCase() === 'rule';
  }
  return false;
}
