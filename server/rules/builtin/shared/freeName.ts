/** Names for resources that a fix adds. */
import type { Template } from '../../../model/template.ts';

/** A logical ID made of `parts` that nothing in the template has. */
export function freeName(template: Template, ...parts: readonly string[]): string {
  const wanted = parts.map(upperCamelCase).join('') || 'Resource';
  const taken = takenIn(template);
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!taken.has(name)) return name;
  }
}

const known = new WeakMap<Template, ReadonlySet<string>>();

/** All names in a template, looked for once: a large one has thousands of findings. */
function takenIn(template: Template): ReadonlySet<string> {
  let taken = known.get(template);
  if (!taken) {
    const resources = [...template.resources.values()];
    // In CDK code the last part of an ID is what the construct is called.
    taken = new Set([
      ...template.resources.keys(),
      ...template.parameters.keys(),
      ...resources.map(({ name }) => name),
    ]);
    known.set(template, taken);
  }
  return taken;
}

/** Letters and digits only, as logical IDs must be. */
function upperCamelCase(text: string): string {
  return text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, first: string) => first.toUpperCase());
}
