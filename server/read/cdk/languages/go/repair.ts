/**
 * Half-typed Go. A bracket that is not closed yet swallows everything below it, and so does a quote: what is broken
 * is blanked, so that everything around it is read. How lines are indented, as gofmt does it, tells what belongs to
 * what.
 */
import { blanked, type Hole, lineEnd } from '../holes.ts';

interface Opened {
  readonly bracket: string;
  /** Where the bracket is closed again, if it is the last thing in what begins a block: `if x {`. */
  readonly block: number | undefined;
  /** Where the line begins that it is in, and how far that is indented. */
  readonly line: number;
  readonly indent: number;
}

/** `text` with spaces for what is broken; offsets stay the same. */
export function repaired(text: string): string {
  const holes: Hole[] = [];
  const open: Opened[] = [];
  let line = 0;
  let indent = 0;
  for (let at = 0; at < text.length; ) {
    if (at === 0 || text[at - 1] === '\n') {
      const end = lineEnd(text, at);
      indent = indentOf(text, at);
      const first = text[at + indent] ?? '\n';
      // Empty lines and comments may stand anywhere.
      const counts = !/[\r\n]/.test(first) && !text.startsWith('//', at + indent);
      if (counts) leave(open, indent, at, holes, /[)\]}]/.test(first), isCase(text, at + indent));
      line = at + indent + (/^[)\]}\s]*/.exec(text.slice(at + indent, end))?.[0].length ?? 0);
      if (counts && isUnfinished(text, at, end, indent)) {
        holes.push([line, end]);
        at = end;
        continue;
      }
      at += indent;
      if (indent) continue;
    }
    special.lastIndex = at;
    const found = special.exec(text)?.index ?? text.length;
    // A line begins after each line break.
    if (found > at) {
      at = found;
      continue;
    }
    const char = text[at] ?? '';
    if (char === '\n') at++;
    else if (text.startsWith('//', at)) at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) holes.push([at, at + 2]);
      at = end < 0 ? at + 2 : end + 2;
    } else if (char === '"' || char === "'" || char === '`') {
      const end = quoteEnd(text, at);
      // What stands before the quote in its line needs what it would give.
      const from = char === '`' ? at : line;
      if (!end.closed) holes.push([from, end.at]);
      while (!end.closed && (open.at(-1)?.line ?? -1) >= from) open.pop();
      at = end.at;
    } else if (char === '(' || char === '[' || char === '{') {
      const block = char === '{' && beginsBlock.test(text.slice(line, at + 1)) ? at + 1 : undefined;
      open.push({ bracket: char, block, line, indent });
      at++;
    } else if (char !== '/') {
      close(open, char, at, holes);
      at++;
    } else at++;
  }
  leave(open, -1, text.length, holes, false, false);
  return blanked(text, holes);
}

/** Where more than the next character has to be looked at. */
const special = /[\n"'`/()[\]{}]/g;

/** What a block begins with, up to its brace. */
const beginsBlock = /^(?:(?:if|for|func|switch|select|else|go|defer)\b.*|.*\bfunc\b.*|)\{$/s;

/** What a line cannot end with, unless the next one goes on with it: `lb.`, `size :=`, `Versioned:`, `if`, `var x`. */
const unfinished =
  /(?:[-+*/%|&^=<>!.:]|\b(?:if|for|range|go|defer|case|switch|func|import|type)|^(?:var|const|type) +\w+)[ \t]*$/;

/** Ends what a line that is indented so far cannot be in. */
function leave(
  open: Opened[],
  indent: number,
  at: number,
  holes: Hole[],
  closes: boolean,
  isCase: boolean,
): void {
  const outer = open.findIndex((each) => (closes || isCase ? each.indent > indent : each.indent >= indent));
  if (outer < 0) return;
  for (const { line, block } of open.slice(outer)) {
    // What is in a block that is not closed goes on without it.
    if (block !== undefined) holes.push([line, block]);
    else {
      holes.push([line, at]);
      break;
    }
  }
  open.length = outer;
}

/** Closes a bracket; those in it that are not closed are broken, and so is one that closes nothing. */
function close(open: Opened[], char: string, at: number, holes: Hole[]): void {
  const bracket = { ')': '(', ']': '[', '}': '{' }[char];
  const index = open.findLastIndex((each) => each.bracket === bracket);
  const broken = open[index + 1];
  if (index < 0) holes.push([at, at + 1]);
  else if (broken) holes.push([broken.line, at]);
  if (index >= 0) open.length = index;
}

function isUnfinished(text: string, start: number, end: number, indent: number): boolean {
  const written = text.slice(start + indent, end).trimEnd();
  if (!unfinished.test(written) || written.includes('//') || /(?:\+\+|--)$/.test(written)) return false;
  if (/:$/.test(written) && isCase(text, start + indent)) return false;
  // What goes on in the next line is indented further there.
  const next = /^\s*\n([ \t]*)\S/.exec(text.slice(end, end + 1000));
  return (next?.[1]?.length ?? 0) <= indent;
}

function isCase(text: string, at: number): boolean {
  return /^(?:case\b|default:)/.test(text.slice(at, at + 8));
}

function indentOf(text: string, at: number): number {
  return /^[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
}

/** Where the quoted text at `from` ends; a quote that is not closed ends with its line, a backtick is alone. */
function quoteEnd(text: string, from: number): { readonly at: number; readonly closed: boolean } {
  const quote = text[from] ?? '';
  if (quote === '`') {
    const end = text.indexOf('`', from + 1);
    return { at: (end < 0 ? from : end) + 1, closed: end >= 0 };
  }
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === quote) return { at: at + 1, closed: true };
    else if (char === '\n') return { at, closed: false };
  }
  return { at: text.length, closed: false };
}
