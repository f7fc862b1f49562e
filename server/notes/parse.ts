/**
 * Markdown → `Note`. Brings the Markdown parser with it; the host imports this file when the first note of a user
 * is to be read.
 */
import type { Language } from '../text/localized.ts';
import { type Blocks, blocksOf, firstLine } from './blocks.ts';
import { noFrontMatter, readFrontMatter } from './frontMatter.ts';
import type { Example, Note, NoteProblem, RuleBlock, Section } from './note.ts';
import type { Fence } from './noteBlocks.ts';
import { sectionsOf, titleOf } from './sections.ts';

/**
 * Reads a note. Never throws, and takes bounded time on any text.
 * @param uri its address; the file's name and the folders around it tell what it is about, too
 * @param language of a bundled note
 */
export function parseNote(uri: string, text: string, origin: Note['origin'], language?: Language): Note {
  try {
    return read(uri, text, origin, language);
  } catch (error) {
    return unreadable(uri, text, origin, {
      en: `This note cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      ja: `このノートを読み取れません: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

/** What stands for a file that is too large or not readable. */
export function unreadableNote(uri: string, mostBytes: number): Note {
  const size = Math.round(mostBytes / 1024);
  return unreadable(uri, '', 'user', {
    en: `This note cannot be read, or is larger than ${size} KB. Split it into several notes.`,
    ja: `このノートは読み取れないか、${size} KB を超えています。複数のノートに分けてください。`,
  });
}

function read(uri: string, text: string, origin: Note['origin'], language: Language | undefined): Note {
  const blocks = blocksOf(text);
  const frontMatter = blocks.frontMatter ? readFrontMatter(text, blocks.frontMatter) : noFrontMatter;
  const title = titleOf(uri, blocks, frontMatter);
  const linked = sectionsOf(text, uri, title, blocks, frontMatter);
  const sections = frontMatter.hovers ? linked : linked.map((section) => ({ ...section, subjects: [] }));
  const problems: NoteProblem[] = [
    ...blocks.problems,
    ...frontMatter.problems,
    ...unclosedFrontMatter(text, blocks),
  ];
  const ruleBlocks = ruleBlocksOf(text, blocks.fences, sections, problems);
  return {
    uri,
    title,
    origin,
    language: language ?? frontMatter.language,
    text,
    sections,
    ruleBlocks,
    tags: frontMatter.tags,
    replaces: frontMatter.replaces,
    problems,
  };
}

/** `rule` fences, each with the examples up to the next one in the same section. */
function ruleBlocksOf(
  text: string,
  fences: readonly Fence[],
  sections: readonly Section[],
  problems: NoteProblem[],
): RuleBlock[] {
  const found: (RuleBlock & { examples: Example[] })[] = [];
  for (const fence of fences) {
    const section = sections.findLastIndex(
      ({ headingSpan, depth }) => depth === 0 || headingSpan.start <= fence.span.start,
    );
    const source = text.slice(fence.content.start, fence.content.end);
    if (fence.language.toLowerCase() === 'rule') {
      found.push({ span: fence.content, source, section: Math.max(0, section), examples: [] });
      continue;
    }
    const verdict = /^(good|bad)\b/.exec(fence.meta.trim().toLowerCase())?.[1];
    if (verdict !== 'good' && verdict !== 'bad') continue;
    const rule = found.at(-1);
    if (rule && rule.section === section) {
      rule.examples.push({ verdict, language: fence.language.toLowerCase(), source, span: fence.content });
    } else {
      problems.push({
        span: { start: fence.span.start, end: Math.max(fence.span.start + 1, fence.content.start - 1) },
        severity: 'information',
        message: {
          en: 'This example belongs to no rule: put it below a rule block in the same section.',
          ja: 'この例に対応するルールがありません。同じ節の rule ブロックの下に置いてください。',
        },
      });
    }
  }
  return found;
}

/** Front matter whose end is missing would be shown as text; say so where it looks meant. */
function unclosedFrontMatter(text: string, { frontMatter }: Blocks): NoteProblem[] {
  if (
    frontMatter ||
    !/^---[ \t]*\r?\n(?:title|language|types|classes|topics|aliases|tags|replaces|hovers):/.test(text)
  )
    return [];
  return [
    {
      span: firstLine(text),
      severity: 'warning',
      message: {
        en: 'This front matter has no end and is not read. Put a line of --- below it.',
        ja: 'フロントマターの終わりがないため、読み取りません。末尾に --- の行を置いてください。',
      },
    },
  ];
}

function unreadable(
  uri: string,
  text: string,
  origin: Note['origin'],
  message: NoteProblem['message'],
): Note {
  return {
    uri,
    title: uri.split('/').at(-1) ?? uri,
    origin,
    language: undefined,
    text,
    sections: [],
    ruleBlocks: [],
    tags: [],
    replaces: [],
    problems: [{ span: firstLine(text), severity: 'warning', message }],
  };
}
