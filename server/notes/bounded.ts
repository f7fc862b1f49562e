/**
 * Markdown that nests or repeats without end costs parsers more than it is worth to a reader. Here it is made tame
 * before it is parsed; everything keeps its offset.
 */
import type { Span } from '../text/span.ts';

/** Lists and quotes inside one another. */
export const deepestNesting = 12;
const deepestIndentation = 60;
/** Emphasis, links and the like in one paragraph: pairing them takes time that grows with their square. */
const mostMarkers = 400;

/** At most `longest` characters of `text`, up to the end of a line, in a form that any parser can take. */
export function boundedText(text: string, longest: number): string {
  const end = text.length <= longest ? text.length : text.lastIndexOf('\n', longest);
  return calmed(flattened(text.slice(0, end < 0 ? longest : end)).shallow);
}

/** `text` with the lines that nest too deeply blanked out, and the first of them; all offsets stay. */
export function flattened(text: string): { shallow: string; deep: Span | undefined } {
  const nested = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/gm;
  let deep: Span | undefined;
  const shallow = text.replace(nested, (prefix, offset: number) => {
    const nesting = prefix.match(/[>\-*+]|\d+[.)]/g)?.length ?? 0;
    const indentation = /^[ \t]*/.exec(prefix)?.[0].length ?? 0;
    if (nesting <= deepestNesting && indentation <= deepestIndentation) return prefix;
    deep ??= { start: offset, end: offset + prefix.length };
    return ' '.repeat(prefix.length);
  });
  return { shallow, deep };
}

/** `text` with paragraphs that are nothing but markers made plain; code stays as it is. */
function calmed(text: string): string {
  const lines = text.split('\n');
  let fence: string | undefined;
  let paragraph: number[] = [];
  let markers = 0;

  function endParagraph(): void {
    if (markers > mostMarkers)
      for (const at of paragraph) lines[at] = (lines[at] ?? '').replace(/[*_[\]~!<`]/g, ' ');
    paragraph = [];
    markers = 0;
  }

  lines.forEach((line, at) => {
    const opening = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (opening?.startsWith(fence) && line.trim() === opening) fence = undefined;
      return;
    }
    if (opening || /^\s*(?:$|[-*+]\s|\d{1,9}[.)]\s|\||#)/.test(line)) endParagraph();
    if (opening) fence = opening;
    else {
      paragraph.push(at);
      markers += line.match(/[*_[\]~!<`]/g)?.length ?? 0;
    }
  });
  endParagraph();
  return lines.join('\n');
}
