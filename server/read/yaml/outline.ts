/** Where the sections and resources of a YAML template begin and end, by the indentation of its lines. */
import type { Problem } from '../../model/template.ts';
import { type Span, span } from '../../text/span.ts';
import type { Block, Header, Outline } from '../grammar.ts';
import { messages, problem } from '../problems.ts';
import { yamlMessage } from './messages.ts';

const tab = 9;
const space = 32;
const hash = 35;

/** A piece of the text that starts with a line of its own. */
interface Piece {
  readonly start: number;
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
  const problems: Problem[] = [];
  let sections: Block[] = [];
  let resources: Block[] | undefined;
  /** The block that is being read, and whether it is one of a resource. */
  let piece: Piece | undefined;
  let inResources = false;
  let rootIndent = -1;
  let resourceIndent = -1;
  /** Start of the comment lines that stand just above the current line. */
  let comments = -1;

  const close = (end: number): void => {
    if (!piece) return;
    const block = blockOf(text, piece, end);
    if (inResources) resources?.push(block);
    else sections.push(block);
    piece = undefined;
  };

  let lineEnd = 0;
  for (let line = text.startsWith('\ufeff') ? 1 : 0; line < text.length; line = lineEnd + 1) {
    lineEnd = text.indexOf('\n', line);
    if (lineEnd < 0) lineEnd = text.length;
    let at = line;
    while (text.charCodeAt(at) === space) at++;
    const first = at < lineEnd ? text.charCodeAt(at) : 13;
    if (first === 13) {
      comments = -1;
      continue;
    }
    // A tab is no indentation in YAML; its line is an error of the piece it stands in.
    if (first === tab && piece) continue;
    const indent = at - line;
    const limit = inResources && resourceIndent >= 0 ? resourceIndent : rootIndent;
    if (first === hash) {
      if (indent > limit && limit >= 0 && !(inResources && resourceIndent < 0)) comments = -1;
      else if (comments < 0) comments = line;
      continue;
    }
    const start = comments < 0 ? line : comments;
    comments = -1;
    if (indent === 0 && (first === 45 || first === 46) && isMarker(text, line)) {
      if (!/^(?:---|\.\.\.)[ \t]*(?:#.*)?\r?$/.test(text.slice(line, lineEnd))) return undefined;
      close(start);
      if (resources || sections.some((section) => section.key === 'AWSTemplateFormatVersion')) {
        if (text.slice(lineEnd).trim() !== '') {
          problems.push(problem(text, span(line, line + 3), messages.moreDocuments, 'warning'));
        }
        return { sections, resources, problems };
      }
      sections = [];
      inResources = false;
      rootIndent = -1;
      continue;
    }
    if (rootIndent < 0) {
      // Directives stand before the first `---`.
      if (first === 37 && indent === 0) continue;
      if (first === 123 || first === 91) return undefined;
      rootIndent = indent;
    }
    if (indent <= rootIndent) {
      // The end of a flow collection or a list that is not indented belongs to the key above it.
      if (continues(first) && piece) continue;
      close(start);
      inResources = false;
      if (first === 63) return undefined;
      const head = text.slice(at, Math.min(lineEnd, at + 400));
      const match = /^(["']?)Resources\1[ \t]*:[ \t]*(.*?)\r?$/.exec(head);
      if (match) {
        if (/^[{&*!|>]/.test(match[2] ?? '')) return undefined;
        if (resources)
          problems.push(problem(text, span(at, at + 9), messages.duplicateKey('Resources'), 'warning'));
        resources = [];
        inResources = true;
        resourceIndent = -1;
        continue;
      }
      piece = { start, line, indent };
      continue;
    }
    if (!inResources) continue;
    if (resourceIndent < 0) {
      if (first === 45) return undefined;
      resourceIndent = indent;
    }
    if (indent > resourceIndent || (continues(first) && piece)) continue;
    // A merge key or an explicit key among the resources.
    if (first === 63 || text.startsWith('<<', at)) return undefined;
    if (indent < resourceIndent) {
      problems.push(problem(text, span(at, lineEnd), yamlMessage('BAD_INDENT', '')));
    }
    close(start);
    piece = { start, line, indent };
  }
  close(text.length);
  return { sections, resources, problems };
}

function blockOf(text: string, piece: Piece, end: number): Block {
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

function isMarker(text: string, line: number): boolean {
  return text.startsWith('---', line) || text.startsWith('...', line);
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
