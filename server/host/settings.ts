import type { Severity } from '../rules/rule.ts';
import type { Language } from '../text/localized.ts';

/** The section `kumonote` of the editor's settings, checked. */
export interface Settings {
  /** Files, folders and glob patterns of notes, relative to a workspace folder or absolute. */
  readonly notes: readonly string[];
  /** Whether what comes with Kumonote on a topic is used, its rules included; on for topics that are not named. */
  readonly bundledNotes: BundledNotes;
  readonly language: Language;
  /** Instead of a rule's own severity, by rule ID. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** All, none, or all but the topics that are `false`. */
export type BundledNotes = boolean | Readonly<Record<string, boolean>>;

export const defaultNotes: readonly string[] = ['notes/**/*.md', 'docs/**/*.md', '.kumonote/**/*.md'];

const severities = new Set(['error', 'warning', 'information', 'hint', 'off']);

/**
 * What an editor sends, made safe: anything that is not of the expected shape counts as not set.
 * @param displayLanguage the editor's own language, `ja` or `en-US`, for `kumonote.language: auto`; `en` where it is
 * no text
 */
export function settingsFrom(sent: unknown, displayLanguage: unknown): Settings {
  const given = isRecord(sent) ? sent : {};
  const rules: Record<string, Severity | 'off'> = {};
  for (const [id, severity] of Object.entries(isRecord(given.rules) ? given.rules : {})) {
    if (typeof severity === 'string' && severities.has(severity)) rules[id] = severity as Severity | 'off';
  }
  return {
    notes: textsIn(given.notes) ?? defaultNotes,
    bundledNotes: bundledFrom(given.bundledNotes),
    language: languageFrom(given.language, displayLanguage),
    rules,
  };
}

/** Whether `setting` leaves a topic on. */
export function isTopicOn(setting: BundledNotes, topic: string): boolean {
  return typeof setting === 'boolean' ? setting : setting[topic] !== false;
}

/** The language that a terminal is set to, as POSIX says it: `ja_JP.UTF-8`. */
export function environmentLanguage(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
}

function languageFrom(chosen: unknown, displayLanguage: unknown): Language {
  if (chosen === 'ja' || chosen === 'en') return chosen;
  return typeof displayLanguage === 'string' && /^ja(?![a-z])/i.test(displayLanguage) ? 'ja' : 'en';
}

function bundledFrom(value: unknown): BundledNotes {
  if (typeof value === 'boolean') return value;
  if (!isRecord(value)) return true;
  const given = Object.entries(value);
  return Object.fromEntries(
    given.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a list; a single text is a list of one. */
function textsIn(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
