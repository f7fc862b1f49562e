/** A note's text with its code blanked out: what is left is Markdown that means what it looks like. */
import { replaceCodeSpans } from './codeSpans.ts';

/** `text` with code, fenced or inline, as spaces; every offset stays. */
export function withoutCode(text: string): string {
  if (!/`|~~~/.test(text)) return text;
  let result = '';
  let paragraph = '';
  let fence: string | undefined;
  const endParagraph = (): void => {
    result += replaceCodeSpans(paragraph, blank);
    paragraph = '';
  };
  for (const line of text.split(/(?<=\n)/)) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      result += blank(line);
      if (mark?.startsWith(fence) && line.replace(/[\s>]/g, '') === mark) fence = undefined;
    } else if (mark) {
      endParagraph();
      fence = mark;
      result += blank(line);
    } else {
      paragraph += line;
      if (line.trim() === '') endParagraph();
    }
  }
  endParagraph();
  return result;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
