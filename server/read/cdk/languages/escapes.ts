/** Escapes in strings, for the languages that write them as C does. */

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

/** `text` with its escapes resolved: `\n`, `\x41`, `\101`, `\u00e9`, `\U0001f600`, and a line that goes on. */
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
