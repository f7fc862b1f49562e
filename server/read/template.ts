/** Text → `Template`, for every format that has a `Grammar`; unchanged parts of the previous template are used again. */
import type {
  Comment,
  Parameter,
  Place,
  Problem,
  Resource,
  SourceFormat,
  Template,
} from '../model/template.ts';
import type { MapValue } from '../model/value.ts';
import { shift, span } from '../text/span.ts';
import {
  type Declaration,
  DeclaredResource,
  declarationOf,
  declarationProblems,
  type Piece,
  type Placed,
  parsedDeclaration,
  pieceOf,
} from './declaration.ts';
import type { Block, Grammar } from './grammar.ts';
import { mapOf } from './intrinsics.ts';
import { placeIn } from './place.ts';
import { messages, problem } from './problems.ts';
import { areSame, type SourceText } from './reader.ts';
import { type Globals, globalsOf } from './sam.ts';
import { addressOf } from './schemaFiles.ts';
import { hasTransform, mappingsOf, parametersOf } from './sections.ts';
import { child, type MapNode, type SyntaxNode } from './syntax.ts';

/**
 * Longer texts (in characters) are not read: CloudFormation takes templates of up to 1 MB, and reading what nobody
 * can deploy would hold up everything else.
 */
export const longestTemplate = 1_500_000;

interface Pieces {
  readonly sections: readonly Placed<Piece>[];
  readonly declarations: readonly Placed<Declaration>[];
  readonly problems: readonly Problem[];
  /** Whether there is a `Resources` section that is too broken to tell what is in it. */
  readonly brokenResources?: boolean;
}

/**
 * The template in `source`, or undefined where it is none.
 * @param previous a template read from an earlier text of the same file
 * @param others files that it names
 */
export function readTemplate(
  grammar: Grammar,
  source: SourceText,
  previous: Template | undefined,
  others: readonly SourceText[] = [],
): Template | undefined {
  const { text } = source;
  const before =
    previous instanceof ReadTemplate && previous.format === grammar.format ? previous : undefined;
  if (before?.text === text && before.languageId === source.languageId && areSame(before.others, others))
    return before;
  if (!grammar.mayBeTemplate(text)) return undefined;
  if (text.length > longestTemplate) return unreadTemplate(grammar, source);
  const pieces = cut(grammar, text, before) ?? whole(grammar, text);
  if (!isTemplate(pieces)) return undefined;
  return new ReadTemplate(grammar.format, source, pieces, before, others);
}

/** Stands for a template that is too long, so that its author hears of it. */
function unreadTemplate(grammar: Grammar, source: SourceText): Template {
  const tooLong = problem(source.text, span(0, 1), messages.tooLong, 'warning');
  return new ReadTemplate(
    grammar.format,
    source,
    { sections: [], declarations: [], problems: [tooLong] },
    undefined,
  );
}

/** Resource types of AWS and of those who extend it; what other formats call `Type` does not look like this. */
const resourceType = /^(?:AWS|Custom|Alexa)::/;

function isTemplate({ sections, declarations, brokenResources }: Pieces): boolean {
  return (
    brokenResources ||
    sections.some(
      ({ piece }) =>
        piece.key === 'AWSTemplateFormatVersion' ||
        (piece.key === 'Transform' && hasTransform(sectionNode(piece), (name) => name.startsWith('AWS::'))),
    ) ||
    declarations.some(({ piece }) => resourceType.test(piece.header?.type ?? ''))
  );
}

/** The value of a section. */
function sectionNode(piece: Piece | undefined): SyntaxNode | undefined {
  return piece && child(piece.parsed().root, piece.key);
}

function cut(grammar: Grammar, text: string, before: ReadTemplate | undefined): Pieces | undefined {
  const outline = grammar.outline(text);
  if (!outline) return undefined;
  const reuse = <P extends Piece>(
    block: Block,
    old: ReadonlyMap<string, P> | undefined,
    make: () => P,
  ): Placed<P> => {
    const kept = old?.get(block.key);
    return { piece: kept?.text === block.text ? kept : make(), start: block.start };
  };
  return {
    sections: outline.sections.map((b) => reuse(b, before?.sectionsByKey, () => pieceOf(grammar, b))),
    declarations: (outline.resources ?? []).map((b) =>
      reuse(b, before?.declarationsByKey, () => declarationOf(grammar, b)),
    ),
    problems: outline.problems,
  };
}

/** For texts that cannot be cut into blocks: everything is parsed at once, and all spans count from the file's start. */
function whole(grammar: Grammar, text: string): Pieces {
  const parsed = grammar.parseDocument(text);
  const root: MapNode =
    parsed.root?.kind === 'map' ? parsed.root : { kind: 'map', span: span(0, 0), pairs: [], open: true };
  const sections: Placed<Piece>[] = [];
  let declarations: Placed<Declaration>[] = [];
  for (const pair of root.pairs) {
    if (pair.key === 'Resources') {
      declarations = declarationsIn(pair.value, text, parsed.comments);
      continue;
    }
    const own = { root: { ...root, pairs: [pair] }, problems: [], comments: [] };
    const piece: Piece = {
      key: pair.key,
      text,
      keyStart: pair.keySpan.start,
      parsed: () => own,
    };
    sections.push({ piece, start: 0 });
  }
  const brokenResources = parsed.problems.length > 0 && child(root, 'Resources') !== undefined;
  return { sections, declarations, problems: parsed.problems, brokenResources };
}

/** The resources of a parsed section; a comment belongs to the one that it stands in or above. */
function declarationsIn(
  section: SyntaxNode,
  text: string,
  comments: readonly Comment[],
): Placed<Declaration>[] {
  let end = 0;
  let next = 0;
  return (section.kind === 'map' ? section.pairs : []).map((resource) => {
    const own: Comment[] = [];
    for (; next < comments.length; next++) {
      const comment = comments[next];
      if (!comment || comment.span.end > resource.value.span.end) break;
      if (comment.span.start >= end) own.push(comment);
    }
    end = resource.value.span.end;
    return { piece: parsedDeclaration(resource, text, own), start: 0 };
  });
}

/** A class for the sake of its lazy members; made by `readTemplate` only. */
export class ReadTemplate implements Template {
  readonly uri: string;
  readonly format: SourceFormat;
  readonly languageId: string;
  readonly text: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  readonly open: boolean;
  readonly problems: readonly Problem[];
  readonly others: readonly SourceText[];
  readonly sections: readonly Placed<Piece>[];
  readonly declarations: readonly Placed<Declaration>[];
  readonly sectionsByKey: ReadonlyMap<string, Piece>;
  readonly declarationsByKey: ReadonlyMap<string, Declaration>;
  /** Shared with the next version of the file while the section neither changes nor moves. */
  private readonly cachedParameters: Lazy<ReadonlyMap<string, Parameter>>;
  private readonly cachedMappings: Lazy<MapValue | undefined>;
  private readonly cachedMetadata: Lazy<MapValue | undefined>;
  private readonly cachedGlobals: Lazy<Globals | undefined>;

  constructor(
    format: SourceFormat,
    source: SourceText,
    pieces: Pieces,
    before: ReadTemplate | undefined,
    others: readonly SourceText[] = [],
  ) {
    this.others = others;
    this.uri = source.uri;
    this.format = format;
    this.languageId = source.languageId;
    this.text = source.text;
    this.sections = pieces.sections;
    this.declarations = pieces.declarations;
    this.sectionsByKey = byKey(pieces.sections);
    this.declarationsByKey = byKey(pieces.declarations);
    this.cachedParameters = this.lazy('Parameters', before?.cachedParameters, (node, base) =>
      parametersOf(node, { text: '', base }),
    );
    this.cachedMappings = this.lazy('Mappings', before?.cachedMappings, (node, base) =>
      mappingsOf(node, { text: '', base }),
    );
    this.cachedMetadata = this.lazy('Metadata', before?.cachedMetadata, (node, base, text) =>
      node?.kind === 'map' ? mapOf(node, { text, base }) : undefined,
    );
    this.cachedGlobals = this.lazy('Globals', before?.cachedGlobals, (node, base, text) =>
      this.usesSam() ? globalsOf(node, { text, base }) : undefined,
    );

    const resources = new Map<string, Resource>();
    const problems = [...pieces.problems];
    const old = before?.resources;
    const globals = this.sectionsByKey.has('Globals') ? this.cachedGlobals.get() : undefined;
    let open = false;
    for (const { piece, start } of pieces.declarations) {
      const { header, key } = piece;
      if (key.startsWith('Fn::')) open = true;
      else if (header) {
        const kept = old?.get(key);
        const same =
          kept instanceof DeclaredResource &&
          kept.declaration === piece &&
          kept.origin === start &&
          kept.globals === globals;
        if (resources.has(key)) {
          // A later resource of the same name takes its place in the order, too.
          resources.delete(key);
          problems.push(
            problem(this.text, shift(header.nameSpan, start), messages.duplicateKey(key), 'warning'),
          );
        }
        resources.set(key, same ? kept : new DeclaredResource(piece, header, start, globals));
      }
    }
    this.open = open;
    this.resources = resources;
    this.problems = problems;
    const byType = new Map<string, Resource[]>();
    for (const resource of resources.values()) {
      const same = byType.get(resource.type);
      if (same) same.push(resource);
      else byType.set(resource.type, [resource]);
    }
    this.byType = byType;
  }

  get parameters(): ReadonlyMap<string, Parameter> {
    return this.cachedParameters.get();
  }

  get mappings(): MapValue | undefined {
    return this.cachedMappings.get();
  }

  get metadata(): MapValue | undefined {
    return this.cachedMetadata.get();
  }

  get globals(): Globals | undefined {
    return this.cachedGlobals.get();
  }

  placeAt(offset: number): Place | undefined {
    return placeIn(this, offset);
  }

  textOf(path: string): string | undefined {
    const address = addressOf(path, this.uri);
    return this.others.find(({ uri }) => uri === address)?.text;
  }

  /** The problems of each piece in turn, parsing those that nobody has looked into yet. */
  *pieceProblems(): Generator<readonly Problem[]> {
    for (const { piece, start } of this.sections) yield placed(piece.parsed().problems, start);
    for (const { piece, start } of this.declarations) {
      const isLoop = piece.key.startsWith('Fn::');
      yield placed(isLoop ? piece.parsed().problems : declarationProblems(piece), start);
    }
  }

  private usesSam(): boolean {
    return hasTransform(sectionNode(this.sectionsByKey.get('Transform')), (name) =>
      name.startsWith('AWS::Serverless'),
    );
  }

  private lazy<T>(
    key: string,
    before: Lazy<T> | undefined,
    read: (node: SyntaxNode | undefined, base: number, text: string) => T,
  ): Lazy<T> {
    const section = this.sections.findLast(({ piece }) => piece.key === key);
    if (before && before.piece === section?.piece && before.start === section?.start) return before;
    let value: { readonly it: T } | undefined;
    return {
      piece: section?.piece,
      start: section?.start,
      get: () => {
        value ??= { it: read(sectionNode(section?.piece), section?.start ?? 0, section?.piece.text ?? '') };
        return value.it;
      },
    };
  }
}

function byKey<P extends Piece>(pieces: readonly Placed<P>[]): ReadonlyMap<string, P> {
  const result = new Map<string, P>();
  for (const { piece } of pieces) result.set(piece.key, piece);
  return result;
}

interface Lazy<T> {
  readonly piece: Piece | undefined;
  readonly start: number | undefined;
  get(): T;
}

function placed(problems: readonly Problem[], start: number): readonly Problem[] {
  return start === 0 ? problems : problems.map((p) => ({ ...p, span: shift(p.span, start) }));
}
