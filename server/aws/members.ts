/** What the schema says of several resource types at once, as a rule may be about several. */
import type { Schema, SchemaProperty } from './schema.ts';
import { coversType } from './typePattern.ts';

/** Nobody writes a rule about a property that more types than these have in common. */
const mostTypes = 50;

/** The types that `written` stand for, with those that patterns (`AWS::SQS::*`) cover; none where they are too many. */
export function typesCovered(written: readonly string[], schema: Schema): readonly string[] {
  const types = written.flatMap((type) =>
    type.endsWith('*') ? schema.types().filter((each) => coversType(type, each)) : [type],
  );
  return types.length > mostTypes ? [] : types;
}

/** What may stand below `path` in any of `types`, by name. */
export function membersOf(
  schema: Schema,
  types: readonly string[],
  path: readonly string[],
): ReadonlyMap<string, SchemaProperty> {
  const found = new Map<string, SchemaProperty>();
  for (const type of types) {
    for (const [name, property] of schema.members(type, path)?.properties ?? []) {
      if (!found.has(name)) found.set(name, property);
    }
  }
  return found;
}

/** The values that one would write for the property at `path`: allowed ones, or those that AWS names. */
export function valuesOf(
  schema: Schema,
  types: readonly string[],
  path: readonly string[],
): readonly string[] {
  const values = types.flatMap((type) => {
    const property = schema.property(type, path);
    if (property?.type === 'Boolean') return ['true', 'false'];
    return property?.values ?? property?.named ?? [];
  });
  return [...new Set(values)];
}
