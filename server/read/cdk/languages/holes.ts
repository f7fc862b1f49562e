/** Parts of a half-typed text that a parser should not see. */

export type Hole = readonly [start: number, end: number];

/** `text` with spaces for what is in `holes`; offsets stay the same. */
export function blanked(text: string, holes: readonly Hole[]): string {
  let result = '';
  let at = 0;
  for (const [start, end] of [...holes].sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    result += text.slice(at, from) + text.slice(from, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

/** Where the line of `from` ends. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
