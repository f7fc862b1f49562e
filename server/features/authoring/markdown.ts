/** How keywords and properties are explained, in completion and in hovers. */
import type { SchemaProperty } from '../../aws/schema.ts';
import type { Language, Localized } from '../../text/localized.ts';
import type { KeywordText } from './keywordTexts.ts';

/** More values than these say less than none. */
const mostValues = 20;

/** What a keyword does, and an example. */
export function keywordMarkdown({ what, example }: KeywordText, language: Language): string {
  return `${what[language]}\n\n\`\`\`yaml\n${example}\n\`\`\``;
}

const required: Localized = { en: 'Required.', ja: '必須です。' };
const allowed: Localized = { en: 'Allowed values', ja: '使える値' };

/** AWS's line on a property, and its values. */
export function propertyMarkdown(property: SchemaProperty, language: Language): string {
  const { description, values } = property;
  return [
    description,
    values && values.length <= mostValues
      ? `${allowed[language]}: ${values.map((value) => `\`${value}\``).join(', ')}`
      : '',
    property.required ? required[language] : '',
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}
