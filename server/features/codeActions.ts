import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type CodeActionContext as Request,
} from 'vscode-languageserver-types';
import type { Template } from '../model/template.ts';
import type { Finding } from '../rules/rule.ts';
import type { Language, Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import { write } from '../write/index.ts';
import { suppressionChanges } from '../write/suppress.ts';
import type { TextChange } from '../write/writer.ts';
import { fixAllKind, isWanted } from './codeActionKinds.ts';
import { diagnosticSource } from './diagnostics.ts';
import { fixTogether } from './fixAll.ts';
import { rangeOf } from './positions.ts';
import { textEdit } from './textEdits.ts';
import { fixAllOfRuleTitle, silenceTitle, words } from './words.ts';

/** Nobody chooses from the actions of more findings than these; a selection may span the whole file. */
const mostFindings = 50;

export interface CodeActionContext {
  readonly language: Language;
  /** Whether the editor lets the user fill in placeholders (SnippetTextEdit, LSP 3.18). */
  readonly snippets: boolean;
}

/** What an action does, before it is put in the editor's terms. */
interface Offer {
  readonly title: Localized;
  readonly kind: CodeActionKind;
  readonly changes: readonly TextChange[];
  /** What it mends. */
  readonly findings: readonly Finding[];
  readonly preferred: boolean;
}

/**
 * Fixes for the findings that `selection` touches, for each rule there a way to mend it all over the file and one to
 * silence it; and all safe fixes of the file where they are asked for.
 */
export function codeActions(
  document: TextDocument,
  template: Template,
  findings: readonly Finding[],
  selection: Span,
  request: Request,
  context: CodeActionContext,
): CodeAction[] {
  const offers: Offer[] = [];
  if (isWanted(CodeActionKind.QuickFix, request)) {
    const here = findings
      .filter(({ span }) => span.start <= selection.end && span.end >= selection.start)
      .slice(0, mostFindings);
    offers.push(
      ...here.flatMap((finding) => fixesOf(template, finding)),
      ...rulesOf(here).flatMap((id) => fixAllOfRule(template, findings, id)),
      ...here.flatMap((finding) => silenceOf(template, finding)),
    );
  }
  // Editors do not show what changes the whole file unless the user asks for it, so nothing is worked out before.
  if (request.only && isWanted(fixAllKind, request)) offers.push(...fixAll(template, findings));
  return distinct(offers).map((offer) => action(document, offer, request.diagnostics, context));
}

function fixesOf(template: Template, finding: Finding): Offer[] {
  return finding.fixes.flatMap(({ title, edits, preferred }): Offer[] => {
    const changes = write(template, edits);
    return changes?.length
      ? [{ title, kind: CodeActionKind.QuickFix, changes, findings: [finding], preferred }]
      : [];
  });
}

function fixAllOfRule(template: Template, findings: readonly Finding[], ruleId: string): Offer[] {
  const fixed = fixTogether(
    template,
    findings.filter((finding) => finding.rule.id === ruleId),
  );
  if (fixed.findings.length < 2) return [];
  return [{ ...fixed, title: fixAllOfRuleTitle(ruleId), kind: CodeActionKind.QuickFix, preferred: false }];
}

function fixAll(template: Template, findings: readonly Finding[]): Offer[] {
  const fixed = fixTogether(template, findings);
  if (fixed.findings.length === 0) return [];
  return [{ ...fixed, title: words.fixAll, kind: fixAllKind, preferred: false }];
}

function silenceOf(template: Template, finding: Finding): Offer[] {
  const changes = suppressionChanges(template, finding.span, finding.rule.id);
  if (!changes?.length) return [];
  const title = silenceTitle(finding.rule.id);
  return [{ title, kind: CodeActionKind.QuickFix, changes, findings: [finding], preferred: false }];
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map((finding) => finding.rule.id))];
}

/** Offers that do the same under the same title become one, which mends the findings of all. */
function distinct(offers: readonly Offer[]): readonly Offer[] {
  const byContent = new Map<string, Offer>();
  for (const offer of offers) {
    const key = JSON.stringify([offer.title.en, offer.kind, offer.changes]);
    const there = byContent.get(key);
    byContent.set(key, there ? { ...there, findings: [...there.findings, ...offer.findings] } : offer);
  }
  return [...byContent.values()];
}

function action(
  document: TextDocument,
  { title, kind, changes, findings, preferred }: Offer,
  shown: readonly Diagnostic[],
  { language, snippets }: CodeActionContext,
): CodeAction {
  const diagnostics = shown.length > 0 ? findings.flatMap((each) => diagnosticOf(document, each, shown)) : [];
  return {
    title: title[language],
    kind,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(preferred ? { isPreferred: true } : {}),
    edit: {
      documentChanges: [
        {
          textDocument: { uri: document.uri, version: document.version },
          edits: changes.map((change) => textEdit(document, change, snippets)),
        },
      ],
    },
  };
}

/** The editor's own diagnostic for a finding, so that it knows what the fix mends. */
function diagnosticOf(document: TextDocument, finding: Finding, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start } = rangeOf(document, finding.span);
  const found = shown.find(
    (d) =>
      d.source === diagnosticSource &&
      d.code === finding.rule.id &&
      d.range.start.line === start.line &&
      d.range.start.character === start.character,
  );
  return found ? [found] : [];
}
