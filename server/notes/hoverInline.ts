/** Inline Markdown that is safe and useful in a hover: no images, no HTML, links to the web only. */
const codeSpan = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
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
  const cleaned = text
    .replace(/[\ue000\ue001]/g, '')
    .replace(codeSpan, (code) => keep(code))
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
    // What still looks like a link or an image is text, whatever a renderer would make of it.
    .replace(/\\?\[(?![ xX]\] )/g, '\\[')
    .replace(/[ \t]+$/gm, (spaces) => (spaces.length > 1 ? '  ' : ''));
  return restore(cleaned, kept).trim();
}

/** Kept pieces may be inside one another: code in the label of a link. */
function restore(text: string, kept: readonly string[]): string {
  let result = text;
  for (let depth = 0; depth < 3 && result.includes(keptStart); depth += 1) {
    result = result.replace(/\ue000(\d+)\ue001/g, (_, index: string) => kept[Number(index)] ?? '');
  }
  return result;
}
