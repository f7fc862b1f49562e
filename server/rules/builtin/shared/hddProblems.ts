/** What is surely wrong with an HDD volume, whatever it is for. One volume is reported for one thing. */
import { certainText } from '../../../model/possible.ts';
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
  /** `boot` where it would have to boot an instance, `size` where EBS rejects its size, `iops` where it asks for IOPS. */
  readonly kind: 'boot' | 'size' | 'iops';
  readonly hdd: Hdd;
  readonly when: When;
}

/** The first thing that is wrong for certain, or under circumstances; undefined for SSD and sound volumes. */
export function hddProblem(template: Template, volume: Volume): HddProblem | undefined {
  const hdd = hddOf(template, volume);
  if (!hdd) return undefined;
  if (isBootVolume(template, volume) && hdd.type !== 'standard') return { kind: 'boot', hdd, when: hdd.when };
  if (sizeOutOfRange(volume.size, hdd)) return { kind: 'size', hdd, when: hdd.when };
  if (hasProvisionedIops(volume)) return { kind: 'iops', hdd, when: hdd.when };
  return undefined;
}

/** Whether the volume surely is the one that its instance boots from. */
export function isBootVolume(template: Template, volume: Volume): boolean {
  return rootDevices.includes(certainText(template, volume.deviceName) ?? '');
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

function hasProvisionedIops(volume: Volume): boolean {
  return volume.iops.kind === 'scalar' || get(volume.properties, 'Throughput').kind === 'scalar';
}
