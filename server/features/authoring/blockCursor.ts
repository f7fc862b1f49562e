/** What the cursor is on in a `rule` block that may be half-typed. */
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { type BlockPosition, keywordsOf, positionAt, type Step, typesOn } from '../../rules/blockGrammar.ts';
import type { Span } from '../../text/span.ts';

export interface BlockCursor {
  /** Whether a key of a map is meant, or a value. */
  readonly kind: 'key' | 'value';
  /** Of a key, the map that it is in; of a value, itself. */
  readonly position: BlockPosition;
  /** The key or value as written up to the cursor, and what follows of the same word. */
  readonly span: Span;
  readonly before: string;
  readonly text: string;
  /** The other keys of the map. */
  readonly siblings: readonly string[];
  /** True where a key stands where only a value can, so that its map needs braces: `must: con`. */
  readonly inline: boolean;
  /** True where the key has its colon already. */
  readonly hasColon: boolean;
  /** Whether a space is missing before the value: `severity:`. */
  readonly needsSpace: boolean;
  /** The block's own `on` and `at`, as written. */
  readonly types: readonly string[];
  readonly at: unknown;
}

/** Not in anybody's rule: marks the cursor while the block is parsed. */
const marker = '\uE000';

/** The cursor at `offset` of a block; undefined in comments and where nothing can be said. */
export function blockCursorAt(source: string, offset: number): BlockCursor | undefined {
  // YAML takes a word on a line of its own for the beginning of a longer text, so it is read as a key first.
  const [line = ''] = source.slice(offset).split('\n', 1);
  const isAlone = /^\s*\w*$/.test(lineBefore(source.slice(0, offset))) && line.trim() === '';
  const asKey = isAlone ? cursorWith(`${marker}:`, source, offset) : undefined;
  return asKey?.kind === 'key' ? asKey : cursorWith(marker, source, offset);
}

function cursorWith(mark: string, source: string, offset: number): BlockCursor | undefined {
  const head = source.slice(0, offset);
  const needsSpace = /^\s*(?:- +)*\w+:$/.test(lineBefore(head)) && !source[offset]?.trim();
  const marked = `${head}${needsSpace ? ' ' : ''}${mark}${source.slice(offset)}`;
  const document = parseDocument(marked, { prettyErrors: false, merge: false, logLevel: 'silent' });
  const found = find(document);
  if (!found) return undefined;
  const { scalar, path, parents } = found;
  const at = textIn(document, 'at');
  const types = typesOn(document.has('on') ? plainIn(document, 'on') : undefined);
  const word = wordAround(source, offset, scalar, needsSpace);
  const asKey = isPair(parents.at(-1)) && (parents.at(-1) as Pair).key === scalar;
  const around = { ...word, needsSpace, types, at };

  if (asKey) {
    const map = parents.at(-2);
    const position = positionAt(path.slice(0, -1), at);
    if (!position || !takesMap(position)) return undefined;
    const pairs = isMap(map) ? (map.items as Pair[]) : [];
    const siblings = pairs.flatMap(({ key }) => (isScalar(key) && key !== scalar ? [String(key.value)] : []));
    const hasColon = /^[ \t]*:/.test(source.slice(word.span.end));
    return { kind: 'key', position, siblings, inline: false, hasColon, ...around };
  }
  const position = positionAt(path, at);
  if (!position) return undefined;
  // A lone word where a map belongs is the beginning of its first key.
  if (takesMap(position) && position.takes !== 'plain') {
    const quoted = scalar.type !== 'PLAIN';
    if (quoted && position.takes !== 'message') return undefined;
    const inline = path.length > 0 && !startsOwnLine(source, word.span.start, parents);
    return { kind: 'key', position, siblings: [], inline, hasColon: false, ...around };
  }
  return { kind: 'value', position, siblings: [], inline: false, hasColon: false, ...around };
}

function takesMap({ takes }: BlockPosition): boolean {
  return keywordsOf(takes) !== undefined || takes === 'properties' || takes === 'plain';
}

interface Found {
  readonly scalar: Scalar;
  readonly path: readonly Step[];
  readonly parents: readonly unknown[];
}

function find(document: Document): Found | undefined {
  let found: Found | undefined;
  visit(document, {
    Scalar(_, scalar, parents) {
      if (!String(scalar.source ?? scalar.value).includes(marker)) return undefined;
      const path = [...parents, scalar].flatMap((node, index, all): Step[] => {
        if (isPair(node)) return [isScalar(node.key) ? String(node.key.value) : ''];
        return isSeq(node) ? [node.items.indexOf(all[index + 1])] : [];
      });
      found = { scalar, path, parents };
      return visit.BREAK;
    },
  });
  return found;
}

function plainIn(document: Document, key: string): unknown {
  try {
    return (document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function textIn(document: Document, key: string): unknown {
  const value = isMap(document.contents) ? document.get(key) : undefined;
  return typeof value === 'string' ? value.replace(marker, '') : value;
}

/** The word that the cursor is in: what is written of it before the cursor, and what follows. */
function wordAround(
  source: string,
  offset: number,
  scalar: Scalar,
  needsSpace: boolean,
): Pick<BlockCursor, 'span' | 'before' | 'text'> {
  const quote = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? 1 : 0;
  const lineStart = offset - lineBefore(source.slice(0, offset)).length;
  const start = needsSpace
    ? offset
    : Math.min(offset, Math.max(lineStart, (scalar.range?.[0] ?? offset) + quote));
  const rest = quote ? /^[^"'\n]*/ : /^(?:[\w*@./[\]-]|:(?=[\w:]))*/;
  const after = rest.exec(source.slice(offset))?.[0] ?? '';
  // Of `[ab|]` and `Tags[*].K|ey` only the brackets that were opened belong to the word.
  const closed = balanced(source.slice(start, offset), after);
  return {
    span: { start, end: offset + closed.length },
    before: source.slice(start, offset),
    text: source.slice(start, offset + closed.length),
  };
}

function balanced(before: string, after: string): string {
  let open = before.split('[').length - before.split(']').length;
  for (let index = 0; index < after.length; index += 1) {
    if (after[index] === '[') open += 1;
    if (after[index] === ']' && --open < 0) return after.slice(0, index);
  }
  return after;
}

/** Whether a key may begin at `start` without braces: nothing but dashes before it, and no brackets around it. */
function startsOwnLine(source: string, start: number, parents: readonly unknown[]): boolean {
  const inFlow = parents.some((node) => (isMap(node) || isSeq(node)) && node.flow === true);
  return !inFlow && /^[\s-]*$/.test(lineBefore(source.slice(0, start)));
}

function lineBefore(head: string): string {
  return head.slice(head.lastIndexOf('\n') + 1);
}
