/** YAML text → syntax nodes, by the `yaml` package. Aliases and merge keys are resolved here. */
import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  type Schema,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Problem } from '../../model/template.ts';
import type { Scalar } from '../../model/value.ts';
import { type Span, span } from '../../text/span.ts';
import { shortForms } from '../functions.ts';
import { firstOfEachLine, messages, problem } from '../problems.ts';
import { deepestNesting, type MapNode, type Pair, type Parsed, type SyntaxNode } from '../syntax.ts';
import { commentsAt, hashOffsets, trimmedEnd } from './comments.ts';
import { yamlMessage } from './messages.ts';
import { joinedLines } from './repair.ts';

/** Values that aliases may unfold into, in one parsed text; a bomb of aliases stops here. */
const mostAliasedValues = 20_000;

// CloudFormation's reader is a YAML 1.1 one, where these are booleans, too.
const booleans = new Map<string, boolean>(
  (['yes', 'on'] as const)
    .flatMap((word): [string, boolean][] => spellings(word).map((text) => [text, true]))
    .concat((['no', 'off'] as const).flatMap((word) => spellings(word).map((text) => [text, false]))),
);

function spellings(word: string): string[] {
  return [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
}

/**
 * The tags of CloudFormation are declared, because `yaml` builds a costly warning for each unknown one. The
 * schema is made once: making it costs as much as parsing a small resource.
 */
const schema: Schema = new Document(null, {
  schema: 'core',
  customTags: shortForms.flatMap((tag) => [
    { tag, resolve: (text: string) => text },
    { tag, collection: 'map' as const },
    { tag, collection: 'seq' as const },
  ]),
}).schema;

/** Parses one YAML document; never throws. Spans count from the start of `source`. */
export function parseYaml(source: string): Parsed {
  const problems: Problem[] = [];
  try {
    const document = compose(source);
    const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
    for (const error of firstOfEachLine(errors, source, ({ pos }) => pos[0])) {
      problems.push(problem(source, span(...error.pos), yamlMessage(error.code, error.message)));
    }
    const nul = source.indexOf('\0');
    if (nul >= 0) problems.push(problem(source, span(nul, nul + 1), messages.controlCharacter));
    const hashes = hashOffsets(source);
    const conversion: Conversion = {
      source,
      problems,
      broken: problems.map((p) => p.span),
      anchors: new Map(),
      active: new Set(),
      aliased: 0,
      inAlias: 0,
      texts: hashes.length > 0 ? [] : undefined,
    };
    const root = document.contents ? convert(document.contents, conversion, 0) : undefined;
    return { root, problems, comments: commentsAt(source, hashes, conversion.texts ?? []) };
  } catch (error) {
    // `yaml` recurses without a bound; what is nested thousands of levels deep exhausts the stack.
    const message = error instanceof RangeError ? messages.tooDeep : messages.unreadable;
    return { root: undefined, problems: [problem(source, deepestLine(source), message)], comments: [] };
  }
}

/** The composed document; of a text that other YAML readers take, too. */
function compose(source: string): Document.Parsed {
  const parse = (text: string): Document.Parsed =>
    parseDocument(text, {
      // The option takes a ready schema, its type only a name.
      schema: schema as unknown as string,
      keepSourceTokens: false,
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
    });
  const document = parse(source);
  if (document.errors.length === 0) return document;
  const joined = joinedLines(source);
  const again = joined === undefined ? document : parse(joined);
  return again.errors.length === 0 ? again : document;
}

interface Conversion {
  readonly source: string;
  readonly problems: Problem[];
  /** Where the text is not valid: a map around such a place may lack keys. */
  readonly broken: readonly Span[];
  readonly anchors: Map<string, ParsedNode>;
  /** Anchored nodes being converted, to notice those that hold themselves. */
  readonly active: Set<ParsedNode>;
  aliased: number;
  inAlias: number;
  /** Where scalars stand, in source order, to tell a comment from a `#` in a text. */
  readonly texts: Span[] | undefined;
}

function convert(node: ParsedNode, conversion: Conversion, depth: number): SyntaxNode {
  const { source } = conversion;
  const tag = node.tag?.startsWith('!') ? node.tag : undefined;
  const [from, to] = node.range;
  const start = tag === undefined ? from : tagStart(source, tag, from);
  const place = span(start, Math.max(start, trimmedEnd(source, from, to)));
  const base = tag === undefined ? { span: place } : { span: place, tag };
  if (conversion.inAlias > 0 && ++conversion.aliased > mostAliasedValues) {
    if (conversion.aliased === mostAliasedValues + 1) {
      conversion.problems.push(problem(source, place, messages.tooManyAliases));
    }
    return { kind: 'unreadable', ...base };
  }
  if (depth > deepestNesting) {
    if (depth === deepestNesting + 1 && conversion.inAlias === 0) {
      conversion.problems.push(problem(source, span(start, start + 1), messages.tooDeep, 'warning'));
    }
    return { kind: 'unreadable', ...base };
  }
  if (isAlias(node)) return convertAlias(node.source, place, conversion, depth);
  if (node.anchor && conversion.inAlias === 0) conversion.anchors.set(node.anchor, node);
  if (node.anchor) conversion.active.add(node);
  try {
    if (isScalar(node)) {
      conversion.texts?.push(place);
      return { kind: 'scalar', ...base, ...scalar(node as YamlScalar.Parsed, tag !== undefined) };
    }
    if (isSeq(node)) {
      const items = (node.items as ParsedNode[]).map((item) =>
        isMap(item) || isSeq(item) || isScalar(item) || isAlias(item)
          ? convert(item, conversion, depth + 1)
          : ({ kind: 'unreadable', span: place } as const),
      );
      return { kind: 'list', ...base, items: items.map((item) => visible(item, source)) };
    }
    if (isMap(node)) return convertMap(node, base, conversion, depth);
    return { kind: 'unreadable', ...base };
  } finally {
    if (node.anchor) conversion.active.delete(node);
  }
}

function convertAlias(name: string, place: Span, conversion: Conversion, depth: number): SyntaxNode {
  const target = conversion.anchors.get(name);
  if (!target) {
    conversion.problems.push(problem(conversion.source, place, messages.unknownAlias(name)));
    return { kind: 'unreadable', span: place };
  }
  if (conversion.active.has(target)) return { kind: 'unreadable', span: place };
  conversion.inAlias++;
  try {
    // What is inside keeps its place at the anchor; the whole stands where the alias is.
    return { ...convert(target, conversion, depth), span: place };
  } finally {
    conversion.inAlias--;
  }
}

type YamlMapLike = { readonly items: readonly { key: unknown; value: unknown }[] };

function convertMap(
  node: YamlMapLike,
  base: { span: Span; tag?: string },
  conversion: Conversion,
  depth: number,
): MapNode {
  const { source } = conversion;
  const pairs: Pair[] = [];
  const merged: SyntaxNode[] = [];
  const seen = new Set<string>();
  let open = conversion.broken.some((at) => at.end >= base.span.start && at.start <= base.span.end);
  for (const item of node.items) {
    if (!isScalar(item.key) || !item.key.range) {
      // `? [a, b]` or an alias as a key means nothing in a template, except that something is there.
      open = true;
      continue;
    }
    const [from, to] = item.key.range;
    let key = keyText(item.key.value, source.slice(from, to));
    let keySpan = span(from, trimmedEnd(source, from, to));
    if (key.includes(' ') && source.slice(from, to).includes('\n')) {
      // A half-typed line reads as the beginning of the next key. The key is what stands on the last line.
      const lineBreak = source.lastIndexOf('\n', to - 1);
      const last = source.slice(lineBreak + 1, to);
      keySpan = span(lineBreak + 1 + last.length - last.trimStart().length, to);
      key = last.trim();
      open = true;
    }
    conversion.texts?.push(keySpan);
    const value = isNode(item.value)
      ? withPlace(convert(item.value, conversion, depth + 1), keySpan, source)
      : ({ kind: 'scalar', span: keySpan, value: null } as const);
    if (key === '<<') {
      merged.push(...(value.kind === 'list' ? value.items : [value]));
      continue;
    }
    if (seen.has(key) && conversion.inAlias === 0) {
      conversion.problems.push(problem(source, keySpan, messages.duplicateKey(key), 'warning'));
    }
    seen.add(key);
    pairs.push({ key, keySpan, value });
  }
  for (const other of merged) {
    if (other.kind !== 'map') {
      open = true;
      continue;
    }
    open ||= other.open;
    for (const pair of other.pairs) {
      if (seen.has(pair.key)) continue;
      seen.add(pair.key);
      pairs.push(pair);
    }
  }
  return { kind: 'map', ...base, pairs, open };
}

function isNode(value: unknown): value is ParsedNode {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

function keyText(value: unknown, source: string): string {
  return typeof value === 'string' ? value : source.trim();
}

/** An empty value has no characters of its own; it is shown at its key. */
function withPlace(value: SyntaxNode, keySpan: Span, source: string): SyntaxNode {
  if (value.span.start < value.span.end) return value;
  const colon = source.startsWith(':', keySpan.end) ? keySpan.end + 1 : keySpan.end;
  return { ...value, span: span(keySpan.start, colon) };
}

/** An empty list item is shown at its dash. */
function visible(item: SyntaxNode, source: string): SyntaxNode {
  if (item.span.start < item.span.end) return item;
  const dash = source.lastIndexOf('-', item.span.start);
  return { ...item, span: span(Math.max(0, dash), Math.max(0, dash) + 1) };
}

function scalar(node: YamlScalar.Parsed, tagged: boolean): { value: Scalar; source?: string } {
  const value = node.value as unknown;
  if (node.type !== 'PLAIN' || tagged) return { value: value === null ? '' : String(value) };
  const written = node.source ?? '';
  if (typeof value === 'string') {
    const boolean = booleans.get(value);
    return boolean === undefined ? { value } : { value: boolean, source: value };
  }
  if (typeof value === 'boolean') {
    return written === String(value) ? { value } : { value, source: written };
  }
  // `5.10` and `007` are texts to whoever wrote them.
  if (typeof value === 'number') return { value: String(value) === written ? value : written };
  return { value: value === null ? null : written };
}

/** Offset of the tag in front of a value that starts at `start`. */
function tagStart(source: string, tag: string, start: number): number {
  const before = source.slice(Math.max(0, start - 300), start);
  const at = before.lastIndexOf(tag);
  return at < 0 ? start : start - before.length + at;
}

/** The line with the most indentation: about where the nesting is deepest. */
function deepestLine(source: string): Span {
  let best = span(0, Math.min(source.length, 1));
  let deepest = -1;
  for (const match of source.matchAll(/^[ \-[{]*/gm)) {
    if (match[0].length > deepest) {
      deepest = match[0].length;
      const at = match.index + Math.min(deepest, 200);
      best = span(at, at + 1);
    }
  }
  return best;
}
