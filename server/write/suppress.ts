/** Silences a rule at one place, in the way the file's language allows. */
import { absoluteSpan, type Resource, type Template, writtenResources } from '../model/template.ts';
import { getPath, type Value, walk } from '../model/value.ts';
import { contains, type Span } from '../text/span.ts';
import { patchJsonBody } from './json.ts';
import { indentation, lineBreak, lineEnd, lineStart } from './lines.ts';
import { graft, type Patch } from './patch.ts';
import type { TextChange } from './writer.ts';

const directive = 'kumonote-disable-next-line';

/**
 * The changes that silence `ruleId` at `span`, which counts from the file's start: a comment above its line or,
 * in JSON, an entry in the resource's `Metadata`. Undefined where there is no place for it, empty where it is
 * silenced already.
 */
export function suppressionChanges(
  template: Template,
  span: Span,
  ruleId: string,
): readonly TextChange[] | undefined {
  if (template.format === 'json') return metadataChanges(template, span, ruleId);
  const marker = template.format === 'yaml' || template.languageId === 'python' ? '#' : '//';
  return commentChanges(template.text, commentable(template, span), ruleId, marker);
}

/**
 * The offset above whose line a comment can stand: inside a text of several lines there is no place for one, but
 * above the resource it speaks of all of it.
 */
function commentable(template: Template, span: Span): number {
  const resource = resourceAround(template, span);
  if (!resource) return span.start;
  let inText = false;
  const line = lineStart(template.text, span.start);
  const look = (value: Value): void => {
    const { start, end } = absoluteSpan(resource, value.span);
    const isText = value.kind === 'scalar' || template.text.charAt(start) === '`';
    if (isText && start < line && end > line) inText = true;
  };
  for (const written of [resource.body, resource.construct?.props]) if (written) walk(written, look);
  if (!inText) return span.start;
  return absoluteSpan(resource, template.format === 'cdk' ? resource.span : resource.nameSpan).start;
}

function commentChanges(text: string, at: number, ruleId: string, marker: string): readonly TextChange[] {
  const line = lineStart(text, at);
  const above =
    line === 0 ? '' : text.slice(lineStart(text, line - 1), lineEnd(text, lineStart(text, line - 1)));
  const there = new RegExp(`^\\s*${marker}\\s*${directive}\\s+([\\w./, -]*[\\w/])\\s*$`).exec(above);
  if (there) {
    if (there[1]?.split(/[\s,]+/).includes(ruleId)) return [];
    const end = lineStart(text, line - 1) + above.trimEnd().length;
    return [{ span: { start: end, end }, pieces: [`, ${ruleId}`] }];
  }
  const indent = indentation(text, at);
  const comment = `${indent}${marker} ${directive} ${ruleId}${lineBreak(text)}`;
  return [{ span: { start: line, end: line }, pieces: [comment] }];
}

function metadataChanges(template: Template, span: Span, ruleId: string): readonly TextChange[] | undefined {
  const resource = resourceAround(template, span);
  if (!resource) return undefined;
  let isThere = false;
  walk(getPath(resource.body, 'Metadata.kumonote.disable'), (value) => {
    if (value.kind === 'scalar' && value.value === ruleId) isThere = true;
  });
  if (isThere) return [];
  const patch: Patch = { kind: 'inside', below: new Map() };
  graft(patch, ['Metadata', 'kumonote', 'disable'], { kind: 'append', items: [ruleId] });
  return patchJsonBody(template, resource, patch);
}

function resourceAround(template: Template, span: Span): Resource | undefined {
  for (const resource of writtenResources(template)) {
    const { start, end } = resource.span;
    if (contains({ start: start + resource.origin, end: end + resource.origin }, span.start)) return resource;
  }
  return undefined;
}
