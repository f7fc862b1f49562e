import type { Place } from '../model/template.ts';

/** As if the cursor were on the type's name. */
export function placeOfType(type: string): Place {
  return {
    span: { start: 0, end: 0 },
    kind: 'type',
    resource: undefined,
    type,
    path: [],
    value: undefined,
    cdk: undefined,
  };
}
