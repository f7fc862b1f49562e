/** Completion where rules are silenced: the ids of rules, and in a comment its own words. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Command, type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Template } from '../model/template.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import {
  type Directive,
  directiveAt,
  directives,
  metadataAt,
  resourceAt,
  speaksOf,
} from '../rules/suppress.ts';
import type { Language, Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import { rangeOf } from './positions.ts';

export interface RuleIdContext {
  readonly template: Template;
  readonly rules: readonly Rule[];
  /** What the rules find in the document, silenced or not. */
  readonly found: () => readonly Finding[];
  readonly language: Language;
  /** What makes the editor complete again once a word is written; undefined where it has no such command. */
  readonly completeAgain: Command | undefined;
}

const meanings: Readonly<Record<Directive, Localized>> = {
  'kumonote-disable-next-line': {
    en: 'Silences rules in the next line, or in the whole resource that begins there.',
    ja: '次の行、またはそこから始まるリソース全体で、ルールを無効にします。',
  },
  'kumonote-disable-line': { en: 'Silences rules in this line.', ja: 'この行でルールを無効にします。' },
  'kumonote-disable-file': { en: 'Silences rules in this file.', ja: 'このファイルでルールを無効にします。' },
};

/** Whether something may be completed at `offset`, told without reading more than a few lines. */
export function mayComplete(text: string, offset: number): boolean {
  return [begunDirective, directiveAt, metadataAt].some((at) => at(text, offset) !== undefined);
}

/** What may go on at `offset` of a comment, or of a list in `Metadata`. */
export function ruleIdCompletions(
  document: TextDocument,
  offset: number,
  context: RuleIdContext,
): CompletionItem[] {
  const text = document.getText();
  const begun = begunDirective(text, offset);
  if (begun) return directives.map((each) => directiveItem(document, begun, each, context));
  const directive = directiveAt(text, offset);
  const metadata = directive ? undefined : metadataAt(text, offset);
  const typed = directive ?? metadata;
  if (!typed) return [];
  const holder = metadata && resourceAt(context.template, offset);
  const isMeant = (finding: Finding): boolean =>
    directive ? speaksOf(directive, text, offset, finding) : !holder || finding.resource === holder;
  const found = new Set(
    context
      .found()
      .filter(isMeant)
      .map(({ rule }) => rule.id),
  );
  const quote = metadata?.quote ?? '';
  return context.rules
    .filter(({ id }) => !typed.ids.includes(id))
    .map(({ id, title }) => ({
      label: id,
      kind: CompletionItemKind.Value,
      detail: title[context.language],
      // What was found here is most likely meant.
      sortText: `${found.has(id) ? 0 : 1}${id}`,
      ...(found.has(id) ? { preselect: true } : {}),
      textEdit: { range: rangeOf(document, typed.word), newText: quote + id + quote },
    }));
}

function directiveItem(
  document: TextDocument,
  span: Span,
  directive: Directive,
  { language, completeAgain }: RuleIdContext,
): CompletionItem {
  return {
    label: directive,
    kind: CompletionItemKind.Keyword,
    detail: meanings[directive][language],
    sortText: String(directives.indexOf(directive)),
    textEdit: { range: rangeOf(document, span), newText: `${directive} ` },
    ...(completeAgain ? { command: completeAgain } : {}),
  };
}

/** The beginning of such a comment that goes up to `offset`. */
function begunDirective(text: string, offset: number): Span | undefined {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 500), offset);
  const word = /(?:#|\/\/|\/\*)[ \t]*(k[a-z-]*)$/.exec(line)?.[1];
  if (word === undefined || !directives.some((each) => each.startsWith(word))) return undefined;
  return { start: offset - word.length, end: offset };
}
