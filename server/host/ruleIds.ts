/** Completion where a comment in a template or in CDK code, or `Metadata`, silences rules. */
import type { CompletionItem, CompletionParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completeAgain } from '../features/completeAgain.ts';
import { mayComplete, ruleIdCompletions } from '../features/ruleIdCompletion.ts';
import type { Template } from '../model/template.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { Language } from '../text/localized.ts';
import type { Analyses } from './analysis.ts';

export interface RuleIds {
  completion(params: CompletionParams): Promise<CompletionItem[] | null>;
}

/**
 * @param found what the rules find in a template, silenced or not
 */
export function createRuleIds(
  documents: TextDocuments<TextDocument>,
  analyses: Analyses,
  rules: () => readonly Rule[],
  found: (template: Template) => readonly Finding[],
  context: () => { readonly language: Language; readonly commands: boolean },
): RuleIds {
  return {
    async completion({ textDocument, position }) {
      const document = documents.get(textDocument.uri);
      const offset = document?.offsetAt(position) ?? 0;
      if (!document || !mayComplete(document.getText(), offset)) return null;
      const analysis = await analyses.of(document);
      if (!analysis) return null;
      const { language, commands } = context();
      return ruleIdCompletions(document, offset, {
        template: analysis.template,
        rules: rules(),
        found: () => found(analysis.template),
        language,
        completeAgain: commands ? completeAgain : undefined,
      });
    },
  };
}
