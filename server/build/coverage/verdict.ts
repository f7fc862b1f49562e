/** What a peer's remarks on an example mean for the claim of a rule. */
import type { Claim, Sample } from './claims.ts';
import { failed, type RecordedPeer, type RecordedSample, remarksOn } from './recorded.ts';
import { viewsOn } from './reviewed.ts';

export interface Verdict {
  readonly kind:
    | 'nothing'
    /** It says the same as our rule. */
    | 'finds'
    /** Its rule for this ended with an error. */
    | 'fails'
    /** It says something close. */
    | 'near'
    /** It says something else about a resource of the finding. */
    | 'other'
    /** It was not run on this example. */
    | 'unknown';
  /** The rules that say so, without the names of packs. */
  readonly rules: readonly string[];
}

/** What `peer` says about the bad example of a claim. */
export function verdictOn({ rule, bad }: Claim, peer: RecordedPeer | undefined): Verdict {
  const remarks = remarksOn(bad, peer);
  if (!remarks) return { kind: 'unknown', rules: [] };
  const said = allRules(remarks);
  const { same, near } = viewsOn(rule);
  const finds = said.filter((id) => same.includes(id));
  if (finds.length > 0) return { kind: 'finds', rules: shown(finds) };
  const fails = said.filter((id) => isOneOf(id, same));
  if (fails.length > 0) return { kind: 'fails', rules: shown(fails) };
  const close = said.filter((id) => near.includes(id));
  if (close.length > 0) return { kind: 'near', rules: shown(close) };
  return { kind: bad.places.some((place) => remarks[place]) ? 'other' : 'nothing', rules: [] };
}

/**
 * The rules of a peer that say in `sample` what is wrong only in bad examples, or that ask for it.
 * @returns undefined where it was not run on this sample
 */
export function falseAlarms(
  rule: Claim['rule'],
  sample: Sample,
  peer: RecordedPeer | undefined,
): readonly string[] | undefined {
  const remarks = remarksOn(sample, peer);
  if (!remarks) return undefined;
  const { same, opposite } = viewsOn(rule);
  return shown(allRules(remarks).filter((id) => isOneOf(id, [...same, ...opposite])));
}

function allRules(remarks: RecordedSample['remarks']): readonly string[] {
  return Object.values(remarks).flatMap((rules) => rules.split(' '));
}

function isOneOf(id: string, rules: readonly string[]): boolean {
  return rules.includes(id.endsWith(failed) ? id.slice(0, -failed.length) : id);
}

/** The packs of cdk-nag that follow a standard have most of their rules in common. */
function shown(rules: readonly string[]): readonly string[] {
  return [...new Set(rules.map((id) => id.replace(/^(?:HIPAA|NIST|PCI)[.\w]*-/, '')))];
}
