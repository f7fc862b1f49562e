/** Where the sections and resources of a YAML template begin and end, by the indentation of its lines. */
import type { Problem } from '../../model/template.ts';
import { type Span, span } from '../../text/span.ts';
import type { Block, Header, Outline } from '../grammar.ts';
import { messages, problem } from '../problems.ts';
import { yamlMessage } from './messages.ts';

/** Character codes. */
const tab = 9;
const carriageReturn = 13;
const space = 32;
const hash = 35;

/** A piece of the text that begins with a line of its own and goes on over the lines indented below it. */
interface Piece {
  readonly start: number;
  end: number;
  /** Start of the line with the key, after the comments that belong to it. */
  readonly line: number;
  readonly indent: number;
}

/**
 * Cuts a template into blocks. Undefined where lines do not tell: anchors and aliases, a flow style
 * `Resources`, explicit keys.
 */
export function yamlOutline(text: string): Outline | undefined {
  if (usesAliases(text)) return undefined;
  let outline: Outline | undefined;
  for (const { start, end } of documents(text)) {
    outline = documentOutline(text, start, end);
    if (!outline) return undefined;
    if (!outline.resources && !outline.sections.some(({ key }) => key === 'AWSTemplateFormatVersion'))
      continue;
    if (
      text
        .slice(end)
        .replace(/^(?:---|\.\.\.)/, '')
        .trim() === ''
    )
      return outline;
    const more = problem(text, span(end, end + 3), messages.moreDocuments, 'warning');
    return { ...outline, problems: [...outline.problems, more] };
  }
  return outline;
}

/** The documents of the text, without the `---` and `...` between them. */
function* documents(text: string): Generator<Span> {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  if (!text.startsWith('---', start) && !text.includes('\n---') && !text.includes('\n...')) {
    yield span(start, text.length);
    return;
  }
  for (const marker of text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)) {
    // Directives and comments alone are no document.
    if (/^[ \t\ufeff]*[^\s#%]/m.test(text.slice(start, marker.index))) yield span(start, marker.index);
    start = marker.index + 3;
  }
  yield span(start, text.length);
}

function documentOutline(text: string, from: number, to: number): Outline | undefined {
  const problems: Problem[] = [];
  const sections: Block[] = [];
  let resources: Block[] | undefined;
  for (const piece of joinedStrays(text, cut(text, from, to))) {
    const at = piece.line + piece.indent;
    const line = text.slice(at, Math.min(lineEndAt(text, at), at + 400));
    // Flow style, an explicit key, or a value behind the `---`.
    if (/^[{[?]/.test(line) || text.startsWith('---', piece.line - 3)) return undefined;
    const head = /^(["']?)Resources\1[ \t]*:[ \t]*(.?)/.exec(line);
    if (!head) {
      sections.push(blockOf(text, piece));
      continue;
    }
    if (/[{&*!|>]/.test(head[2] ?? '')) return undefined;
    if (resources)
      problems.push(problem(text, span(at, at + 9), messages.duplicateKey('Resources'), 'warning'));
    const inner = cut(text, lineEndAt(text, at) + 1, piece.end);
    if (inner.some(({ line, indent }) => /^(?:[?-]|<<)/.test(text.slice(line + indent, line + indent + 2)))) {
      return undefined;
    }
    resources = inner.map((resource) => blockOf(text, resource));
    for (const { line, indent } of inner) {
      if (indent >= (inner[0]?.indent ?? 0)) continue;
      problems.push(problem(text, span(line + indent, lineEndAt(text, line)), yamlMessage('BAD_INDENT', '')));
    }
  }
  return { sections, resources, problems };
}

const section =
  /^["']?(?:AWSTemplateFormatVersion|Conditions|Description|Globals|Hooks|Mappings|Metadata|Outputs|Parameters|Resources|Rules|Transform)["']?[ \t]*:/;
const emptyKey = /^["']?[\w-]+["']?[ \t]*:[ \t]*(?:#.*)?\r?$/;
/**
 * While someone types, a line of a resource may stand at the very left for a moment. Such a line does not end
 * `Resources`, or all resources below it would be lost.
 */
function joinedStrays(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  let resources: Piece | undefined;
  let resourceIndent = 0;
  for (const piece of pieces) {
    const at = piece.line + piece.indent;
    const line = text.slice(at, Math.min(lineEndAt(text, at), at + 400));
    // A section that we do not know holds its keys where `Resources` does; a resource's body stands further right.
    const isSection = section.test(line) || (emptyKey.test(line) && indentBelow(text, at) <= resourceIndent);
    if (resources && !isSection) {
      resources.end = piece.end;
      continue;
    }
    resources = /^["']?Resources\b/.test(line) ? piece : undefined;
    if (resources) resourceIndent = indentBelow(text, at);
    kept.push(piece);
  }
  return kept;
}

/** Columns that the first line with content below the line of `at` is indented by. */
function indentBelow(text: string, at: number): number {
  const lineEnd = lineEndAt(text, at);
  return /^(?:[ \t]*(?:#.*)?\r?\n)*( *)/.exec(text.slice(lineEnd + 1, lineEnd + 2000))?.[1]?.length ?? 0;
}

/**
 * Cuts a part of the text at the lines that stand as far left as its first one. Comment lines just above such a
 * line go with it.
 */
function cut(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let level = -1;
  let comments = -1;
  let lineEnd = from;
  for (let line = from; line < to; line = lineEnd + 1) {
    lineEnd = lineEndAt(text, line);
    let at = line;
    while (text.charCodeAt(at) === space && (level < 0 || at - line <= level)) at++;
    if (level >= 0 && at - line > level) {
      comments = -1;
      continue;
    }
    const first = at < lineEnd ? text.charCodeAt(at) : carriageReturn;
    const indent = at - line;
    if (first === carriageReturn) {
      comments = -1;
    } else if (first === hash) {
      if (comments < 0) comments = line;
    } else if (first === tab && pieces.length > 0) {
      // A tab is no indentation in YAML; its line is an error of the piece it stands in.
    } else {
      const start = comments < 0 ? line : comments;
      comments = -1;
      if (level < 0) level = indent;
      if (continues(first) && pieces.length > 0) continue;
      const last = pieces.at(-1);
      if (last) last.end = start;
      pieces.push({ start, end: to, line, indent });
    }
  }
  return pieces;
}

function lineEndAt(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function blockOf(text: string, piece: Piece): Block {
  const { end } = piece;
  const keyStart = piece.line + piece.indent;
  const key = /^(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*?))[ \t]*(?::[ \t\r\n]|:$|[\r\n]|$)/.exec(
    text.slice(keyStart, Math.min(end, keyStart + 400)),
  );
  return {
    key: key?.[1] ?? key?.[2] ?? key?.[3] ?? '',
    start: piece.start,
    text: text.slice(piece.start, withoutBlankLines(text, keyStart, end)),
    keyStart: keyStart - piece.start,
  };
}

/** `end` moved before the blank lines that precede it; a text in block style needs the last line break. */
function withoutBlankLines(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  const lineBreak = text.indexOf('\n', last);
  return lineBreak >= 0 && lineBreak < end ? lineBreak + 1 : end;
}

/** Whether a line that begins with this character goes on with what stands above it: `-`, `]`, `}` or `,`. */
function continues(first: number): boolean {
  return first === 45 || first === 93 || first === 125 || first === 44;
}

/** Anchors looked at before a text is taken to use aliases without looking further. */
const mostAnchors = 200;

/** Whether some `*name` stands for an `&name`. Found by its characters, so a shell script may look like it. */
function usesAliases(text: string): boolean {
  const names = new Set<string>();
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const lineStart = Math.max(0, at - 200, text.lastIndexOf('\n', at) + 1);
    if (!/(?:^|[:\-?,]\s|[[{]|\s![\w:]*\s)[ \t]*$/.test(text.slice(lineStart, at))) continue;
    const name = /^[\w.-]+/.exec(text.slice(at + 1, at + 130))?.[0];
    if (!name || names.has(name)) continue;
    names.add(name);
    if (names.size > mostAnchors || text.includes(`*${name}`)) return true;
  }
  return false;
}

const nameLine = /^(?:[\w.-]+|"[\w.-]+"|'[\w.-]+')[ \t]*:[ \t]*(?:#.*)?\r?$/;
const firstIndent = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)(?=[^\s#])/;
const headLine = /(["']?)(Type|Condition)\1[ \t]*:[ \t]+(["']?)(\w[\w:.@/-]*)\3[ \t]*(?:[ \t]#.*)?\r?$/my;
const headKey = /["']?(?:Type|Condition|<<)["']?[ \t]*:/y;

/** Finds name and type of a resource block by its lines; undefined where they are written in an unusual way. */
export function yamlHeader(block: Block): Header | undefined {
  const { text, keyStart } = block;
  const lineEnd = text.indexOf('\n', keyStart);
  if (lineEnd < 0 || !nameLine.test(text.slice(keyStart, lineEnd))) return undefined;
  const indent = firstIndent.exec(text.slice(lineEnd + 1, lineEnd + 2000))?.[1]?.length;
  if (indent === undefined) return undefined;
  let type: { readonly text: string; readonly at: Span } | undefined;
  let condition: string | undefined;
  const lineStart = `\n${' '.repeat(indent)}`;
  for (let at = text.indexOf(lineStart, lineEnd); at >= 0; at = text.indexOf(lineStart, at + 1)) {
    headKey.lastIndex = at + lineStart.length;
    if (!headKey.test(text)) continue;
    headLine.lastIndex = at + lineStart.length;
    const match = headLine.exec(text);
    const value = match?.[4];
    if (!match || value === undefined) return undefined;
    if (match[2] === 'Condition') {
      if (condition !== undefined) return undefined;
      condition = value;
      continue;
    }
    // Without `::` it may be a number or `null` as well.
    if (type || !value.includes('::')) return undefined;
    const quote = (match[3] ?? '').length;
    const start = text.indexOf(value, text.indexOf(':', match.index) + 1) - quote;
    type = { text: value, at: span(start, start + value.length + 2 * quote) };
  }
  if (!type) return undefined;
  const quotes = /["']/.test(text.charAt(keyStart)) ? 2 : 0;
  return {
    nameSpan: span(keyStart, keyStart + block.key.length + quotes),
    type: type.text,
    typeSpan: type.at,
    condition,
  };
}
