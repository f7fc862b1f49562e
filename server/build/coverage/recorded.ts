/** What each peer said when it was last run, kept so that the page can be made without all of them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Sample } from './claims.ts';
import type { ReadyPeer, Remark } from './peers/peer.ts';

/** By the name of the peer. */
export type Recorded = Readonly<Record<string, RecordedPeer>>;

export interface RecordedPeer {
  readonly version: string;
  /** By the name of the sample. */
  readonly samples: Readonly<Record<string, RecordedSample>>;
}

export interface RecordedSample {
  /** Of the template that the peer was given. */
  readonly hash: string;
  /** The peer's rules, with spaces between, by the logical ID of what they are about; '' where that is no resource. */
  readonly remarks: Readonly<Record<string, string>>;
}

/** At the end of a rule whose check ended with an error. */
export const failed = '!';

/** Gives all samples to a peer. */
export async function record(
  { version, check }: ReadyPeer,
  samples: readonly Sample[],
): Promise<RecordedPeer> {
  const folder = await mkdtemp(join(tmpdir(), 'kumonote-coverage-'));
  const fileOf = ({ name }: Sample): string => join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.json`);
  try {
    for (const sample of samples) await writeFile(fileOf(sample), sample.template);
    const remarks = await check(samples.map(fileOf));
    const recorded = samples.map((sample) => {
      const own = remarks.filter(({ file }) => basename(file) === basename(fileOf(sample)));
      return [sample.name, { hash: sample.hash, remarks: byResource(own) }];
    });
    return { version, samples: Object.fromEntries(recorded) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function byResource(remarks: readonly Remark[]): RecordedSample['remarks'] {
  const rules = new Map<string, Set<string>>();
  for (const { rule, resource = '', failed: ended } of remarks) {
    const others = rules.get(resource) ?? [];
    rules.set(resource, new Set([...others, ended ? `${rule}${failed}` : rule]));
  }
  return Object.fromEntries(
    [...rules].sort().map(([resource, each]) => [resource, [...each].sort().join(' ')]),
  );
}

/** What a peer said about a sample as it is now; undefined where it was not run on it. */
export function remarksOn(
  sample: Sample,
  peer: RecordedPeer | undefined,
): RecordedSample['remarks'] | undefined {
  const recorded = peer?.samples[sample.name];
  return recorded?.hash === sample.hash ? recorded.remarks : undefined;
}

export async function readRecorded(file: string): Promise<Recorded> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
}
