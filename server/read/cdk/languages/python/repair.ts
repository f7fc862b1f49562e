/**
 * Half-typed Python. A parenthesis that is not closed yet swallows everything below it, and so does a quote: what
 * is broken is blanked, so that everything around it is read.
 */
import { blanked, type Hole, lineEnd } from '../holes.ts';

interface Opened {
  readonly bracket: string;
  /** Where the statement starts that it is in, and how far that is indented. */
  readonly statement: number;
  readonly indent: number;
}

/** `text` with spaces for what is broken; offsets stay the same. */
export function repaired(text: string): string {
  const holes: Hole[] = [];
  let open: Opened[] = [];
  /** How far statements are indented so far. */
  const levels = new Set<number>();
  let statement = 0;
  let indent = 0;
  for (let at = 0; at < text.length; ) {
    const lineStart = at === 0 || text[at - 1] === '\n';
    if (lineStart) {
      const width = /^[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
      const first = text[at + width] ?? '\n';
      const outer = open[0];
      if (!/[\r\n#]/.test(first)) {
        // Who continues a statement indents it; only closing brackets go back.
        if (outer && width <= outer.indent && levels.has(width) && !/[)\]}]/.test(first)) {
          holes.push([outer.statement, at]);
          open = [];
        }
        if (open.length === 0) {
          [statement, indent] = [at + width, width];
          levels.add(width);
        }
      }
      at += width;
      if (width) continue;
    }
    const char = text[at] ?? '';
    if (char === '#') {
      at = lineEnd(text, at);
    } else if (char === '"' || char === "'") {
      const end = stringEnd(text, at);
      if (end.closed) at = end.at;
      else {
        holes.push([at, end.at]);
        at = end.at;
      }
    } else if (/[([{]/.test(char)) {
      open.push({ bracket: char, statement, indent });
      at++;
    } else if (/[)\]}]/.test(char)) {
      if (open.length === 0) holes.push([at, at + 1]);
      open.pop();
      at++;
    } else if (char === '\n' || char === '\r') {
      if (open.length === 0) dangling(text, statement, at, holes);
      at++;
    } else {
      at++;
    }
  }
  if (open[0]) holes.push([open[0].statement, text.length]);
  else dangling(text, statement, text.length, holes);
  return blanked(text, holes);
}

/** What a line cannot end with: `lb.`, `size =`, `from aws_cdk import`. */
const unfinished = /(?:[^=!<>]=|[-+*/%|&.@]|\b(?:import|from|and|or|not|in|is|if|elif|while|as|with))[ \t]*$/;

/** Blanks a line that ends with something that needs more after it. */
function dangling(text: string, start: number, end: number, holes: Hole[]): void {
  const line = text.slice(start, end);
  if (unfinished.test(line) && !line.includes('#')) holes.push([start, end]);
}

/** Where the string at `from` ends; a quote that is not closed ends with its line, three of them are alone. */
function stringEnd(text: string, from: number): { readonly at: number; readonly closed: boolean } {
  const quote = text[from] ?? '';
  const triple = quote.repeat(3);
  if (text.startsWith(triple, from)) {
    for (let at = from + 3; at < text.length; at++) {
      if (text[at] === '\\') at++;
      else if (text.startsWith(triple, at)) return { at: at + 3, closed: true };
    }
    return { at: from + 3, closed: false };
  }
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === quote) return { at: at + 1, closed: true };
    else if (char === '\n') return { at, closed: false };
  }
  return { at: text.length, closed: false };
}
