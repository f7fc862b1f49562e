/**
 * Quoted texts and flow collections may go on over lines that are indented too little: the YAML readers of AWS
 * and of Python take them, the `yaml` package does not. JSON pasted into a template is often written so.
 */

const mostRepairs = 50;

/**
 * `text` with the line breaks inside quoted texts and flow collections replaced by spaces, so that every offset
 * stays the same. Undefined where none of them spans lines.
 */
export function joinedLines(text: string): string | undefined {
  let result = '';
  let from = 0;
  for (const start of openedValues(text).slice(0, mostRepairs)) {
    if (start < from) continue;
    const end = closing(text, start);
    if (end === undefined || !text.slice(start, end).includes('\n')) continue;
    result += text.slice(from, start) + text.slice(start, end).replace(/[\r\n]/g, ' ');
    from = end;
  }
  return from === 0 ? undefined : result + text.slice(from);
}

/** Offset after the quoted text or flow collection that begins at `start`, if it ends. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || (character === "'" && (depth === 0 || /[\s,:[{]/.test(text.charAt(at - 1))))) {
      at = endOfQuoted(text, at) - 1;
      if (at < 0) return undefined;
    } else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quote === '"') at++;
    else if (character === quote) {
      if (quote === '"' || text.charAt(at + 1) !== quote) return at + 1;
      at++;
    }
  }
  return 0;
}

/** Offsets where a value that may span lines begins: an opening quote or bracket whose line does not close it. */
function openedValues(text: string): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/(?:^[ \t]*|[:-][ \t]+(?:![\w:]+[ \t]+)?)(["'[{])[^\n]*$/gm)) {
    found.push(match.index + match[0].indexOf(match[1] ?? ''));
  }
  return found;
}
