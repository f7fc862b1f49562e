/** What one place in the code makes several times, in a loop or by calls of a function, is reported once. */
import type { Resource, Template } from '../model/template.ts';
import type { Localized } from '../text/localized.ts';
import type { Edit, Finding, Fix } from './rule.ts';

/** `findings` without those that repeat, at the same place, what was found of another resource made by the same code. */
export function reportedOnce(findings: readonly Finding[], template: Template): readonly Finding[] {
  const copied = new Set<string>();
  for (const resource of template.resources.values()) if (resource.again) copied.add(codeOf(resource));
  if (copied.size === 0) return findings;
  const alike = new Map<Finding | string, Finding[]>();
  for (const finding of findings) {
    const code = codeOf(finding.resource);
    const key = copied.has(code) ? `${finding.rule.id} ${finding.span.start} ${code}` : finding;
    alike.set(key, [...(alike.get(key) ?? []), finding]);
  }
  return [...alike].flatMap(([key, same]) => {
    const resource = same[0]?.resource;
    if (typeof key !== 'string' || !resource) return same;
    const all = [...template.resources.values()].filter((each) => codeOf(each) === codeOf(resource));
    const also = all.filter((each) => each !== resource && same.some((other) => other.resource === each));
    return same
      .filter((finding) => finding.resource === resource)
      .map((finding) => ({
        ...finding,
        message: withNames(finding.message, also, resource.name),
        also,
        fixes: finding.fixes.filter((fix) => mendsAll(fix, same, all)),
      }));
  });
}

/** More names than these are only counted. */
const mostNames = 3;

/** `message`, which speaks of one resource, with the names of the others that it holds for. */
function withNames({ en, ja }: Localized, also: readonly Resource[], own: string): Localized {
  const names = [...new Set(also.map(({ name }) => name))].filter((name) => name !== own);
  if (names.length === 0) return { en, ja };
  const shown = names.slice(0, mostNames);
  const left = names.length - shown.length;
  const last = left > 0 ? ` and ${left} more` : '';
  return {
    en: `${en} The same goes for ${shown.map((name) => `"${name}"`).join(', ')}${last}.`,
    ja: `${ja}${shown.map((name) => `「${name}」`).join('')}${left > 0 ? `ほか ${left} 件` : ''}も同様です。`,
  };
}

/** What resources have in common that the same place in the code makes. */
function codeOf({ origin, typeSpan, type, elsewhere }: Resource): string {
  return `${elsewhere?.uri ?? ''} ${origin} ${typeSpan.start} ${type}`;
}

/** Whether a change of the code is right for everything that the code makes: it is what all of that asks for. */
function mendsAll(fix: Fix, findings: readonly Finding[], all: readonly Resource[]): boolean {
  // Another resource beside each would have the same ID each time.
  if (fix.edits.some(({ kind }) => kind === 'add')) return false;
  const text = JSON.stringify(fix.edits.map(withoutResource));
  return all.every((resource) =>
    findings.some(
      (each) =>
        each.resource === resource &&
        each.fixes.some((other) => JSON.stringify(other.edits.map(withoutResource)) === text),
    ),
  );
}

function withoutResource({ resource: _, ...edit }: Edit): object {
  return edit;
}
