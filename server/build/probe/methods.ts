/** Which properties the methods of a construct change. */
import { methodsOf } from './jsii.ts';
import { changed, type Leaves, topOf } from './leaves.ts';
import type { Subject } from './subject.ts';
import { sampleOf } from './values.ts';

/** Methods that only look, measure, or allow others something. */
const harmless =
  /^(?:metric|grant|from|is|arnFor|to|validate|render|bind|_|with$|applyRemovalPolicy$|urlFor|s3UrlFor|virtualHostedUrlFor|transferAccelerationUrlFor|on[A-Z])/;

/** The properties that each method changes; `*` where it could not be called. Methods that change none are left out. */
export function touchedByMethods(subject: Subject, bare: Leaves): Record<string, readonly string[]> {
  const touched: Record<string, readonly string[]> = {};
  for (const [name, { parameters = [], static: isStatic, protected: isProtected }] of methodsOf(
    subject.type,
  )) {
    if (isStatic || isProtected || harmless.test(name)) continue;
    const after = subject.leaves([], undefined, (made, stack) => {
      const given = parameters
        .filter((each) => !each.optional)
        .map((each, index) => sampleOf(each.type, stack, `${name}${index}`));
      (made as Record<string, (...given: unknown[]) => void>)[name]?.(...given);
    });
    const tops = after ? [...new Set(changed(bare, after).map(topOf))].sort() : ['*'];
    if (tops.length) touched[`${name}()`] = tops;
  }
  return touched;
}
