/**
 * Which work a volume seems to be for, small random or large sequential I/O, judged by the signs that the
 * tables in `../evidence` list.
 */
import type { Template } from '../../../model/template.ts';
import type { MapValue } from '../../../model/value.ts';
import { containerSigns } from './containerSigns.ts';
import { declarationSigns } from './declarationSigns.ts';
import { hostSigns } from './hostSigns.ts';
import { containersOf, hostsOf, mayHaveOtherUsers } from './hosts.ts';
import { nameSigns } from './nameSigns.ts';
import type { Sign } from './sign.ts';
import type { Volume } from './volumes.ts';

/** What speaks: declared or strong signs, several guesses, one guess, both kinds, nothing; or it cannot be told. */
export type Evidence =
  | { readonly kind: 'random'; readonly sure: boolean; readonly signs: readonly Sign[] }
  | { readonly kind: 'mixed'; readonly signs: readonly Sign[] }
  /** `hidden` where there may be more that cannot be read. */
  | { readonly kind: 'sequential'; readonly hidden: boolean }
  | { readonly kind: 'none' | 'unknown' };

/** By the map that describes the volume, which two rules ask about. */
const known = new WeakMap<Template, Map<MapValue, Evidence>>();

/** What the template says about the work of `volume`. */
export function workEvidence(volume: Volume, template: Template): Evidence {
  const evidences = known.get(template) ?? new Map<MapValue, Evidence>();
  known.set(template, evidences);
  const evidence = evidences.get(volume.properties) ?? gather(volume, template);
  evidences.set(volume.properties, evidence);
  return evidence;
}

function gather(volume: Volume, template: Template): Evidence {
  const hosts = hostsOf(volume, template);
  const containers = containersOf(volume, template);
  const declared = declarationSigns(volume);
  if (declared.unknown) return { kind: 'unknown' };
  if (declared.signs.length > 0) return weigh(declared.signs);
  const gathered = [
    nameSigns(volume, template),
    ...hosts.map((host) => hostSigns(host, volume, template)),
    ...containers.map((container) => containerSigns(container, template)),
  ];
  const signs = gathered.flatMap((each) => each.signs);
  const weighed = weigh(signs);
  // What cannot be read may well speak of sequential work.
  const hidden = mayHaveOtherUsers(volume, template) || gathered.some((each) => each.unknown);
  if (weighed.kind === 'sequential') return { kind: 'sequential', hidden };
  return hidden ? { kind: 'unknown' } : weighed;
}

function weigh(signs: readonly Sign[]): Evidence {
  const random = signs.filter((sign) => sign.work === 'random');
  const sequential = signs.filter((sign) => sign.work === 'sequential');
  const strong = random.filter((sign) => sign.strong);
  if (sequential.length > 0) {
    const mixed = strong.length > 0 && sequential.some((sign) => sign.strong);
    return mixed
      ? { kind: 'mixed', signs: [...strong, ...sequential] }
      : { kind: 'sequential', hidden: false };
  }
  if (strong.length > 0) return { kind: 'random', sure: true, signs: strong };
  if (random.length === 0) return { kind: 'none' };
  const sources = new Set(random.map((sign) => sign.source));
  return { kind: 'random', sure: sources.size > 1, signs: random };
}
