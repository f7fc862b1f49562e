/** Runs rules over a template: picks the resources, grades what the rules report, and leaves out what is silenced. */
import { absoluteSpan, type Resource, type Template } from '../model/template.ts';
import type { Span } from '../text/span.ts';
import { lesser, lower, withCircumstances } from './circumstances.ts';
import { reportedOnce } from './copies.ts';
import type { Finding, FoundRelated, Report, Rule, Severity } from './rule.ts';
import { suppressions } from './suppress.ts';

export interface RunOptions {
  /** By rule id, instead of the rule's own severity. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Finds also what the user has silenced. */
  readonly silenced?: boolean;
  /** Hears of a rule that threw, once per rule and run; the rest of that rule is left out. */
  onError?(message: string): void;
}

/**
 * What `rules` find in `template`, in the order of the text. Never throws, and gives the same for the same
 * input. No finding has an empty span.
 */
export function runRules(
  rules: readonly Rule[],
  template: Template,
  options: RunOptions = {},
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const setting = options.severities?.[rule.id];
    if (setting === 'off') continue;
    try {
      for (const resource of resourcesFor(rule, template)) {
        if (resource.elsewhere) continue;
        for (const report of rule.check(resource, template)) {
          findings.push(findingOf(rule, resource, report, setting, template));
        }
      }
    } catch (error) {
      options.onError?.(`Rule ${rule.id} was skipped: ${error instanceof Error ? error.stack : error}`);
    }
  }
  if (findings.length === 0) return findings;
  const isSuppressed = options.silenced ? () => false : suppressions(template);
  return reportedOnce(findings, template)
    .filter((finding) => !isSuppressed(finding.rule, finding.resource, finding.span))
    .sort(inSourceOrder);
}

/** Those of the types that a rule is about, also of other files. */
function resourcesFor({ on }: Rule, { byType }: Template): readonly Resource[] {
  const [only = '', ...others] = on;
  if (others.length === 0 && !only.endsWith('*')) return byType.get(only) ?? [];
  return on.flatMap((pattern) => {
    if (!pattern.endsWith('*')) return byType.get(pattern) ?? [];
    const prefix = pattern.slice(0, -1);
    return [...byType].flatMap(([type, own]) => (type.startsWith(prefix) ? own : []));
  });
}

function findingOf(
  rule: Rule,
  resource: Resource,
  report: Report,
  setting: Severity | undefined,
  template: Template,
): Finding {
  const certain = resource.construct?.certain !== false;
  const when = report.when ?? [];
  const possible = when.length > 0 || !certain;
  const severity = severityOf(rule, report, setting);
  return {
    rule,
    resource,
    severity: possible ? lower(severity) : severity,
    message: withCircumstances(report.message, when, certain),
    span: visibleSpan(resource, report.span, template),
    related: [
      ...(report.related ?? []).map(({ resource: other, span, message }) => ({
        span: visibleSpan(other, span, template),
        ...(other.elsewhere && { file: other.elsewhere }),
        message,
      })),
      ...inOtherFile(report.span),
    ],
    fixes: possible
      ? (report.fixes ?? []).map((fix) => ({ ...fix, preferred: false, safe: false }))
      : (report.fixes ?? []),
  };
}

/** Where in another file stands what is reported in this one. */
function inOtherFile({ elsewhere }: Span): readonly FoundRelated[] {
  if (!elsewhere) return [];
  const { uri, text, span } = elsewhere;
  return [
    { span, file: { uri, text }, message: { en: 'It is written here.', ja: 'ここに書かれています。' } },
  ];
}

/** The user's setting stands for the rule's own severity; what the rule itself grades lower stays lower. */
function severityOf(rule: Rule, report: Report, setting: Severity | undefined): Severity {
  if (report.severity === undefined) return setting ?? rule.severity;
  return setting === undefined ? report.severity : lesser(setting, report.severity);
}

/** `span` from the file's start; the resource's type, or else its first character, where it is empty. */
function visibleSpan(resource: Resource, span: Span, template: Template): Span {
  const { text } = resource.elsewhere ?? template;
  for (const candidate of [span, resource.typeSpan, resource.nameSpan, resource.span]) {
    const { start, end } = absoluteSpan(resource, candidate);
    if (start >= 0 && end > start && end <= text.length) return { start, end };
  }
  return { start: 0, end: 1 };
}

function inSourceOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule.id < b.rule.id ? -1 : 1);
}
