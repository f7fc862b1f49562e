/** Measuring and shortening the text of a hover. */
import type { Block } from './hoverBlocks.ts';
import { inlineMarkdown } from './hoverInline.ts';

/** What a line of a hover holds; full-width characters count twice. */
const lineWidth = 96;
const shortCode = 6;
const fences = 2;

/** The block as Markdown; empty where there is nothing to show, or it is code that is too long for a glance. */
export function markdownOf(block: Block): string {
  if (block.kind === 'code') return block.lines.length <= shortCode + fences ? block.lines.join('\n') : '';
  return block.parts
    .map((part) => prefixed(part.prefix, inlineMarkdown(part.text)))
    .join('\n')
    .trim();
}

/**
 * As much of a block as fits `maxLines`, with `…` at its end; empty where nothing sensible does.
 * @param sentencesOnly whether it must not end inside a sentence
 */
export function beginningOf(block: Block, maxLines: number, sentencesOnly = false): string {
  if (block.kind === 'code') return '';
  const kept: string[] = [];
  let used = 0;
  for (const part of block.parts) {
    const text = inlineMarkdown(part.text);
    const size = linesOf(text);
    if (used + size > maxLines) {
      if (block.kind === 'table') break;
      const cut = sentencesWithin(text, (maxLines - used) * lineWidth, sentencesOnly || kept.length > 0);
      if (cut !== '') return [...kept, prefixed(part.prefix, `${cut} …`)].join('\n');
      break;
    }
    kept.push(prefixed(part.prefix, text));
    used += size;
  }
  // A table is not one without a row below its head.
  if (kept.length === 0 || (block.kind === 'table' && kept.length < 3)) return '';
  return `${kept.join('\n')}\n\n…`;
}

/** How many lines `markdown` takes in a hover; empty ones do not count, and neither do fences and table rules. */
export function linesOf(markdown: string): number {
  return markdown
    .split('\n')
    .filter((line) => !/^\s*(?:`{3,}.*|~{3,}.*|\|[\s|:-]+\|)?$/.test(line))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / lineWidth)), 0);
}

/** Whether it announces what follows, and says nothing without it. */
export function isLeadIn(text: string): boolean {
  return /[:：][\s*_]*$/.test(text);
}

/** Text as text, whatever characters are in it. */
export function escaped(text: string): string {
  return text.replace(/[\\*_`[\]<>]/g, '\\$&');
}

function prefixed(prefix: string, text: string): string {
  return prefix + text.replaceAll('\n', `\n${prefix.replace(/[^\s>]/g, ' ')}`);
}

/** The sentences of `text` that fit; a single long one is cut after a comma or a word. */
function sentencesWithin(text: string, width: number, sentencesOnly: boolean): string {
  let kept = '';
  for (const sentence of text.split(/(?<=[。！？])|(?<=[.!?])(?=\s)/)) {
    if (widthOf(kept + sentence) > width) break;
    kept += sentence;
  }
  if (kept.trim() !== '' || sentencesOnly || width < lineWidth) return kept.trim();
  let cut = '';
  for (const word of text.split(/(?<=[、,\s])/)) {
    if (widthOf(cut + word) > width) break;
    cut += word;
  }
  // A cut through emphasis, code or a link would spill over the rest.
  return /[*_`[\]]/.test(cut) ? '' : cut.trim();
}

/** Full-width characters count twice; the targets of links do not count. */
export function widthOf(text: string): number {
  const shown = text.replace(/\]\([^)]*\)/g, ']');
  return (
    shown.length +
    (shown.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}
