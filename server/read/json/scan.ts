/** Finds the members of JSON objects by counting brackets, many times faster than parsing. */

export interface Member {
  readonly key: string;
  /** Offset of the key's opening quote. */
  readonly keyStart: number;
  /** Offset just after the key's closing quote. */
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The members of the value, where they were asked for. */
  readonly inner: Members | undefined;
}

export interface Members {
  readonly members: readonly Member[];
  /** Offset just after the closing brace. */
  readonly end: number;
  /** Offsets where a comma is missing before a member. */
  readonly missingCommas: readonly number[];
}

const quote = 34;
const backslash = 92;
const slash = 47;

/**
 * The members of the object that begins at `start` with its brace. A number instead of members is the offset
 * where the text stopped being an object.
 * @param into the key whose own members are wanted as well
 */
export function scanMembers(text: string, start: number, into?: string): Members | number {
  const members: Member[] = [];
  const missingCommas: number[] = [];
  let at = skipSpace(text, start + 1);
  let separated = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 125) return { members, end: at + 1, missingCommas };
    if (code === 44) {
      separated = true;
      at = skipSpace(text, at + 1);
      continue;
    }
    if (code !== quote) return at;
    if (!separated) missingCommas.push(at);
    separated = false;
    const keyEnd = skipString(text, at);
    const colon = skipSpace(text, keyEnd);
    if (text.charCodeAt(colon) !== 58) return colon;
    const valueStart = skipSpace(text, colon + 1);
    const key = keyOf(text.slice(at, keyEnd));
    const inner =
      key === into && text.charCodeAt(valueStart) === 123 ? scanMembers(text, valueStart) : undefined;
    if (typeof inner === 'number') return inner;
    const valueEnd = inner?.end ?? skipValue(text, valueStart);
    if (valueEnd <= valueStart) return valueStart;
    members.push({ key, keyStart: at, keyEnd, valueStart, valueEnd, inner });
    at = skipSpace(text, valueEnd);
  }
  return text.length;
}

/** Offset of the first character at or after `at` that is neither white space nor in a comment. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xfeff) {
      i++;
    } else if (code === slash) {
      const after = skipComment(text, i);
      if (after === i) return i;
      i = after;
    } else return i;
  }
}

function skipComment(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === slash) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (next === 42) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return at;
}

/** Offset after the string that begins at `at`; one that is not closed ends with its line. */
function skipString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code === backslash) i++;
    else if (code === 10) return i;
  }
  return text.length;
}

/** Offset after the value that begins at `at`, or `at` where none ends properly. */
function skipValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === quote) return skipString(text, at);
  if (first !== 123 && first !== 91) {
    let i = at;
    while (i < text.length && /[\w.+-]/.test(text.charAt(i))) i++;
    return i;
  }
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Most of a template is indentation.
    if (code === 32) continue;
    if (code === quote) i = skipString(text, i) - 1;
    else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) {
      if (--depth === 0) return i + 1;
    } else if (code === slash) {
      const after = skipComment(text, i);
      if (after > i) i = after - 1;
    }
  }
  return at;
}

/** The text of a key, from how it is written with its quotes. */
export function keyOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, written.endsWith('"') ? -1 : undefined);
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, -1);
  }
}
