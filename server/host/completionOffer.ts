import { CompletionRequest, type Connection } from 'vscode-languageserver';
import { completionTriggers } from '../features/authoring/triggers.ts';
import { commentLanguages } from './languages.ts';

/** After what a comment that silences rules goes on. */
const commentTriggers = ['-', ' ', '/', ','];

/** In JSON, which has no comments, ids of rules stand in `Metadata`. */
const jsonTriggers = ['"', '/'];

/** Offers completion in Markdown, and where rules are silenced: what else is typed there is for others to complete. */
export async function offerCompletion(connection: Connection): Promise<void> {
  await connection.client.register(CompletionRequest.type, {
    documentSelector: commentLanguages.map((language) => ({ language })),
    triggerCharacters: commentTriggers,
  });
  await connection.client.register(CompletionRequest.type, {
    documentSelector: ['json', 'jsonc'].map((language) => ({ language })),
    triggerCharacters: jsonTriggers,
  });
  await connection.client.register(CompletionRequest.type, {
    documentSelector: [{ language: 'markdown' }],
    triggerCharacters: [...completionTriggers],
  });
}
