/** Where the sections and resources of a JSON template begin and end. */
import type { Problem } from '../../model/template.ts';
import { span } from '../../text/span.ts';
import type { Block, Header, Outline } from '../grammar.ts';
import { messages, problem } from '../problems.ts';
import { jsonMessages } from './messages.ts';
import { keyOf, type Member, scanMembers, skipSpace } from './scan.ts';

/**
 * Cuts a template into blocks: by its brackets where they match, by its indentation while they do not, as when
 * someone is typing. Undefined where neither tells.
 */
export function jsonOutline(text: string): Outline | undefined {
  const open = skipSpace(text, 0);
  if (text.charCodeAt(open) !== 123) return undefined;
  return byBrackets(text, open) ?? byIndentation(text);
}

function byBrackets(text: string, open: number): Outline | undefined {
  const root = scanMembers(text, open, 'Resources');
  if (typeof root === 'number') return undefined;
  const problems: Problem[] = [];
  const sections: Block[] = [];
  let resources: Block[] | undefined;
  const misplaced = [...root.missingCommas];
  let before = open + 1;
  for (const member of root.members) {
    if (member.inner) {
      const { inner } = member;
      misplaced.push(...inner.missingCommas);
      if (resources) {
        problems.push(
          problem(text, span(member.keyStart, member.keyEnd), messages.duplicateKey('Resources'), 'warning'),
        );
      }
      resources = [];
      let after = member.valueStart + 1;
      for (const resource of inner.members) {
        resources.push(blockOf(text, resource, after));
        after = resource.valueEnd;
      }
    } else {
      sections.push(blockOf(text, member, before));
    }
    before = member.valueEnd;
  }
  for (const at of misplaced) problems.push(problem(text, span(at, at + 1), jsonMessages.commaMissing));
  const rest = skipSpace(text, root.end);
  if (rest >= text.length) return { sections, resources, problems };
  problems.push(problem(text, span(rest, lineEndAfter(text, rest)), jsonMessages.textAfterEnd));
  // One brace too many closes the template early, and all that follows would be lost.
  const loose = byIndentation(text);
  return (loose?.resources?.length ?? 0) > (resources?.length ?? 0)
    ? { sections, resources, ...loose, problems }
    : { sections, resources, problems };
}

function lineEndAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** @param after where the member before ends; comments between belong to this one */
function blockOf(text: string, member: Member, after: number): Block {
  const between = text.slice(after, member.keyStart);
  const start = after + leadingComments(between);
  return {
    key: member.key,
    start,
    text: text.slice(start, member.valueEnd),
    keyStart: member.keyStart - start,
  };
}

/** Offset of the first of the `//` comment lines that end `between`; its length where there is none. */
function leadingComments(between: string): number {
  if (!between.includes('/')) return between.length;
  const comments =
    /(?:^|\n)[ \t]*((?:\/\/[^\n]*\n[ \t]*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\r?\n?[ \t]*)+)$/.exec(between);
  return comments ? between.length - (comments[1]?.length ?? 0) : between.length;
}

const memberLine = /^([ \t]*)("(?:[^"\\\n]|\\.)*")[ \t]*(:?)/;

/** For text whose brackets do not match: members of one object stand at the same indentation. */
function byIndentation(text: string): Outline | undefined {
  const head = /^([ \t]*)"Resources"[ \t]*:[ \t]*\{[ \t]*\r?$/m.exec(text);
  if (!head) return undefined;
  const rootIndent = (head[1] ?? '').length;
  const sections: Block[] = [];
  const resources: Block[] = [];
  let resourceIndent = -1;
  let inResources = false;
  let piece: { start: number; key: string; keyStart: number } | undefined;
  const close = (end: number): void => {
    if (!piece) return;
    const block: Block = {
      key: piece.key,
      start: piece.start,
      text: withoutComma(text.slice(piece.start, end)),
      keyStart: piece.keyStart - piece.start,
    };
    (inResources ? resources : sections).push(block);
    piece = undefined;
  };
  let lineEnd = 0;
  for (let line = 0; line < text.length; line = lineEnd + 1) {
    lineEnd = text.indexOf('\n', line);
    if (lineEnd < 0) lineEnd = text.length;
    let at = line;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
    const indent = at - line;
    const first = text.charCodeAt(at);
    if (at >= lineEnd || first === 13 || first === 47) continue;
    if (indent > rootIndent && inResources && resourceIndent < 0) {
      if (first !== 34) return undefined;
      resourceIndent = indent;
    }
    const limit = inResources ? resourceIndent : rootIndent;
    if (indent > limit) continue;
    // A closing brace ends the piece above it; it is that piece's own where a member may go on.
    if (first !== 34) {
      if (indent > rootIndent && inResources) {
        if (first === 125 || first === 93) continue;
        close(line);
        piece = { start: line, key: '', keyStart: at };
      } else if (first === 125 && indent === rootIndent && inResources) {
        close(line);
        inResources = false;
      }
      continue;
    }
    const match = memberLine.exec(text.slice(line, Math.min(lineEnd, line + 400)));
    close(line);
    // A stray quote far left is a slip of the keyboard, no section.
    if (indent <= rootIndent && (!inResources || match?.[3])) {
      inResources = line === head.index;
      if (inResources) continue;
    }
    piece = { start: line, key: keyOf(match?.[2] ?? '""'), keyStart: at };
  }
  // The last closing braces are the file's own.
  if (piece && inResources) close(text.length);
  else close(Math.max(piece?.start ?? 0, text.lastIndexOf('}')));
  return { sections, resources, problems: [] };
}

function withoutComma(text: string): string {
  return text.trimEnd().replace(/,$/, '');
}

/** Finds name and type of a resource block without parsing it; undefined where only parsing can tell. */
export function jsonHeader(block: Block): Header | undefined {
  const { text, keyStart } = block;
  const keyEnd = keyStart + keyLength(text, keyStart);
  const colon = skipSpace(text, keyEnd);
  if (text.charCodeAt(colon) !== 58) return undefined;
  const brace = skipSpace(text, colon + 1);
  if (text.charCodeAt(brace) !== 123) return undefined;
  const body = scanMembers(text, brace);
  if (typeof body === 'number') return undefined;
  const types = body.members.filter((member) => member.key === 'Type');
  const conditions = body.members.filter((member) => member.key === 'Condition');
  const [type] = types;
  const [condition] = conditions;
  if (!type || types.length > 1 || conditions.length > 1) return undefined;
  if (!isString(text, type) || (condition && !isString(text, condition))) return undefined;
  return {
    nameSpan: span(keyStart, keyEnd),
    type: keyOf(text.slice(type.valueStart, type.valueEnd)),
    typeSpan: span(type.valueStart, type.valueEnd),
    condition: condition && keyOf(text.slice(condition.valueStart, condition.valueEnd)),
  };
}

function keyLength(text: string, at: number): number {
  return /^"(?:[^"\\\n]|\\.)*"/.exec(text.slice(at, at + 400))?.[0].length ?? 0;
}

function isString(text: string, member: Member): boolean {
  return text.charCodeAt(member.valueStart) === 34 && text.charCodeAt(member.valueEnd - 1) === 34;
}
