/** Strings and patterns of TypeScript and JavaScript. */
import type { Node } from '@vscode/tree-sitter-wasm';

/** The text that a string literal stands for. */
export function stringText(node: Node | null): string {
  const inside = node?.text.slice(1, -1) ?? '';
  return inside.includes('\\') ? unescaped(inside) : inside;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/** `text` with its escape sequences resolved. */
export function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r?\n)|(.))/gi, (...groups) => {
    const [, braced, four, two, lineBreak, other] = groups as (string | undefined)[];
    const code = braced ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    if (lineBreak !== undefined) return '';
    return escapes[other ?? ''] ?? other ?? '';
  });
}
