/** What the knowledge base is made of. Plain data: bundled notes are parsed when Kumonote is built. */

import type { Language } from '../text/localized.ts';
import type { Span } from '../text/span.ts';

export interface Note {
  readonly uri: string;
  /** The front matter's `title`, the first heading, or the file's name. */
  readonly title: string;
  readonly origin: 'bundled' | 'user';
  /** Of a bundled note; what a user wrote is shown to every reader as it is. */
  readonly language: Language | undefined;
  readonly text: string;
  /** In order; the first may have no heading (text before any heading). */
  readonly sections: readonly Section[];
  readonly ruleBlocks: readonly RuleBlock[];
  /** Of the front matter, without the number sign. */
  readonly tags: readonly string[];
  /** Bundled sections that it takes the place of, by topic and aspect. */
  readonly replaces: readonly TopicSubject[];
  readonly problems: readonly NoteProblem[];
}

export interface Section {
  /** The heading's text without Markdown; the note's title for text before any heading. */
  readonly heading: string;
  /** 1–6; 0 for text before any heading. */
  readonly depth: number;
  /** Unique in the note, as GitHub makes it: the part after `#` in a link. */
  readonly slug: string;
  /** Index of the section it is in. */
  readonly parent: number | undefined;
  readonly headingSpan: Span;
  /** The heading and all below it, sub-sections included. */
  readonly span: Span;
  /** Its own text: after the heading, up to the first sub-section. */
  readonly body: Span;
  /** What it explains. Sub-sections inherit nothing: a section without subjects speaks of its parent's. */
  readonly subjects: readonly Subject[];
}

/** A thing that a section explains. */
export type Subject =
  | TopicSubject
  /** A resource type, `AWS::Lambda::Function` or `AWS::Lambda::*`, with a property path if it is about one. */
  | { readonly kind: 'type'; readonly type: string; readonly path?: readonly string[] }
  /** A CDK class by its name, with a member if it is about one. */
  | { readonly kind: 'class'; readonly className: string; readonly member?: string };

/** A topic of server/aws/topics, or one aspect of it. */
export interface TopicSubject {
  readonly kind: 'topic';
  readonly topic: string;
  readonly aspect?: string;
}

/** A fenced `rule` block as it stands in the note, and the examples that follow it in the same section. */
export interface RuleBlock {
  /** The text between the fences, counted from the note's start. */
  readonly span: Span;
  readonly source: string;
  /** Index of the section it stands in. */
  readonly section: number;
  readonly examples: readonly Example[];
}

/** A fenced block whose info string says `good` or `bad`: "```yaml bad". */
export interface Example {
  readonly verdict: 'good' | 'bad';
  /** The fence's language: `yaml`, `json`, `typescript` … */
  readonly language: string;
  readonly source: string;
  readonly span: Span;
}

export interface NoteProblem {
  readonly span: Span;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: { readonly en: string; readonly ja: string };
}
