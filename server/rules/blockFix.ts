/** `fix` of a rule block. */
import type { Resource } from '../model/template.ts';
import type { Value } from '../model/value.ts';
import { type Localized, untranslated } from '../text/localized.ts';
import { keysOf, parsePath } from './location.ts';
import { isPlaceholder, type Plain } from './plain.ts';
import type { Edit, Fix } from './rule.ts';
import type { RuleBlock } from './ruleBlock.ts';

/** What makes no sense about a fix. */
export function fixProblem({ fix }: RuleBlock): { path: readonly string[]; message: Localized } | undefined {
  if (!fix?.safe || !hasPlaceholder(fix.set)) return undefined;
  return {
    path: ['fix', 'safe'],
    message: {
      en: 'A fix with a placeholder leaves a decision to the user, so it cannot be safe.',
      ja: 'placeholder のある修正は利用者の判断が必要なため、safe にできません。',
    },
  };
}

/** The fix for the place that was found, or none where an edit cannot name it. */
export function blockFix(
  { at, fix }: RuleBlock,
  resource: Resource,
  value: Value | undefined,
  missing: boolean,
): readonly Fix[] {
  const path = at === undefined ? undefined : parsePath(at);
  if (!fix || !path) return [];
  const keys = keysOf(path);
  const edit = editFor(resource, keys, missing ? undefined : value, fix.set);
  if (!edit) return [];
  const decided = !hasPlaceholder(fix.set);
  const last = [...path].reverse().find((step) => step !== 'items');
  return [
    {
      title: fix.title === undefined ? title(last?.key ?? at ?? '', fix.set) : localized(fix.title),
      preferred: decided && fix.preferred === true,
      safe: decided && fix.safe === true,
      edits: [edit],
    },
  ];
}

function editFor(
  resource: Resource,
  keys: readonly string[] | undefined,
  value: Value | undefined,
  to: Plain,
): Edit | undefined {
  if (value?.kind === 'scalar') return { kind: 'replace', resource, value, by: to };
  return keys ? { kind: 'set', resource, path: keys, to } : undefined;
}

function title(property: string, to: Plain): Localized {
  if (isPlaceholder(to)) {
    return { en: `Set ${property} (you choose the value)`, ja: `${property} を設定する(値は入力)` };
  }
  if (typeof to === 'object') return { en: `Set ${property}`, ja: `${property} を設定する` };
  return { en: `Set ${property} to ${to}`, ja: `${property} を ${to} にする` };
}

function hasPlaceholder(plain: Plain): boolean {
  if (typeof plain !== 'object' || plain === null) return false;
  return isPlaceholder(plain) || Object.values(plain).some((each: Plain) => hasPlaceholder(each));
}

function localized(text: NonNullable<NonNullable<RuleBlock['fix']>['title']>): Localized {
  return typeof text === 'string' ? untranslated(text) : text;
}
