/**
 * Plainly written front matter, read by looking at its lines. Nearly all is plain, and a YAML parser takes many times
 * as long; where only the parser can tell, this says so instead of guessing.
 */
import type { Span } from '../text/span.ts';

/** A value as text; a list has several. */
export interface FrontMatterItem {
  readonly text: string;
  readonly span: Span;
}

/** A key that YAML takes for text, and what follows it. */
const keyLine =
  /^((?!(?:true|false|null):)[\p{L}_][\p{L}\p{N}_-]{0,60}(?: [\p{L}\p{N}_-]{1,60}){0,5}):(?: +(\S.*?))? *$/iu;
const itemLine = /^( *)- +(\S.*?) *$/;
const emptyLine = /^ *(?:#.*)?$/;
/** Begins with none of YAML's signs, and none of them follows. */
const plainText = /^[^\s\-?:,[\]{}#&*!|>'"%@`](?:(?!:(?: |$)| #).)*$/;
const quotedText = /^(?:"[^"\\]*"|'[^']*')$/;
/** May be a number, a truth value or nothing. */
const maybeNoText = /^(?:[-+.\d].*|true|false|null|~)$/i;

/**
 * The values of each key in `source`, the same as YAML finds; undefined where it is not plain enough to be sure.
 * @param read the keys whose values matter; of those of other tools, only that they are plain
 */
export function plainFrontMatter(
  source: string,
  read: ReadonlySet<string>,
): ReadonlyMap<string, readonly FrontMatterItem[]> | undefined {
  if (/\t|\r(?!\n)/.test(source)) return undefined;
  const values = new Map<string, readonly FrontMatterItem[]>();
  /** The key that items of a list may follow. */
  let open: { readonly key: string; readonly items: FrontMatterItem[]; indentation?: string } | undefined;
  for (const { 0: line, index: start } of source.matchAll(/[^\r\n]+/g)) {
    if (emptyLine.test(line)) continue;
    const [, indentation = '', item] = itemLine.exec(line) ?? [];
    if (item !== undefined) {
      if (!open) return undefined;
      open.indentation ??= indentation;
      const scalar = scalarIn(item, start + line.indexOf(item, indentation.length + 1), read.has(open.key));
      if (!scalar || open.indentation !== indentation) return undefined;
      open.items.push(scalar);
      continue;
    }
    const [, key, value] = keyLine.exec(line) ?? [];
    if (key === undefined || values.has(key)) return undefined;
    open = value === undefined ? { key, items: [] } : undefined;
    const found = open
      ? open.items
      : valuesIn(value ?? '', start + line.indexOf(value ?? '', key.length + 1), read.has(key));
    if (!found) return undefined;
    values.set(key, found);
  }
  return values;
}

/** A single value, or a list in brackets. */
function valuesIn(text: string, start: number, isRead: boolean): FrontMatterItem[] | undefined {
  if (!text.startsWith('[')) {
    const scalar = scalarIn(text, start, isRead);
    return scalar && [scalar];
  }
  const inside = /^\[([^[\]{}]*)\]$/.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const found: FrontMatterItem[] = [];
  let at = start + 1;
  for (const part of inside.trim() === '' ? [] : inside.split(',')) {
    const scalar = scalarIn(part.trim(), at + part.length - part.trimStart().length, isRead);
    if (!scalar) return undefined;
    found.push(scalar);
    at += part.length + 1;
  }
  return found;
}

function scalarIn(text: string, start: number, isRead: boolean): FrontMatterItem | undefined {
  const span = { start, end: start + text.length };
  if (quotedText.test(text)) return { text: text.slice(1, -1), span };
  if (!plainText.test(text) || (isRead && maybeNoText.test(text))) return undefined;
  return { text, span };
}
