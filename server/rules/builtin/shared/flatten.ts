/** The text that an expression is sure to contain, whatever its variables are. */
import type { Template } from '../../../model/template.ts';
import type { Value } from '../../../model/value.ts';

/**
 * The literal text in `value`, through `Fn::Base64`, `Fn::Sub`, `Fn::Join` and lists; items are on lines of
 * their own, except those of `Fn::Join`, whose delimiter joins them. References to parameters give their
 * defaults, all else nothing.
 */
export function flatten(template: Template, value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return value.value === null ? '' : String(value.value);
    case 'list':
      return value.items.map((item) => flatten(template, item)).join('\n');
    case 'map':
      return value.entries.map((entry) => `${entry.key} ${flatten(template, entry.value)}`).join('\n');
    case 'choice':
      return value.alternatives.map((alternative) => flatten(template, alternative.value)).join('\n');
    case 'reference': {
      const text = template.parameters.get(value.target)?.default;
      return text?.kind === 'scalar' ? String(text.value) : '';
    }
    case 'call':
      return flattenCall(template, value.name, value.arguments);
    default:
      return '';
  }
}

function flattenCall(template: Template, name: string, values: readonly Value[]): string {
  const [delimiter, list] = values;
  if (name === 'Fn::Join' && delimiter?.kind === 'scalar' && list?.kind === 'list') {
    return list.items.map((item) => flatten(template, item)).join(String(delimiter.value));
  }
  // The parts of a substitution follow each other in the text.
  return values.map((value) => flatten(template, value)).join(name === 'Fn::Sub' ? '' : '\n');
}
