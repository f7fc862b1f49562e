/** Takes a prop or an item of a list out of the code that a construct is given. */
import type { Resource } from '../../model/template.ts';
import { entryOf, type ListValue, type MapValue } from '../../model/value.ts';
import type { Instance } from '../../read/cdk/instances.ts';
import type { Expression } from '../../read/cdk/syntax.ts';
import type { Span } from '../../text/span.ts';
import { inBrackets } from '../remove.ts';
import type { TextChange } from '../writer.ts';

/** The change that leaves `within` without the part `key`; undefined where that is written elsewhere. */
export function removePart(
  text: string,
  { call: { expression, site } }: Instance,
  { origin }: Resource,
  within: MapValue | ListValue,
  key: string,
): TextChange[] | undefined {
  const part = within.kind === 'map' ? entryOf(within, key)?.keySpan : within.items[Number(key)]?.span;
  if (!part) return undefined;
  const start = part.start + origin - site.base;
  const parts = expression.arguments
    .map((each) => partsAround(each, start))
    .find((each) => each !== undefined);
  const at = parts?.findIndex((each) => each.start === start) ?? -1;
  const own = parts?.[at];
  if (!parts || !own) return undefined;
  const inner = inBrackets(own, parts[at - 1], parts[at + 1]);
  const span = { start: inner.start + site.base, end: inner.end + site.base };
  // Named arguments follow others, whose comma would be left over.
  const comma = parts.length > 1 ? undefined : /,\s*$/.exec(text.slice(0, span.start));
  const alone = comma ? 0 : parts.length > 1 ? 0 : (/^\s*,/.exec(text.slice(span.end))?.[0].length ?? 0);
  const whole = { start: span.start - (comma?.[0].length ?? 0), end: span.end + alone };
  if (/\/\/|\/\*|#/.test(text.slice(whole.start, whole.end))) return undefined;
  return [{ span: whole, pieces: [] }];
}

/** The parts of the object or list that has one at `start`. */
function partsAround(expression: Expression, start: number): readonly Span[] | undefined {
  const inside = (expressions: readonly Expression[]): readonly Span[] | undefined => {
    for (const each of expressions) {
      const found = partsAround(each, start);
      if (found) return found;
    }
    return undefined;
  };
  switch (expression.kind) {
    case 'object':
      if (expression.properties.some((each) => each.start === start)) return expression.properties;
      return inside(expression.properties.map((each) => (each.kind === 'property' ? each.value : each)));
    case 'list':
      return expression.items.some((each) => each.start === start)
        ? expression.items
        : inside(expression.items);
    case 'call':
      return inside(expression.arguments);
    default:
      return undefined;
  }
}
