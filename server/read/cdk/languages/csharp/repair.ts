/**
 * Half-typed C#. A parenthesis or a brace that is not closed yet swallows what is below it: what is broken is
 * blanked, as far as its indentation tells, so that everything around it is read.
 */

import { blanked, type Hole, lineEnd } from '../holes.ts';

interface Opened {
  /** True for the braces of a body, false for parentheses and what is given in braces. */
  readonly isBlock: boolean;
  readonly at: number;
  /** How far its line is indented. */
  readonly indent: number;
  /** Where the statement starts that it is in, and how far that is indented. */
  readonly statement: Statement;
}

interface Statement {
  readonly start: number;
  readonly indent: number;
}

/** `text` with spaces for what is broken; offsets stay the same. */
export function repaired(text: string): string {
  const holes: Hole[] = [];
  const open: Opened[] = [];
  let statement: Statement | undefined;
  let indent = 0;
  for (let at = 0; at < text.length; ) {
    if (at === 0 || text[at - 1] === '\n') {
      const width = /^[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
      const first = text[at + width] ?? '\n';
      if (first === '#') {
        at = lineEnd(text, at);
        continue;
      }
      if (!/[\r\n]/.test(first) && !text.startsWith('//', at + width)) {
        indent = width;
        statement = newLine(at, width, first, statement);
        at += width;
      }
    }
    const char = text[at] ?? '';
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    const skipped = notCode(text, at);
    if (skipped) {
      if (skipped.broken) holes.push([at, skipped.end]);
      if (!skipped.comment) statement ??= { start: at, indent };
      at = skipped.end;
      continue;
    }
    if (/[([{]/.test(char)) {
      statement ??= { start: at, indent };
      const isBlock = char === '{' && opensBlock(text, statement.start, at);
      open.push({ isBlock, at, indent, statement });
      if (isBlock) statement = undefined;
    } else if (/[)\]}]/.test(char)) {
      const closed = open.pop();
      if (!closed) holes.push([at, at + 1]);
      // A body that is closed ends its statement, unless it is that of a lambda.
      else if (closed.isBlock) statement = open.some((each) => !each.isBlock) ? closed.statement : undefined;
    } else if (char === ';' && open.at(-1)?.isBlock !== false) {
      statement = undefined;
    } else {
      statement ??= { start: at, indent };
    }
    at++;
  }
  for (const { isBlock, statement: broken } of open) {
    if (isBlock) continue;
    holes.push([broken.start, text.length]);
    break;
  }
  return blanked(text, holes);

  /** What a new line tells of the lines before it. */
  function newLine(
    at: number,
    width: number,
    first: string,
    before: Statement | undefined,
  ): Statement | undefined {
    if (first === '}') {
      closeBodies(width);
      // A brace that is further in than the one that it would close is one too many.
      const top = open.at(-1);
      if (top?.isBlock && width > top.indent) {
        holes.push([at + width, at + width + 1]);
        open.push({ ...top, isBlock: true });
      }
      return before;
    }
    if (/[)\]{.?:&|+*/<>=,-]/.test(first)) return before;
    // Who continues a statement indents it.
    const broken = open.findIndex((each) => !each.isBlock && width <= each.statement.indent);
    const swallowed = open[broken];
    if (swallowed) {
      holes.push([swallowed.statement.start, at]);
      open.length = broken;
      return undefined;
    }
    const isOpen = open.at(-1)?.isBlock === false;
    if (!before || isOpen || width > before.indent || !isUnfinished(text.slice(before.start, at)))
      return before;
    holes.push([before.start, at]);
    return undefined;
  }

  /** Blanks the heads of bodies that are not closed where a brace closes one further out. */
  function closeBodies(width: number): void {
    for (;;) {
      const top = open.at(-1);
      if (!top?.isBlock || open.length === 1 || width >= top.indent) return;
      holes.push([top.statement.start, top.at + 1]);
      open.pop();
    }
  }
}

/** Whether a brace at `at` opens a body, not what is given to `new`. */
function opensBlock(text: string, statement: number, at: number): boolean {
  if (
    /^(?:if|for|foreach|while|switch|using|lock|catch|else|do|try)\b/.test(
      text.slice(statement, statement + 20),
    )
  )
    return true;
  const before = text.slice(Math.max(statement, at - LONGEST_HEAD), at).trimEnd();
  if (before === '' || before.endsWith('=>')) return true;
  return !/\bnew\b|[=,([{]$|\bswitch$/.test(before);
}

/** More of what stands before a brace is not looked at. */
const LONGEST_HEAD = 300;

/** Whether a statement needs more after its last line: `lb.`, `var x =`, `return`. */
function isUnfinished(statement: string): boolean {
  const code = statement.replace(/\/\/.*/g, '').trimEnd();
  return code !== '' && !/[)\]}:>,;"']$|\b(?:else|do|try|finally|unsafe|checked)$/.test(code);
}

interface Skipped {
  readonly end: number;
  readonly comment: boolean;
  readonly broken: boolean;
}

/** A comment or a text at `at`; one that is not closed ends with its line. */
function notCode(text: string, at: number): Skipped | undefined {
  if (text.startsWith('//', at)) return { end: lineEnd(text, at), comment: true, broken: false };
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return { end: end < 0 ? at + 2 : end + 2, comment: true, broken: end < 0 };
  }
  const opening = /["'$@]/.test(text[at] ?? '') && /^(?:[$@]*"+|')/.exec(text.slice(at, at + 20))?.[0];
  if (!opening) return undefined;
  const end = textEnd(text, at, opening);
  return { end: end ?? lineEnd(text, at), comment: false, broken: end === undefined };
}

/** Where the text at `at` ends, or undefined where it does not. */
function textEnd(text: string, at: number, opening: string): number | undefined {
  const quotes = opening.replace(/[$@]/g, '');
  const from = at + opening.length;
  if (quotes === '""') return from;
  if (quotes.length > 2) {
    const end = text.indexOf(quotes, from);
    return end < 0 ? undefined : end + quotes.length;
  }
  const isVerbatim = opening.includes('@');
  for (let end = from; end < text.length; end++) {
    const char = text[end];
    if (char === '\n' && !isVerbatim) return undefined;
    if (char === '\\' && !isVerbatim) end++;
    else if (char === quotes && isVerbatim && text[end + 1] === quotes) end++;
    else if (char === quotes) {
      // What seems to end a text of several lines may begin another one.
      const isNext = text.slice(at, end).includes('\n') && /\w/.test(text[end + 1] ?? '');
      return isNext ? undefined : end + 1;
    }
  }
  return undefined;
}
