/** The report for programs. */
import type { Severity } from '../rules/rule.ts';
import type { CheckedFile, ReportContext } from './checkedFile.ts';
import { positionsIn } from './position.ts';

/** One finding. Lines and columns count from 1, columns in UTF-16 code units; the end is just after the last one. */
export interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The logical ID or construct ID. */
  readonly resource: string;
  /** The title of the note that gives the reason; null where there is none. */
  readonly note: string | null;
}

/** `{ "findings": [ … ] }` with everything that was found in `files`. */
export function jsonReport(files: readonly CheckedFile[], context: ReportContext): string {
  const findings = files.flatMap(({ path, text, findings }): JsonFinding[] => {
    const positionAt = positionsIn(text);
    return findings.map((finding) => {
      const start = positionAt(finding.span.start);
      const end = positionAt(finding.span.end);
      return {
        file: path,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        rule: finding.rule.id,
        severity: finding.severity,
        message: finding.message[context.language],
        resource: finding.resource.name,
        note: context.noteTitle(finding) ?? null,
      };
    });
  });
  return JSON.stringify({ findings }, undefined, 2);
}
