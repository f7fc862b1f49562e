/** Reads CloudFormation and SAM templates in JSON, with or without comments. */

import type { Grammar } from '../grammar.ts';
import type { Reader } from '../reader.ts';
import { readTemplate } from '../template.ts';
import { jsonHeader, jsonOutline } from './outline.ts';
import { parseJson, parseJsonBlock } from './parse.ts';
import { skipSpace } from './scan.ts';

const jsonGrammar: Grammar = {
  format: 'json',
  mayBeTemplate: (text) =>
    text.charCodeAt(skipSpace(text, 0)) === 123 &&
    (text.includes('"AWSTemplateFormatVersion"') ||
      (text.includes('"Resources"') && /"Type"\s*:\s*"(?:AWS|Custom|Alexa)::/.test(text)) ||
      (text.includes('"Transform"') && text.includes('AWS::Serverless'))),
  outline: jsonOutline,
  parseBlock: parseJsonBlock,
  parseDocument: parseJson,
  header: jsonHeader,
};

export const jsonReader: Reader = {
  load: () => Promise.resolve(),
  read: (source, previous, others) => readTemplate(jsonGrammar, source, previous, others),
  forget: () => {},
};
