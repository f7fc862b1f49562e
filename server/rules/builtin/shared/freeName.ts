/** Names for resources that a fix adds. */
import type { Template } from '../../../model/template.ts';

/** A logical ID made of `parts` that nothing in the template has. */
export function freeName(template: Template, ...parts: readonly string[]): string {
  const wanted = parts.map(upperCamelCase).join('') || 'Resource';
  const taken = new Set([...template.resources.keys(), ...template.parameters.keys()]);
  // In CDK code the last part of an ID is what the construct is called.
  for (const { name } of template.resources.values()) taken.add(name);
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!taken.has(name)) return name;
  }
}

/** Letters and digits only, as logical IDs must be. */
function upperCamelCase(text: string): string {
  return text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, first: string) => first.toUpperCase());
}
