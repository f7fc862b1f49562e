/** What a call gives to the parameters of the function that it calls. */
import { type Callable, type LocatedCall, partOf } from './scopes.ts';
import { argumentsOf } from './syntax.ts';

/** Gives the parameters of `callable` the values that `call` has for them, as far as it is known which that are. */
export function giveArguments(call: LocatedCall, { parameters }: Callable): void {
  const { named, given } = argumentsOf(call.expression);
  const spread = given.findIndex((each) => each.kind === 'spread');
  parameters.forEach((names, index) => {
    const key = names[0]?.bound.key;
    const byName = named?.properties.find((each) => each.kind === 'property' && each.key === key)?.value;
    if (!byName && spread >= 0 && index >= spread) return;
    // What a spread holds may be given by name, too.
    if (!byName && !given[index] && named?.properties.some((each) => each.kind === 'spread')) return;
    const { end } = call.expression;
    const value = byName ?? given[index] ?? { kind: 'name', name: 'undefined', start: end, end };
    for (const { bound, binding } of names) {
      const part = partOf(value, bound);
      if (part) binding.values.push({ expression: part, site: call.site, step: call });
    }
  });
}
