/** What a line of a note begins, taken by itself. */
export type PlainLine = { readonly column: number } & (
  | { readonly kind: 'heading'; readonly depth: number; readonly markdown: string }
  | { readonly kind: 'fence'; readonly mark: string; readonly info: string }
  /** `===` or `---` below a paragraph; elsewhere it may be a line across the page, an empty item, or text. */
  | { readonly kind: 'underline'; readonly depth: 1 | 2; readonly otherwise: 'break' | 'item' | 'text' }
  | { readonly kind: 'break' }
  /**
   * `contentColumn`: from where lines belong to it. `interrupts`: whether it ends a paragraph; empty items and
   * numbers other than 1 do not.
   */
  | {
      readonly kind: 'item';
      readonly contentColumn: number;
      readonly isEmpty: boolean;
      readonly interrupts: boolean;
    }
  | { readonly kind: 'quote' }
  /** `isLong`: may go on over empty lines, as comments, scripts and declarations do. */
  | { readonly kind: 'html'; readonly isLong: boolean }
  /** Indented like code; in a paragraph it is text. */
  | { readonly kind: 'indented' }
  | { readonly kind: 'text' }
);

const tabWidth = 4;
const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const underline = /^ {0,3}(?:(=+)|-+)[ \t]*$/;
const thematicBreak = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const item = /^( {0,3}(?:[-*+]|(\d{1,9})[.)]))([ \t]+(?=[^ \t])|[ \t]*$)/;
const longHtml = /^ {0,3}<(?:[!?]|(?:script|pre|style|textarea)\b)/i;

/** Reads one line that is not empty. */
export function readPlainLine(line: string): PlainLine {
  const column = columnOf(line);
  if (column >= tabWidth) return { kind: 'indented', column };
  const headed = heading.exec(line);
  if (headed)
    return { kind: 'heading', column, depth: headed[1]?.length ?? 1, markdown: headingText(headed[2] ?? '') };
  const [, mark, info = ''] = fence.exec(line) ?? [];
  if (mark && !(mark.startsWith('`') && info.includes('`'))) return { kind: 'fence', column, mark, info };
  const isBreak = thematicBreak.test(line);
  const underlined = underline.exec(line);
  if (underlined) {
    const otherwise = isBreak ? 'break' : item.test(line) ? 'item' : 'text';
    return { kind: 'underline', column, depth: underlined[1] ? 1 : 2, otherwise };
  }
  if (isBreak) return { kind: 'break', column };
  const listed = item.exec(line);
  if (listed) return itemLine(line, column, listed);
  if (/^ {0,3}>/.test(line)) return { kind: 'quote', column };
  if (/^ {0,3}</.test(line)) return { kind: 'html', column, isLong: longHtml.test(line) };
  return { kind: 'text', column };
}

function itemLine(line: string, column: number, found: RegExpExecArray): PlainLine {
  const [whole, marker = '', number, spaces = ''] = found;
  const isEmpty = whole.length === line.length;
  const width = isEmpty ? 0 : columnOf(' '.repeat(marker.length) + spaces) - marker.length;
  const contentColumn = marker.length + (width > tabWidth || width === 0 ? 1 : width);
  const interrupts = !isEmpty && (number === undefined || Number(number) === 1);
  return { kind: 'item', column, contentColumn, isEmpty, interrupts };
}

/** How far a line is indented, in columns. */
function columnOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ') column += 1;
    else if (character === '\t') column += tabWidth - (column % tabWidth);
    else break;
  }
  return column;
}

/** Without the number signs that may close it. */
function headingText(text: string): string {
  return text
    .trimEnd()
    .replace(/(?:^|[ \t]+)#+$/, '')
    .trim();
}
