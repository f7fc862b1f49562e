/**
 * Where the user has silenced a rule: in a comment, in `Metadata`, or for another tool that makes the same
 * check.
 *
 *     # kumonote-disable-next-line elb/access-logs-disabled, ebs/hdd-volume
 *     VolumeType: st1 # kumonote-disable-line ebs/hdd-volume
 *     # kumonote-disable-file nat-gateway/single-az
 *
 * A comment just above a resource speaks of the whole resource. Without ids every rule is meant.
 */
import { absoluteSpan, type Resource, type Template, writtenResources } from '../model/template.ts';
import { get, getPath, type MapValue, type Value, walk } from '../model/value.ts';
import { contains, type Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

type IsSuppressed = (rule: Rule, resource: Resource, span: Span) => boolean;

/** Tells of a finding in `template` whether the user has silenced it. `span` counts from the file's start. */
export function suppressions(template: Template): IsSuppressed {
  const comments = commentsIn(template.text);
  const wholeFile = new Set([
    ...comments.file,
    ...texts(getPath(template.metadata ?? none, 'kumonote.disable')),
  ]);
  const onLine = (offset: number, id: string): boolean =>
    silences(comments.lines.get(lineStart(template.text, offset)), id);
  return (rule, resource, span) =>
    silences(wholeFile, rule.id) ||
    // Looking for the start of a line takes long where a whole file is one.
    (comments.lines.size > 0 && placesOf(resource, span).some((offset) => onLine(offset, rule.id))) ||
    inMetadata(rule, resource) ||
    inCheckovComment(rule, resource);
}

/** The offsets in whose lines, or above them, a comment speaks of what was found at `span`. */
function placesOf(resource: Resource, span: Span): readonly number[] {
  const [whole, name] = [resource.span, resource.nameSpan].map((each) => absoluteSpan(resource, each).start);
  return [span.start, whole, name].filter((offset) => offset !== undefined);
}

const none: MapValue = { kind: 'map', span: { start: 0, end: 0 }, entries: [], open: false };
const everyRule = '*';

function silences(ids: ReadonlySet<string> | undefined, id: string): boolean {
  return ids !== undefined && (ids.has(id) || ids.has(everyRule));
}

interface Comments {
  /** By the offset at which the silenced line starts. */
  readonly lines: ReadonlyMap<number, ReadonlySet<string>>;
  readonly file: ReadonlySet<string>;
}

const marker = 'kumonote-disable-';
const directive =
  /(?:#|\/\/|\/\*)[ \t]*kumonote-disable-(next-line|line|file)\b(?:[ \t]+([\w./-]+(?:[ \t]*,[ \t]*[\w./-]+)*))?/y;
const commentOnly = /[ \t]*(?:#|\/\/|\/\*|\*)/y;

function commentsIn(text: string): Comments {
  const lines = new Map<number, Set<string>>();
  const file = new Set<string>();
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const start = lineStart(text, at);
    directive.lastIndex = commentStart(text, start, at);
    const match = directive.exec(text);
    if (!match) continue;
    // "-- because" is a reason, not an id.
    const ids = match[2]
      ?.split(',')
      .map((id) => id.trim())
      .filter((id) => !id.startsWith('-'));
    const meant = ids?.length ? ids : [everyRule];
    if (match[1] === 'file') {
      for (const id of meant) file.add(id);
      continue;
    }
    const line = match[1] === 'line' ? start : nextCodeLine(text, at);
    const known = lines.get(line) ?? new Set();
    for (const id of meant) known.add(id);
    lines.set(line, known);
  }
  return { lines, file };
}

/** The kinds of comments that silence rules. */
export const directives = [`${marker}next-line`, `${marker}line`, `${marker}file`] as const;
export type Directive = (typeof directives)[number];

/** Ids of rules to be silenced, while they are typed. */
export interface TypedIds {
  /** Ids that stand before the cursor already. */
  readonly ids: readonly string[];
  /** The id that the cursor is in; empty where none was begun. */
  readonly word: Span;
}

/** A comment that silences rules, while it is typed. */
export interface TypedDirective extends TypedIds {
  readonly directive: Directive;
}

/** `kumonote.disable` in `Metadata`, while it is typed. */
export interface TypedMetadata extends TypedIds {
  /** What has to stand around an id: quotes in JSON, where they were not begun. */
  readonly quote: string;
}

/** So far before the cursor the comment, or the list in `Metadata`, begins. */
const longestTyped = 1000;
const typed =
  /(?:#|\/\/|\/\*)[ \t]*(kumonote-disable-(?:next-line|line|file))[ \t]+((?:[\w./-]+[ \t]*,[ \t]*)*)((?!-)[\w./-]*)$/;

/** The comment whose ids go on at `offset`; undefined where there is none. */
export function directiveAt(text: string, offset: number): TypedDirective | undefined {
  const before = text.slice(Math.max(lineStart(text, offset), offset - longestTyped), offset);
  const [, directive, ids = '', begun = ''] = typed.exec(before) ?? [];
  const known = directives.find((each) => each === directive);
  if (!known) return undefined;
  return { directive: known, ids: idsIn(ids), word: wordAt(text, offset, begun) };
}

const disable = /^kumonote["']?\s*:\s*\{?\s*(["']?)disable["']?\s*:/;
const typedIds = [
  // disable: [a/b, c/d
  /^[ \t]*(?:\[\s*)?((?:["']?[\w./-]+["']?\s*,\s*)*)(["']?)([\w./-]*)$/,
  // Each on a line of its own, after a dash.
  /^((?:[ \t]*\r?\n[ \t]*-[ \t]+["']?[\w./-]+["']?)*)[ \t]*\r?\n[ \t]*-[ \t]+(["']?)([\w./-]*)$/,
];

/** The list in `Metadata` whose ids go on at `offset`; undefined where there is none. */
export function metadataAt(text: string, offset: number): TypedMetadata | undefined {
  const window = text.slice(Math.max(0, offset - longestTyped), offset);
  const before = window.slice(window.lastIndexOf('kumonote'));
  const key = disable.exec(before);
  if (!key) return undefined;
  const after = before.slice(key[0].length);
  const match = typedIds.map((each) => each.exec(after)).find(Boolean);
  if (!match) return undefined;
  const [, ids = '', begunQuote, begun = ''] = match;
  return { ids: idsIn(ids), word: wordAt(text, offset, begun), quote: begunQuote ? '' : (key[1] ?? '') };
}

function idsIn(list: string): readonly string[] {
  return list.match(/[\w./-]*\w[\w./-]*/g) ?? [];
}

/** The word that is `begun` before `offset` and may go on after it. */
function wordAt(text: string, offset: number, begun: string): Span {
  const [rest = ''] = /^[\w./-]*/.exec(text.slice(offset, offset + longestTyped)) ?? [];
  return { start: offset - begun.length, end: offset + rest.length };
}

/** The resource whose `Metadata` an offset is in; undefined where it is the template's own. */
export function resourceAt(template: Template, offset: number): Resource | undefined {
  return writtenResources(template).find((each) => contains(absoluteSpan(each, each.span), offset));
}

/** Whether the comment at `offset` speaks of what was found at `span` of a resource. */
export function speaksOf(
  { directive }: TypedDirective,
  text: string,
  offset: number,
  { resource, span }: { readonly resource: Resource; readonly span: Span },
): boolean {
  if (directive === `${marker}file`) return true;
  const line = directive === `${marker}line` ? lineStart(text, offset) : nextCodeLine(text, offset);
  return placesOf(resource, span).some((each) => lineStart(text, each) === line);
}

/** Where the comment marker before `at` is; `at` itself where there is none. */
function commentStart(text: string, line: number, at: number): number {
  let index = at;
  while (index > line && (text[index - 1] === ' ' || text[index - 1] === '\t')) index -= 1;
  if (text[index - 1] === '#') return index - 1;
  const pair = text.slice(index - 2, index);
  return pair === '//' || pair === '/*' ? index - 2 : at;
}

/** The start of the next line that is not only a comment, so that several directives can stand above each other. */
function nextCodeLine(text: string, from: number): number {
  let line = from;
  do {
    const end = text.indexOf('\n', line);
    if (end < 0) return text.length;
    line = end + 1;
    commentOnly.lastIndex = line;
  } while (commentOnly.test(text));
  return line;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function inMetadata(rule: Rule, resource: Resource): boolean {
  const metadata = get(resource.body, 'Metadata');
  if (metadata.kind !== 'map') return false;
  if (texts(getPath(metadata, 'kumonote.disable')).includes(rule.id)) return true;
  if (!rule.equivalents?.length) return false;
  const others = [
    ...ids(getPath(metadata, 'cfn_nag.rules_to_suppress')),
    ...ids(getPath(metadata, 'cdk_nag.rules_to_suppress')),
    ...ids(getPath(metadata, 'checkov.skip')),
    ...names(getPath(metadata, 'guard.SuppressedRules')),
  ];
  return others.some((id) => rule.equivalents?.includes(id));
}

function inCheckovComment(rule: Rule, resource: Resource): boolean {
  if (!rule.equivalents?.length) return false;
  return resource.comments.some((comment) => {
    const match = /checkov:skip=([\w,\s]+)/.exec(comment.text);
    return match?.[1]?.split(',').some((id) => rule.equivalents?.includes(id.trim())) ?? false;
  });
}

/** The strings in a list, or one string. */
function texts(value: Value): string[] {
  const found: string[] = [];
  walk(value, (each) => {
    if (each.kind === 'scalar') found.push(String(each.value));
  });
  return found;
}

/** The strings in a list, and the keys of maps: `- S3_BUCKET_VERSIONING_ENABLED: kept for a day only`. */
function names(value: Value): string[] {
  const found = texts(value);
  walk(value, (each) => {
    if (each.kind === 'map') found.push(...each.entries.map(({ key }) => key));
  });
  return found;
}

/** The `id` of each map in a list. */
function ids(list: Value): string[] {
  return list.kind === 'list' ? list.items.flatMap((item) => texts(get(item, 'id'))) : [];
}
