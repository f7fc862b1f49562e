/**
 * Scripts, and links that would run something, in what a user wrote. None of it ever does anything: what is shown is
 * sanitised. This tells the author.
 */
import type { Span } from '../text/span.ts';
import type { Note, NoteProblem } from './note.ts';
import { withoutCode } from './withoutCode.ts';

/** One pasted page can hold hundreds. */
const mostProblems = 20;

const tag = /<(script|[a-z][a-z0-9-]{0,30}\b[^<>]{0,500}?\son[a-z]{3,20}(?=\s*=))/gi;
/** After what begins the target of a link: in Markdown, in a definition, in an automatic link, in HTML. */
const link =
  /(?:\]\(\s{0,20}<?|^[ ]{0,3}\[[^\]\n]{1,200}\]:\s{0,20}<?|<|\b(?:href|src)\s{0,20}=\s{0,20}["']?)\s{0,20}((?:javascript|vbscript|command|data(?!:image\/)):)/gim;

/** What in `note` is not run or not followed, each at its place. */
export function hazardsIn(note: Note): readonly NoteProblem[] {
  if (!/<script|\son[a-z]+\s*=|(?:script|command|data):/i.test(note.text)) return [];
  const text = withoutCode(note.text);
  const problems: NoteProblem[] = [];
  for (const match of text.matchAll(tag)) {
    const isScript = match[1]?.toLowerCase() === 'script';
    problems.push(isScript ? scriptProblem(spanOf(match)) : handlerProblem(spanOf(match)));
  }
  for (const match of text.matchAll(link)) {
    const scheme = match[1] ?? '';
    const start = match.index + match[0].length - scheme.length;
    problems.push(linkProblem(scheme.toLowerCase(), { start, end: start + scheme.length }));
  }
  return problems.sort((a, b) => a.span.start - b.span.start).slice(0, mostProblems);
}

function spanOf({ index, 0: text }: RegExpExecArray): Span {
  return { start: index, end: index + text.length };
}

function scriptProblem(span: Span): NoteProblem {
  return {
    span,
    severity: 'warning',
    message: {
      en: 'Scripts in notes are neither run nor shown. Remove it, or put it in backticks if it is an example.',
      ja: 'ノートの中のスクリプトは実行も表示もされません。削除するか、例であればバッククォートで囲んでください。',
    },
  };
}

function handlerProblem(span: Span): NoteProblem {
  return {
    span,
    severity: 'warning',
    message: {
      en: 'HTML that runs a script is not shown. Write it as Markdown, or put it in backticks if it is an example.',
      ja: 'スクリプトを実行する HTML は表示されません。Markdown で書くか、例であればバッククォートで囲んでください。',
    },
  };
}

function linkProblem(scheme: string, span: Span): NoteProblem {
  return {
    span,
    severity: 'warning',
    message: {
      en: `A link to "${scheme}" would run or load something, so it is shown as text. Link to a note or to a web page.`,
      ja: `「${scheme}」のリンクは何かを実行したり読み込んだりするため、テキストとして表示します。ノートか Web ページへのリンクにしてください。`,
    },
  };
}
