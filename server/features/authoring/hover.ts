/** The hover in a `rule` block: what a keyword does, and what AWS and the notes say of a type, a property, a value. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { typesCovered } from '../../aws/members.ts';
import type { Place } from '../../model/template.ts';
import { keywordsOf } from '../../rules/blockGrammar.ts';
import { isReadable } from '../../rules/blockLimits.ts';
import { type Span, shift } from '../../text/span.ts';
import { type HoverContext, hoverAt } from '../hover.ts';
import { rangeOf } from '../positions.ts';
import { type BlockCursor, blockCursorAt } from './blockCursor.ts';
import { keywordTexts } from './keywordTexts.ts';
import { keywordMarkdown } from './markdown.ts';

/** The hover at `offset` of the `rule` block in `document`. */
export function hoverInBlock(
  document: TextDocument,
  block: { readonly source: string; readonly span: Span },
  offset: number,
  context: HoverContext,
): Hover | undefined {
  const { source, span } = block;
  const cursor = isReadable(source) ? blockCursorAt(source, offset - span.start) : undefined;
  if (!cursor || cursor.text === '') return undefined;
  const { position, kind, text } = cursor;
  const keyword =
    kind === 'key' && keywordsOf(position.takes) ? keywordTexts[position.takes]?.[text] : undefined;
  if (keyword) {
    return {
      contents: { kind: MarkupKind.Markdown, value: keywordMarkdown(keyword, context.language) },
      range: rangeOf(document, shift(cursor.span, span.start)),
    };
  }
  const place = placeOf(cursor, offset - span.start, context);
  if (!place) return undefined;
  return hoverAt(
    document,
    { ...place, span: shift(place.span, span.start) },
    [],
    withoutNote(context, document.uri),
  );
}

/** What a word of the block would be in a template. */
function placeOf(cursor: BlockCursor, offset: number, { schema }: HoverContext): Place | undefined {
  const { position, kind, text, span } = cursor;
  const { takes, about } = position;
  const nothing = { resource: undefined, value: undefined, cdk: undefined };
  if (takes === 'resourceTypes' || takes === 'resourceType') {
    return { ...nothing, span, kind: 'type', type: text, path: [] };
  }
  const inPath = takes === 'path' ? segmentAt(cursor, offset) : undefined;
  const named = takes === 'propertyName' || (kind === 'key' && (takes === 'properties' || takes === 'plain'));
  const path = inPath?.path ?? (named ? about && [...about, text] : about);
  const type = path && typesCovered(cursor.types, schema).find((each) => schema.property(each, path));
  if (type === undefined || path === undefined) return undefined;
  if (inPath || named) return { ...nothing, span: inPath?.span ?? span, kind: 'property', type, path };
  if (takes !== 'value' && takes !== 'plain') return undefined;
  return { ...nothing, span, kind: 'value', type, path, value: text };
}

/** The segment of `at` under the cursor, and the path up to it. */
function segmentAt({ text, span }: BlockCursor, offset: number): { path: readonly string[]; span: Span } {
  const from = text.lastIndexOf('.', offset - span.start - 1) + 1;
  const end = text.indexOf('.', offset - span.start);
  const to = end < 0 ? text.length : end;
  const path = text
    .slice(0, to)
    .replace(/\[\*\]/g, '')
    .split('.');
  return { path, span: { start: span.start + from, end: span.start + to } };
}

/** The reader of a note has it before their eyes. */
function withoutNote(context: HoverContext, uri: string): HoverContext {
  const { book } = context;
  return {
    ...context,
    book: {
      ...book,
      sectionsFor: (place, language) =>
        book.sectionsFor(place, language).filter(({ note }) => note.uri !== uri),
    },
  };
}
