/**
 * The blocks of a plainly written note, found by looking at its lines. Nearly all notes are plain, and this is many
 * times faster than the parser; where only the parser can tell, it says so instead of guessing.
 */
import type { Span } from '../text/span.ts';
import type { Fence, HeadingBlock, NoteBlocks } from './noteBlocks.ts';
import { type PlainLine, readPlainLine } from './plainLine.ts';

/** What has begun and not ended above a line. */
interface Open {
  /**
   * The paragraph that the line may go on with: one at the margin; one `inside` a list or a quote; or `lazy`, text
   * that either goes on with such a one or is a paragraph of its own.
   */
  paragraph: { readonly start: number; end: number } | 'inside' | 'lazy' | undefined;
  /** The column from which lines belong to the list item. */
  item: number | undefined;
  /** Whether the item is empty so far. */
  isItemEmpty: boolean;
  /** Whether the list may have ended already. */
  isListUncertain: boolean;
  isHtml: boolean;
}

interface OpenFence {
  readonly mark: string;
  readonly info: string;
  readonly start: number;
  readonly content: number;
  readonly isAtMargin: boolean;
}

/** The same as the parser finds in `text`, or undefined where the text is not plain enough to be sure. */
export function plainBlocks(text: string): NoteBlocks | undefined {
  if (/^\uFEFF|\r(?!\n)|\0/.test(text)) return undefined;
  const front = frontMatterOf(text);
  if (front.contentStart === 0 && /^(?:---|\+\+\+)/.test(text)) return undefined;
  const headings: HeadingBlock[] = [];
  const fences: Fence[] = [];
  let firstText: number | undefined;
  let fence: OpenFence | undefined;
  const open: Open = nothingOpen();

  for (const { start, end, next } of linesOf(text, front.contentStart)) {
    const source = text.slice(start, end);
    if (fence) {
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(source)?.[1];
      if (!closing?.startsWith(fence.mark)) continue;
      if (fence.isAtMargin) fences.push(closedFence(fence, start, start + source.trimEnd().length));
      fence = undefined;
      continue;
    }
    if (/^[ \t]*$/.test(source)) {
      if (open.isItemEmpty) open.item = undefined;
      Object.assign(open, { paragraph: undefined, isItemEmpty: false, isHtml: false });
      continue;
    }
    const line = readPlainLine(source);
    if (isUncertain(line, open)) return undefined;
    open.isItemEmpty = false;
    if (open.isHtml) continue;
    if (open.item !== undefined && line.column >= open.item) {
      if (open.paragraph !== 'lazy') open.paragraph = 'inside';
      continue;
    }
    const { paragraph } = open;
    const textStart = start + source.length - source.trimStart().length;
    const textEnd = start + source.trimEnd().length;
    switch (line.kind) {
      case 'heading':
        headings.push({ depth: line.depth, span: { start: textStart, end }, markdown: line.markdown });
        Object.assign(open, nothingOpen());
        continue;
      case 'underline':
        if (typeof paragraph === 'object') {
          const markdown = text.slice(paragraph.start, paragraph.end);
          headings.push({ depth: line.depth, span: { start: paragraph.start, end }, markdown });
          if (firstText === paragraph.start) firstText = undefined;
        }
        if (typeof paragraph !== 'object' && line.otherwise === 'text') break;
        if (typeof paragraph !== 'object' && line.otherwise === 'item') {
          firstText ??= textStart;
          Object.assign(open, {
            item: line.column + 2,
            isItemEmpty: true,
            paragraph: 'inside',
            isListUncertain: true,
          });
          continue;
        }
        Object.assign(open, nothingOpen());
        continue;
      case 'break':
        Object.assign(open, nothingOpen());
        continue;
      case 'fence':
        fence = { ...line, start: textStart, content: next, isAtMargin: line.column === 0 };
        firstText ??= textStart;
        Object.assign(open, nothingOpen());
        continue;
      case 'item':
        if (!line.interrupts && (typeof paragraph === 'object' || paragraph === 'lazy')) break;
        firstText ??= textStart;
        open.isListUncertain = line.isEmpty || (open.isListUncertain && line.column > 0);
        Object.assign(open, { item: line.contentColumn, isItemEmpty: line.isEmpty, paragraph: 'inside' });
        continue;
      case 'quote':
        firstText ??= textStart;
        Object.assign(open, nothingOpen(), { paragraph: 'inside' });
        continue;
      case 'html':
        if (line.isLong || firstText === undefined || paragraph !== undefined) return undefined;
        Object.assign(open, nothingOpen(), { isHtml: true });
        continue;
      case 'indented':
        // A parser may take what follows such code for a part of it.
        if (paragraph === undefined) return undefined;
        break;
      case 'text':
        break;
    }
    firstText ??= textStart;
    if (typeof paragraph === 'object') paragraph.end = textEnd;
    else if (paragraph === undefined) {
      Object.assign(open, nothingOpen(), { paragraph: { start: textStart, end: textEnd } });
    } else {
      open.paragraph = 'lazy';
      open.isListUncertain = open.item !== undefined;
    }
  }
  return fence ? undefined : { headings, fences, firstText, ...front };
}

function nothingOpen(): Open {
  return { paragraph: undefined, item: undefined, isItemEmpty: false, isListUncertain: false, isHtml: false };
}

/** Whether the line begins something, but it depends on the lines above what and where. */
function isUncertain(line: PlainLine, { paragraph, isHtml, isListUncertain }: Open): boolean {
  switch (line.kind) {
    case 'underline':
      return isHtml || paragraph === 'lazy' || (isListUncertain && line.column > 0);
    case 'heading':
    case 'fence':
      return isHtml || (isListUncertain && line.column > 0);
    case 'html':
      return !isHtml && isListUncertain && line.column > 0;
    default:
      return false;
  }
}

function closedFence({ info, start, content }: OpenFence, contentEnd: number, end: number): Fence {
  const [, language = '', meta = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(info) ?? [];
  return { language, meta, content: { start: content, end: contentEnd }, span: { start, end } };
}

/** YAML between lines of `---`, or TOML between lines of `+++`, which is passed over. */
function frontMatterOf(text: string): { frontMatter: Span | undefined; contentStart: number } {
  const found = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?\r?\n)??\1[ \t]*(?=\r?\n|$)/.exec(text);
  if (!found) return { frontMatter: undefined, contentStart: 0 };
  const contentStart = found[0].length;
  if (found[1] === '+++') return { frontMatter: undefined, contentStart };
  const start = text.indexOf('\n') + 1;
  return { frontMatter: { start, end: start + (found[2]?.length ?? 0) }, contentStart };
}

/** The lines after the one that ends at `from`, or all where that is 0. */
function* linesOf(text: string, from: number): Generator<{ start: number; end: number; next: number }> {
  let start = from === 0 ? 0 : nextLine(text, from);
  while (start < text.length) {
    const next = nextLine(text, start);
    const end = next - (/\r?\n$/.exec(text.slice(Math.max(start, next - 2), next))?.[0].length ?? 0);
    yield { start, end, next };
    start = next;
  }
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}
