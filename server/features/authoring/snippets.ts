/** What completion writes for a keyword: the shape of its value, with stops where the author goes on. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Takes } from '../../rules/blockGrammar.ts';
import type { Language, Localized } from '../../text/localized.ts';

/** Text as it is in a snippet, where `$`, `}` and `\` mean something. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Text that some reader of YAML takes for something else. */
const word = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A value as YAML that may stand in braces, too; text stays text (`"3.0"`). */
export function flowScalar(value: string | number | boolean): string {
  const text = String(value);
  const isPlain = /^[A-Za-z_/](?:[\w./:-]*[\w./-])?$/.test(text) && !word.test(text);
  return typeof value !== 'string' || isPlain ? text : JSON.stringify(text);
}

/** An empty value as a snippet; flow style, for it may stand anywhere. */
export function emptyValue(keyword: string, takes: Takes): string {
  if (keyword === 'id') return 'team/${1:name}';
  if (keyword === 'set') return '$1';
  switch (takes) {
    case 'schema':
    case 'properties':
      return '{ $1 }';
    case 'schemas':
      return '[{ $1 }]';
    case 'values':
    case 'propertyNames':
    case 'texts':
      return '[$1]';
    case 'fix':
      return '{ set: $1 }';
    case 'message':
    case 'text':
      return '"$1"';
    case 'pattern':
      return "'$1'";
    case 'boolean':
      return 'true';
    default:
      return '$1';
  }
}

const message: Localized = {
  en: 'What is wrong, why it matters, what to do.',
  ja: '何が問題で、なぜ困り、どうすればよいか。',
};

const whole: Localized = { en: 'A whole rule', ja: 'ルール全体' };

/** A whole rule, offered in an empty block. */
export function blockSkeleton(language: Language) {
  return {
    label: 'rule',
    kind: CompletionItemKind.Snippet,
    detail: whole[language],
    again: false,
    snippet: [
      'id: team/${1:name}',
      'on: ${2:AWS::Service::Type}',
      'severity: ${3|warning,error,information,hint|}',
      `message: "\${4:${message[language]}}"`,
      'at: ${5:Property}',
      'must: { ${6:const: value} }',
    ].join('\n'),
  };
}
