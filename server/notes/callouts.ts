/** Callouts: quotes that begin with `[!NOTE]`, as GitHub and Obsidian have them. */

export interface Callout {
  /** One of the kinds that have a look of their own. */
  readonly kind: CalloutKind;
  readonly title: string;
  /** Whether it folds: `closed` and `open` say how it is shown first. */
  readonly fold: 'closed' | 'open' | undefined;
}

export const calloutKinds = [
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'success',
  'question',
] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** The names of Obsidian that look like one of the kinds; any other looks like a note. */
const kindsByName: Readonly<Record<string, CalloutKind>> = {
  tip: 'tip',
  hint: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  bug: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  success: 'success',
  check: 'success',
  done: 'success',
  question: 'question',
  help: 'question',
  faq: 'question',
};

const marker = /^\[!([a-z][\w-]{0,40})(?:\|[^\]\n]{0,100})?\]([+-]?)[ \t]*([^\n]*)/i;

/** The callout that the text of a quote begins with, and what of the text is its mark. */
export function calloutOf(text: string): { readonly callout: Callout; readonly length: number } | undefined {
  const [whole, name = '', sign, title = ''] = marker.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const callout: Callout = {
    kind: kindsByName[name.toLowerCase()] ?? 'note',
    title: title.trim() || name[0]?.toUpperCase() + name.slice(1).toLowerCase(),
    fold: sign === '-' ? 'closed' : sign === '+' ? 'open' : undefined,
  };
  return { callout, length: whole.length };
}
