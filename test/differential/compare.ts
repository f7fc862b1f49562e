/** Compares what is found in source with what is found in the templates that it synthesizes to. */
import type { Found } from './findings.ts';

export interface Comparison {
  /** Findings in source, and those among them that a template has, too. */
  readonly source: readonly Found[];
  readonly confirmed: readonly Found[];
  /** Findings in templates, and those among them that source has, too. */
  readonly template: readonly Found[];
  readonly recalled: readonly Found[];
  /** Why each finding of a template is not in source. */
  readonly missed: readonly { readonly found: Found; readonly why: string }[];
  readonly wrong: readonly Found[];
}

/** @param made IDs of the constructs that the source is seen to make */
export function compare(
  source: readonly Found[],
  templates: readonly Found[],
  made: ReadonlySet<string>,
): Comparison {
  const confirmed = source.filter((each) =>
    each.ids.every((id) => templates.some((other) => agree({ ...each, ids: [id] }, other))),
  );
  const recalled = templates.filter((each) => source.some((other) => agree(other, each)));
  return {
    source,
    confirmed,
    template: templates,
    recalled,
    wrong: source.filter((each) => !confirmed.includes(each)),
    missed: templates
      .filter((each) => !recalled.includes(each))
      .map((found) => ({ found, why: whyMissed(found, made) })),
  };
}

/** Whether a finding in source is that in a template: of the same rule, about a construct on the way to the resource. */
function agree(own: Found, other: Found): boolean {
  const fits = (id: string): boolean => {
    const parts = id.split('*').map((part) => part.replace(/[^\w]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    return other.ids.some((each) => pattern.test(each));
  };
  return own.rule === other.rule && own.ids.some(fits);
}

function whyMissed({ ids }: Found, made: ReadonlySet<string>): string {
  const own = ids.findLast((id) => made.has(id));
  if (own === undefined) return 'the construct is not seen in the source, or its ID is computed';
  return `${own} is seen, but what the rule needs to know of it is not`;
}
