/**
 * The rule language: a fenced `rule` block of a note → a `Rule`.
 *
 *     id: athena/no-scan-limit
 *     on: AWS::Athena::WorkGroup
 *     severity: information
 *     message: 'Workgroup "{name}" has no limit on the data that a query scans.'
 *     at: WorkGroupConfiguration.BytesScannedCutoffPerQuery
 *     must: { minimum: 10000000 }
 *     missing: fail
 *
 * The value at `at` must satisfy `must`; where it is missing, that is reported too, unless `missing: ignore`.
 * Without `at` the resource's properties as a whole must. `when` says to which resources the rule applies. What
 * is unknown is never reported. A block is data: it has no loops and no code, and its patterns run in linear time.
 */
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import type { Schema as AwsSchema } from '../aws/schema.ts';
import { coversType } from '../aws/typePattern.ts';
import type { Resource, Template } from '../model/template.ts';
import type { Value } from '../model/value.ts';
import { type Localized, untranslated } from '../text/localized.ts';
import { blockFix, fixProblem } from './blockFix.ts';
import { deepest, depth, isReadable, mostCharacters } from './blockLimits.ts';
import { unknownNames } from './blockNames.ts';
import {
  issueProblem,
  mostProblems,
  problem,
  type RuleProblem,
  valueSpan,
  yamlProblems,
} from './blockProblems.ts';
import { allOf, breaksWhen, valuesThatBreak, type When } from './claims.ts';
import { type Found, locate, type Path, parsePath } from './location.ts';
import { refersToResource, usersOf } from './references.ts';
import type { Report, Rule, SubjectName } from './rule.ts';
import { type RuleBlock, ruleBlock } from './ruleBlock.ts';
import { compileSchema, type Predicate } from './schema.ts';

export interface DeclareContext {
  /** The subject of the section that the block stands in; else the first part of the rule's id is its topic. */
  readonly subject?: SubjectName;
  /** Where it is given, names that AWS does not know are problems, too. */
  readonly schema?: AwsSchema;
}

export interface Declared {
  /** Undefined where the block has errors. */
  readonly rule: Rule | undefined;
  /** Spans count from the start of the block. */
  readonly problems: readonly RuleProblem[];
}

/**
 * The rule that the text of a `rule` block declares. Never throws. Brings parsers for YAML and regular
 * expressions with it, so import it only once there is a block.
 */
export function declareRule(source: string, context: DeclareContext): Declared {
  const rejected = (...problems: readonly RuleProblem[]): Declared => ({ rule: undefined, problems });
  if (source.length > mostCharacters) {
    return rejected(
      problem(
        { start: 0, end: source.length },
        { en: 'A rule block can have 16 KB at most.', ja: 'rule ブロックは 16 KB までです。' },
      ),
    );
  }
  if (!isReadable(source)) return rejected(tooDeep(source));
  try {
    const document = parseDocument(source, { prettyErrors: false, merge: false });
    const unreadable = yamlProblems(document, source);
    if (unreadable.length > 0) return rejected(...unreadable);
    const plain: unknown = document.toJS({ maxAliasCount: 0 });
    if (depth(plain) > deepest) return rejected(tooDeep(source));
    const parsed = v.safeParse(ruleBlock, plain);
    if (!parsed.success) {
      return rejected(
        ...parsed.issues.slice(0, mostProblems).map((issue) => issueProblem(issue, document, source)),
      );
    }
    const senseless = senselessAt(parsed.output);
    if (senseless) return rejected(problem(valueSpan(document, senseless.path, source), senseless.message));
    const problems = context.schema ? unknownNames(parsed.output, document, source, context.schema) : [];
    return { rule: toRule(parsed.output, context), problems };
  } catch (error) {
    // The parser runs out of stack on nesting that the size limit allows.
    if (error instanceof RangeError) return rejected(tooDeep(source));
    throw error;
  }
}

function tooDeep(source: string): RuleProblem {
  return problem(
    { start: 0, end: Math.max(1, source.length) },
    {
      en: `A rule block can be nested ${deepest} levels deep at most.`,
      ja: `rule ブロックの入れ子は ${deepest} 段までです。`,
    },
  );
}

/** Keys that have a good shape each and make no sense together. */
function senselessAt(block: RuleBlock): { path: readonly string[]; message: Localized } | undefined {
  if (block.must === undefined && (block.at === undefined || block.missing === 'ignore')) {
    return {
      path: ['id'],
      message: {
        en: 'This rule can never find anything: add "must", or "at" without "missing: ignore".',
        ja: 'このルールは何も検出しません。「must」を書くか、「missing: ignore」なしで「at」を書いてください。',
      },
    };
  }
  for (const key of ['missing', 'fix'] as const) {
    if (block[key] === undefined || block.at !== undefined) continue;
    return {
      path: [key],
      message: { en: `"${key}" needs "at".`, ja: `「${key}」には「at」が必要です。` },
    };
  }
  return fixProblem(block);
}

function toRule(block: RuleBlock, context: DeclareContext): Rule {
  const message = localized(block.message);
  const { subject = { topic: block.id.split('/')[0] ?? block.id } } = context;
  const applies = compileSchema(block.when ?? {});
  const find = finder(block);
  return {
    id: block.id,
    title: block.title === undefined ? withoutPlaceholders(message) : localized(block.title),
    severity: block.severity,
    subject,
    on: typeof block.on === 'string' ? [block.on] : block.on,
    ...(block.equivalents ? { equivalents: block.equivalents } : {}),
    check(resource, template) {
      if (applies(resource.properties, template) !== true) return [];
      const broken = find(resource, template);
      if (broken.length === 0) return [];
      const { unlessReferredBy } = block;
      if (unlessReferredBy && mayBeReferredBy(resource, template, unlessReferredBy)) return [];
      return broken.map(({ found, when, values }): Report => {
        const missing = found.value === undefined;
        return {
          message: filled(message, resource, values),
          span: found.span ?? resource.typeSpan,
          when,
          fixes: blockFix(block, resource, found.value, missing),
        };
      });
    },
  };
}

interface Broken {
  readonly found: Found;
  readonly when: When;
  /** What it may turn out to be that breaks the rule. */
  readonly values: readonly Value[];
}

function finder(block: RuleBlock): (resource: Resource, template: Template) => readonly Broken[] {
  const must = compileSchema(block.must ?? {});
  const missingFails = block.missing !== 'ignore';
  const path: Path | undefined = block.at === undefined ? undefined : parsePath(block.at);
  return (resource, template) => {
    const places: readonly Found[] = path
      ? locate(template, resource.properties, path)
      : [{ value: resource.properties, span: resource.typeSpan, when: [] }];
    return places.flatMap((found): Broken[] => {
      if (found.value === undefined) return missingFails ? [{ found, when: found.when, values: [] }] : [];
      const isBroken = (value: Value) =>
        value.kind === 'absent' ? missingFails : negated(must, value, template);
      const breaks = breaksWhen(template, found.value, isBroken);
      const when = allOf(found.when, breaks);
      return breaks && when
        ? [{ found, when, values: valuesThatBreak(template, found.value, isBroken, breaks) }]
        : [];
    });
  };
}

function negated(must: Predicate, value: Value, template: Template): boolean | undefined {
  const verdict = must(value, template);
  return verdict === undefined ? undefined : !verdict;
}

/** Whether something of this type refers to `resource`, or may do so by a name that is not a reference. */
function mayBeReferredBy(resource: Resource, template: Template, type: string): boolean {
  const candidates = [...template.resources.values()].filter((each) => coversType(type, each.type));
  if (candidates.length === 0) return false;
  const users = usersOf(template, resource);
  // A candidate that refers to no resource at all names what it means by text.
  return candidates.some((candidate) => users.includes(candidate) || !refersToResource(template, candidate));
}

function withoutPlaceholders({ en, ja }: Localized): Localized {
  const strip = (text: string) => text.replace(/\{(name|value)\}/g, '…');
  return { en: strip(en), ja: strip(ja) };
}

function localized(message: RuleBlock['message']): Localized {
  return typeof message === 'string' ? untranslated(message) : message;
}

/** More values than these are not listed. */
const mostValues = 3;

/** `{name}` stands for the resource's name, `{value}` for the value that was found, or those that it may have. */
function filled({ en, ja }: Localized, resource: Resource, values: readonly Value[]): Localized {
  const texts = new Set(values.flatMap((value) => (value.kind === 'scalar' ? [String(value.value)] : [])));
  const shown = [...texts].slice(0, mostValues);
  const fill = (text: string, or: string) =>
    text.replace(/\{(name|value)\}/g, (_, key: string) =>
      key === 'name' ? resource.name : shown.join(or) || '…',
    );
  return { en: fill(en, ' or '), ja: fill(ja, ' または ') };
}
