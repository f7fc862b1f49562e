/** The report for people. */
import type { Finding, Severity } from '../rules/rule.ts';
import type { Localized } from '../text/localized.ts';
import type { CheckedFile, ReportContext } from './checkedFile.ts';
import { positionsIn } from './position.ts';
import { snippet } from './snippet.ts';

const severityNames: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'information', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
};

/** ANSI colours: red, yellow, blue, cyan. */
const colorCodes: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 36 };

/**
 * Everything that was found in `files`, each with its line, and a closing line that counts:
 *
 *     stacks/web.yaml:12:11: warning: Access logs are off … [elb/access-logs-disabled]
 *         Type: AWS::ElasticLoadBalancingV2::LoadBalancer
 *               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *         Note: Elastic Load Balancing
 */
export function textReport(files: readonly CheckedFile[], context: ReportContext): string {
  const blocks = files.flatMap((file) => {
    const positionAt = positionsIn(file.text);
    return file.findings.map((finding) => {
      const { line, column } = positionAt(finding.span.start);
      return block(`${file.path}:${line}:${column}`, finding, file.text, context);
    });
  });
  return [...blocks, summary(files, context)].join('\n\n');
}

function block(place: string, finding: Finding, text: string, context: ReportContext): string {
  const { language } = context;
  const color = (code: number, part: string) => (context.colors ? `\u001B[${code}m${part}\u001B[0m` : part);
  const severity = color(colorCodes[finding.severity], severityNames[finding.severity][language]);
  const { line, carets } = snippet(text, finding.span);
  const note = context.noteTitle(finding);
  return [
    `${color(1, place)}: ${severity}: ${finding.message[language]} ${color(2, `[${finding.rule.id}]`)}`,
    `    ${line}`,
    `    ${color(colorCodes[finding.severity], carets)}`,
    ...(note === undefined ? [] : [`    ${language === 'ja' ? 'ノート' : 'Note'}: ${note}`]),
  ].join('\n');
}

function summary(files: readonly CheckedFile[], { language }: ReportContext): string {
  const all = files.flatMap((file) => file.findings);
  const checked = count(files.length, 'file', '個のファイル', language);
  if (all.length === 0) {
    return language === 'ja'
      ? `${checked}を確認しました。指摘はありません。`
      : `Checked ${checked}; nothing found.`;
  }
  const parts = (Object.keys(severityNames) as Severity[]).flatMap((severity) => {
    const number = all.filter((finding) => finding.severity === severity).length;
    if (number === 0) return [];
    const name = severityNames[severity];
    if (language === 'ja') return [`${name.ja} ${number} 件`];
    return [severity === 'information' ? `${number} information` : count(number, name.en, '', 'en')];
  });
  return language === 'ja'
    ? `${checked}を確認しました。${parts.join('、')}。`
    : `Checked ${checked}: ${parts.join(', ')}.`;
}

function count(number: number, en: string, ja: string, language: 'en' | 'ja'): string {
  if (language === 'ja') return `${number} ${ja}`;
  return `${number} ${en}${number === 1 ? '' : 's'}`;
}
