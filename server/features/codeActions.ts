import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Template } from '../model/template.ts';
import type { Finding } from '../rules/rule.ts';
import type { Language } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import { write } from '../write/index.ts';
import { suppressionChanges } from '../write/suppress.ts';
import type { Piece, TextChange } from '../write/writer.ts';
import { diagnosticSource } from './diagnostics.ts';
import { rangeOf } from './positions.ts';
import { silenceTitle } from './words.ts';

export interface CodeActionContext {
  readonly language: Language;
  /** Whether the editor lets the user fill in placeholders (SnippetTextEdit, LSP 3.18). */
  readonly snippets: boolean;
}

/** Fixes for the findings that `selection` touches, and for each rule there a way to silence it. */
export function codeActions(
  document: TextDocument,
  template: Template,
  findings: readonly Finding[],
  selection: Span,
  diagnostics: readonly Diagnostic[],
  context: CodeActionContext,
): CodeAction[] {
  const here = findings.filter(({ span }) => span.start <= selection.end && span.end >= selection.start);
  const actions: CodeAction[] = [];
  for (const finding of here) {
    const of = diagnosticOf(document, finding, diagnostics);
    for (const fix of finding.fixes) {
      const changes = write(template, fix.edits);
      if (!changes) continue;
      actions.push({
        ...action(document, fix.title[context.language], changes, of, context),
        ...(fix.preferred ? { isPreferred: true } : {}),
      });
    }
  }
  for (const finding of here) {
    const changes = suppressionChanges(template, finding.span, finding.rule.id);
    if (!changes || changes.length === 0) continue;
    const of = diagnosticOf(document, finding, diagnostics);
    actions.push(action(document, silenceTitle(finding.rule.id)[context.language], changes, of, context));
  }
  return actions;
}

function action(
  document: TextDocument,
  title: string,
  changes: readonly TextChange[],
  diagnostic: Diagnostic | undefined,
  { snippets }: CodeActionContext,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
    edit: {
      documentChanges: [
        {
          textDocument: { uri: document.uri, version: document.version },
          edits: changes.map((change) => textEdit(document, change, snippets)),
        },
      ],
    },
  };
}

/** The editor's own diagnostic for a finding, so that it knows what the fix mends. */
function diagnosticOf(
  document: TextDocument,
  finding: Finding,
  diagnostics: readonly Diagnostic[],
): Diagnostic | undefined {
  const { start } = rangeOf(document, finding.span);
  return diagnostics.find(
    (d) =>
      d.source === diagnosticSource &&
      d.code === finding.rule.id &&
      d.range.start.line === start.line &&
      d.range.start.character === start.character,
  );
}

function textEdit(document: TextDocument, change: TextChange, snippets: boolean): TextEdit | SnippetTextEdit {
  const range = rangeOf(document, change.span);
  const fillable = change.pieces.some((piece) => typeof piece !== 'string');
  if (!snippets || !fillable) return { range, newText: change.pieces.map(plainText).join('') };
  return { range, snippet: { kind: 'snippet', value: snippetText(change.pieces) } };
}

function plainText(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.placeholder;
}

/** LSP snippet syntax: `$`, `}` and `\` mean something there, so they are escaped. */
function snippetText(pieces: readonly Piece[]): string {
  let number = 0;
  return pieces
    .map((piece) => {
      const text = plainText(piece).replace(/[\\$}]/g, '\\$&');
      if (typeof piece === 'string') return text;
      number += 1;
      return `\${${number}:${text}}`;
    })
    .join('');
}
