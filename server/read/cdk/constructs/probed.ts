/** What probing has shown of a class, as a definition has it. */
import { type ProbedProp, probedClass } from '../../../aws/cdkProps.ts';
import type { ConstructFacts } from './facts.ts';
import { type PropMapping, probed } from './propMapping.ts';

/** The facts about a class of aws-cdk-lib that was probed. */
export function probedFacts(module: string, className: string): ConstructFacts | undefined {
  const known = probedClass(module, className);
  if (!known) return undefined;
  const { type, defaults, attributes, varying = [], touches = {}, clashes = [] } = known;
  const props: Record<string, readonly PropMapping[]> = {};
  for (const [prop, mapping] of Object.entries(known.props)) {
    const all = Array.isArray(mapping)
      ? (mapping as readonly (string | ProbedProp)[])
      : [mapping as string | ProbedProp];
    props[prop] = all.map(probed);
  }
  const unsure = Object.fromEntries(varying.map((path) => [path, undefined]));
  return { type, props, defaults: { ...defaults, ...unsure }, attributes, touches, clashes };
}

/** What is known by hand, completed by what was probed; of what both tell, the former counts. */
export function completed<Facts extends ConstructFacts>(
  own: Facts,
  shown: ConstructFacts | undefined,
): Facts {
  if (!shown) return own;
  const told = Object.keys(own.props ?? {});
  const touches = Object.entries(shown.touches ?? {}).filter(
    ([prop]) => !told.some((each) => each === prop || each.startsWith(`${prop}.`)),
  );
  return {
    ...own,
    props: { ...shown.props, ...own.props },
    defaults: { ...shown.defaults, ...own.defaults },
    attributes: { ...shown.attributes, ...own.attributes },
    touches: { ...Object.fromEntries(touches), ...own.touches },
    clashes: shown.clashes,
  };
}
