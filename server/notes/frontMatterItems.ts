/** The keys of a note's front matter and what stands under them. */
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';
import { type FrontMatterItem, plainFrontMatter } from './plainFrontMatter.ts';

export interface FrontMatterItems {
  of(key: FrontMatterKey): readonly FrontMatterItem[];
  readonly errors: readonly { readonly span: Span; readonly reason: string }[];
}

/** Keys of ours, and those of other tools that mean the same to everyone. */
const keys = [
  'title',
  'language',
  'types',
  'classes',
  'topics',
  'replaces',
  'aliases',
  'hovers',
  'tags',
  'tag',
] as const;
export type FrontMatterKey = (typeof keys)[number];

const read: ReadonlySet<string> = new Set(keys);
const mostItems = 200;

/** Reads the YAML of a note's front matter. */
export function frontMatterItems(source: string): FrontMatterItems {
  const plain = plainFrontMatter(source, read);
  if (plain) return { of: (key) => (plain.get(key) ?? []).slice(0, mostItems), errors: [] };
  return parsedFrontMatter(source);
}

/** What the YAML parser finds. */
export function parsedFrontMatter(source: string): FrontMatterItems {
  const { contents, errors } = parseDocument(source, { schema: 'core', logLevel: 'silent' });
  return {
    of: (key) => (isMap(contents) ? itemsOf(contents.get(key, true)) : []),
    errors: errors.map(({ pos: [start, end], message }) => ({
      span: { start, end },
      reason: message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '',
    })),
  };
}

/** A single value or a list of them. */
function itemsOf(node: unknown): FrontMatterItem[] {
  if (isSeq(node)) {
    return node.items.slice(0, mostItems).flatMap((item) => (isScalar(item) ? itemsOf(item) : []));
  }
  if (!isScalar(node) || node.value === null || node.value === undefined) return [];
  const [start, end] = (node as Node).range ?? [0, 0];
  return [{ text: String(node.value), span: { start, end } }];
}
