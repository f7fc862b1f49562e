/** Inline code, found as CommonMark does: runs of backticks pair with the next run of the same length. */

/** `text`, a paragraph, with its code spans replaced. */
export function replaceCodeSpans(text: string, by: (code: string) => string): string {
  let result = '';
  let at = 0;
  for (const { 0: run, index } of text.matchAll(/\\[\s\S]|`+/g)) {
    if (index < at || run.startsWith('\\')) continue;
    const end = closingRun(text, index + run.length, run.length);
    if (end === undefined) continue;
    result += text.slice(at, index) + by(text.slice(index, end));
    at = end;
  }
  return result + text.slice(at);
}

function closingRun(text: string, from: number, length: number): number | undefined {
  const runs = /`+/g;
  runs.lastIndex = from;
  for (let match = runs.exec(text); match; match = runs.exec(text)) {
    if (match[0].length === length) return match.index + length;
  }
  return undefined;
}
