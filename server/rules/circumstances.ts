/** Findings that hold only under some circumstances: less severe, and the message says when. */
import type { Assumption } from '../model/value.ts';
import type { Localized } from '../text/localized.ts';
import type { Severity } from './rule.ts';

const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** One level less severe; a hint stays a hint. */
export function lower(severity: Severity): Severity {
  return severities[severities.indexOf(severity) - 1] ?? 'hint';
}

/** The less severe of two. */
export function lesser(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) < severities.indexOf(b) ? a : b;
}

/** `message` with the circumstances at its end: "… (when Production is false)". */
export function withCircumstances(
  message: Localized,
  when: readonly Assumption[],
  certain: boolean,
): Localized {
  const en = when.map(inEnglish);
  const ja = when.map(inJapanese);
  if (when.length === 0 && !certain) {
    en.push('unless other code changes it');
    ja.push('ほかのコードが変更していない場合');
  }
  if (en.length === 0) return message;
  return {
    en: `${message.en} (${[...new Set(en)].join(', ')})`,
    ja: `${message.ja}(${[...new Set(ja)].join('、')})`,
  };
}

function inEnglish(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'condition':
      return `when ${assumption.name} is ${assumption.holds}`;
    case 'default':
      return 'by default';
    case 'allowed':
      return `for a value that parameter ${assumption.parameter} allows`;
  }
}

function inJapanese(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'condition':
      return `${assumption.name} が${assumption.holds ? '真' : '偽'}の場合`;
    case 'default':
      return '既定値の場合';
    case 'allowed':
      return `パラメーター ${assumption.parameter} が許す値の場合`;
  }
}
