/** The rules that notes declare, and which of them counts where several claim one ID. */
import type { Note, NoteProblem } from '../notes/note.ts';
import { builtinRules } from '../rules/builtin/index.ts';
import type { Rule, SubjectName } from '../rules/rule.ts';
import { type Span, shift } from '../text/span.ts';

export interface DeclaredRule {
  readonly rule: Rule;
  /** Its block in the note. */
  readonly span: Span;
}

/**
 * The rules in a note's blocks; a block that is wrong gives problems, and the others work all the same.
 * @param before what the note declared before it was edited: while a block is half-typed, its rule goes on as it was
 */
export async function rulesIn(
  note: Note,
  before: readonly DeclaredRule[] = [],
): Promise<{ readonly declared: readonly DeclaredRule[]; readonly problems: readonly NoteProblem[] }> {
  const declared: DeclaredRule[] = [];
  const problems: NoteProblem[] = [];
  if (note.ruleBlocks.length === 0) return { declared, problems };
  const { declareRule } = await import('../rules/declare.ts');
  for (const { source, span, section } of note.ruleBlocks) {
    const subject = subjectOf(note, section);
    const block = declareRule(source, subject ? { subject } : {});
    for (const problem of block.problems) {
      problems.push({ ...problem, span: shift(problem.span, span.start) });
    }
    if (!block.rule) {
      const kept = before.find(({ rule }) => rule.id === idIn(source));
      if (kept) declared.push({ rule: kept.rule, span });
      continue;
    }
    const slug = note.sections[section]?.slug ?? '';
    declared.push({ rule: { ...block.rule, declaredIn: { uri: note.uri, slug } }, span });
  }
  return { declared, problems };
}

/**
 * All rules that count: those of Kumonote that are in use, and those of `notes`, the first where several have one ID.
 * @returns with the problems of the blocks that are left out, by the note's address
 */
export function rulesThatCount(
  notes: Iterable<{ readonly note: Note; readonly declared: readonly DeclaredRule[] }>,
  builtin: readonly Rule[] = builtinRules,
): { readonly rules: readonly Rule[]; readonly conflicts: ReadonlyMap<string, readonly NoteProblem[]> } {
  const rules = [...builtin];
  const owners = new Map(rules.map((rule) => [rule.id, 'Kumonote']));
  const conflicts = new Map<string, NoteProblem[]>();
  for (const { note, declared } of notes) {
    for (const { rule, span } of declared) {
      const owner = owners.get(rule.id);
      if (owner === undefined) {
        owners.set(rule.id, note.title);
        rules.push(rule);
      } else {
        const problems = conflicts.get(note.uri) ?? [];
        conflicts.set(note.uri, [...problems, conflict(rule.id, owner, span)]);
      }
    }
  }
  return { rules, conflicts };
}

function conflict(id: string, owner: string, span: Span): NoteProblem {
  return {
    span,
    severity: 'warning',
    message: {
      en: `The rule ID "${id}" is already used in "${owner}"; this block is ignored. Give it another ID.`,
      ja: `ルール ID「${id}」は「${owner}」で使われているため、このブロックは無視されます。別の ID を付けてください。`,
    },
  };
}

/** The ID that a block gives its rule, as far as that can be told of a block that is no YAML yet. */
function idIn(source: string): string | undefined {
  return /^id:[ \t]*(["']?)([^\s"'#]+)\1[ \t]*$/m.exec(source)?.[2];
}

/** The topic of the section, or of the nearest one around it that has one. */
function subjectOf(note: Note, index: number): SubjectName | undefined {
  for (let at: number | undefined = index; at !== undefined; at = note.sections[at]?.parent) {
    for (const subject of note.sections[at]?.subjects ?? []) {
      if (subject.kind !== 'topic') continue;
      return subject.aspect === undefined
        ? { topic: subject.topic }
        : { topic: subject.topic, aspect: subject.aspect };
    }
  }
  return undefined;
}
