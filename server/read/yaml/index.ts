/** Reads CloudFormation and SAM templates in YAML. */
import type { Grammar } from '../grammar.ts';
import type { Reader } from '../reader.ts';
import { readTemplate } from '../template.ts';
import { yamlHeader, yamlOutline } from './outline.ts';
import { parseYaml } from './parse.ts';

const yamlGrammar: Grammar = {
  format: 'yaml',
  mayBeTemplate: (text) =>
    // Only at the start of a line, or in flow style: a template within another file's text is not one.
    (text.includes('AWSTemplateFormatVersion') &&
      /^[ \t{"']*AWSTemplateFormatVersion["']?[ \t]*:/m.test(text)) ||
    (text.includes('Resources') &&
      /::/.test(text) &&
      /Type["']?[ \t]*:[ \t]*["']?(?:AWS|Custom|Alexa)::/.test(text)) ||
    (text.includes('Transform') && text.includes('AWS::Serverless')),
  outline: yamlOutline,
  parseBlock: parseYaml,
  parseDocument: parseYaml,
  header: yamlHeader,
};

export const yamlReader: Reader = {
  load: () => Promise.resolve(),
  read: (source, previous, others) => readTemplate(yamlGrammar, source, previous, others),
  forget: () => {},
};
