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

/** The names that a pattern (`x`, `{ a, b: c = 1 }`, `[d]`, a list of parameters) binds. */
export function patternNames(pattern: Node | null): string[] {
  if (!pattern) return [];
  if (pattern.type === 'identifier') return [pattern.text];
  const names: string[] = [];
  const collect = (node: Node, depth: number): void => {
    if (depth > 8) return;
    if (node.type === 'identifier' || node.type === 'shorthand_property_identifier_pattern')
      names.push(node.text);
    else if (/^(type_annotation|accessibility_modifier|comment)$/.test(node.type)) return;
    else if (
      /^(pair_pattern|required_parameter|optional_parameter|assignment_pattern|object_assignment_pattern|variable_declarator)$/.test(
        node.type,
      )
    ) {
      const inner =
        node.childForFieldName('pattern') ??
        node.childForFieldName('left') ??
        node.childForFieldName(node.type === 'pair_pattern' ? 'value' : 'name');
      if (inner) collect(inner, depth + 1);
    } else {
      for (const child of node.namedChildren) if (child) collect(child, depth + 1);
    }
  };
  collect(pattern, 0);
  return names;
}
