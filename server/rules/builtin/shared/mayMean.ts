/** Whether a value names a certain resource of the template, as far as can be told. */
import { possibilities } from '../../../model/possible.ts';
import type { Resource, Template } from '../../../model/template.ts';
import { get, type Value, walk } from '../../../model/value.ts';

/**
 * Whether `value` may mean `target`. It surely does not where it refers to another resource of the template, or
 * is text without the name that `target` has in its property `nameProperty`.
 */
export function mayMean(template: Template, value: Value, target: Resource, nameProperty: string): boolean {
  return possibilities(template, value).some((each) => {
    if (each.value.kind === 'absent') return false;
    if (each.value.kind === 'scalar') return mayBeNamed(String(each.value.value), target, nameProperty);
    const referred = resourcesIn(template, each.value);
    return referred.length === 0 || referred.includes(target.id);
  });
}

function mayBeNamed(text: string, target: Resource, nameProperty: string): boolean {
  const name = get(target.properties, nameProperty);
  // A name that CloudFormation generates is not known when a template is written.
  if (name.kind === 'absent') return false;
  return name.kind !== 'scalar' || text.includes(String(name.value));
}

function resourcesIn(template: Template, value: Value): readonly string[] {
  const found: string[] = [];
  walk(value, (each) => {
    if (each.kind === 'reference' && template.resources.has(each.target)) found.push(each.target);
  });
  return found;
}
