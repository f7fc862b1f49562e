/** Functions in YAML's short form. */
import { functionOf, type Plain } from '../rules/plain.ts';

/**
 * `plain` as `!Ref Logs`, if it is a function.
 * @param scalar how the place where it stands writes a text
 */
export function shortFunction(plain: Plain, scalar: (text: string) => string): string | undefined {
  const made = functionOf(plain);
  switch (made?.name) {
    case 'Ref':
      return `!Ref ${made.target}`;
    case 'Fn::GetAtt':
      return `!GetAtt ${made.target}.${made.attribute}`;
    case 'Fn::Sub':
      return `!Sub ${scalar(made.text)}`;
    default:
      return undefined;
  }
}
