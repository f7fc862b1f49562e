import { CompletionRequest, type Connection } from 'vscode-languageserver';
import { completionTriggers } from '../features/authoring/triggers.ts';

/** Offers completion in Markdown alone: what is typed in code is for others to complete. */
export async function offerCompletion(connection: Connection): Promise<void> {
  await connection.client.register(CompletionRequest.type, {
    documentSelector: [{ language: 'markdown' }],
    triggerCharacters: [...completionTriggers],
  });
}
