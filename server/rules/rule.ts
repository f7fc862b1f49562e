/**
 * What a rule is and what it reports. A rule reads the resource model only; it is written either in a note's
 * `rule` block (declare.ts) or in TypeScript (builtin/).
 */

import type { Resource, Template } from '../model/template.ts';
import type { Assumption, ListValue, MapValue, Value } from '../model/value.ts';
import type { Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import type { Placeholder, Plain, PlainMap } from './plain.ts';

export type { Placeholder, Plain, PlainMap };

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Rule {
  /** `elb/access-logs-disabled`. */
  readonly id: string;
  /** What it finds, in a few words. */
  readonly title: Localized;
  readonly severity: Severity;
  /** The part of the knowledge that gives the reason: the section about this subject explains the rule. */
  readonly subject: SubjectName;
  /** The section of the note that declares it; absent for rules in TypeScript. */
  readonly declaredIn?: { readonly uri: string; readonly slug: string };
  /** The resource types it looks at: exact, or with a trailing `*` (`AWS::MSK::*`). */
  readonly on: readonly string[];
  /** Identifiers of the same check in other tools, whose suppressions count for this rule too. */
  readonly equivalents?: readonly string[];
  /** What is wrong with `resource`; empty where nothing is, or where it cannot be told. */
  check(resource: Resource, template: Template): readonly Report[];
}

/** A topic of the knowledge, or one aspect of it: `{ topic: 'elb', aspect: 'access-logs' }`. */
export interface SubjectName {
  readonly topic: string;
  readonly aspect?: string;
}

export interface Report {
  readonly message: Localized;
  /** Relative to the checked resource's origin; never empty. */
  readonly span: Span;
  /** Under what circumstances it holds: one level less severe, and said at the end of the message. */
  readonly when?: readonly Assumption[];
  /** Instead of the rule's own severity. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** Another place that the reader should see. */
export interface Related {
  readonly resource: Resource;
  /** Relative to that resource's origin. */
  readonly span: Span;
  readonly message: Localized;
}

/** A way to mend what was found. */
export interface Fix {
  /** Says what it will do: "Enable access logs (you choose the bucket)". */
  readonly title: Localized;
  /** True where it is the one obvious thing to do. */
  readonly preferred: boolean;
  /** True where it may be applied to a whole file unseen: no decision of the user's, nothing replaced. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** A change of the model; `write/` turns it into text in the style of the file. */
export type Edit =
  /** Another scalar in place of `value`. */
  | { readonly kind: 'replace'; readonly resource: Resource; readonly value: Value; readonly by: Plain }
  /**
   * The property at `path`, with the parents it needs; replaces the value that is there. The path begins at the
   * resource's properties, or at the map `within` them, which may be an item of a list.
   */
  | {
      readonly kind: 'set';
      readonly resource: Resource;
      readonly within?: MapValue;
      readonly path: readonly string[];
      readonly to: Plain;
    }
  /** No entry with this key in the map `within` the resource, or no item at this position of the list. */
  | {
      readonly kind: 'remove';
      readonly resource: Resource;
      readonly within: MapValue | ListValue;
      readonly key: string;
    }
  /** Items at the end of the list at `path`, which is made where it is missing. */
  | {
      readonly kind: 'append';
      readonly resource: Resource;
      readonly path: readonly string[];
      readonly items: readonly Plain[];
    }
  /**
   * Another resource, which serves `resource` and exists under the same condition; it is placed behind it. Other
   * edits of the fix may refer to it by its name, which must be free (`freeName`).
   */
  | {
      readonly kind: 'add';
      readonly resource: Resource;
      readonly name: string;
      readonly type: string;
      readonly properties: PlainMap;
    }
  /** `resource` is made after the one with the ID `on`, which may be one that is added. */
  | { readonly kind: 'depend'; readonly resource: Resource; readonly on: string };

/** Another place that the reader of a finding should see. */
export interface FoundRelated {
  /** From the start of the file: of the finding's own, or of the other that is named. */
  readonly span: Span;
  readonly file?: { readonly uri: string; readonly text: string };
  readonly message: Localized;
}

/** A report of one rule, placed in its file. */
export interface Finding {
  readonly rule: Rule;
  readonly resource: Resource;
  /** Others that the same code makes and that it is found of as well: it is reported once. */
  readonly also?: readonly Resource[];
  readonly severity: Severity;
  /** With the circumstances, if any, at its end. */
  readonly message: Localized;
  /** From the file's start. */
  readonly span: Span;
  readonly related: readonly FoundRelated[];
  readonly fixes: readonly Fix[];
}
