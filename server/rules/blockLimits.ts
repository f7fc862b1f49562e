/** How large a rule block may be: a note is anybody's text, and reading it must take bounded time. */
export const mostCharacters = 16 * 1024;
export const deepest = 32;

/** Whether the text of a block can be given to the YAML parser. */
export function isReadable(source: string): boolean {
  return source.length <= mostCharacters && nesting(source) <= 2 * deepest;
}

/** How deep the text may be nested at most: the parser takes seconds over thousands of brackets or dashes. */
function nesting(source: string): number {
  let [open, most] = [0, 0];
  for (const character of source) {
    if (character === '[' || character === '{') open += 1;
    if (character === ']' || character === '}') open -= 1;
    most = Math.max(most, open);
  }
  const dashes = source.match(/^[ ]*(?:[-?] )+/gm) ?? [];
  return Math.max(most, ...dashes.map((run) => run.trim().length / 2));
}

/** How deep `value` is nested; stops counting where it is too deep anyway. */
export function depth(value: unknown, above = 0): number {
  if (typeof value !== 'object' || value === null || above > deepest) return above;
  return Math.max(above + 1, ...Object.values(value).map((each) => depth(each, above + 1)));
}
