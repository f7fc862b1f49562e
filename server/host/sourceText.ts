import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceText } from '../read/reader.ts';
import { normalUri } from './uris.ts';

const sources = new WeakMap<TextDocument, { readonly version: number; readonly source: SourceText }>();

/** The text of an open document, the same object for as long as nothing is typed. */
export function sourceOf(document: TextDocument): SourceText {
  const known = sources.get(document);
  if (known?.version === document.version) return known.source;
  const { version, languageId } = document;
  const source = { uri: normalUri(document.uri), languageId, text: document.getText() };
  sources.set(document, { version, source });
  return source;
}
