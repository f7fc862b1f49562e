/** `fix` of a rule block. */
import type { Resource } from '../model/template.ts';
import type { ListValue, MapValue, Value } from '../model/value.ts';
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
  const found = missing ? undefined : value;
  const { set } = fix;
  const edit = set === undefined ? removal(resource, found) : setting(resource, keysOf(path), found, set);
  if (!edit) return [];
  const decided = !hasPlaceholder(set);
  const last = [...path].reverse().find((step) => step !== 'items');
  return [
    {
      title: fix.title === undefined ? title(last?.key ?? at ?? '', set) : localized(fix.title),
      preferred: decided && fix.preferred === true,
      safe: decided && fix.safe === true,
      edits: [edit],
    },
  ];
}

function setting(
  resource: Resource,
  keys: readonly string[] | undefined,
  value: Value | undefined,
  to: Plain,
): Edit | undefined {
  if (value?.kind === 'scalar') return { kind: 'replace', resource, value, by: to };
  return keys ? { kind: 'set', resource, path: keys, to } : undefined;
}

/** Takes out the item that has the value; what would be empty then goes as a whole. */
function removal(resource: Resource, value: Value | undefined): Edit | undefined {
  const holders = value && holdersOf(resource.properties, value);
  if (!holders) return undefined;
  const list = holders.findLastIndex(({ within }) => within.kind === 'list');
  const from = list < 0 ? holders : holders.slice(0, list + 1);
  const kept = from.findLast(({ within }) => partsOf(within).length > 1);
  return kept && { kind: 'remove', resource, ...kept };
}

interface Holder {
  readonly within: MapValue | ListValue;
  readonly key: string;
}

/** The maps and lists that `value` is in, the outermost first. */
function holdersOf(holder: Value, value: Value): readonly Holder[] | undefined {
  if (holder.kind !== 'map' && holder.kind !== 'list') return undefined;
  for (const [key, part] of partsOf(holder)) {
    const own: Holder = { within: holder, key };
    if (part === value) return [own];
    const inner = holdersOf(part, value);
    if (inner) return [own, ...inner];
  }
  return undefined;
}

function partsOf(holder: MapValue | ListValue): readonly (readonly [key: string, part: Value])[] {
  if (holder.kind === 'map') return holder.entries.map(({ key, value }) => [key, value]);
  return holder.items.map((item, index) => [String(index), item]);
}

function title(property: string, to: Plain | undefined): Localized {
  if (to === undefined) return { en: `Remove ${property}`, ja: `${property} を削除する` };
  if (isPlaceholder(to)) {
    return { en: `Set ${property} (you choose the value)`, ja: `${property} を設定する(値は入力)` };
  }
  if (typeof to === 'object') return { en: `Set ${property}`, ja: `${property} を設定する` };
  return { en: `Set ${property} to ${to}`, ja: `${property} を ${to} にする` };
}

function hasPlaceholder(plain: Plain | undefined): boolean {
  if (typeof plain !== 'object' || plain === null) return false;
  return isPlaceholder(plain) || Object.values(plain).some((each: Plain) => hasPlaceholder(each));
}

function localized(text: NonNullable<NonNullable<RuleBlock['fix']>['title']>): Localized {
  return typeof text === 'string' ? untranslated(text) : text;
}
