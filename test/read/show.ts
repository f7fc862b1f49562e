/** Prints what a reader found, so that tests can compare texts. */

import type { Problem, Resource, Template } from '../../server/model/template.ts';
import type { Value } from '../../server/model/value.ts';
import { readerFor, syntaxProblems } from '../../server/read/index.ts';
import { dedent, mark } from '../support/marked.ts';

/** Reads a template that must be one. A template literal's common indentation goes. */
export function read(text: string, languageId = 'yaml', previous?: Template): Template {
  const template = tryRead(text, languageId, previous);
  if (!template) throw new Error('not recognised as a template');
  return template;
}

export function tryRead(text: string, languageId = 'yaml', previous?: Template): Template | undefined {
  const uri = `file:///template.${languageId}`;
  const reader = readerFor(languageId, uri);
  return reader?.read({ uri, languageId, text: dedent(text) }, previous);
}

/** The resource of this name. */
export function resource(template: Template, id: string): Resource {
  const found = template.resources.get(id);
  if (!found) throw new Error(`no resource ${id}`);
  return found;
}

/**
 * A value on one line: `→Target.Attribute` is a reference, `[A ? x : y]` a choice, `?` unknown, `∅` absent, and
 * `…` ends an open list or map.
 */
export function show(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' ? `'${value.value}'` : String(value.value);
    case 'list':
      return `[${[...value.items.map(show), ...(value.open ? ['…'] : [])].join(', ')}]`;
    case 'map':
      return `{${[...value.entries.map((e) => `${e.key}: ${show(e.value)}`), ...(value.open ? ['…'] : [])].join(', ')}}`;
    case 'choice':
      return `(${value.alternatives.map(({ when, value: each }) => `${when.kind === 'condition' ? `${when.holds ? '' : '!'}${when.name}` : when.kind} ? ${show(each)}`).join(' : ')})`;
    case 'reference':
      return `→${value.target}${value.attribute === undefined ? '' : `.${value.attribute}`}`;
    case 'call':
      return `${value.name}(${value.arguments.map(show).join(', ')})`;
    case 'unknown':
      return '?';
    case 'absent':
      return '∅';
  }
}

/** The properties of a resource in one line. */
export function properties(text: string, id: string, languageId = 'yaml'): string {
  return show(resource(read(text, languageId), id).properties);
}

/** All problems, also those inside resources. */
export function problemsOf(template: Template): readonly Problem[] {
  return [...template.problems, ...[...syntaxProblems(template)].flat()];
}

/** The text with the problems below their places. */
export function withProblems(template: Template): string {
  return mark(
    template.text,
    problemsOf(template).map((problem) => ({
      span: problem.span,
      label: `${problem.severity}: ${problem.message.en}`,
    })),
  );
}

/** The source text that a value was read from. */
export function written(template: Template, of: Resource, value: Value): string {
  return template.text.slice(value.span.start + of.origin, value.span.end + of.origin);
}
