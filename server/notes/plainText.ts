/** Text without its Markdown, for searching and excerpts: near enough, and much quicker than parsing. */

import { withoutWikiLinks } from './wikiLinks.ts';

/** The words of `markdown` on one line. */
export function plainText(markdown: string): string {
  return withoutWikiLinks(markdown)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, ' ')
    .replace(/!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/g, '$1')
    .replace(/<\/?[a-z][^>\n]*>/gi, ' ')
    .replace(/^[ \t]*(?:>[ \t]*)+(?:\[![\w-]+\][+-]?)?/gm, '')
    .replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, ' ')
    .replace(/^[ \t|:-]+$/gm, ' ')
    .replace(/\*+|__+|~~|`+|\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[ \t]*\|[ \t]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
