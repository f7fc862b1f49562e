/** What is surely wrong with an HDD volume, whatever it is for. */
import { judge } from '../../../model/possible.ts';
import type { Template } from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';
import type { When } from '../../claims.ts';
import { type Hdd, hddOf, type Volume } from './volumes.ts';

/** The names that AWS reserves for root devices: Amazon Linux has the first, Ubuntu, RHEL and Windows the second. */
const rootDevices: readonly string[] = ['/dev/xvda', '/dev/sda1'];

/** GiB that EBS accepts, from https://docs.aws.amazon.com/ebs/latest/userguide/hdd-vols.html */
const sizes: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  st1: { least: 125, most: 16384 },
  sc1: { least: 125, most: 16384 },
  standard: { least: 1, most: 1024 },
};

export interface HddProblem {
  /**
   * `boot` where it would have to boot an instance, `size` where EBS rejects its size, `iops` where it asks for
   * IOPS; `undecided` where it cannot be told whether it has another problem than its size.
   */
  readonly kind: 'boot' | 'size' | 'iops' | 'undecided';
  readonly hdd: Hdd;
  readonly when: When;
}

/** What is wrong, for certain or under circumstances; nothing for SSD and sound volumes. */
export function hddProblems(template: Template, volume: Volume): readonly HddProblem[] {
  const hdd = hddOf(template, volume);
  if (!hdd) return [];
  const problem = (kind: HddProblem['kind']): HddProblem => ({ kind, hdd, when: hdd.when });
  const boots = hdd.type === 'standard' ? false : isBootVolume(template, volume);
  // A volume that has to be of another type anyway is told only that.
  if (boots !== false) return [problem(boots ? 'boot' : 'undecided')];
  const found: HddProblem[] = [];
  if (sizeOutOfRange(volume.size, hdd)) found.push(problem('size'));
  const iops = hasProvisionedIops(volume);
  if (iops !== false) found.push(problem(iops ? 'iops' : 'undecided'));
  return found;
}

/** Whether the type of the volume is open to advice: nothing but its size can be wrong. */
export function typeIsAccepted(template: Template, volume: Volume): boolean {
  return hddProblems(template, volume).every(({ kind }) => kind === 'size');
}

/** Whether the volume is the one that its instance boots from; undefined where that cannot be told. */
export function isBootVolume(template: Template, volume: Volume): boolean | undefined {
  const { breaks } = judge(template, volume.deviceName, (device) => {
    if (device.kind === 'absent') return false;
    return device.kind === 'scalar' ? rootDevices.includes(String(device.value)) : undefined;
  });
  if (breaks === 'never') return false;
  return breaks === 'always' ? true : undefined;
}

/** The sizes that EBS accepts for an HDD type, in GiB. */
export function sizeRange(type: string): { readonly least: number; readonly most: number } {
  return sizes[type] ?? { least: 1, most: 16384 };
}

function sizeOutOfRange(size: Value, hdd: Hdd): boolean {
  if (size.kind !== 'scalar') return false;
  const { least, most } = sizeRange(hdd.type);
  const gibibytes = Number(size.value);
  return Number.isFinite(gibibytes) && (gibibytes < least || gibibytes > most);
}

function hasProvisionedIops(volume: Volume): boolean | undefined {
  const figures = [volume.iops, get(volume.properties, 'Throughput')];
  if (figures.some(({ kind }) => kind === 'scalar')) return true;
  return figures.every(({ kind }) => kind === 'absent') ? false : undefined;
}
