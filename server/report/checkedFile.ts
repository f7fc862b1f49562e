/** What a report is made of. */
import type { Finding } from '../rules/rule.ts';
import type { Language } from '../text/localized.ts';

/** A file that was checked, with what was found in it, in the order of the text. */
export interface CheckedFile {
  /** As the reader of the report should see it. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export interface ReportContext {
  readonly language: Language;
  /** The title of the note that explains a finding. */
  noteTitle(finding: Finding): string | undefined;
  /** Whether the report may hold ANSI colours. */
  readonly colors: boolean;
}
