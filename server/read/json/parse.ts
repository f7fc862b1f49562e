/** JSON text, with or without comments → syntax nodes, by jsonc-parser. */
import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Comment, Problem } from '../../model/template.ts';
import { type Span, span } from '../../text/span.ts';
import { firstOfEachLine, messages, problem } from '../problems.ts';
import { deepestNesting, type Pair, type Parsed, type SyntaxNode } from '../syntax.ts';
import { jsonMessageByCode } from './messages.ts';

// Values of jsonc-parser's const enum SyntaxKind, which is not there at run time.
const lineComment = 12;
const blockComment = 13;
const endOfFile = 17;

/** Parses a `"key": value` piece: the root is an object with this one key. */
export function parseJsonBlock(text: string): Parsed {
  return parse(`{${text}\n}`, 1, text);
}

/** Parses a whole text. */
export function parseJson(text: string): Parsed {
  return parse(text, 0, text);
}

/** @param before characters of `wrapped` in front of `text` */
function parse(wrapped: string, before: number, text: string): Parsed {
  const problems: Problem[] = [];
  const errors: ParseError[] = [];
  const comments = text.includes('/') ? commentsOf(text) : [];
  try {
    const root = parseTree(wrapped, errors, { allowTrailingComma: true, disallowComments: false });
    for (const error of firstOfEachLine(errors, text, ({ offset }) => offset - before)) {
      const start = error.offset - before;
      const message = jsonMessageByCode[error.error] ?? messages.unreadable;
      problems.push(problem(text, span(start, start + error.length), message));
    }
    const conversion: Conversion = { before, problems, text, broken: problems.map((p) => p.span) };
    return { root: root && convert(root, conversion, 0), problems, comments };
  } catch (error) {
    const message = error instanceof RangeError ? messages.tooDeep : messages.unreadable;
    return { root: undefined, problems: [problem(text, deepestPlace(text), message)], comments };
  }
}

interface Conversion {
  readonly before: number;
  readonly text: string;
  readonly problems: Problem[];
  readonly broken: readonly Span[];
}

function convert(node: Node, conversion: Conversion, depth: number): SyntaxNode {
  const place = placeOf(node, conversion);
  if (depth > deepestNesting) {
    if (depth === deepestNesting + 1) {
      conversion.problems.push(
        problem(conversion.text, span(place.start, place.start + 1), messages.tooDeep, 'warning'),
      );
    }
    return { kind: 'unreadable', span: place };
  }
  switch (node.type) {
    case 'string':
      return { kind: 'scalar', span: place, value: String(node.value) };
    case 'number':
    case 'boolean':
      return { kind: 'scalar', span: place, value: node.value };
    case 'null':
      return { kind: 'scalar', span: place, value: null };
    case 'array':
      return {
        kind: 'list',
        span: place,
        items: (node.children ?? []).map((item) => convert(item, conversion, depth + 1)),
      };
    default: {
      const pairs: Pair[] = [];
      const seen = new Set<string>();
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        if (!key) continue;
        const keySpan = placeOf(key, conversion);
        const name = String(key.value);
        if (seen.has(name))
          conversion.problems.push(problem(conversion.text, keySpan, messages.duplicateKey(name), 'warning'));
        seen.add(name);
        pairs.push({
          key: name,
          keySpan,
          value: value ? convert(value, conversion, depth + 1) : { kind: 'unreadable', span: keySpan },
        });
      }
      // Where the text is broken, keys may be missing that will be there once it is typed.
      const open = conversion.broken.some((at) => at.end >= place.start && at.start <= place.end);
      return { kind: 'map', span: place, pairs, open };
    }
  }
}

function placeOf(node: Node, { before, text }: Conversion): Span {
  const start = Math.max(0, node.offset - before);
  return span(start, Math.min(text.length, Math.max(start, node.offset - before + node.length)));
}

function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  const scanner = createScanner(text, false);
  for (let token: number = scanner.scan(); token !== endOfFile; token = scanner.scan()) {
    if (token !== lineComment && token !== blockComment) continue;
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const inner = text.slice(start + 2, token === blockComment ? end - 2 : end);
    comments.push({ span: span(start, end), text: inner.replace(/^[/*]+/, '').trim() });
  }
  return comments;
}

/** Where brackets first nest more deeply than is read. */
function deepestPlace(text: string): Span {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = text.indexOf('"', at + 1);
      at = end < 0 ? text.length : end;
    } else if (code === 123 || code === 91) {
      if (++depth > deepestNesting) return span(at, at + 1);
    } else if (code === 125 || code === 93) depth--;
  }
  return span(0, 1);
}
