/** A resource as it stands in the text, parsed when it is first looked into and kept while its text stays. */
import type { Comment, Problem, Resource } from '../model/template.ts';
import { entryOf, type MapValue } from '../model/value.ts';
import { type Span, span } from '../text/span.ts';
import type { Block, Grammar, Header } from './grammar.ts';
import { mapOf } from './intrinsics.ts';
import { messages, problem } from './problems.ts';
import { type Globals, inheriting } from './sam.ts';
import { child, detached, type Pair, type Parsed, pairOf, type Source, textOf } from './syntax.ts';

/** A piece of the text with its parsed form. All spans count from the piece's start. */
export interface Piece {
  readonly key: string;
  /** The piece's text; never changes, so a piece can be used again for an equal text. */
  readonly text: string;
  readonly keyStart: number;
  parsed(): Parsed;
  /** Frees the syntax tree once values have taken its place. */
  forgetRoot?(): void;
}

/** A piece and where it stands. */
export interface Placed<P extends Piece> {
  readonly piece: P;
  readonly start: number;
}

/** What a resource's declaration says, wherever it stands in the file. */
export interface Declaration extends Piece {
  /** Undefined where it has no `Type`: such a declaration is no resource. */
  readonly header: Header | undefined;
  content(): Content;
}

export interface Content {
  /** False where something else than a map follows the name. */
  readonly isMap: boolean;
  readonly span: Span;
  readonly body: MapValue;
  readonly properties: MapValue;
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
}

export function pieceOf(grammar: Grammar, block: Block): Piece {
  const text = detached(block.text);
  let parsed: Parsed | undefined;
  return {
    key: block.key,
    text,
    keyStart: block.keyStart,
    parsed: () => {
      parsed ??= grammar.parseBlock(text);
      return parsed;
    },
    forgetRoot: () => {
      if (parsed) parsed = { ...parsed, root: undefined };
    },
  };
}

export function declarationOf(grammar: Grammar, block: Block): Declaration {
  const piece = pieceOf(grammar, block);
  const header = grammar.header({ ...block, text: piece.text });
  return withContent(piece, header, () => pairOf(piece.parsed().root, nameIn(piece)));
}

/** The declaration that is `pair` of an already parsed text; its spans count from that text's start. */
export function parsedDeclaration(pair: Pair, text: string, comments: readonly Comment[]): Declaration {
  const parsed: Parsed = { root: undefined, problems: [], comments };
  const piece: Piece = {
    key: pair.key,
    text,
    keyStart: pair.keySpan.start,
    parsed: () => parsed,
  };
  return withContent(piece, undefined, () => pair);
}

/** The key as the parser reads it, which is the block's unless it is written with escapes. */
function nameIn(piece: Piece): string {
  const { root } = piece.parsed();
  return root?.kind === 'map' ? (root.pairs.at(-1)?.key ?? piece.key) : piece.key;
}

function withContent(piece: Piece, quick: Header | undefined, pair: () => Pair | undefined): Declaration {
  let content: Content | undefined;
  const declaration: Declaration = {
    ...piece,
    header: quick ?? headerOf(pair()),
    content: () => {
      if (!content) {
        content = contentOf(declaration, pair());
        piece.forgetRoot?.();
      }
      return content;
    },
  };
  return declaration;
}

function headerOf(pair: Pair | undefined): Header | undefined {
  const type = child(pair?.value, 'Type');
  const name = textOf(type);
  if (!pair || !type || !name) return undefined;
  return {
    nameSpan: pair.keySpan,
    type: name,
    typeSpan: type.span,
    condition: textOf(child(pair.value, 'Condition')),
  };
}

function contentOf(declaration: Declaration, pair: Pair | undefined): Content {
  const { text, keyStart } = declaration;
  const { problems, comments } = declaration.parsed();
  const source: Source = { text, base: 0 };
  const end = text.trimEnd().length;
  const whole = pair
    ? span(pair.keySpan.start, pair.value.span.end)
    : span(keyStart, Math.max(end, keyStart));
  const nothing: MapValue = { kind: 'map', span: whole, entries: [], open: true };
  const node = pair?.value;
  const isMap = node?.kind === 'map' && node.tag === undefined;
  const body = isMap ? mapOf(node, source) : nothing;
  return { isMap, span: whole, body, properties: propertiesOf(pair, body, source), comments, problems };
}

function propertiesOf(pair: Pair | undefined, body: MapValue, source: Source): MapValue {
  const node = child(pair?.value, 'Properties');
  if (!node) return { kind: 'map', span: body.span, entries: [], open: body.open };
  if (node.kind === 'map' && node.tag === undefined) {
    const value = entryOf(body, 'Properties')?.value;
    const properties = value?.kind === 'map' ? value : mapOf(node, source);
    return body.open && !properties.open ? { ...properties, open: true } : properties;
  }
  const empty = node.kind === 'scalar' && node.value === null && node.tag === undefined;
  return { kind: 'map', span: node.span, entries: [], open: body.open || !empty };
}

/** What is wrong with a declaration beyond what its parser says. */
export function declarationProblems(declaration: Declaration): readonly Problem[] {
  const { isMap, problems } = declaration.content();
  if (declaration.header || problems.some((p) => p.severity === 'error')) return problems;
  const { key, keyStart, text } = declaration;
  const lineEnd = /[\r\n:]|$/.exec(text.slice(keyStart))?.index ?? 0;
  const message = isMap ? messages.missingType(key) : messages.notAMap(key);
  return [...problems, problem(text, span(keyStart, keyStart + lineEnd), message, 'warning')];
}

/**
 * A declaration at its place in a file. A class, because hundreds are made at every keystroke and prototype
 * getters cost nothing then.
 */
export class DeclaredResource implements Resource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeSpan: Span;
  readonly nameSpan: Span;
  readonly condition: string | undefined;
  readonly construct = undefined;
  readonly declaration: Declaration;
  readonly origin: number;
  readonly globals: Globals | undefined;
  private inherited: MapValue | undefined;

  /** @param globals defaults of a SAM template that this resource takes over */
  constructor(declaration: Declaration, header: Header, origin: number, globals: Globals | undefined) {
    this.declaration = declaration;
    this.origin = origin;
    this.globals = globals;
    this.id = declaration.key;
    this.name = declaration.key;
    this.type = header.type;
    this.typeSpan = header.typeSpan;
    this.nameSpan = header.nameSpan;
    this.condition = header.condition;
  }

  get span(): Span {
    return this.declaration.content().span;
  }

  get body(): MapValue {
    return this.declaration.content().body;
  }

  get comments(): readonly Comment[] {
    return this.declaration.content().comments;
  }

  get properties(): MapValue {
    const { properties, body } = this.declaration.content();
    if (!this.globals) return properties;
    this.inherited ??= inheriting(properties, body, this.globals.get(this.type), this.origin);
    return this.inherited;
  }
}
