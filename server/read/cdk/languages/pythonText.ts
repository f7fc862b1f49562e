/** Strings of Python. */
import type { Node } from '@vscode/tree-sitter-wasm';

/** Whether escapes in a string mean themselves: `r'\d'`. */
export function isRaw(node: Node): boolean {
  return /^\w*[rR]\w*["']/.test(node.text.slice(0, 4));
}

/** Whether it is a text: bytes are not. */
export function isText(node: Node): boolean {
  return !/^\w*[bB]\w*["']/.test(node.text.slice(0, 4));
}

/** `text` with its escapes resolved. */
export function unescaped(text: string): string {
  return text.replace(
    /\\(\r?\n|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/g,
    (whole, code: string) => {
      if (/^[\r\n]/.test(code)) return '';
      if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
      if (/^[xuU]./.test(code)) {
        const point = Number.parseInt(code.slice(1), 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      }
      return single[code] ?? whole;
    },
  );
}

const single: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
