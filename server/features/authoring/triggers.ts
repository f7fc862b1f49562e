/**
 * Where editors ask for completion unasked. With letters and the ends of lines, for editors do not complete words in
 * Markdown by themselves; outside of `rule` blocks the answer is empty.
 */
export const completionTriggers: readonly string[] = [
  ...' :.-[{,\'"\n',
  ...'abcdefghijklmnopqrstuvwxyz',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
];
