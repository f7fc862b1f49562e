/** Labels as the layout takes them: short lines, and nothing in them that could be taken for Mermaid's own signs. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Mermaid's signs, and where they are put meanwhile: in a block of Unicode that is for private use. */
const signs = /[[\](){}|"<>/\\*~&;:=#%`]/g;
const privateUse = 0xe000;
const hidden = /[\ue000-\ue07f]/g;

/** How many columns a line of a label has at most; a wide character takes two. A longer word has a line of its own. */
const lineWidth = 18;

/** Never at the start of a line. */
const closing = /^[\p{Pe}\p{Pf}、。,.・:;?!?!,.:;ー々…]+$/u;

/** Opens a bracket or quotation: never at the end of a line. */
const opening = /[\p{Ps}\p{Pi}]$/u;

/** A label from Mermaid's source, in lines divided by `<br>`, with its signs hidden. */
export function hiddenLabel(source: string): string {
  return plainLabel(source).split('\n').flatMap(wrapped).map(hide).join('<br>');
}

/** The same in one line, where there is room for no second. */
export function hiddenTitle(source: string): string {
  return hide(plainLabel(source).replaceAll('\n', ' '));
}

function hide(line: string): string {
  return line.replace(signs, (sign) => String.fromCharCode(privateUse + sign.charCodeAt(0)));
}

/** Undoes the hiding in a text of the finished picture. */
export function shownLabel(text: string): string {
  return text.replace(hidden, (sign) => String.fromCharCode(sign.charCodeAt(0) - privateUse));
}

/** Without quotation marks, formatting and icons; `\n` between its lines. */
export function plainLabel(source: string): string {
  return source
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/^`([\s\S]*)`$/, (_, markdown: string) => markdown.replace(/\*\*|__/g, ''))
    .replace(hidden, '')
    .replace(/<br\s*\/?>|\\n/gi, '\n')
    .replace(/<\/?(?:b|strong|i|em|u|s|del|small|sub|sup|code|span|center)\s*>/gi, '')
    .replace(/\bfa[bklrs]?:fa-[\w-]+\s*/g, '')
    .replace(/[#&](?:(quot|amp|lt|gt)|#?(\d{1,6}));/g, (whole, name?: string, code?: string) =>
      name ? ({ quot: '"', amp: '&', lt: '<', gt: '>' }[name] ?? whole) : character(Number(code), whole),
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function character(code: number, otherwise: string): string {
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xf8ff)
    ? String.fromCodePoint(code)
    : otherwise;
}

/** Breaks between words, in Japanese as well. */
export function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(line)) {
    if (current !== '' && columns(current) + columns(piece.trimEnd()) > lineWidth) {
      lines.push(current.trimEnd());
      current = '';
    }
    current += piece;
  }
  if (current.trim() !== '') lines.push(current.trimEnd());
  return lines;
}

/** Words with what may not be torn from them. */
function pieces(line: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    line,
  )) {
    const last = found.at(-1);
    const stays =
      last !== undefined &&
      (/^\s+$/.test(segment) ||
        closing.test(segment) ||
        opening.test(last) ||
        // A path, a name with hyphens, a price: only spaces divide what is written in Latin letters.
        (!/\s$/.test(last) &&
          !(isWide(last) && (isWordLike === true || isWide(segment))) &&
          !isWide(segment)) ||
        // The particles after a Japanese word belong to it.
        (isWide(last) && /^[\u3041-\u309f]{1,2}$/.test(segment)));
    if (stays) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

function isWide(text: string): boolean {
  const code = text.codePointAt(text.length - 1);
  return code !== undefined && eastAsianWidth(code) === 2;
}

function columns(text: string): number {
  let count = 0;
  for (const each of text) count += eastAsianWidth(each.codePointAt(0) ?? 0);
  return count;
}
