/** Where the source is of what a program wrote: for templates that CDK synthesized. */
import type { Location } from 'vscode-languageserver-types';
import type { Language } from '../text/localized.ts';

export interface MadeAt {
  /** The class of the construct. */
  readonly location: Location;
  /** The file as people know it, with its line: `lib/shop-stack.ts:12`. */
  readonly label: string;
}

/** A link to the construct, for the end of a hover. */
export function madeAtLink({ location, label }: MadeAt, language: Language): string {
  const { line, character } = location.range.start;
  const escaped = label.replace(/[\\[\]*_`<]/g, '\\$&');
  const text = { en: `Made in ${escaped}`, ja: `${escaped} で作成` }[language];
  return `[${text}](${location.uri}#L${line + 1},${character + 1})`;
}
