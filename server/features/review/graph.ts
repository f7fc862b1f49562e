/** The picture of a review: the resources, what refers to what, and where something was found. */
import {
  absoluteSpan,
  isWritten,
  type Resource,
  type Template,
  writtenResources,
} from '../../model/template.ts';
import type { ReviewGraph, ReviewNode } from '../../protocol.ts';
import { usersOf } from '../../rules/references.ts';
import type { Finding, Severity } from '../../rules/rule.ts';
import type { CheckedTemplate } from '../checkedTemplate.ts';
import { rangeOf } from '../positions.ts';

/** More boxes than this say nothing to anybody. */
const mostNodes = 60;

/** From the mildest to the worst. */
export const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

interface Known {
  readonly file: CheckedTemplate;
  readonly resource: Resource;
  readonly severity: Severity | undefined;
}

/**
 * The resources of `files` with what connects them. Where there are too many, those stay in which something was
 * found, with their neighbours, and then those that are connected most.
 */
export function reviewGraph(files: readonly CheckedTemplate[], pathOf: (uri: string) => string): ReviewGraph {
  const all = files.flatMap((file) =>
    writtenResources(file.template)
      .filter(isShown)
      .map(
        (resource): Known => ({
          file,
          resource,
          severity: worst(file.findings.filter((finding) => shownFor(finding, file.template) === resource)),
        }),
      ),
  );
  const place = new Map(all.map((known) => [known.resource, known]));
  const edges = all.flatMap((to) =>
    usersOf(to.file.template, to.resource).flatMap((user) => {
      const from = place.get(shownResource(user, to.file.template));
      return from && from !== to ? [{ from, to }] : [];
    }),
  );
  const kept = chosen(all, edges);
  const index = new Map(kept.map((known, at) => [known, at]));
  const numbered = edges.flatMap(({ from, to }) => {
    const [a, b] = [index.get(from), index.get(to)];
    return a === undefined || b === undefined ? [] : [{ from: a, to: b }];
  });
  const seen = new Set<string>();
  return {
    nodes: kept.map((known) => nodeOf(known, pathOf)),
    edges: numbered.filter(({ from, to }) => !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`)),
    left: all.length - kept.length,
  };
}

/** What constructs make besides their main resource is shown as that. */
function isShown(resource: Resource): boolean {
  return isWritten(resource) && resource.construct?.primary !== false;
}

function shownResource(resource: Resource, template: Template): Resource {
  if (isShown(resource) || resource.elsewhere) return resource;
  const main = writtenResources(template).find((each) => each.origin === resource.origin && isShown(each));
  return main ?? resource;
}

function shownFor({ resource }: Finding, template: Template): Resource {
  return shownResource(resource, template);
}

function worst(findings: readonly Finding[]): Severity | undefined {
  return severities.findLast((severity) => findings.some((finding) => finding.severity === severity));
}

function chosen(
  all: readonly Known[],
  edges: readonly { readonly from: Known; readonly to: Known }[],
): readonly Known[] {
  if (all.length <= mostNodes) return all;
  const weights = new Map(all.map((known) => [known, known.severity ? 1000 : 0]));
  for (const { from, to } of edges) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      weights.set(one, (weights.get(one) ?? 0) + (other.severity ? 100 : 1));
    }
  }
  const kept = new Set(
    [...all].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0)).slice(0, mostNodes),
  );
  return all.filter((known) => kept.has(known));
}

function nodeOf({ file, resource, severity }: Known, pathOf: (uri: string) => string): ReviewNode {
  const { uri } = file.document;
  return {
    name: resource.name,
    type: resource.type,
    severity: severity ?? '',
    uri,
    path: pathOf(uri),
    range: rangeOf(file.document, absoluteSpan(resource, resource.nameSpan)),
  };
}
