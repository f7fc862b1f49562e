import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Problem } from '../model/template.ts';
import type { Book } from '../notes/book.ts';
import type { NoteProblem } from '../notes/note.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Language, Localized } from '../text/localized.ts';
import type { MadeAt } from './madeAt.ts';
import type { NoteLink } from './noteLinks.ts';
import { rangeOf } from './positions.ts';
import { reasonFor } from './reason.ts';

/** Names Kumonote in the Problems view, beside other linters. */
export const diagnosticSource = 'kumonote';

const severityOf: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticsContext {
  readonly book: Book;
  readonly language: Language;
  readonly noteLink: NoteLink;
}

/** Where the resource of a finding was made, and whether the same was found there. */
export interface FindingSource extends MadeAt {
  readonly reported: boolean;
}

const madeHere: Localized = { en: 'The construct that makes it', ja: '作成元のコンストラクト' };

/** What the rules found, as the editor shows it: the rule's ID opens the note that gives the reason. */
export function findingDiagnostics(
  document: TextDocument,
  findings: readonly Finding[],
  { book, language, noteLink }: DiagnosticsContext,
  sources: ReadonlyMap<Finding, FindingSource> = new Map(),
): Diagnostic[] {
  const links = new Map<string, string | undefined>();
  return findings.map((finding) => {
    const { id } = finding.rule;
    if (!links.has(id)) {
      const reason = reasonFor(finding.rule, book, language);
      links.set(id, reason && noteLink(reason.note.uri, reason.section.slug));
    }
    const href = links.get(id);
    const source = sources.get(finding);
    const diagnostic: Diagnostic = {
      range: rangeOf(document, finding.span),
      // Hints stay out of the list of problems: there, the same finding stands with its source.
      severity: source?.reported ? DiagnosticSeverity.Hint : severityOf[finding.severity],
      source: diagnosticSource,
      code: id,
      message: finding.message[language],
    };
    if (href !== undefined) diagnostic.codeDescription = { href };
    const related = finding.related.map(({ span, file, message }) => {
      const place = file ? TextDocument.create(file.uri, '', 0, file.text) : document;
      return {
        location: { uri: place.uri, range: rangeOf(place, span) },
        message: message[language],
      };
    });
    if (source) related.unshift({ location: source.location, message: madeHere[language] });
    if (related.length > 0) diagnostic.relatedInformation = related;
    return diagnostic;
  });
}

/** What is wrong with the text itself: a template that cannot be read, a rule block that is not right. */
export function problemDiagnostics(
  document: TextDocument,
  problems: readonly (Problem | NoteProblem)[],
  language: Language,
): Diagnostic[] {
  return problems.map((problem) => ({
    range: rangeOf(document, problem.span),
    severity: severityOf[problem.severity],
    source: diagnosticSource,
    message: problem.message[language],
  }));
}
