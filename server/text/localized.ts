/** The languages Kumonote speaks. */
export type Language = 'en' | 'ja';

/** One message in every language. */
export interface Localized {
  readonly en: string;
  readonly ja: string;
}

/** Text that is the same for every reader, such as a message in a user's own rule. */
export function untranslated(text: string): Localized {
  return { en: text, ja: text };
}
