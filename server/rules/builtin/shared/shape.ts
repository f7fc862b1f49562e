/** Comparing expressions that are not evaluated. */
import type { Value } from '../../../model/value.ts';

/** A text that is the same for values of the same shape; undefined where something in it is unknown. */
export function shapeOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(String(value.value));
    case 'reference':
      return `Ref ${value.target} ${value.attribute ?? ''}`;
    case 'list':
      return value.open ? undefined : shapesOf('', value.items);
    case 'call':
      return shapesOf(value.name, value.arguments);
    case 'absent':
      return 'nothing';
    default:
      return undefined;
  }
}

function shapesOf(name: string, values: readonly Value[]): string | undefined {
  const shapes = values.map(shapeOf);
  return shapes.includes(undefined) ? undefined : `${name}(${shapes.join(',')})`;
}
