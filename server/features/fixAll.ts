/** Many fixes at once: those that leave the user nothing to decide. */
import type { Template } from '../model/template.ts';
import type { Finding } from '../rules/rule.ts';
import { write } from '../write/index.ts';
import type { TextChange } from '../write/writer.ts';

export interface FixedTogether {
  /** The findings that are mended. */
  readonly findings: readonly Finding[];
  /** In the order of the text, none touching another. */
  readonly changes: readonly TextChange[];
}

/**
 * The safe fixes of `findings` (in the order of the text) together. Where two want to change the same text, the
 * first one wins and the other is left for another time; a fix is made whole or not at all.
 */
export function fixTogether(template: Template, findings: readonly Finding[]): FixedTogether {
  const fixed: Finding[] = [];
  const changes: TextChange[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((each) => each.safe);
    const wanted = fix && write(template, fix.edits);
    if (!wanted) continue;
    const fresh = wanted.filter((change) => !changes.some((made) => isSame(made, change)));
    if (fresh.some((change) => changes.some((made) => touches(made, change)))) continue;
    changes.push(...fresh);
    fixed.push(finding);
  }
  return { findings: fixed, changes: changes.sort((a, b) => a.span.start - b.span.start) };
}

function touches({ span: a }: TextChange, { span: b }: TextChange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isSame(a: TextChange, b: TextChange): boolean {
  return (
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    JSON.stringify(a.pieces) === JSON.stringify(b.pieces)
  );
}
