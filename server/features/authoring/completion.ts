/** Completion in a `rule` block: keywords, resource types, property paths and values, wherever they may stand. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver-types';
import { membersOf, typesCovered, valuesOf } from '../../aws/members.ts';
import type { Schema, SchemaProperty } from '../../aws/schema.ts';
import { keywordsOf, type Takes } from '../../rules/blockGrammar.ts';
import { isReadable } from '../../rules/blockLimits.ts';
import type { Language } from '../../text/localized.ts';
import { type Span, shift } from '../../text/span.ts';
import { rangeOf } from '../positions.ts';
import { type BlockCursor, blockCursorAt } from './blockCursor.ts';
import { keywordTexts } from './keywordTexts.ts';
import { keywordMarkdown, propertyMarkdown } from './markdown.ts';
import { blockSkeleton, emptyValue, flowScalar } from './snippets.ts';

export interface CompletionContext {
  readonly schema: Schema;
  readonly language: Language;
  /** Resource types of the open files, which one most likely writes a rule about. */
  readonly typesInUse: ReadonlySet<string>;
  /** What makes the editor complete again once a keyword is written; undefined where it has no such command. */
  readonly completeAgain: Command | undefined;
}

/** A suggestion, before it is put in the editor's terms. */
interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** Snippet syntax; the label itself without it. */
  readonly snippet?: string;
  /** The part of the cursor's word that it replaces, from the block's start. */
  readonly span?: Span;
  readonly first?: boolean;
  readonly again?: boolean;
}

/** More would be read by nobody, and sent at every letter. */
const mostItems = 200;

/** What may stand at `offset` of the `rule` block that begins at `blockStart` of `document`. */
export function completionsInBlock(
  document: TextDocument,
  block: { readonly source: string; readonly span: Span },
  offset: number,
  context: CompletionContext,
): CompletionList {
  const { source, span } = block;
  const cursor = isReadable(source) ? blockCursorAt(source, offset - span.start) : undefined;
  const suggestions = cursor ? suggestionsAt(cursor, context) : [];
  const items = suggestions
    .slice(0, mostItems)
    .map((each, index) => item(document, span.start, cursor as BlockCursor, each, index, context));
  return { isIncomplete: suggestions.length > mostItems, items };
}

function suggestionsAt(cursor: BlockCursor, context: CompletionContext): readonly Suggestion[] {
  const { position, kind } = cursor;
  if (kind === 'key') return keySuggestions(cursor, context);
  const { takes, about } = position;
  const types = typesCovered(cursor.types, context.schema);
  switch (takes) {
    case 'resourceTypes':
    case 'resourceType':
      return typeSuggestions(cursor, context);
    case 'path':
      return pathSuggestions(cursor, types, context);
    case 'propertyNames':
    case 'propertyName':
      return about ? propertySuggestions(types, about, context) : [];
    case 'value':
    case 'values':
      return about ? valueSuggestions(types, about, context) : [];
    case 'plain':
      return about ? [...valueSuggestions(types, about, context), placeholder(context.language)] : [];
    default:
      return words(takes, context.language);
  }
}

function keySuggestions(cursor: BlockCursor, context: CompletionContext): readonly Suggestion[] {
  const { position, siblings, hasColon, inline, types: written } = cursor;
  const { takes, about } = position;
  const { language, schema } = context;
  const withBraces = (text: string): string => (inline ? `{ ${text} }` : text);
  const keywords = keywordsOf(takes);
  if (keywords) {
    // `message: Encr` is the beginning of a sentence.
    if (takes === 'message' && inline && cursor.before !== '') return [];
    const left = Object.entries(keywords).filter(([name]) => !siblings.includes(name));
    const suggestions = left.map(([name, taken]): Suggestion => {
      const text = keywordTexts[takes]?.[name];
      return {
        label: name,
        kind: CompletionItemKind.Keyword,
        ...(text && { documentation: keywordMarkdown(text, language) }),
        ...(hasColon ? {} : { snippet: withBraces(`${name}: ${emptyValue(name, taken)}`), again: true }),
      };
    });
    const isEmpty = takes === 'block' && siblings.length === 0 && !hasColon;
    return isEmpty ? [blockSkeleton(language), ...suggestions] : suggestions;
  }
  if (!about) return [];
  const types = typesCovered(written, schema);
  return propertySuggestions(types, about, context)
    .filter(({ label }) => !siblings.includes(label))
    .map((each): Suggestion => {
      if (hasColon) return each;
      const value = takes === 'properties' ? '{ $1 }' : '$1';
      return { ...each, snippet: withBraces(`${each.label}: ${value}`), again: true };
    });
}

function typeSuggestions(cursor: BlockCursor, { schema, typesInUse }: CompletionContext): Suggestion[] {
  const typed = cursor.before.toLowerCase();
  const isMeant = (type: string): boolean => type.toLowerCase().includes(typed);
  const meant = schema.types().filter(isMeant);
  const used = meant.filter((type) => typesInUse.has(type));
  const services = new Set(meant.map((type) => `${type.split('::').slice(0, 2).join('::')}::*`));
  const rest = meant.filter((type) => !typesInUse.has(type));
  return [
    ...[...used, ...rest].slice(0, mostItems + 1).map((type) => ({
      label: type,
      kind: CompletionItemKind.Class,
      documentation: schema.type(type)?.description ?? '',
      first: typesInUse.has(type),
    })),
    ...(services.size <= 5 ? [...services].map((label) => ({ label, kind: CompletionItemKind.Module })) : []),
  ];
}

function pathSuggestions(
  { before, text, span }: BlockCursor,
  types: readonly string[],
  { schema, language }: CompletionContext,
): Suggestion[] {
  const head = before.slice(0, before.lastIndexOf('.') + 1);
  const about = head
    .split('.')
    .flatMap((segment) => (segment === '' ? [] : [segment.replace(/\[\*?\]?/g, '')]));
  const end = text.indexOf('.', before.length);
  const segment = { start: span.start + head.length, end: end < 0 ? span.end : span.start + end };
  return [...membersOf(schema, types, about)].flatMap(([name, property]): Suggestion[] => {
    const one = { ...propertySuggestion(name, property, language), span: segment };
    if (!property.type.startsWith('List of ')) return [one];
    return [{ ...one, label: `${name}[*]` }, one];
  });
}

function propertySuggestions(
  types: readonly string[],
  about: readonly string[],
  { schema, language }: CompletionContext,
): Suggestion[] {
  return [...membersOf(schema, types, about)].map(([name, property]) =>
    propertySuggestion(name, property, language),
  );
}

function propertySuggestion(name: string, property: SchemaProperty, language: Language): Suggestion {
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: property.type,
    documentation: propertyMarkdown(property, language),
  };
}

function valueSuggestions(
  types: readonly string[],
  about: readonly string[],
  { schema }: CompletionContext,
): Suggestion[] {
  return valuesOf(schema, types, about).map((value) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
  }));
}

function placeholder(language: Language): Suggestion {
  const documentation = keywordTexts.fix?.set?.what[language] ?? '';
  return {
    label: 'placeholder',
    kind: CompletionItemKind.Snippet,
    documentation,
    snippet: '{ placeholder: $1 }',
  };
}

/** Words that always are the same. */
function words(takes: Takes, language: Language): Suggestion[] {
  const documentation: Partial<Record<Takes, string>> = {
    severity: keywordTexts.block?.severity?.what[language] ?? '',
    missing: keywordTexts.block?.missing?.what[language] ?? '',
  };
  const list: Partial<Record<Takes, readonly string[]>> = {
    severity: ['error', 'warning', 'information', 'hint'],
    missing: ['fail', 'ignore'],
    boolean: ['true', 'false'],
    typeName: typeNames,
    typeNames,
  };
  return (list[takes] ?? []).map((label) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    ...(documentation[takes] && { documentation: documentation[takes] }),
  }));
}

const typeNames = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

const isBoolean = /^(?:true|false)$/;

function item(
  document: TextDocument,
  blockStart: number,
  cursor: BlockCursor,
  suggestion: Suggestion,
  index: number,
  { completeAgain }: CompletionContext,
): CompletionItem {
  const { label, kind, detail, documentation, snippet, first, again } = suggestion;
  const range = rangeOf(document, shift(suggestion.span ?? cursor.span, blockStart));
  const plain = kind === CompletionItemKind.EnumMember && !isBoolean.test(label) ? flowScalar(label) : label;
  const newText = `${cursor.needsSpace ? ' ' : ''}${snippet ?? plain}`;
  return {
    label,
    kind,
    sortText: `${first ? 0 : 1}${String(index).padStart(4, '0')}`,
    textEdit: { range, newText },
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    ...(detail && { detail }),
    ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(again && completeAgain && { command: completeAgain }),
  };
}
