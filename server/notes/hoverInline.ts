/** Inline Markdown that is safe and useful in a hover: no images, no HTML, links to the web only. */
import { replaceCodeSpans } from './codeSpans.ts';
import { withoutWikiLinks } from './wikiLinks.ts';

/** Obsidian's `==highlight==`. */
const highlight = /==(?=\S)([^=\n]{1,300}?)(?<=\S)==/g;
const image = /!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g;
const link =
  /\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const referenceLink = /\[((?:[^[\]\\]|\\.)+)\]\[[^\]]*\]/g;
const autolink = /<(https?:\/\/[^\s<>]+)>/g;
const tag = /<\/?[a-z!?][^>]*>/gi;

/** Private-use characters that stand for what is kept as it is. */
const keptStart = '\ue000';
const keptEnd = '\ue001';

/** The text of one paragraph, item or table row. */
export function inlineMarkdown(text: string): string {
  const kept: string[] = [];
  const keep = (markdown: string): string => `${keptStart}${kept.push(markdown) - 1}${keptEnd}`;
  const plain = text.replace(/[\ue000\ue001]/g, '');
  const cleaned = withoutWikiLinks(replaceCodeSpans(plain, (code) => keep(harmless(code))))
    .replace(highlight, '**$1**')
    .replace(image, '')
    .replace(link, (_, label: string, target: string) => {
      const address = target.replace(/^<|>$/g, '');
      if (label.trim() === '') return '';
      return /^https?:\/\/[^\s<>()]+$/i.test(address)
        ? `${keep('[')}${label}${keep(`](${address})`)}`
        : label;
    })
    .replace(referenceLink, '$1')
    .replace(autolink, (whole) => keep(whole))
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(tag, '')
    // A tag around another one is one still when that is gone.
    .replace(/<(?=[a-z!?/])/gi, '&lt;')
    // What still looks like a link or an image is text, whatever a renderer would make of it.
    .replace(/\\?\[(?![ xX]\] )/g, '\\[')
    .replace(/[ \t]+$/gm, (spaces) => (spaces.length > 1 ? '  ' : ''));
  // With what stood before it gone, a run of backticks may open a fence that swallows the rest.
  return restore(cleaned, kept)
    .trim()
    .replace(/^([ \t]*)(`{3,}(?=[^`\n]*$)|~{3,})/gm, '$1\\$2');
}

/** Should a renderer see the code span elsewhere, as after an unclosed tag, it still finds no link in it. */
function harmless(code: string): string {
  return code.replace(/\](?=[(:[])|!(?=\[)|<(?=[a-z][a-z0-9+.-]*:)/gi, (mark) => `${mark}\u200b`);
}

/** Kept pieces may be inside one another: code in the label of a link. */
function restore(text: string, kept: readonly string[]): string {
  let result = text;
  for (let depth = 0; depth < 3 && result.includes(keptStart); depth += 1) {
    result = result.replace(/\ue000(\d+)\ue001/g, (_, index: string) => kept[Number(index)] ?? '');
  }
  return result;
}
