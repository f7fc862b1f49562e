import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';

/** How long everything rests before what stands above rules and headings is counted again, in milliseconds. */
const rest = 400;

/**
 * Makes the editor ask for lenses again, once what they say may have changed.
 * @param can whether it does so
 */
export function createLensRefresh(connection: Connection, can: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    if (can()) timer = setTimeout(() => void connection.sendRequest(CodeLensRefreshRequest.type), rest);
  };
}
