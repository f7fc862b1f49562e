/** Where editors ask for completion unasked, in Markdown alone; outside of `rule` blocks the answer is empty. */
export const completionTriggers: readonly string[] = [...' :.-[{,'];
