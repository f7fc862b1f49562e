/**
 * Half-typed Java. A parenthesis or a quote that is not closed, and a statement without its end, take what follows
 * for a part of them: what is broken is blanked. Lines tell what belongs together, since what continues a statement
 * is indented deeper than its start.
 */
import { blanked, type Hole, lineEnd } from '../holes.ts';

/** What a line begins with that continues the statement before it. */
const continuing =
  /^(?:[.)\]},?:&|+\-*/%<>=]|instanceof\b|extends\b|implements\b|throws\b|else\b|catch\b|finally\b|->)/;
/** What a statement ends with that needs nothing after it. */
const complete = /[;{}:,>(]$|->$|^@[\w.]+(?:\(.*\))?$|\belse$|\bdo$|\btry$/;

/** `text` with spaces for what is broken; offsets stay the same. */
export function repaired(text: string): string {
  const holes: Hole[] = [];
  let parentheses = 0;
  /** The statement that is being read: where it starts, how far that is indented, and its last character so far. */
  let start = 0;
  let indent = 0;
  let last = 0;
  for (let at = 0; at < text.length; ) {
    if (at === 0 || text[at - 1] === '\n') {
      const width = /^[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
      const first = text.slice(at + width, at + width + 12);
      if (/^[^\r\n/*]/.test(first)) {
        const isOpen = parentheses > 0 || (last > start && !complete.test(text.slice(start, last).trim()));
        const begins = width <= indent && !continuing.test(first);
        if (isOpen && (begins || (parentheses > 0 && first.startsWith('}') && width <= indent))) {
          holes.push([start, at]);
          parentheses = 0;
        }
        if (parentheses === 0 && (begins || last <= start || /[;{}]$/.test(text.slice(start, last))))
          [start, indent, last] = [at + width, width, at + width];
      }
      at += width;
      if (width) continue;
    }
    const char = text[at] ?? '';
    if (text.startsWith('//', at)) at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) at = commentEnd(text, at, holes);
    else if (char === '"' || char === "'") {
      const end = literalEnd(text, at);
      if (!end.closed) holes.push([at, end.at]);
      last = at = end.at;
    } else {
      if (char === '(') parentheses++;
      else if (char === ')') parentheses = Math.max(0, parentheses - 1);
      // Statements inside a lambda or an anonymous class have parentheses of their own.
      else if (char === '{') parentheses = 0;
      if (char.trim()) last = at + 1;
      at++;
    }
  }
  return blanked(text, holes);
}

/** The end of a comment; one that is not closed is only its line. */
function commentEnd(text: string, from: number, holes: Hole[]): number {
  const end = text.indexOf('*/', from + 2);
  if (end >= 0) return end + 2;
  holes.push([from, lineEnd(text, from)]);
  return lineEnd(text, from);
}

/** The end of a text or a character; a quote that is not closed ends with its line, three of them are alone. */
function literalEnd(text: string, from: number): { readonly at: number; readonly closed: boolean } {
  const isBlock = text.startsWith('"""', from);
  const quote = isBlock ? '"""' : (text[from] ?? '');
  for (let at = from + quote.length; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return { at: at + quote.length, closed: true };
    else if (!isBlock && text[at] === '\n') return { at, closed: false };
  }
  return { at: isBlock ? from + 3 : text.length, closed: false };
}
