import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Template } from '../model/template.ts';
import type { Finding } from '../rules/rule.ts';

/** A file that was read and checked. */
export interface CheckedTemplate {
  readonly document: TextDocument;
  readonly template: Template;
  readonly findings: readonly Finding[];
}
