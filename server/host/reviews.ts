/** Answers with a review of one file, or of all that the workspace has. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedTemplate } from '../features/checkedTemplate.ts';
import { review } from '../features/review/review.ts';
import type { Template } from '../model/template.ts';
import type { ReviewParams, ReviewView } from '../protocol.ts';
import type { Finding } from '../rules/rule.ts';
import type { AnswerContext } from './answers.ts';
import { createTurns } from './turns.ts';
import { normalUri, shownPath } from './uris.ts';
import type { WorkspaceIndex } from './workspaceIndex.ts';

export interface Reviews {
  /** Null for a file that is neither a template nor CDK code. */
  review(params: ReviewParams): Promise<ReviewView | null>;
}

export function createReviews(
  index: WorkspaceIndex,
  findings: (template: Template) => readonly Finding[],
  context: () => AnswerContext,
): Reviews {
  return {
    async review({ uri }) {
      const uris = uri === undefined ? index.files().map((file) => file.uri) : [normalUri(uri)];
      const files: CheckedTemplate[] = [];
      const rest = createTurns();
      for (const each of uris) {
        const template = await index.template(each);
        if (!template) continue;
        const document = TextDocument.create(template.uri, template.languageId, 0, template.text);
        files.push({ document, template, findings: findings(template) });
        await rest();
      }
      if (uri !== undefined && files.length === 0) return null;
      const { roots } = context();
      const pathOf = (address: string): string => shownPath(normalUri(address), roots);
      return review(uri === undefined ? '' : pathOf(uri), files, { ...context(), pathOf });
    },
  };
}
