/** Where the sections and resources of a YAML template begin and end, by the indentation of its lines. */
import type { Problem } from '../model/template.ts';
import { span } from '../text/span.ts';
import type { Block, Header, Outline } from './outline.ts';
import { messages, problem } from './problems.ts';
import { yamlMessage } from './yamlMessages.ts';

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
        if (resources) problems.push(problem(text, span(at, at + 9), messages.duplicateKey('Resources')));
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
    text: text.slice(piece.start, end),
    keyStart: keyStart - piece.start,
  };
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

const headLine =
  /^( +)(["']?)(Type|Condition)\2[ \t]*:[ \t]+(["']?)(\w[\w:.@/-]*)\4[ \t]*(?:[ \t]#.*)?\r?$/gm;

/** Finds name and type of a resource block by its lines; undefined where they are written in an unusual way. */
export function yamlHeader(block: Block): Header | undefined {
  const { text, keyStart } = block;
  const lineEnd = text.indexOf('\n', keyStart);
  if (
    lineEnd < 0 ||
    !/^(?:[\w.-]+|"[\w.-]+"|'[\w.-]+')[ \t]*:[ \t]*(?:#.*)?\r?$/.test(text.slice(keyStart, lineEnd))
  ) {
    return undefined;
  }
  const indent = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)(?=[^\s#])/.exec(text.slice(lineEnd + 1, lineEnd + 2000))?.[1]
    ?.length;
  if (indent === undefined || /^ *<<:/m.test(text)) return undefined;
  let type: RegExpExecArray | undefined;
  let condition: RegExpExecArray | undefined;
  headLine.lastIndex = lineEnd + 1;
  for (let match = headLine.exec(text); match; match = headLine.exec(text)) {
    if (match[1]?.length !== indent) continue;
    if (match[3] === 'Type') {
      if (type) return undefined;
      type = match;
    } else {
      if (condition) return undefined;
      condition = match;
    }
  }
  // Without `::` it may be a number or `null` as well.
  if (
    !type?.[5]?.includes('::') ||
    (!condition && /^ +["']?Condition["']?[ \t]*:/m.test(text) && unusual(text, indent))
  )
    return undefined;
  const quote = type[4]?.length ?? 0;
  const colon = type.index + type[0].indexOf(':', (type[1] ?? '').length);
  const typeStart = text.indexOf(type[5], colon + 1) - quote;
  const quoted = /["']/.test(text.charAt(keyStart)) ? 1 : 0;
  return {
    nameSpan: span(keyStart, keyStart + block.key.length + 2 * quoted),
    type: type[5],
    typeSpan: span(typeStart, typeStart + type[5].length + 2 * quote),
    condition: condition?.[5],
  };
}

/** Whether `Condition` stands at this indentation in a way that `headLine` does not read. */
function unusual(text: string, indent: number): boolean {
  return new RegExp(`^ {${indent}}["']?Condition["']?[ \\t]*:`, 'm').test(text);
}
