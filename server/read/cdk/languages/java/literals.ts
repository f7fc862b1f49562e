/** Numbers and texts of Java. */

/** The number that a literal stands for: `1_000L`, `0x1F`, `1.5f`. */
export function numberOf(source: string): number | undefined {
  const digits = source.replaceAll('_', '').toLowerCase();
  const isHex = digits.startsWith('0x');
  const plain = digits.replace(isHex ? /l$/ : /[lfd]$/, '');
  const value = /^0[0-7]+$/.test(plain) ? Number.parseInt(plain, 8) : Number(plain);
  return Number.isNaN(value) ? undefined : value;
}

/** The text that a string, a text block or a character stands for. */
export function textOf(source: string): string {
  const isBlock = source.startsWith('"""');
  const inside = isBlock ? unindented(source.slice(3, -3)) : source.slice(1, -1);
  return inside.includes('\\') ? unescaped(inside) : inside;
}

/** The lines of a text block without the indentation that they have in common. */
function unindented(block: string): string {
  const [, ...lines] = block.replaceAll('\r\n', '\n').split('\n');
  const last = lines.length - 1;
  const counted = lines.filter((line, index) => line.trim() || index === last);
  const width = Math.min(...counted.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(width).trimEnd()).join('\n');
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  s: ' ',
  '\n': '',
};

function unescaped(text: string): string {
  return text.replace(/\\(?:u+([\da-f]{4})|([0-7]{1,3})|([\s\S]))/gi, (...groups) => {
    const [, hex, octal, other = ''] = groups as (string | undefined)[];
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return escapes[other] ?? other;
  });
}
