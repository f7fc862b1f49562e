/** What a design review shows: which notes apply, and what was found, note by note. */
import { isWritten, writtenResources } from '../../model/template.ts';
import type { Book } from '../../notes/book.ts';
import type { Note } from '../../notes/note.ts';
import type { ReviewFinding, ReviewTopic, ReviewView } from '../../protocol.ts';
import type { Language } from '../../text/localized.ts';
import type { CheckedTemplate } from '../checkedTemplate.ts';
import { placeOfType } from '../placeOfType.ts';
import { rangeOf } from '../positions.ts';
import { reasonFor } from '../reason.ts';
import { reviewGraph, severities } from './graph.ts';
import { reviewMarkdown } from './markdown.ts';

export interface ReviewContext {
  readonly book: Book;
  readonly language: Language;
  readonly pathOf: (uri: string) => string;
}

/** @param path the reviewed file's path; empty where `files` are those of a workspace */
export function review(path: string, files: readonly CheckedTemplate[], context: ReviewContext): ReviewView {
  const { language, pathOf } = context;
  const topics = [...topicsOf(files, context)].sort(byWeight);
  const resources = files.reduce((sum, { template }) => sum + writtenResources(template).length, 0);
  const graph = reviewGraph(files, pathOf);
  const shown = { path, files: files.length, resources, topics, graph };
  return { ...shown, markdown: reviewMarkdown(shown, language) };
}

function topicsOf(files: readonly CheckedTemplate[], context: ReviewContext): readonly ReviewTopic[] {
  const { book, language, pathOf } = context;
  interface Draft {
    readonly note: Note;
    slug: string;
    resources: number;
    readonly findings: ReviewFinding[];
  }
  const drafts = new Map<string, Draft>();
  const draftOf = (note: Note, slug: string): Draft => {
    const draft = drafts.get(note.uri) ?? { note, slug, resources: 0, findings: [] };
    drafts.set(note.uri, draft);
    return draft;
  };
  for (const { document, template, findings } of files) {
    for (const [type, resources] of template.byType) {
      const written = resources.filter(isWritten);
      if (written.length === 0) continue;
      const matches = book.sectionsFor(placeOfType(type), language);
      for (const uri of new Set(matches.map(({ note }) => note.uri))) {
        const match = matches.find(({ note }) => note.uri === uri);
        if (match) draftOf(match.note, match.section.slug).resources += written.length;
      }
    }
    for (const finding of findings) {
      const reason = reasonFor(finding.rule, book, language);
      if (!reason) continue;
      draftOf(reason.note, reason.section.slug).findings.push({
        rule: finding.rule.id,
        severity: finding.severity,
        message: finding.message[language],
        resource: finding.resource.name,
        uri: document.uri,
        path: pathOf(document.uri),
        range: rangeOf(document, finding.span),
      });
    }
  }
  return [...drafts.values()].map(({ note, slug, resources, findings }) => ({
    uri: note.uri,
    slug,
    title: note.title,
    origin: note.origin,
    resources,
    findings: findings.sort((a, b) => rank(b) - rank(a)),
  }));
}

function rank({ severity }: ReviewFinding): number {
  return severities.indexOf(severity);
}

/** The worst findings first, then the most of them, then what explains most. */
function byWeight(a: ReviewTopic, b: ReviewTopic): number {
  const worst = ({ findings }: ReviewTopic): number => Math.max(-1, ...findings.map(rank));
  return (
    worst(b) - worst(a) ||
    b.findings.length - a.findings.length ||
    Number(a.origin === 'bundled') - Number(b.origin === 'bundled') ||
    b.resources - a.resources ||
    (a.title < b.title ? -1 : 1)
  );
}
