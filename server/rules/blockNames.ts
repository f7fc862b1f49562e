/** What a rule block calls by a name that AWS does not have: resource types, properties and values. */
import { type Document, isScalar } from 'yaml';
import { membersOf, typesCovered } from '../aws/members.ts';
import type { Schema } from '../aws/schema.ts';
import { coversType } from '../aws/typePattern.ts';
import type { Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import { suggestionFor } from '../text/suggestion.ts';
import { type BlockPosition, below, type Step, startOfBlock, typesOn } from './blockGrammar.ts';
import { keySpan, mostProblems, type RuleProblem, valueSpan } from './blockProblems.ts';
import { parsePath } from './location.ts';
import type { RuleBlock } from './ruleBlock.ts';

/**
 * The names in `block` that the schema does not know. The rule works all the same: AWS may have something that our
 * schema is too old for.
 */
export function unknownNames(
  block: RuleBlock,
  document: Document,
  source: string,
  schema: Schema,
): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const types = typesCovered(typesOn(block.on), schema);
  const report = (span: Span, severity: RuleProblem['severity'], message: Localized): void => {
    if (problems.length < mostProblems) problems.push({ span, severity, message });
  };

  function checkName(about: readonly string[], name: string, span: Span): void {
    if (!areSpecified(schema, types, about)) return;
    const members = membersOf(schema, types, about);
    if (members.has(name)) return;
    const owner = about.length > 0 ? about.join('.') : types.join(', ');
    report(span, 'warning', noProperty(owner, name, suggestionFor(name, [...members.keys()])));
  }

  function checkPath(written: string, span: Span): void {
    const about: string[] = [];
    let offset = 0;
    for (const segment of written.split('.')) {
      const [name = ''] = segment.split('[');
      const here = { start: span.start + offset, end: span.start + offset + name.length };
      const found = problems.length;
      checkName(about, name, here);
      if (problems.length > found) return;
      about.push(name);
      offset += segment.length + 1;
      const isLast = offset > written.length;
      const property = types.length === 1 ? schema.property(types[0] ?? '', about) : undefined;
      if (!property || property.open) continue;
      const isList = property.type.startsWith('List of ');
      const hasMarker = segment.endsWith('[*]');
      if (isList && !hasMarker && !isLast) report(here, 'warning', isAList(name));
      if (!isList && hasMarker && property.type !== 'Json')
        report(here, 'warning', isNoList(name, property.type));
    }
  }

  function checkValue(about: readonly string[], value: unknown, span: Span): void {
    if (typeof value === 'object' || types.length === 0) return;
    const allowed = types.map((type) => schema.property(type, about)?.values);
    if (allowed.some((values) => values === undefined)) return;
    const values = [...new Set(allowed.flatMap((each) => each ?? []))];
    if (values.includes(String(value))) return;
    report(
      span,
      'information',
      noValue(about.at(-1) ?? '', String(value), suggestionFor(String(value), values)),
    );
  }

  function checkType(type: string, span: Span): void {
    // Of SAM's types the schema has some only.
    if (!/^AWS::(?!CDK::|Serverless::)/.test(type) || type.endsWith('::MODULE')) return;
    if (schema.types().some((each) => coversType(type, each))) return;
    report(span, 'warning', noType(type, suggestionFor(type, schema.types())));
  }

  function visit(value: unknown, path: readonly Step[], position: BlockPosition): void {
    const { takes, about } = position;
    const span = () => valueSpan(document, path, source);
    const isText = typeof value === 'string';
    if (isText && (takes === 'resourceType' || takes === 'resourceTypes')) checkType(value, span());
    if (isText && takes === 'path' && parsePath(value)) checkPath(value, inside(document, path, span()));
    if (isText && takes === 'propertyName' && about) checkName(about, value, span());
    if ((takes === 'value' || takes === 'plain') && about && about.length > 0)
      checkValue(about, value, span());
    if (typeof value !== 'object' || value === null || isPlaceholder(value)) return;
    const steps: readonly Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    for (const step of steps) {
      const under = [...path, step];
      if ((takes === 'properties' || takes === 'plain') && typeof step === 'string' && about) {
        checkName(about, step, keySpan(document, under, source));
      }
      const next = below(position, step, block.at);
      if (next) visit((value as Record<Step, unknown>)[step], under, next);
    }
  }

  visit(block, [], startOfBlock);
  return problems;
}

/** Whether all that may stand below `path` is known, in each of `types`. */
function areSpecified(schema: Schema, types: readonly string[], path: readonly string[]): boolean {
  return types.length > 0 && types.every((type) => schema.members(type, path)?.complete === true);
}

function isPlaceholder(value: object): boolean {
  return 'placeholder' in value;
}

/** The text of a scalar without its quotes. */
function inside(document: Document, path: readonly Step[], span: Span): Span {
  const node = document.getIn(path, true);
  const quote = isScalar(node) && node.type !== 'PLAIN' ? 1 : 0;
  return { start: span.start + quote, end: span.end - quote };
}

const didYouMean = (suggestion: string | undefined): Localized =>
  suggestion === undefined
    ? { en: '', ja: '' }
    : { en: ` Did you mean "${suggestion}"?`, ja: `「${suggestion}」のことですか?` };

function noType(type: string, suggestion: string | undefined): Localized {
  const { en, ja } = didYouMean(suggestion);
  return {
    en: `AWS has no resource type "${type}", so this rule finds nothing.${en}`,
    ja: `リソースタイプ「${type}」はないため、このルールは何も検出しません。${ja}`,
  };
}

function noProperty(owner: string, name: string, suggestion: string | undefined): Localized {
  const { en, ja } = didYouMean(suggestion);
  return {
    en: `${owner} has no property "${name}".${en}`,
    ja: `${owner} にプロパティ「${name}」はありません。${ja}`,
  };
}

function noValue(name: string, value: string, suggestion: string | undefined): Localized {
  const { en, ja } = didYouMean(suggestion);
  return {
    en: `"${value}" is not among the values that AWS specifies for ${name}.${en}`,
    ja: `「${value}」は、AWS が定める ${name} の値にありません。${ja}`,
  };
}

function isAList(name: string): Localized {
  return {
    en: `${name} is a list. Write "${name}[*]" for each of its items.`,
    ja: `${name} はリストです。各要素を指すには「${name}[*]」と書いてください。`,
  };
}

function isNoList(name: string, type: string): Localized {
  return {
    en: `${name} is no list (AWS: ${type}), so this rule finds nothing. Leave out "[*]".`,
    ja: `${name} はリストではない(AWS の型: ${type})ため、このルールは何も検出しません。「[*]」を外してください。`,
  };
}
